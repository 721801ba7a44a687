using System.IO.Compression;
using System.Text;
using Lakudo.Kernel;
using PdfSharp.Pdf;
using PdfSharp.Pdf.IO;

namespace Lakudo.Applications.Documents;

/// <summary>How every PDF of the program is begun and finished: with letters that the typeface has, and with streams that are
/// whole.</summary>
/// <remarks>PDFsharp's own compression leaves out the checksum at the end of a stream (RFC 1950); after a signature nobody could add
/// it.</remarks>
public static class PdfFile
{
    private const string Flate = "/FlateDecode";
    private const int ZlibHeader = 2;

    /// <summary>A new document.</summary>
    /// <param name="title">What a viewer shows as its name.</param>
    /// <param name="at">When it is made, UTC.</param>
    public static PdfDocument New(string title, DateTime at)
    {
#pragma warning disable RS0030 // The one place where documents are begun.
        var document = new PdfDocument();
#pragma warning restore RS0030
        document.Info.Title = title;
        document.Info.Creator = "Lakudo";
        document.Info.CreationDate = at;
        document.Info.ModificationDate = at;
        document.Language = "id-ID";
        document.RenderEvents.PrepareTextEvent += (_, text) => text.Text = Printable(text.Text);
        return document;
    }

    /// <summary>The finished file.</summary>
    public static byte[] Save(PdfDocument document)
    {
        using var drawn = Open(Written(document));
        foreach (var part in drawn.Internals.GetAllObjects().OfType<PdfDictionary>())
        {
            if (part.Stream is { } stream && part.Elements.GetName("/Filter") == Flate) stream.Value = Whole(stream.Value);
        }

        return Written(drawn);
    }

    /// <summary>A file to be changed, of which streams stay as they are.</summary>
    internal static PdfDocument Open(byte[] pdf)
    {
        var document = PdfReader.Open(new MemoryStream(pdf), PdfDocumentOpenMode.Modify);
        document.Options.NoCompression = true;
        document.Options.CompressContentStreams = false;
        return document;
    }

    /// <summary>The bytes of a document, as PDFsharp writes them.</summary>
    internal static byte[] Written(PdfDocument document)
    {
        using var stream = new MemoryStream();
#pragma warning disable RS0030 // The one place where documents are written.
        document.Save(stream, closeStream: false);
#pragma warning restore RS0030
        return stream.ToArray();
    }

    /// <summary>What of a text can be printed. What is numbered was refused before; on a list or a letter a question mark shows that a
    /// letter is missing.</summary>
    private static string Printable(string text)
    {
        if (!text.AsSpan().ContainsAnyExceptInRange(' ', '~')) return text;
        var printable = new StringBuilder(text.Length);
        foreach (var letter in LetterTables.Compose(LetterTables.Fold(text, isName: false)).EnumerateRunes())
        {
            if (DocumentFonts.Has(letter.Value)) printable.Append(letter);
            else if (!Rune.IsControl(letter) && Rune.GetUnicodeCategory(letter) is not System.Globalization.UnicodeCategory.Format) printable.Append('?');
        }

        return printable.ToString();
    }

    private static byte[] Whole(byte[] flate)
    {
        using var plain = new MemoryStream();
        using (var inflate = new DeflateStream(new MemoryStream(flate, ZlibHeader, flate.Length - ZlibHeader), CompressionMode.Decompress)) inflate.CopyTo(plain);
        using var whole = new MemoryStream();
        using (var zlib = new ZLibStream(whole, CompressionLevel.Optimal, leaveOpen: true)) zlib.Write(plain.GetBuffer(), 0, (int)plain.Length);
        return whole.ToArray();
    }
}
