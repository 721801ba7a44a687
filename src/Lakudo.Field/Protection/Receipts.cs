using System.Buffers.Binary;
using System.Runtime.Versioning;
using System.Security.Cryptography;

namespace Lakudo.Field.Protection;

/// <summary>
/// The code that the puskesmas tells a cadre: "this hand-over lies here". It is made of the secret inside the sealed hand-over, so that nobody can say it who does not hold the region's key.
/// HMAC-SHA-256 of "lakudo receipt 1 " and the hand-over's id (16 bytes, big-endian), the first 64 bits written with 31 signs, the lowest first, of which eight are told.
/// </summary>
[UnsupportedOSPlatform("browser")]
public static class Receipts
{
    /// <summary>Signs of a code: none that looks like another.</summary>
    public const string Signs = "ABCDEFGHJKMNPQRSTUVWXYZ23456789";

    private const int Length = 8;

    /// <summary>The code: eight letters and digits, 39 bits.</summary>
    /// <param name="secret">The hand-over's secret.</param>
    /// <param name="handOver">The hand-over's id.</param>
    public static string Code(byte[] secret, Guid handOver)
    {
        byte[] said = [.. "lakudo receipt 1 "u8, .. handOver.ToByteArray(bigEndian: true)];
        var left = BinaryPrimitives.ReadUInt64BigEndian(HMACSHA256.HashData(secret, said));
        return string.Create(Length, left, (code, mark) =>
        {
            for (var i = 0; i < code.Length; i++, mark /= (ulong)Signs.Length) code[i] = Signs[(int)(mark % (ulong)Signs.Length)];
        });
    }
}
