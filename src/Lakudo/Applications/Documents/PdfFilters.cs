using System.IO.Compression;
using System.Text;

namespace Lakudo.Applications.Documents;

/// <summary>How the bytes of a PDF's stream are packed, and their unpacking up to a bound.</summary>
/// <param name="Names">The filters in the order in which they are taken off.</param>
/// <param name="Predictor">1 for none; 2 and 10 to 15 as PDF numbers them.</param>
/// <param name="RowBytes">The bytes of a row, for the predictor.</param>
/// <param name="PixelBytes">The bytes of a sample, for the predictor.</param>
internal sealed record PdfFilters(IReadOnlyList<string> Names, int Predictor, int RowBytes, int PixelBytes)
{
    private const int FirstLook = 65536;
    private static readonly string[] Pictures = ["DCTDecode", "DCT", "JPXDecode", "CCITTFaxDecode", "CCF", "JBIG2Decode"];
    private static readonly string[] Known =
        ["FlateDecode", "Fl", "ASCIIHexDecode", "AHx", "ASCII85Decode", "A85", "RunLengthDecode", "RL", "LZWDecode", "LZW"];

    /// <summary>Whether only a picture can come of it.</summary>
    internal bool IsPicture => Names.Any(Pictures.Contains);

    /// <summary>Reads what the words before a stream say. Null for a filter that nobody can look through: unknown, of a key, or named
    /// elsewhere in the file.</summary>
    internal static PdfFilters? Of(ReadOnlySpan<byte> head)
    {
        var names = PdfNames.In(head);
        var filters = new List<string>();
        var at = names.FindLastIndex(n => n.Name is "Filter");
        if (at >= 0)
        {
            var value = PdfNames.After(head, names[at].Behind);
            if (value.IsEmpty || value[0] is not ((byte)'/' or (byte)'[')) return null;
            var isList = value[0] == '[';
            var end = head.Length - value.Length + (isList ? Math.Max(0, value.IndexOf((byte)']')) : value.Length);
            for (var i = at + 1; i < names.Count && names[i].Behind <= end && (isList || filters.Count == 0); i++)
                filters.Add(names[i].Name);
            if (filters.Count == 0 && !(isList && PdfNames.After(value, 1) is [(byte)']', ..])) return null;
        }

        if (filters.Any(f => !Known.Contains(f) && !Pictures.Contains(f))) return null;
        var predictor = Number(head, names, "Predictor", 1);
        var bits = Math.Min(Number(head, names, "Colors", 1), 32) * Math.Min(Number(head, names, "BitsPerComponent", 8), 16);
        var rowBytes = ((Number(head, names, "Columns", 1) * (long)bits) + 7) / 8;
        return new PdfFilters(filters, predictor, (int)Math.Clamp(rowBytes, 1, 1 << 20), Math.Max(1, bits / 8));
    }

    /// <summary>Unpacks at most so many bytes; what cannot be unpacked further ends there.</summary>
    /// <param name="data">The bytes from the stream's beginning to the end of the file: each filter knows its own end.</param>
    /// <param name="most">The bound, for each filter.</param>
    /// <param name="read">How many bytes may still be looked at; negative afterwards when they were too many.</param>
    internal byte[] Apply(ArraySegment<byte> data, int most, ref long read)
    {
        var bytes = data;
        for (var i = 0; i < Names.Count; i++)
        {
            if (read < 0) return [];
            var isLast = i == Names.Count - 1;
            // What comes before the last filter is needed whole for its beginning to be right.
            bytes = Unpack(Names[i], bytes, isLast ? most : Math.Max(most, 1 << 20), out var looked);
            read -= looked;
        }

        return Predictor switch { 1 => bytes.ToArray(), 2 => Tiff(bytes), _ => Png(bytes) };
    }

    /// <summary>Pairs of hexadecimal digits up to the mark of their end.</summary>
    internal static byte[] AsciiHex(ReadOnlySpan<byte> data, int most)
    {
        var bytes = new List<byte>();
        var half = -1;
        foreach (var c in data)
        {
            if (c == '>' || bytes.Count >= most) break;
            if (!char.IsAsciiHexDigit((char)c)) continue;
            var digit = Convert.ToInt32(((char)c).ToString(), 16);
            if (half < 0) half = digit;
            else
            {
                bytes.Add((byte)((half << 4) | digit));
                half = -1;
            }
        }

        if (half >= 0) bytes.Add((byte)(half << 4));
        return [.. bytes];
    }

    private static byte[] Unpack(string name, ArraySegment<byte> data, int most, out long looked)
    {
        var end = name switch
        {
            "ASCIIHexDecode" or "AHx" => data.AsSpan().IndexOf((byte)'>'),
            "ASCII85Decode" or "A85" => data.AsSpan().IndexOf("~>"u8),
            _ => data.Count,
        };
        if (end >= 0) data = data[..end];
        looked = name is "FlateDecode" or "Fl" ? 0 : Math.Min(data.Count, 4L * most);
        return name switch
        {
            "FlateDecode" or "Fl" => Flate(data, most, out looked),
            "ASCIIHexDecode" or "AHx" => AsciiHex(data, most),
            "ASCII85Decode" or "A85" => PdfOldFilters.Ascii85(data, most),
            "RunLengthDecode" or "RL" => PdfOldFilters.RunLength(data, most),
            _ => PdfOldFilters.Lzw(data, most),
        };
    }

    private static byte[] Flate(ArraySegment<byte> data, int most, out long looked)
    {
        if (most <= FirstLook) data = data[..Math.Min(data.Count, FirstLook)];
        var header = data.Count > 2 && (data[0] & 0x0F) == 8 ? 2 : 0;
        using var unpacked = new MemoryStream();
        using var packed = new MemoryStream(data.Array!, data.Offset + header, data.Count - header, writable: false);
        using var inflate = new DeflateStream(packed, CompressionMode.Decompress);
        var buffer = new byte[Math.Min(most, FirstLook)];
        try
        {
            for (int count; unpacked.Length < most && (count = inflate.Read(buffer, 0, (int)Math.Min(buffer.Length, most - unpacked.Length))) > 0;)
                unpacked.Write(buffer, 0, count);
        }
        catch (InvalidDataException)
        {
            // Readers show what came until here, so it is looked at too.
        }

        looked = packed.Position;
        return unpacked.ToArray();
    }

    private byte[] Png(ReadOnlySpan<byte> data)
    {
        var rows = new byte[data.Length];
        var (before, length) = (new byte[RowBytes], 0);
        for (var at = 0; at < data.Length; at += RowBytes + 1)
        {
            var row = data.Slice(at + 1, Math.Clamp(data.Length - at - 1, 0, RowBytes)).ToArray();
            for (var i = 0; i < row.Length; i++)
            {
                int left = i >= PixelBytes ? row[i - PixelBytes] : 0, up = before[i], corner = i >= PixelBytes ? before[i - PixelBytes] : 0;
                row[i] += (byte)(data[at] switch { 1 => left, 2 => up, 3 => (left + up) / 2, 4 => Paeth(left, up, corner), _ => 0 });
            }

            row.CopyTo(rows, length);
            length += row.Length;
            Array.Clear(before);
            row.CopyTo(before, 0);
        }

        return rows[..length];
    }

    private byte[] Tiff(ReadOnlySpan<byte> data)
    {
        var rows = data.ToArray();
        for (var i = 0; i < rows.Length; i++) if (i % RowBytes >= PixelBytes) rows[i] += rows[i - PixelBytes];
        return rows;
    }

    private static int Paeth(int left, int up, int corner)
    {
        int guess = left + up - corner, toLeft = Math.Abs(guess - left), toUp = Math.Abs(guess - up), toCorner = Math.Abs(guess - corner);
        return toLeft <= toUp && toLeft <= toCorner ? left : toUp <= toCorner ? up : corner;
    }

    private static int Number(ReadOnlySpan<byte> head, List<(string Name, int Behind)> names, string name, int otherwise)
    {
        var at = names.FindLastIndex(n => n.Name == name);
        if (at < 0) return otherwise;
        var value = PdfNames.After(head, names[at].Behind);
        var digits = value.IndexOfAnyExceptInRange((byte)'0', (byte)'9');
        var written = Encoding.ASCII.GetString(value[..(digits < 0 ? value.Length : digits)]);
        return int.TryParse(written, out var number) ? Math.Clamp(number, 1, 1 << 20) : otherwise;
    }
}
