using PdfSharp.Drawing;
using QRCoder;

namespace Lakudo.Applications.Documents;

/// <summary>A QR code drawn as squares, so that it stays sharp at any size of print.</summary>
public static class QrPicture
{
    /// <summary>Draws with the quiet zone of four modules that readers need inside the given square.</summary>
    public static void Draw(XGraphics graphics, string text, XRect place)
    {
        using var generator = new QRCodeGenerator();
        using var data = generator.CreateQrCode(text, QRCodeGenerator.ECCLevel.M);
        var modules = data.ModuleMatrix;
        var size = place.Width / modules.Count;
        graphics.DrawRectangle(XBrushes.White, place);
        var path = new XGraphicsPath { FillMode = XFillMode.Winding };
        for (var row = 0; row < modules.Count; row++)
        {
            for (var column = 0; column < modules.Count; column++)
            {
                if (!modules[row][column]) continue;
                var from = column;
                while (column + 1 < modules.Count && modules[row][column + 1]) column++;
                path.AddRectangle(place.X + (from * size), place.Y + (row * size), (column - from + 1) * size, size);
            }
        }

        graphics.DrawPath(XBrushes.Black, path);
    }
}
