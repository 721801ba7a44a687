namespace Lakudo.Applications.Documents;

/// <summary>What a PDF's bytes tell without drawing it.</summary>
internal static class PdfContent
{
    // Not /JS: three letters turn up by chance in compressed data, and a script action must say /JavaScript anyway.
    private static readonly string[] ActiveNames = ["JavaScript", "Launch", "EmbeddedFile", "EmbeddedFiles", "RichMedia", "Encrypt", "XFA"];

    /// <summary>Ends as a PDF must: a cross-reference address and the end mark within the last kilobyte.</summary>
    internal static bool IsWhole(ReadOnlySpan<byte> content)
    {
        var tail = content[Math.Max(0, content.Length - 1024)..];
        return tail.LastIndexOf("%%EOF"u8) > tail.LastIndexOf("startxref"u8) && tail.IndexOf("startxref"u8) >= 0;
    }

    /// <summary>
    /// Whether a name of script, attachment or lock stands in it, also when written with #-escapes. Compressed object streams are not opened:
    /// what hides there is kept from running by how uploads are served (as attachments, under a policy without scripts).
    /// </summary>
    internal static bool IsActive(ReadOnlySpan<byte> content)
    {
        Span<char> name = stackalloc char[16];
        for (var at = content.IndexOf((byte)'/'); at >= 0;)
        {
            at++;
            var length = ReadName(content[at..], name);
            foreach (var active in ActiveNames)
                if (name[..length].SequenceEqual(active)) return true;
            var next = content[at..].IndexOf((byte)'/');
            at = next < 0 ? -1 : at + next;
        }

        return false;
    }

    private static int ReadName(ReadOnlySpan<byte> content, Span<char> name)
    {
        var length = 0;
        for (var i = 0; i < content.Length && length < name.Length; i++)
        {
            var value = content[i];
            if (value == '#' && i + 2 < content.Length && char.IsAsciiHexDigit((char)content[i + 1]) && char.IsAsciiHexDigit((char)content[i + 2]))
            {
                value = Convert.ToByte(new string([(char)content[i + 1], (char)content[i + 2]]), 16);
                i += 2;
            }
            else if (value <= 32 || "/[]<>()%{}".Contains((char)value))
            {
                break;
            }

            name[length++] = (char)value;
        }

        return length;
    }
}
