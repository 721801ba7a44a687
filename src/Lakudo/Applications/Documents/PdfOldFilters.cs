namespace Lakudo.Applications.Documents;

/// <summary>The filters that few programs write today and every reader takes off: base 85, run lengths, LZW. Each stops at its own
/// end, at what it cannot read, and at a bound.</summary>
internal static class PdfOldFilters
{
    private const int Clear = 256;
    private const int End = 257;

    /// <summary>Groups of five letters for four bytes; <c>z</c> for four zeros.</summary>
    internal static byte[] Ascii85(ReadOnlySpan<byte> data, int most)
    {
        var bytes = new List<byte>();
        var (group, count) = (0u, 0);
        foreach (var c in data)
        {
            if (bytes.Count >= most) return [.. bytes];
            if (c == 'z' && count == 0) bytes.AddRange([0, 0, 0, 0]);
            if (c is < (byte)'!' or > (byte)'u') continue;
            group = unchecked((group * 85) + (uint)(c - '!'));
            if (++count < 5) continue;
            Add(4);
            (group, count) = (0, 0);
        }

        if (count < 2) return [.. bytes];
        for (var i = count; i < 5; i++) group = unchecked((group * 85) + 84);
        Add(count - 1);
        return [.. bytes];

        void Add(int wanted)
        {
            for (var i = 0; i < wanted; i++) bytes.Add((byte)(group >> (24 - (8 * i))));
        }
    }

    /// <summary>A count, then either so many bytes or one byte so many times.</summary>
    internal static byte[] RunLength(ReadOnlySpan<byte> data, int most)
    {
        var bytes = new List<byte>();
        for (var at = 0; at < data.Length && data[at] != 128 && bytes.Count < most;)
        {
            int count = data[at++];
            if (count < 128)
            {
                var end = Math.Min(data.Length, at + count + 1);
                bytes.AddRange(data[at..end]);
                at = end;
            }
            else if (at < data.Length)
            {
                bytes.AddRange(Enumerable.Repeat(data[at++], 257 - count));
            }
        }

        return [.. bytes];
    }

    /// <summary>Codes of 9 to 12 bits for growing strings, which change their width one code early, as PDF does by default.</summary>
    internal static byte[] Lzw(ReadOnlySpan<byte> data, int most)
    {
        var bytes = new List<byte>();
        var strings = new List<byte[]>();
        var (before, bits, held, width) = ((byte[]?)null, 0u, 0, 9);
        Begin();
        foreach (var next in data)
        {
            (bits, held) = ((bits << 8) | next, held + 8);
            if (held < width) continue;
            var code = (int)(bits >> (held - width)) & ((1 << width) - 1);
            held -= width;
            if (code == End || bytes.Count >= most) break;
            if (code == Clear)
            {
                Begin();
                continue;
            }

            var now = code < strings.Count ? strings[code] : before is null ? null : [.. before, before[0]];
            if (now is null || now.Length == 0) break;
            bytes.AddRange(now);
            if (before is not null && strings.Count < 4096) strings.Add([.. before, now[0]]);
            before = now;
            width = strings.Count + 1 >= 2048 ? 12 : strings.Count + 1 >= 1024 ? 11 : strings.Count + 1 >= 512 ? 10 : 9;
        }

        return [.. bytes];

        void Begin()
        {
            strings.Clear();
            for (var i = 0; i < 256; i++) strings.Add([(byte)i]);
            strings.AddRange([[], []]);
            (before, width) = (null, 9);
        }
    }
}
