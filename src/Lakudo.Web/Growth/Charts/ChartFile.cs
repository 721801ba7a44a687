using Lakudo.Applications.Documents;
using SkiaSharp;

namespace Lakudo.Web.Growth.Charts;

/// <summary>Writes a page as SVG, PNG or PDF: one drawing for the three, on a sheet of A4.</summary>
internal static class ChartFile
{
    private const float PngScale = 200f / 72;
    private static readonly string[] Endings = [".svg", ".png", ".pdf"];
    private static readonly SKRect Sheet = new(0, 0, ChartDrawing.Width, ChartDrawing.Height);

    /// <summary>Whether a file of this name can be written.</summary>
    public static bool IsKnown(string path) => Endings.Contains(Path.GetExtension(path), StringComparer.OrdinalIgnoreCase);

    /// <summary>Writes the page in the form that the name's ending asks for.</summary>
    public static void Write(ChartPage page, SKTypeface typeface, string path, Stream to)
    {
        switch (Path.GetExtension(path).ToLowerInvariant())
        {
            case ".svg":
                using (var canvas = SKSvgCanvas.Create(Sheet, to))
                {
                    ChartDrawing.Draw(canvas, page, typeface);
                }

                break;
            case ".pdf":
                using (var document = SKDocument.CreatePdf(to, new SKDocumentPdfMetadata { Title = page.Title, Creator = "Lakudo", RasterDpi = 300 }))
                {
                    ChartDrawing.Draw(document.BeginPage(Sheet.Width, Sheet.Height), page, typeface);
                    document.EndPage();
                    document.Close();
                }

                break;
            default:
                using (var surface = SKSurface.Create(new SKImageInfo((int)(Sheet.Width * PngScale), (int)(Sheet.Height * PngScale))))
                {
                    surface.Canvas.Scale(PngScale);
                    ChartDrawing.Draw(surface.Canvas, page, typeface);
                    using var picture = surface.Snapshot().Encode(SKEncodedImageFormat.Png, 100);
                    picture.SaveTo(to);
                }

                break;
        }
    }

    /// <summary>The typeface: the file that was named, else the program's own; null where the file is none.</summary>
    public static SKTypeface? Typeface(string? file)
    {
        if (file is not null)
        {
            return SKTypeface.FromFile(file);
        }

        return SKTypeface.FromStream(DocumentFonts.OpenRegular());
    }
}
