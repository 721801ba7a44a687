using System.Security.Cryptography;
using Lakudo.Kernel;

namespace Lakudo.Applications.Documents;

/// <summary>A file of a citizen as it lies on the disk: a mark by which it is known, then what <see cref="PersonalData"/> seals. No
/// PDF, JPEG or PNG begins so.</summary>
internal static class SealedFile
{
    private static ReadOnlySpan<byte> Mark => "lakudo-seal 1\n"u8;

    internal static byte[] Make(ReadOnlySpan<byte> plain, PersonalData personal) => [.. Mark, .. personal.Seal(plain)];

    /// <summary>Whether a file is sealed; it stands at its beginning afterwards.</summary>
    internal static bool Is(Stream file)
    {
        Span<byte> begin = stackalloc byte[Mark.Length];
        var read = file.ReadAtLeast(begin, begin.Length, throwOnEndOfStream: false);
        file.Position = 0;
        return begin[..read].SequenceEqual(Mark);
    }

    /// <summary>The bytes in clear; null where the key is another or the file was changed.</summary>
    internal static byte[]? Open(Stream file, PersonalData? personal)
    {
        var box = new byte[file.Length];
        file.ReadExactly(box);
        try
        {
            return personal?.OpenBytes(box.AsSpan(Mark.Length));
        }
        catch (CryptographicException)
        {
            return null;
        }
    }
}
