using System.Text;

namespace Lakudo.Applications.Documents;

/// <summary>The names in a PDF's bytes, wherever they stand, and what follows them.</summary>
internal static class PdfNames
{
    private const int Longest = 40;
    private const int LongestAddress = 400;
    private static readonly string[] Schemes = ["http", "https", "mailto", "tel"];

    /// <summary>Every name with the place behind it.</summary>
    internal static List<(string Name, int Behind)> In(ReadOnlySpan<byte> content)
    {
        var names = new List<(string, int)>();
        Span<char> name = stackalloc char[Longest];
        for (var at = content.IndexOf((byte)'/'); at >= 0;)
        {
            at++;
            var (length, read) = Read(content[at..], name);
            if (length > 1) names.Add((new string(name[..length]), at + read));
            var next = content[at..].IndexOf((byte)'/');
            at = next < 0 ? -1 : at + next;
        }

        return names;
    }

    /// <summary>What follows a place, without white space and comments.</summary>
    internal static ReadOnlySpan<byte> After(ReadOnlySpan<byte> content, int at)
    {
        for (; at < content.Length; at++)
        {
            if (content[at] == '%')
            {
                while (at < content.Length && content[at] is not ((byte)'\r' or (byte)'\n')) at++;
            }
            else if (content[at] > 32)
            {
                break;
            }
        }

        return content[Math.Min(at, content.Length)..];
    }

    /// <summary>Whether an address is anything but one of the web, of mail or of a telephone; one that cannot be read counts
    /// too.</summary>
    internal static bool LeadsAstray(ReadOnlySpan<byte> value)
    {
        // The kind of an action, and the base of relative addresses, are names and dictionaries.
        if (value.IsEmpty || value[0] == '/' || value[0] == '>' || value.StartsWith("<<"u8)) return false;
        if (value[0] is not ((byte)'(' or (byte)'<')) return true;
        var address = (value[0] == '(' ? Text(value[1..]) : Hex(value[1..])).Trim();
        if (address.Any(c => c is < ' ' or > '~') || address.StartsWith("//", StringComparison.Ordinal) || address.StartsWith('\\'))
            return true;
        var colon = address.IndexOf(':', StringComparison.Ordinal);
        return colon > 0 && address[..colon].All(c => char.IsAsciiLetterOrDigit(c) || c is '+' or '-' or '.')
            && !Schemes.Contains(address[..colon], StringComparer.OrdinalIgnoreCase);
    }

    private static (int Length, int Read) Read(ReadOnlySpan<byte> content, Span<char> name)
    {
        var (length, i) = (0, 0);
        for (; i < content.Length; i++)
        {
            var value = content[i];
            if (value == '#' && i + 2 < content.Length
                && char.IsAsciiHexDigit((char)content[i + 1]) && char.IsAsciiHexDigit((char)content[i + 2]))
            {
                value = Convert.FromHexString(Encoding.ASCII.GetString(content.Slice(i + 1, 2)))[0];
                i += 2;
            }
            else if (value <= 32 || "/[]<>()%{}".Contains((char)value, StringComparison.Ordinal))
            {
                break;
            }

            if (length == name.Length) return (0, i);
            name[length++] = (char)value;
        }

        return (length, i);
    }

    private static string Text(ReadOnlySpan<byte> value)
    {
        var text = new StringBuilder();
        for (var i = 0; i < value.Length && value[i] != ')' && text.Length < LongestAddress; i++)
        {
            if (value[i] != '\\' || i + 1 == value.Length)
            {
                text.Append((char)value[i]);
                continue;
            }

            var next = value[++i];
            var digits = 0;
            while (digits < 3 && i + digits < value.Length && value[i + digits] is >= (byte)'0' and <= (byte)'7') digits++;
            if (digits > 0)
            {
                text.Append((char)(Convert.ToInt32(Encoding.ASCII.GetString(value.Slice(i, digits)), 8) & 0xFF));
                i += digits - 1;
            }
            else if (next is not ((byte)'\r' or (byte)'\n'))
            {
                text.Append(next is (byte)'n' or (byte)'r' or (byte)'t' or (byte)'b' or (byte)'f' ? '\u0001' : (char)next);
            }
        }

        return text.ToString();
    }

    private static string Hex(ReadOnlySpan<byte> value) => Encoding.Latin1.GetString(PdfFilters.AsciiHex(value, LongestAddress));
}
