using System.Buffers.Binary;
using System.Security.Cryptography;
using Lakudo.Kernel;

namespace Lakudo.Web.Backups;

/// <summary>The beginning of an archive: eight signs, the id of the recovery key, the one-time public key. Every chunk is bound to its hash.</summary>
/// <param name="KeyId">Which recovery key opens it.</param>
/// <param name="OneTime">The one-time public key (SubjectPublicKeyInfo, P-256).</param>
internal sealed record SealedHeader(byte[] KeyId, byte[] OneTime)
{
    private static ReadOnlySpan<byte> Magic => "LAKUDO1\n"u8;

    internal byte[] Bytes()
    {
        var bytes = new byte[Magic.Length + 8 + 2 + OneTime.Length];
        Magic.CopyTo(bytes);
        KeyId.CopyTo(bytes, 8);
        BinaryPrimitives.WriteUInt16BigEndian(bytes.AsSpan(16), (ushort)OneTime.Length);
        OneTime.CopyTo(bytes, 18);
        return bytes;
    }

    internal byte[] Hash() => SHA256.HashData(Bytes());

    /// <summary>Reads it from the start of an archive. Refused when this is no archive of ours or is cut within the header.</summary>
    internal static Outcome<SealedHeader> Read(Stream archive)
    {
        var start = new byte[18];
        if (archive.ReadAtLeast(start, start.Length, throwOnEndOfStream: false) < start.Length || !start.AsSpan(0, 8).SequenceEqual(Magic)) return BackupRefusals.NoArchive;
        var key = new byte[BinaryPrimitives.ReadUInt16BigEndian(start.AsSpan(16))];
        return key.Length is > 60 and < 200 && archive.ReadAtLeast(key, key.Length, throwOnEndOfStream: false) == key.Length
            ? new SealedHeader(start[8..16], key)
            : BackupRefusals.NoArchive;
    }
}
