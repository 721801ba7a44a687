using Lakudo.Kernel;
using PdfSharp.Drawing;

namespace Lakudo.Applications.Documents;

/// <summary>The end of a document: QR at the left; place, day, official, seal and signature at the right.</summary>
internal static class SignatureBlock
{
    private const double Middle = Sheet.Left + (Sheet.Width * 0.47);
    private const double Column = Sheet.Right - Middle;
    private const double QrSize = 96;

    internal static void Draw(Sheet sheet, DocumentContent content, DocumentFace face)
    {
        // Never torn from one another: a page with a signature and nothing signed is how papers are forged.
        sheet.Need(Height(sheet, content));
        var top = sheet.Y;
        DrawQr(sheet, face, top);
        sheet.Y = top;

        var text = DocumentFonts.Regular(10.5);
        sheet.Paragraph($"Ditetapkan di {content.Place}", text, Middle, Column);
        sheet.Paragraph($"pada tanggal {content.IssuedOn.ToString("d MMMM yyyy", Formats.Indonesian)}", text, Middle, Column);
        sheet.Y += 8;
        sheet.Paragraph(content.Signatory.Position + ",", DocumentFonts.Bold(10.5), Middle, Column);
        DrawSignaturePlace(sheet, face.Way);
        sheet.Paragraph(content.Signatory.Name, DocumentFonts.Bold(10.5), Middle, Column);
        if (content.Signatory.Rank is { } rank) sheet.Paragraph(rank, DocumentFonts.Regular(9.5), Middle, Column);
        if (content.Signatory.Nip is { } nip) sheet.Paragraph($"NIP {nip}", DocumentFonts.Regular(9.5), Middle, Column);
    }

    private static double Height(Sheet sheet, DocumentContent content)
    {
        var bold = DocumentFonts.Bold(10.5);
        var lines = sheet.Lines(content.Place, bold, Column - 80).Count + sheet.Lines(content.Signatory.Position, bold, Column).Count
            + sheet.Lines(content.Signatory.Name, bold, Column).Count + 3;
        return (lines * 15.3) + 84;
    }

    private static void DrawQr(Sheet sheet, DocumentFace face, double top)
    {
        const double width = 170;
        QrPicture.Draw(sheet.Graphics, face.Address.AbsoluteUri, new XRect(Sheet.Left - 8, top, QrSize, QrSize));
        sheet.Y = top + QrSize + 2;
        sheet.Paragraph("Periksa keaslian: pindai, atau ketik kode", DocumentFonts.Regular(7.5), Sheet.Left, width);
        sheet.Paragraph(face.Code.ToString(), DocumentFonts.Bold(11), Sheet.Left, width);
        sheet.Paragraph("di " + face.Address.GetLeftPart(UriPartial.Path)[..^(face.Code.ToString().Length + 1)], DocumentFonts.Regular(7.5), Sheet.Left, width);
    }

    private static void DrawSignaturePlace(Sheet sheet, SigningWay way)
    {
        const double height = 74, seal = 66;
        var grey = new XPen(XColors.Gray, 0.7) { DashStyle = XDashStyle.Dash };
        var circle = new XRect(Middle - 44, sheet.Y + 4, seal, seal);
        sheet.Graphics.DrawEllipse(grey, circle);
        var label = way == SigningWay.Electronic ? new[] { "tempat cap", "bila dicetak" } : ["tempat", "cap dinas"];
        for (var i = 0; i < label.Length; i++)
            sheet.Graphics.DrawString(label[i], DocumentFonts.Regular(7), XBrushes.Gray, new XRect(circle.X, circle.Y + 24 + (i * 9), seal, 9), XStringFormats.Center);

        if (way == SigningWay.Electronic)
        {
            var box = new XRect(Middle + 32, sheet.Y + 14, Column - 32, 46);
            sheet.Graphics.DrawRoundedRectangle(new XPen(XColors.Black, 0.7), box, new XSize(8, 8));
            sheet.Graphics.DrawString("Ditandatangani", DocumentFonts.Bold(9), XBrushes.Black, new XRect(box.X, box.Y + 9, box.Width, 13), XStringFormats.Center);
            sheet.Graphics.DrawString("secara elektronik", DocumentFonts.Bold(9), XBrushes.Black, new XRect(box.X, box.Y + 23, box.Width, 13), XStringFormats.Center);
        }

        sheet.Y += height;
    }
}
