using Lakudo.Applications.Documents;
using Lakudo.Children.Reports;
using Lakudo.Growth;
using PdfSharp.Drawing;
using SpreadCheetah;

namespace Lakudo.Web.Children.Reports;

/// <summary>The monthly report on paper (A4 landscape: F1, then R1) and as a workbook with a sheet of each.</summary>
internal static class SkdnSheets
{
    private const double RowHeight = 17;
    private const double CountWidth = 32;
    private const double ShareWidth = 45;

    /// <summary>The PDF.</summary>
    internal static byte[] Print(SkdnReport.Answer report, SkdnReport.Row scope, DateTime at)
    {
        using var paper = new PaperTable($"Laporan bulanan posyandu (SKDN), {SkdnWords.Of(report.Month)}", $"{Title(report)} · {report.Region}", "Lakudo · angka dari register posyandu, tanpa nama", report.IsSample, at);
        var width = SkdnWords.Report.Sum(Width);
        paper.Begin("F1: menurut posyandu", [new("Posyandu", PaperTable.Width - width), .. SkdnWords.Report.Select(c => new PaperTable.Column(c.Head.Replace("/(", "/\n(", StringComparison.Ordinal), Width(c)))], RowHeight);
        foreach (var row in report.Posyandu) Line(paper, $"{row.Name}, {row.Village}", SkdnWords.Report.Select(c => SkdnWords.Cell(c, row.Counts.Total)));
        foreach (var row in report.Villages.Length > 1 ? report.Villages : []) Line(paper, $"Desa {row.Name}", SkdnWords.Report.Select(c => SkdnWords.Cell(c, row.Counts.Total)), isStrong: true);
        foreach (var row in report.Puskesmas) Line(paper, row.Name, SkdnWords.Report.Select(c => SkdnWords.Cell(c, row.Counts.Total)), isStrong: true);
        var columns = SkdnWords.Register;
        var (age, cell) = (84d, (PaperTable.Width - 84) / (columns.Length * 3));
        paper.Begin($"R1: {scope.Name}, menurut umur dan kelamin", [new("Umur", age), .. columns.SelectMany(c => new[] { "L", "P", "L+P" }.Select(s => new PaperTable.Column($"{c.Head}\n{s}", cell)))], RowHeight);
        foreach (var (name, count) in SkdnWords.Lines(scope.Counts))
        {
            Line(paper, name, columns.SelectMany(c => new Sex?[] { Sex.Male, Sex.Female, null }.Select(sex => SkdnWords.Cell(c, count(sex)))), isStrong: name == "Semua");
        }

        paper.Notes([$"S = semua balita; K = punya buku KIA atau KMS; D = ditimbang; N = naik; T = tidak naik; O = tidak ditimbang bulan lalu; B = baru pertama ditimbang; 2T = dua kali tidak naik; BGM = di bawah garis merah.", .. SkdnWords.Notes(report)]);
        return paper.Finish();
    }

    /// <summary>The workbook, with numbers as numbers and shares as fractions of one.</summary>
    internal static async Task Write(SkdnReport.Answer report, Stream stream, CancellationToken ct)
    {
        await using var book = await Spreadsheet.CreateNewAsync(stream, cancellationToken: ct);
        await book.StartWorksheetAsync("F1 SKDN", token: ct);
        await book.AddRowAsync([.. new[] { "Bulan", "Puskesmas atau desa", "Posyandu" }.Concat(SkdnWords.Report.Select(c => c.Head)).Select(h => new Cell(h))], ct);
        foreach (var row in report.Posyandu.Concat(report.Villages).Concat(report.Puskesmas))
        {
            await book.AddRowAsync([new(report.Month.ToString()), new(row.Posyandu is null ? row.Name : row.Village), new(row.Posyandu is null ? "" : row.Name), .. SkdnWords.Report.Select(c => Number(c, row.Counts.Total))], ct);
        }

        await book.StartWorksheetAsync("R1 SIP", token: ct);
        await book.AddRowAsync([.. new[] { "Bulan", "Desa", "Posyandu", "Umur", "Kelamin" }.Concat(SkdnWords.Register.Select(c => c.Head)).Select(h => new Cell(h))], ct);
        foreach (var row in report.Posyandu)
        {
            foreach (var (name, count) in SkdnWords.Lines(row.Counts))
            {
                foreach (var (sex, word) in new (Sex?, string)[] { (Sex.Male, "L"), (Sex.Female, "P"), (null, "L+P") })
                {
                    await book.AddRowAsync([new(report.Month.ToString()), new(row.Village), new(row.Name), new(name), new(word), .. SkdnWords.Register.Select(c => Number(c, count(sex)))], ct);
                }
            }
        }

        await book.StartWorksheetAsync("Keterangan", token: ct);
        foreach (var note in SkdnWords.Report.Where(c => c.Meaning.Length > 0).Select(c => $"{c.Head}: {c.Meaning}").Concat(SkdnWords.Notes(report))) await book.AddRowAsync([new Cell(note)], ct);
        await book.FinishAsync(ct);
    }

    private static string Title(SkdnReport.Answer report) => report.Puskesmas.Length == 1 ? report.Puskesmas[0].Name : $"{report.Puskesmas.Length} puskesmas";

    private static double Width(SkdnWords.Column column) => column.Count is null ? ShareWidth : CountWidth;

    private static Cell Number(SkdnWords.Column column, Lakudo.Growth.Indonesia.SkdnCount counts) =>
        column.Count is { } count ? count(counts) is { } number ? new(number) : default : column.Share?.Invoke(counts) is { } share ? new(Math.Round(share, 4)) : default;

    private static void Line(PaperTable paper, string name, IEnumerable<string> cells, bool isStrong = false)
    {
        var font = isStrong ? DocumentFonts.Bold(9) : DocumentFonts.Regular(9);
        paper.Row(RowHeight, (graphics, places) =>
        {
            foreach (var (text, i) in cells.Prepend(name).Select((text, i) => (text, i)))
            {
                var place = places[i];
                PaperTable.Write(graphics, text, font, new XRect(place.X + 3, place.Y, place.Width - 6, place.Height), i == 0 ? XStringFormats.CenterLeft : XStringFormats.CenterRight);
            }
        }, isStrong);
    }
}
