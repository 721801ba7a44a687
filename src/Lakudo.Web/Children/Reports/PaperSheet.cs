using Lakudo.Applications.Documents;
using PdfSharp.Drawing;
using PdfSharp.Drawing.Layout;
using PdfSharp.Pdf;

namespace Lakudo.Web.Children.Reports;

/// <summary>One small sheet of paper, laid out in millimetres from its upper left corner.</summary>
internal static class PaperSheet
{
    internal const double Millimetre = 72 / 25.4;

    /// <summary>A PDF of one page.</summary>
    /// <param name="title">What a viewer shows as its name; nobody's name.</param>
    /// <param name="at">When it is made, UTC.</param>
    /// <param name="width">Millimetres.</param>
    /// <param name="height">Millimetres.</param>
    /// <param name="draw">Draws the page.</param>
    internal static byte[] Draw(string title, DateTime at, double width, double height, Action<XGraphics, PdfPage> draw)
    {
        using var document = PdfFile.New(title, at);
        var page = document.AddPage();
        (page.Width, page.Height) = (XUnit.FromMillimeter(width), XUnit.FromMillimeter(height));
        using (var graphics = XGraphics.FromPdfPage(page)) draw(graphics, page);
        return PdfFile.Save(document);
    }

    /// <summary>A place on it, in millimetres.</summary>
    internal static XRect At(double left, double top, double width, double height) => new(left * Millimetre, top * Millimetre, width * Millimetre, height * Millimetre);

    /// <summary>Text that wraps within its place.</summary>
    internal static void Write(this XGraphics graphics, string text, double size, bool isBold, XRect place) =>
        new XTextFormatter(graphics).DrawString(text, isBold ? DocumentFonts.Bold(size) : DocumentFonts.Regular(size), XBrushes.Black, place);
}
