namespace Lakudo.Applications.Documents;

/// <summary>What a PDF's bytes tell without drawing it.</summary>
internal static class PdfContent
{
    /// <summary>Names of script, of reaching out to other files and machines, of attachments and locks. Long enough not to turn up by
    /// chance in compressed bytes.</summary>
    private static readonly HashSet<string> Active =
    [
        "JavaScript", "Launch", "GoToR", "GoToE", "SubmitForm", "ImportData", "Rendition", "RichMedia", "Movie", "Sound",
        "EmbeddedFile", "EmbeddedFiles", "FileAttachment", "Filespec", "Collection", "Encrypt", "XFA",
    ];

    /// <summary>Ends as a PDF must: a cross-reference address and the end mark within the last kilobyte.</summary>
    internal static bool IsWhole(ReadOnlySpan<byte> content)
    {
        var tail = content[Math.Max(0, content.Length - 1024)..];
        return tail.LastIndexOf("%%EOF"u8) > tail.LastIndexOf("startxref"u8) && tail.IndexOf("startxref"u8) >= 0;
    }

    /// <summary>
    /// Whether it does something, carries other files, is locked, or hides what it holds. Names count also when written with
    /// #-escapes, in any revision of the file and
    /// in compressed objects. What cannot be unpacked within bounds counts as hidden.
    /// </summary>
    internal static bool IsActive(ReadOnlySpan<byte> content)
    {
        var (declared, opens, links) = (0, false, false);
        foreach (var (name, _) in PdfNames.In(content))
        {
            if (Active.Contains(name)) return true;
            if (name == "ObjStm") declared++;
        }

        if (PdfStreams.Read(content.ToArray()) is not { } parts || parts.ObjectStreams < declared) return true;
        foreach (var part in parts.Readable)
        {
            foreach (var (name, at) in PdfNames.In(part))
            {
                if (Active.Contains(name) || name is "JS" or "AA") return true;
                var value = PdfNames.After(part, at);
                // A place in the document is where a viewer may begin; an action is not.
                opens |= name is "OpenAction" && (value.StartsWith("<<"u8) || (value.Length > 0 && char.IsAsciiDigit((char)value[0])));
                links |= name is "URI";
                if (name is "URI" && PdfNames.LeadsAstray(value)) return true;
            }
        }

        return opens && links;
    }
}
