using Lakudo.Applications.Documents;
using PdfSharp.Drawing;
using PdfSharp.Pdf;

namespace Lakudo.Web.Children.Reports;

/// <summary>A table on A4 landscape in black and white: title and column heads on every page, a number on every page, rows of one height that are never cut.</summary>
internal sealed class PaperTable : IDisposable
{
    /// <summary>A column.</summary>
    /// <param name="Head">Its head; a line break is kept.</param>
    /// <param name="Width">Points.</param>
    internal sealed record Column(string Head, double Width);

    internal const double Left = 28;
    internal const double Width = 786;
    private const double PageWidth = 842;
    private const double PageHeight = 595;
    private const double Bottom = 556;
    private const double HeadLine = 10;
    private static readonly XPen Line = new(XColors.Black, 0.7);
    private readonly PdfDocument _document;
    private readonly string _title;
    private readonly string _subtitle;
    private readonly string _foot;
    private readonly bool _isSample;
    private XGraphics? _graphics;
    private IReadOnlyList<Column> _columns = [];

    /// <param name="title">In large letters above every page.</param>
    /// <param name="subtitle">Below it.</param>
    /// <param name="foot">At the foot of every page.</param>
    /// <param name="isSample">Whether every page says that it is a sample.</param>
    /// <param name="at">When it is made, UTC.</param>
    internal PaperTable(string title, string subtitle, string foot, bool isSample, DateTime at)
    {
        (_title, _subtitle, _foot, _isSample) = (title, subtitle, foot, isSample);
        _document = PdfFile.New(title, at);
    }

    /// <summary>How far down the page is filled, in points.</summary>
    internal double Y { get; private set; }

    private XGraphics Graphics => _graphics ?? NextPage();

    /// <summary>Begins a part of the table with its columns, on the present page where a few rows still fit.</summary>
    /// <param name="heading">What stands above it; null for nothing.</param>
    /// <param name="columns">The columns; together at most <see cref="Width"/>.</param>
    /// <param name="rowHeight">Points of its rows, so that a heading never stands alone.</param>
    internal void Begin(string? heading, IReadOnlyList<Column> columns, double rowHeight)
    {
        _columns = [];
        if (_graphics is null || Y + 70 + (2 * rowHeight) > Bottom) NextPage();
        if (heading is not null)
        {
            Y += 8;
            Graphics.DrawString(heading, DocumentFonts.Bold(13), XBrushes.Black, new XRect(Left, Y, Width, 18), XStringFormats.CenterLeft);
            Y += 20;
        }

        _columns = columns;
        DrawHeads();
    }

    /// <summary>A row: its cells are framed, what stands in them is drawn by the caller.</summary>
    internal void Row(double height, Action<XGraphics, IReadOnlyList<XRect>> draw, bool isStrong = false)
    {
        if (Y + height > Bottom) NextPage();
        var cells = new List<XRect>(_columns.Count);
        var x = Left;
        foreach (var column in _columns)
        {
            var cell = new XRect(x, Y, column.Width, height);
            Graphics.DrawRectangle(Line, isStrong ? XBrushes.Gainsboro : XBrushes.White, cell);
            cells.Add(cell);
            x += column.Width;
        }

        draw(Graphics, cells);
        Y += height;
    }

    /// <summary>Lines of text below the table, over its whole width.</summary>
    internal void Notes(IEnumerable<string> lines, double size = 9)
    {
        Y += 6;
        foreach (var line in lines.SelectMany(l => Wrap(l, size)))
        {
            if (Y + size + 4 > Bottom) NextPage(withHeads: false);
            Graphics.DrawString(line, DocumentFonts.Regular(size), XBrushes.Black, new XRect(Left, Y, Width, size + 3), XStringFormats.CenterLeft);
            Y += size + 3;
        }
    }

    /// <summary>Text within a cell, shortened where it is too long.</summary>
    internal static void Write(XGraphics graphics, string text, XFont font, XRect place, XStringFormat format)
    {
        while (text.Length > 2 && graphics.MeasureString(text, font).Width > place.Width) text = text[..^2] + "…";
        graphics.DrawString(text, font, XBrushes.Black, place, format);
    }

    /// <summary>Numbers the pages and gives the file.</summary>
    internal byte[] Finish()
    {
        _ = Graphics;
        _graphics!.Dispose();
        for (var i = 0; i < _document.PageCount; i++)
        {
            using var graphics = XGraphics.FromPdfPage(_document.Pages[i], XGraphicsPdfPageOptions.Append);
            var place = new XRect(Left, PageHeight - 32, Width, 14);
            graphics.DrawLine(Line, Left, PageHeight - 35, Left + Width, PageHeight - 35);
            graphics.DrawString(_foot, DocumentFonts.Regular(8), XBrushes.Black, place, XStringFormats.CenterLeft);
            graphics.DrawString($"Halaman {i + 1} dari {_document.PageCount}", DocumentFonts.Bold(11), XBrushes.Black, place, XStringFormats.CenterRight);
        }

        return PdfFile.Save(_document);
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        _graphics?.Dispose();
        _document.Dispose();
    }

    private XGraphics NextPage(bool withHeads = true)
    {
        _graphics?.Dispose();
        var page = _document.AddPage();
        (page.Width, page.Height) = (XUnit.FromPoint(PageWidth), XUnit.FromPoint(PageHeight));
        _graphics = XGraphics.FromPdfPage(page);
        Write(_graphics, _title, DocumentFonts.Bold(17), new XRect(Left, 22, Width - (_isSample ? 110 : 0), 24), XStringFormats.CenterLeft);
        Write(_graphics, _subtitle, DocumentFonts.Regular(11), new XRect(Left, 45, Width, 16), XStringFormats.CenterLeft);
        if (_isSample)
        {
            _graphics.DrawRectangle(Line, Left + Width - 100, 24, 100, 22);
            _graphics.DrawString("CONTOH", DocumentFonts.Bold(13), XBrushes.Black, new XRect(Left + Width - 100, 24, 100, 22), XStringFormats.Center);
        }

        Y = 66;
        if (withHeads && _columns.Count > 0) DrawHeads();
        return _graphics;
    }

    private void DrawHeads()
    {
        var height = 8 + (HeadLine * _columns.Max(c => c.Head.Count(ch => ch == '\n') + 1));
        var x = Left;
        foreach (var column in _columns)
        {
            Graphics.DrawRectangle(Line, XBrushes.Gainsboro, x, Y, column.Width, height);
            var lines = column.Head.Split('\n');
            var top = Y + ((height - (HeadLine * lines.Length)) / 2);
            foreach (var line in lines)
            {
                Write(Graphics, line, DocumentFonts.Bold(8.5), new XRect(x + 2, top, column.Width - 4, HeadLine), XStringFormats.Center);
                top += HeadLine;
            }

            x += column.Width;
        }

        Y += height;
    }

    private IEnumerable<string> Wrap(string text, double size)
    {
        var font = DocumentFonts.Regular(size);
        var line = "";
        foreach (var word in text.Split(' ', StringSplitOptions.RemoveEmptyEntries))
        {
            var longer = line.Length == 0 ? word : line + " " + word;
            if (line.Length > 0 && Graphics.MeasureString(longer, font).Width > Width)
            {
                yield return line;
                line = word;
            }
            else line = longer;
        }

        yield return line;
    }
}
