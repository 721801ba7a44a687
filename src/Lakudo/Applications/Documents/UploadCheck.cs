using System.Buffers.Binary;
using Lakudo.Kernel;

namespace Lakudo.Applications.Documents;

/// <summary>Decides by content what an upload is and whether it is whole and harmless. The name only confirms.</summary>
public static class UploadCheck
{
    /// <summary>How large an upload may be: 10 MB, a twenty-page scan at 200 dpi.</summary>
    public const int MaximumBytes = 10 * 1024 * 1024;

    // A picture of few bytes can be drawn as gigabytes; no scanner or phone makes more than this.
    private const long MaximumPixels = 120_000_000;

    /// <summary>Checks a whole file.</summary>
    /// <param name="content">Every byte.</param>
    /// <param name="fileName">The name it came with; only its ending is read.</param>
    public static Outcome<UploadKind> Check(ReadOnlySpan<byte> content, string fileName)
    {
        if (content.IsEmpty) return ApplicationsRefusals.UploadEmpty;
        if (content.Length > MaximumBytes) return ApplicationsRefusals.UploadTooLarge.With(MaximumBytes / 1024 / 1024);
        if (KindOf(content) is not { } kind) return ApplicationsRefusals.UploadKindUnknown;
        if (!NameFits(fileName, kind)) return ApplicationsRefusals.UploadDisguised.With(Ending(fileName), kind.ToString().ToUpperInvariant());
        return kind switch
        {
            UploadKind.Pdf when PdfContent.IsActive(content) => ApplicationsRefusals.UploadActive,
            UploadKind.Pdf when !PdfContent.IsWhole(content) => ApplicationsRefusals.UploadDamaged,
            UploadKind.Png when !PngIsWhole(content) => ApplicationsRefusals.UploadDamaged,
            UploadKind.Jpeg when !JpegIsWhole(content) => ApplicationsRefusals.UploadDamaged,
            _ => kind,
        };
    }

    private static UploadKind? KindOf(ReadOnlySpan<byte> content)
    {
        if (content.StartsWith("%PDF-"u8)) return UploadKind.Pdf;
        if (content.StartsWith<byte>([0xFF, 0xD8, 0xFF])) return UploadKind.Jpeg;
        return content.StartsWith<byte>([0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A]) ? UploadKind.Png : null;
    }

    /// <summary>Phones name PNG pictures .jpg and the reverse; that harms nobody. A picture named .pdf or a PDF named .jpg is refused.</summary>
    private static bool NameFits(string fileName, UploadKind kind) => Ending(fileName) switch
    {
        ".pdf" => kind == UploadKind.Pdf,
        ".jpg" or ".jpeg" or ".jfif" or ".png" => kind != UploadKind.Pdf,
        _ => false,
    };

    private static string Ending(string fileName) => Path.GetExtension(fileName).ToLowerInvariant() is { Length: > 0 and <= 12 } ending ? ending : "(tanpa akhiran)";

    /// <summary>Chunk after chunk up to IEND, and nothing behind it.</summary>
    private static bool PngIsWhole(ReadOnlySpan<byte> content)
    {
        var at = 8;
        for (var first = true; at + 12 <= content.Length; first = false)
        {
            var length = BinaryPrimitives.ReadUInt32BigEndian(content[at..]);
            var type = content.Slice(at + 4, 4);
            if (length > int.MaxValue || at + 12L + length > content.Length) return false;
            if (first && (!type.SequenceEqual("IHDR"u8) || length != 13 || !Drawable(BinaryPrimitives.ReadUInt32BigEndian(content[(at + 8)..]), BinaryPrimitives.ReadUInt32BigEndian(content[(at + 12)..]))))
                return false;
            at += 12 + (int)length;
            if (type.SequenceEqual("IEND"u8)) return at == content.Length;
        }

        return false;
    }

    /// <summary>Segment after segment to the scan, with a size on the way, and an end of image. Phones append data of their own; that may stay.</summary>
    private static bool JpegIsWhole(ReadOnlySpan<byte> content)
    {
        var at = 2;
        var sized = false;
        while (at + 4 <= content.Length && content[at] == 0xFF)
        {
            var marker = content[at + 1];
            if (marker == 0xFF)
            {
                at++;
                continue;
            }

            int length = BinaryPrimitives.ReadUInt16BigEndian(content[(at + 2)..]);
            if (length < 2 || at + 2 + length > content.Length) return false;
            if (marker is >= 0xC0 and <= 0xCF and not (0xC4 or 0xC8 or 0xCC))
            {
                if (length < 8 || !Drawable(BinaryPrimitives.ReadUInt16BigEndian(content[(at + 7)..]), BinaryPrimitives.ReadUInt16BigEndian(content[(at + 5)..]))) return false;
                sized = true;
            }

            at += 2 + length;
            if (marker == 0xDA) return sized && content[at..].IndexOf<byte>([0xFF, 0xD9]) >= 0;
        }

        return false;
    }

    private static bool Drawable(long width, long height) => width > 0 && height > 0 && width * height <= MaximumPixels;
}
