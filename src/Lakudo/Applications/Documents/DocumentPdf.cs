using Lakudo.Kernel;
using PdfSharp.Drawing;

namespace Lakudo.Applications.Documents;

/// <summary>Prints a document as the PDF that is then signed: letterhead, number, body, seal place, QR, signature block.</summary>
public static class DocumentPdf
{
    /// <summary>The entry in the file's information that names the document, so that an uploaded copy finds its record.</summary>
    internal const string CodeKey = "/LakudoKode";

    /// <summary>Draws the document.</summary>
    /// <param name="content">What it says.</param>
    /// <param name="face">Code, QR, way of signing, sample or not.</param>
    /// <param name="at">When it is made, UTC; written into the file's information.</param>
    /// <returns>The unsigned PDF. Nothing may be changed in it after signing, so everything is already in.</returns>
    public static byte[] Print(DocumentContent content, DocumentFace face, DateTime at)
    {
        using var document = PdfFile.New($"{content.Title} {content.Number}", at);
        document.Info.Author = content.Letterhead.Agency;
        document.Info.Elements.SetString(CodeKey, face.Code.ToString());

        using (var sheet = new Sheet(document))
        {
            DrawLetterhead(sheet, content.Letterhead);
            DrawTitle(sheet, content);
            DrawBody(sheet, content);
            SignatureBlock.Draw(sheet, content, face);
        }

        for (var i = 0; i < document.PageCount; i++)
        {
            using var graphics = XGraphics.FromPdfPage(document.Pages[i], XGraphicsPdfPageOptions.Append);
            PageMargins.Draw(graphics, face, content.Number, i + 1, document.PageCount);
        }

        return PdfFile.Save(document);
    }

    private static void DrawLetterhead(Sheet sheet, Letterhead head)
    {
        const double emblem = 58, textLeft = Sheet.Left + emblem + 10, textWidth = Sheet.Width - (2 * (emblem + 10));
        var top = sheet.Y;
        DrawEmblem(sheet.Graphics, head.Emblem, new XRect(Sheet.Left, top, emblem, emblem + 8));
        sheet.Paragraph(head.Government.ToUpper(Formats.Indonesian), DocumentFonts.Regular(12.5), textLeft, textWidth, centred: true, leading: 1.3);
        sheet.Paragraph(head.Agency.ToUpper(Formats.Indonesian), DocumentFonts.Bold(14.5), textLeft, textWidth, centred: true, leading: 1.25);
        sheet.Paragraph(head.Address, DocumentFonts.Regular(8.5), textLeft, textWidth, centred: true, leading: 1.4);
        sheet.Y = Math.Max(sheet.Y, top + emblem + 8) + 8;
        sheet.Graphics.DrawLine(new XPen(XColors.Black, 2.2), Sheet.Left, sheet.Y, Sheet.Right, sheet.Y);
        sheet.Graphics.DrawLine(new XPen(XColors.Black, 0.7), Sheet.Left, sheet.Y + 3, Sheet.Right, sheet.Y + 3);
        sheet.Y += 26;
    }

    private static void DrawEmblem(XGraphics graphics, byte[]? emblem, XRect place)
    {
        if (emblem is not null)
        {
            using var stream = new MemoryStream(emblem);
            using var image = XImage.FromStream(stream);
            var scale = Math.Min(place.Width / image.PointWidth, place.Height / image.PointHeight);
            var (width, height) = (image.PointWidth * scale, image.PointHeight * scale);
            graphics.DrawImage(image, place.X + ((place.Width - width) / 2), place.Y + ((place.Height - height) / 2), width, height);
            return;
        }

        var pen = new XPen(XColors.Gray, 0.8) { DashStyle = XDashStyle.Dash };
        var shield = new XGraphicsPath();
        shield.AddLine(place.X + 4, place.Y, place.Right - 4, place.Y);
        shield.AddBezier(place.Right - 4, place.Y, place.Right, place.Bottom - 22, place.X + (place.Width / 2) + 8, place.Bottom - 6, place.X + (place.Width / 2), place.Bottom);
        shield.AddBezier(place.X + (place.Width / 2), place.Bottom, place.X + (place.Width / 2) - 8, place.Bottom - 6, place.X, place.Bottom - 22, place.X + 4, place.Y);
        shield.CloseFigure();
        graphics.DrawPath(pen, shield);
        graphics.DrawString("lambang", DocumentFonts.Regular(7), XBrushes.Gray, new XRect(place.X, place.Y + 20, place.Width, 9), XStringFormats.Center);
        graphics.DrawString("daerah", DocumentFonts.Regular(7), XBrushes.Gray, new XRect(place.X, place.Y + 29, place.Width, 9), XStringFormats.Center);
    }

    private static void DrawTitle(Sheet sheet, DocumentContent content)
    {
        sheet.Paragraph(content.Title.ToUpper(Formats.Indonesian), DocumentFonts.Bold(14), centred: true, leading: 1.35);
        sheet.Paragraph($"Nomor: {content.Number}", DocumentFonts.Regular(11), centred: true);
        sheet.Y += 18;
    }

    private static void DrawBody(Sheet sheet, DocumentContent content)
    {
        var text = DocumentFonts.Regular(10.5);
        sheet.Paragraph(content.Opening, text);
        sheet.Y += 8;
        foreach (var field in content.Fields) sheet.Field(field.Label, field.Value, text);
        if (content.ValidUntil is { } until) sheet.Field("Berlaku sampai", until.ToString("d MMMM yyyy", Formats.Indonesian), text);
        sheet.Y += 8;
        sheet.Paragraph(content.Closing, text);
        sheet.Y += 20;
    }
}
