namespace Lakudo.Applications.Documents;

/// <summary>A PDF taken apart into what can be read as text: all that is outside of streams, and the objects that lie compressed in
/// streams.</summary>
/// <param name="Readable">The pieces.</param>
/// <param name="ObjectStreams">How many streams of objects were unpacked.</param>
internal sealed record PdfStreams(IReadOnlyList<byte[]> Readable, int ObjectStreams)
{
    private const int MostStreams = 10_000;
    private const int MostFilters = 6;
    private const int Probe = 4096;

    /// <summary>How many bytes all streams of objects may unpack to.</summary>
    private const int MostUnpacked = 48 * 1024 * 1024;

    /// <summary>
    /// Takes it apart by its keywords, not by its table of objects: what another revision of the file hides is found too. Null where
    /// something cannot be unpacked within bounds:
    /// too many streams, a bomb, a filter that nobody can look through.
    /// </summary>
    internal static PdfStreams? Read(byte[] file)
    {
        ReadOnlySpan<byte> content = file;
        var readable = new List<byte[]>();
        var (outside, count, left, objects) = (0, 0, MostUnpacked, 0);
        var read = MostUnpacked + (8L * content.Length);
        for (var at = 0; ;)
        {
            var next = content[at..].IndexOf("stream"u8);
            if (next < 0) break;
            var keyword = at + next;
            at = keyword + 6;
            if (keyword >= 3 && content[(keyword - 3)..keyword].SequenceEqual("end"u8))
            {
                outside = at;
                continue;
            }

            if (++count > MostStreams) return null;
            var head = content[outside..keyword];
            readable.Add(head.ToArray());
            var data = new ArraySegment<byte>(file)[DataStart(content, at)..];
            if (PdfFilters.Of(head) is not { } filters || filters.Names.Count > MostFilters) return null;
            var isDeclared = PdfNames.In(head).Any(n => n.Name is "ObjStm");
            var isPlain = filters.Names.Count == 0 && IsObjects(data.AsSpan()[..Math.Min(64, data.Count)]);
            if (filters.IsPicture && !isDeclared) continue;
            if (filters.Names.Count == 0) filters = filters with { Names = ["FlateDecode"] };
            var begin = filters.Apply(data, Probe, ref read);
            if (read < 0) return null;
            if (!IsObjects(begin) && !isPlain)
            {
                // Said to be objects, and nobody can see which.
                if (isDeclared) return null;
                continue;
            }

            objects++;
            var unpacked = IsObjects(begin) ? filters.Apply(data, left + 1, ref read)
                : data[..Math.Max(0, data.AsSpan().IndexOf("endstream"u8))].ToArray();
            left -= unpacked.Length;
            if (left < 0 || read < 0) return null;
            readable.Add(unpacked);
        }

        readable.Add(content[outside..].ToArray());
        return new PdfStreams(readable, objects);
    }

    private static int DataStart(ReadOnlySpan<byte> content, int at)
    {
        while (at < content.Length && content[at] is (byte)' ' or (byte)'\t') at++;
        if (at < content.Length && content[at] == '\r') at++;
        if (at < content.Length && content[at] == '\n') at++;
        return at;
    }

    /// <summary>A stream of objects begins with pairs of numbers; a comment may stand before them.</summary>
    private static bool IsObjects(ReadOnlySpan<byte> begin)
    {
        var text = begin.TrimStart("\0\t\n\f\r "u8);
        if (text.Length > 0 && text[0] == '%') return true;
        var digits = text.IndexOfAnyExceptInRange((byte)'0', (byte)'9');
        if (digits <= 0 || text[digits] > 32) return false;
        var second = text[digits..].TrimStart("\0\t\n\f\r "u8);
        return second.Length > 0 && char.IsAsciiDigit((char)second[0]);
    }
}
