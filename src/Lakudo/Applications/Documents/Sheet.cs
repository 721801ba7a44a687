using PdfSharp.Drawing;
using PdfSharp.Pdf;

namespace Lakudo.Applications.Documents;

/// <summary>Pages that fill from the top: text wraps, and what does not fit goes to the next page.</summary>
internal sealed class Sheet : IDisposable
{
    internal const double Left = 68;
    internal const double Right = 538;
    internal const double Width = Right - Left;
    private const double Top = 74;
    private const double Bottom = 764;
    private readonly PdfDocument _document;

    internal Sheet(PdfDocument document)
    {
        _document = document;
        Graphics = NextPage();
        Y = 46;
    }

    /// <summary>What draws on the present page.</summary>
    internal XGraphics Graphics { get; private set; }

    /// <summary>How far down the present page is filled, in points.</summary>
    internal double Y { get; set; }

    /// <inheritdoc/>
    public void Dispose() => Graphics.Dispose();

    /// <summary>Begins a new page when less than <paramref name="height"/> is left.</summary>
    internal void Need(double height)
    {
        if (Y + height <= Bottom) return;
        Graphics.Dispose();
        Graphics = NextPage();
        Y = Top;
    }

    /// <summary>A paragraph over the given width, line by line, over pages where it must.</summary>
    internal void Paragraph(string text, XFont font, double x = Left, double width = Width, bool centred = false, double leading = 1.45)
    {
        var height = font.Size * leading;
        foreach (var line in Lines(text, font, width))
        {
            Need(height);
            var place = new XRect(x, Y, width, height);
            Graphics.DrawString(line, font, XBrushes.Black, place, centred ? XStringFormats.Center : XStringFormats.CenterLeft);
            Y += height;
        }
    }

    /// <summary>A line of the body: label, colon, value; the longer of the two decides the height.</summary>
    internal void Field(string label, string value, XFont font)
    {
        const double indent = 24, labelWidth = 150, gap = 12;
        var height = font.Size * 1.5;
        var labels = Lines(label, font, labelWidth);
        var values = Lines(value, font, Width - indent - labelWidth - gap);
        for (var i = 0; i < Math.Max(labels.Count, values.Count); i++)
        {
            Need(height);
            Write(i < labels.Count ? labels[i] : "", Left + indent);
            if (i == 0) Write(":", Left + indent + labelWidth);
            Write(i < values.Count ? values[i] : "", Left + indent + labelWidth + gap);
            Y += height;
        }

        Y += 2;

        void Write(string text, double x) =>
            Graphics.DrawString(text, font, XBrushes.Black, new XRect(x, Y, Right - x, height), XStringFormats.CenterLeft);
    }

    /// <summary>Breaks a text into lines that fit; a word longer than a line is cut.</summary>
    internal List<string> Lines(string text, XFont font, double width)
    {
        var lines = new List<string>();
        foreach (var paragraph in text.ReplaceLineEndings("\n").Split('\n'))
        {
            var line = "";
            foreach (var word in paragraph.Split(' ', StringSplitOptions.RemoveEmptyEntries))
            {
                var rest = word;
                if (line.Length > 0 && Fits(line + " " + rest)) rest = line + " " + rest;
                else if (line.Length > 0) lines.Add(line);
                while (!Fits(rest))
                {
                    var cut = rest.Length - 1;
                    while (cut > 1 && !Fits(rest[..cut])) cut--;
                    lines.Add(rest[..cut]);
                    rest = rest[cut..];
                }

                line = rest;
            }

            lines.Add(line);
        }

        return lines;

        bool Fits(string candidate) => candidate.Length <= 1 || Graphics.MeasureString(candidate, font).Width <= width;
    }

    private XGraphics NextPage()
    {
        var page = _document.AddPage();
        page.Width = XUnit.FromPoint(595);
        page.Height = XUnit.FromPoint(842);
        return XGraphics.FromPdfPage(page);
    }
}
