using Lakudo.Applications.Documents;
using Lakudo.Web.Children.Reports;
using PdfSharp.Drawing;
using PdfSharp.Pdf;
using static Lakudo.Web.Children.Reports.PaperSheet;

namespace Lakudo.Web.Children.Families;

/// <summary>The A6 sheet of a family card: above the sticker for the KIA book, below the slip on which the health worker writes the PIN by hand. It names nobody, and no file ever holds the PIN.</summary>
internal static class StickerSheet
{
    private static readonly XPen Cut = new(XColors.Gray, 0.6) { DashStyle = XDashStyle.Dash };

    /// <summary>Draws it.</summary>
    /// <param name="address">What the QR code says.</param>
    /// <param name="at">When it is made, UTC.</param>
    public static byte[] Draw(string address, DateTime at)
    {
        return PaperSheet.Draw("Kartu keluarga", at, 105, 148, (graphics, page) =>
        {
            graphics.DrawRectangle(Cut, At(8, 8, 89, 74));
            QrPicture.Draw(graphics, address, At(12, 16, 46, 46));
            // On a screen the code can be pressed as well.
            page.AddWebLink(new PdfRectangle(graphics.Transformer.WorldToDefaultPage(At(12, 16, 46, 46))), address);
            graphics.Write("Pertumbuhan anak", 11, true, At(60, 17, 36, 12));
            graphics.Write("1. Pindai dengan kamera ponsel.\n2. Isi tanggal lahir anak.\n3. Isi PIN keluarga.", 8.5, false, At(60, 30, 35, 32));
            graphics.Write("Untuk keluarga pemilik Buku KIA ini. PIN tidak ditulis di sini.", 7.5, false, At(14, 67, 78, 10));
            graphics.Write("Gunting pada garis, tempel di Buku KIA.", 7, false, At(8, 83.5, 89, 5));
            graphics.DrawLine(Cut, 0, 92 * Millimetre, 105 * Millimetre, 92 * Millimetre);
            graphics.Write("PIN keluarga", 12, true, At(8, 96, 89, 7));
            for (var i = 0; i < 6; i++) graphics.DrawRectangle(XPens.Black, At(8 + (i * 13) + (i > 2 ? 4 : 0), 104, 11, 13));
            graphics.Write("Simpan lembar ini terpisah dari Buku KIA, misalnya di dompet. Jangan berikan kepada orang lain, juga tidak kepada yang mengaku petugas lewat telepon.", 8.5, false, At(8, 120, 89, 13));
            graphics.Write("Lupa PIN, buku hilang, atau halaman terkunci? Datang kepada bidan atau petugas gizi: dibuatkan yang baru, tidak dipungut biaya.", 8.5, false, At(8, 133, 89, 12));
        });
    }
}
