using PdfSharp.Drawing;

namespace Lakudo.Applications.Documents;

/// <summary>What every page bears outside its text: number, code, page of pages, and the band of a sample.</summary>
internal static class PageMargins
{
    internal const string SampleText = "CONTOH, TIDAK BERKEKUATAN HUKUM";

    internal static void Draw(XGraphics graphics, DocumentFace face, string number, int page, int pages)
    {
        var small = DocumentFonts.Regular(7);
        graphics.DrawLine(new XPen(XColors.Gray, 0.5), Sheet.Left, 774, Sheet.Right, 774);
        graphics.DrawString(
            face.Way == SigningWay.Electronic
                ? "Dokumen ini ditandatangani secara elektronik: berkas PDF adalah aslinya, cetakannya adalah salinan."
                : "Dokumen ini ditandatangani di atas kertas: lembar bertanda tangan dan bercap adalah aslinya.",
            small, XBrushes.Black, new XRect(Sheet.Left, 778, Sheet.Width, 10), XStringFormats.CenterLeft);
        var left = number.Length > 60 ? number[..60] + "…" : number;
        graphics.DrawString($"{left}  ·  {face.Code}", small, XBrushes.Black, new XRect(Sheet.Left, 789, Sheet.Width, 10), XStringFormats.CenterLeft);
        graphics.DrawString($"Halaman {page} dari {pages}", small, XBrushes.Black, new XRect(Sheet.Left, 789, Sheet.Width, 10), XStringFormats.CenterRight);
        if (face.IsSample) DrawSampleBands(graphics);
    }

    private static void DrawSampleBands(XGraphics graphics)
    {
        var red = new XSolidBrush(XColor.FromArgb(0xB3, 0x14, 0x1D));
        foreach (var y in new double[] { 12, 812 })
        {
            graphics.DrawRectangle(red, 0, y, 595, 20);
            graphics.DrawString(SampleText, DocumentFonts.Bold(10.5), XBrushes.White, new XRect(0, y, 595, 20), XStringFormats.Center);
        }

        var state = graphics.Save();
        graphics.RotateAtTransform(-52, new XPoint(297, 421));
        graphics.DrawString("CONTOH", DocumentFonts.Bold(120), new XSolidBrush(XColor.FromArgb(22, 0xB3, 0x14, 0x1D)), new XRect(-100, 340, 795, 160), XStringFormats.Center);
        graphics.Restore(state);
    }
}
