using Lakudo.Applications.Documents;
using PdfSharp.Drawing;
using PdfSharp.Drawing.Layout;
using PdfSharp.Pdf;

namespace Lakudo.Web.Children.Families;

/// <summary>The A6 sheet of a family card: above the sticker for the KIA book, below the slip on which the health worker writes the PIN by hand. It names nobody, and no file ever holds the PIN.</summary>
internal static class StickerSheet
{
    private const double Millimetre = 72 / 25.4;
    private const double Width = 105 * Millimetre, Height = 148 * Millimetre;
    private static readonly XPen Cut = new(XColors.Gray, 0.6) { DashStyle = XDashStyle.Dash };

    /// <summary>Draws it.</summary>
    /// <param name="address">What the QR code says.</param>
    public static byte[] Draw(string address)
    {
        using var document = new PdfDocument();
        document.Info.Title = "Kartu keluarga";
        var page = document.AddPage();
        (page.Width, page.Height) = (XUnit.FromPoint(Width), XUnit.FromPoint(Height));
        using (var graphics = XGraphics.FromPdfPage(page))
        {
            graphics.DrawRectangle(Cut, At(8, 8, 89, 74));
            QrPicture.Draw(graphics, address, At(12, 16, 46, 46));
            // On a screen the code can be pressed as well.
            page.AddWebLink(new PdfRectangle(graphics.Transformer.WorldToDefaultPage(At(12, 16, 46, 46))), address);
            Write(graphics, "Pertumbuhan anak", 11, true, At(60, 17, 36, 12));
            Write(graphics, "1. Pindai dengan kamera ponsel.\n2. Isi tanggal lahir anak.\n3. Isi PIN keluarga.", 8.5, false, At(60, 30, 35, 32));
            Write(graphics, "Untuk keluarga pemilik Buku KIA ini. PIN tidak ditulis di sini.", 7.5, false, At(14, 67, 78, 10));
            Write(graphics, "Gunting pada garis, tempel di Buku KIA.", 7, false, At(8, 83.5, 89, 5));
            graphics.DrawLine(Cut, 0, 92 * Millimetre, Width, 92 * Millimetre);
            Write(graphics, "PIN keluarga", 12, true, At(8, 96, 89, 7));
            for (var i = 0; i < 6; i++) graphics.DrawRectangle(XPens.Black, At(8 + (i * 13) + (i > 2 ? 4 : 0), 104, 11, 13));
            Write(graphics, "Simpan lembar ini terpisah dari Buku KIA, misalnya di dompet. Jangan berikan kepada orang lain, juga tidak kepada yang mengaku petugas lewat telepon.", 8.5, false, At(8, 120, 89, 13));
            Write(graphics, "Lupa PIN, buku hilang, atau halaman terkunci? Datang kepada bidan atau petugas gizi: dibuatkan yang baru, tidak dipungut biaya.", 8.5, false, At(8, 133, 89, 12));
        }

        using var file = new MemoryStream();
        document.Save(file);
        return file.ToArray();
    }

    private static XRect At(double left, double top, double width, double height) => new(left * Millimetre, top * Millimetre, width * Millimetre, height * Millimetre);

    private static void Write(XGraphics graphics, string text, double size, bool isBold, XRect place) =>
        new XTextFormatter(graphics).DrawString(text, new XFont("Plus Jakarta Sans", size, isBold ? XFontStyleEx.Bold : XFontStyleEx.Regular), XBrushes.Black, place);
}
