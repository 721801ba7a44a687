using Lakudo.Applications.Documents;
using Lakudo.Children.Reports;
using Lakudo.Field;
using Lakudo.Growth.Indonesia;
using Lakudo.Kernel;
using PdfSharp.Drawing;

namespace Lakudo.Web.Children.Reports;

/// <summary>The month sheet on paper: large letters, boxes to write in, ticks in place of words, nothing that needs colour.</summary>
internal static class MonthSheetPdf
{
    private const double RowHeight = 38;
    private const int RoomForNewcomers = 3;
    private static readonly XPen Box = new(XColors.Black, 1.1);
    private static readonly XPen Thin = new(XColors.Gray, 0.6);

    private static readonly PaperTable.Column[] Children =
    [
        new("No", 26), new("Nama anak\nIbu", 146), new("Umur\nL / P", 54), new("Terakhir", 76), new("BERAT\nkg", 82), new("PANJANG / TINGGI\ncm", 121), new("LiLA\ncm", 52), new("Kepala\ncm", 52), new("Buku\nKIA", 47), new("Beri tanda bila diberikan", 130),
    ];

    private static readonly PaperTable.Column[] Mothers =
    [
        new("No", 26), new("Ibu hamil", 178), new("Umur\nkandungan", 70), new("Terakhir", 112), new("BERAT\nkg", 86), new("LiLA\ncm", 72), new("Hb\ng/dL", 60), new("Tablet darah\ndiberikan", 86), new("Periksa ke\nbidan (kali)", 96),
    ];

    /// <summary>Draws it.</summary>
    internal static byte[] Print(MonthSheet.Answer sheet, DateTime at)
    {
        var place = sheet.Posyandu;
        using var table = new PaperTable(
            $"{place.Name.ToUpper(Formats.Indonesian)}: {sheet.Day.ToString("MMMM yyyy", Formats.Indonesian)}",
            $"Desa/kelurahan {place.Village} · {place.Puskesmas} · hari buka {sheet.Day.ToString("dddd, d MMMM yyyy", Formats.Indonesian)}{(sheet.IsMassWeighing ? " · BULAN TIMBANG DAN VITAMIN A" : "")} · yang mengukur: ........................",
            "Berisi data anak: simpan di tempat terkunci, kembalikan ke puskesmas.   [!] = timbang lebih dulu dan panggilkan bidan",
            place.IsSample,
            at);
        table.Begin(null, Children, RowHeight);
        foreach (var row in sheet.Children) table.Row(RowHeight, (g, cells) => Child(g, cells, row));
        for (var i = 0; i < RoomForNewcomers; i++) table.Row(RowHeight, (g, cells) => Newcomer(g, cells, sheet.Children.Length + i + 1));
        if (!sheet.Mothers.IsEmpty)
        {
            table.Begin("Ibu hamil", Mothers, RowHeight);
            foreach (var row in sheet.Mothers) table.Row(RowHeight, (g, cells) => Mother(g, cells, row));
        }

        return table.Finish();
    }

    private static void Child(XGraphics g, IReadOnlyList<XRect> cells, SheetRow row)
    {
        var (due, child) = (row.Due, row.Due.Child);
        Name(g, cells[0], cells[1], row.Number, child.Name, "Ibu: " + (child.MotherName ?? "–"), SheetWords.ComesFirst(due.Risks));
        Two(g, cells[2], SheetWords.Months(due.Months), child.Sex is { } sex ? sex == Lakudo.Growth.Sex.Male ? "L" : "P" : "?");
        Two(g, cells[3], ChildWords.Weight(due.LastWeight?.Weight), due.LastWeight is { } last ? last.Day.ToString("d MMM yyyy", Formats.Indonesian) : "belum pernah");
        if (row.Weighed is { } weighed) Two(g, cells[4], "sudah", ChildWords.Weight(weighed.Weight));
        else Write(g, cells[4], 0.52);
        if (due.IsHeightDue)
        {
            Write(g, new XRect(cells[5].X, cells[5].Y, 74, RowHeight), 0.62);
            Tick(g, cells[5].X + 76, cells[5].Y + 6, "baring");
            Tick(g, cells[5].X + 76, cells[5].Y + 22, "berdiri");
        }
        else PaperTable.Write(g, due.LastHeight is null ? "tidak perlu" : $"tidak perlu ({ChildWords.Length(due.LastHeight.Height)})", DocumentFonts.Regular(8), Inside(cells[5]), XStringFormats.Center);
        Write(g, cells[6], 0.58);
        Write(g, cells[7], 0.58);
        if (due.AsksBook) Book(g, cells[8]);
        else PaperTable.Write(g, "ada", DocumentFonts.Regular(8), Inside(cells[8]), XStringFormats.Center);
        var ticks = cells[9];
        var (x, y) = (ticks.X + 5, ticks.Y + 5);
        foreach (var words in SheetWords.Ticks(row))
        {
            var width = 14 + g.MeasureString(words, DocumentFonts.Regular(8)).Width + 5;
            if (x + width > ticks.Right)
            {
                if (y > ticks.Y + 16) break;
                (x, y) = (ticks.X + 5, y + 16);
            }

            Tick(g, x, y, words);
            x += width;
        }
    }

    private static void Newcomer(XGraphics g, IReadOnlyList<XRect> cells, int number)
    {
        PaperTable.Write(g, number.ToString(Formats.Indonesian), DocumentFonts.Bold(12), cells[0], XStringFormats.Center);
        PaperTable.Write(g, "Anak baru: nama, ibu", DocumentFonts.Regular(7), new XRect(cells[1].X + 4, cells[1].Y + 2, cells[1].Width - 8, 9), XStringFormats.CenterLeft);
        PaperTable.Write(g, "lahir tgl, L/P", DocumentFonts.Regular(7), new XRect(cells[2].X + 3, cells[2].Y + 2, cells[2].Width - 6, 9), XStringFormats.CenterLeft);
        Write(g, cells[4], 0.52);
        Write(g, new XRect(cells[5].X, cells[5].Y, 74, RowHeight), 0.62);
        Tick(g, cells[5].X + 76, cells[5].Y + 6, "baring");
        Tick(g, cells[5].X + 76, cells[5].Y + 22, "berdiri");
        Write(g, cells[6], 0.58);
        Write(g, cells[7], 0.58);
        Book(g, cells[8]);
        Tick(g, cells[9].X + 5, cells[9].Y + 5, "ibu setuju dicatat");
    }

    /// <summary>Whether the family has the book: asked of whoever has not yet said yes.</summary>
    private static void Book(XGraphics g, XRect cell)
    {
        Tick(g, cell.X + 5, cell.Y + 6, "ada");
        Tick(g, cell.X + 5, cell.Y + 22, "belum");
    }

    private static void Mother(XGraphics g, IReadOnlyList<XRect> cells, SheetMother row)
    {
        var (pregnancy, reading) = (row.Pregnancy, row.Reading);
        Name(g, cells[0], cells[1], row.Number, pregnancy.Name, pregnancy.Address ?? "", reading.IsAtRisk);
        Two(g, cells[2], reading.Weeks is { } weeks ? $"{weeks} mgg" : "–", pregnancy.DueDate is { } due ? "HPL " + due.ToString("d MMM", Formats.Indonesian) : "");
        var last = pregnancy.Visits.LastOrDefault();
        Two(g, cells[3], last is null ? "belum pernah" : ChildWords.Weight(pregnancy.Visits.LastOrDefault(v => v.Weight > 0)?.Weight), last is null ? "" : $"{SheetWords.LastArm(row)}, tablet {reading.Tablets}");
        Write(g, cells[4], 0.52);
        Write(g, cells[5], 0.58);
        Write(g, cells[6], 0.55);
        Frame(g, cells[7]);
        Frame(g, cells[8]);
    }

    private static void Name(XGraphics g, XRect numberCell, XRect cell, int number, string name, string second, bool comesFirst)
    {
        PaperTable.Write(g, number.ToString(Formats.Indonesian), DocumentFonts.Bold(12), numberCell, XStringFormats.Center);
        var place = Inside(cell);
        if (comesFirst)
        {
            var badge = new XRect(place.Right - 17, place.Y + 3, 17, 17);
            g.DrawRectangle(XBrushes.Black, badge);
            g.DrawString("!", DocumentFonts.Bold(13), XBrushes.White, badge, XStringFormats.Center);
            place.Width -= 20;
        }

        PaperTable.Write(g, name, DocumentFonts.Bold(12), new XRect(place.X, place.Y + 3, place.Width, 16), XStringFormats.CenterLeft);
        PaperTable.Write(g, second, DocumentFonts.Regular(9), new XRect(place.X, place.Y + 20, place.Width, 13), XStringFormats.CenterLeft);
    }

    private static void Two(XGraphics g, XRect cell, string above, string below)
    {
        var place = Inside(cell);
        PaperTable.Write(g, above, DocumentFonts.Bold(11), new XRect(place.X, place.Y + 3, place.Width, 16), XStringFormats.Center);
        PaperTable.Write(g, below, DocumentFonts.Regular(8.5), new XRect(place.X, place.Y + 20, place.Width, 13), XStringFormats.Center);
    }

    /// <summary>A box for figures with the decimal comma printed, so that nobody has to ask where it goes.</summary>
    private static void Write(XGraphics g, XRect cell, double comma)
    {
        var box = Frame(g, cell);
        var x = box.X + (box.Width * comma);
        g.DrawLine(Thin, box.X + 4, box.Bottom - 5, x - 3, box.Bottom - 5);
        g.DrawLine(Thin, x + 6, box.Bottom - 5, box.Right - 4, box.Bottom - 5);
        g.DrawString(",", DocumentFonts.Bold(16), XBrushes.Black, new XRect(x - 2, box.Y + 4, 8, box.Height - 6), XStringFormats.BottomCenter);
    }

    private static XRect Frame(XGraphics g, XRect cell)
    {
        var box = new XRect(cell.X + 4, cell.Y + 4, cell.Width - 8, cell.Height - 8);
        g.DrawRectangle(Box, box);
        return box;
    }

    private static void Tick(XGraphics g, double x, double y, string words)
    {
        g.DrawRectangle(Box, x, y, 10, 10);
        g.DrawString(words, DocumentFonts.Regular(8), XBrushes.Black, new XRect(x + 13, y, 120, 10), XStringFormats.CenterLeft);
    }

    private static XRect Inside(XRect cell) => new(cell.X + 4, cell.Y, cell.Width - 8, cell.Height);
}
