using System.Buffers.Text;
using System.Text;

namespace Lakudo.Applications.Documents;

/// <summary>Which bytes of a PDF a signature covers: everything from the start to a gap, and from the gap to an end.</summary>
/// <param name="GapStart">Position of the gap's <c>&lt;</c>.</param>
/// <param name="GapEnd">Position after the gap's <c>&gt;</c>.</param>
/// <param name="End">Position after the last covered byte.</param>
internal readonly record struct PdfByteRange(int GapStart, int GapEnd, int End)
{
    private static readonly byte[] Key = Encoding.ASCII.GetBytes("/ByteRange");

    /// <summary>The range that reaches furthest, or null when there is none that makes sense.</summary>
    internal static PdfByteRange? FindLast(ReadOnlySpan<byte> pdf)
    {
        PdfByteRange? found = null;
        for (var from = 0; ;)
        {
            var at = pdf[from..].IndexOf(Key);
            if (at < 0) return found;
            from += at + Key.Length;
            if (Read(pdf, from) is { } range && (found is null || range.End > found.Value.End)) found = range;
        }
    }

    /// <summary>The covered bytes, one after another.</summary>
    internal byte[] Covered(ReadOnlySpan<byte> pdf) => [.. pdf[..GapStart], .. pdf[GapEnd..End]];

    /// <summary>The CMS in the gap; null when the gap is not hexadecimal, holds no DER, or has anything but zeros after it.</summary>
    internal byte[]? Signature(ReadOnlySpan<byte> pdf)
    {
        byte[] gap;
        try
        {
            gap = Convert.FromHexString(Encoding.ASCII.GetString(pdf[(GapStart + 1)..(GapEnd - 1)]));
        }
        catch (FormatException)
        {
            return null;
        }

        if (!System.Formats.Asn1.AsnDecoder.TryReadEncodedValue(gap, System.Formats.Asn1.AsnEncodingRules.BER, out _, out _, out _, out var length)) return null;
        return gap.AsSpan(length).ContainsAnyExcept((byte)0) ? null : gap[..length];
    }

    private static PdfByteRange? Read(ReadOnlySpan<byte> pdf, int at)
    {
        Span<int> numbers = stackalloc int[4];
        at = Skip(pdf, at);
        if (at >= pdf.Length || pdf[at] != '[') return null;
        at++;
        for (var i = 0; i < 4; i++)
        {
            at = Skip(pdf, at);
            if (!Utf8Parser.TryParse(pdf[at..], out int number, out var used) || number < 0) return null;
            numbers[i] = number;
            at += used;
        }

        var (gapStart, gapEnd, end) = (numbers[1], numbers[2], (long)numbers[2] + numbers[3]);
        var sound = numbers[0] == 0 && gapStart > 0 && gapEnd > gapStart + 1 && end <= pdf.Length && numbers[3] > 0
            && pdf[gapStart] == '<' && pdf[gapEnd - 1] == '>';
        return sound ? new PdfByteRange(gapStart, gapEnd, (int)end) : null;
    }

    private static int Skip(ReadOnlySpan<byte> pdf, int at)
    {
        while (at < pdf.Length && pdf[at] is (byte)' ' or (byte)'\n' or (byte)'\r' or (byte)'\t') at++;
        return at;
    }
}
