using System.Collections.Immutable;
using System.Globalization;
using Lakudo.Children.Reports;
using Lakudo.Growth;
using Lakudo.Growth.Indonesia;
using SpreadCheetah;

namespace Lakudo.Web.Children.Reports;

/// <summary>The measurement sheet of e-PPGBM with its columns as they are spelled there. Measures are numbers, NIK and days are text; what the register does not keep stays empty.</summary>
internal static class EppgbmWorkbook
{
    private sealed record Column(string Head, Func<EppgbmLine, AnthropometryClasses, Cell> Of);

    private static readonly ImmutableArray<Column> _columns =
    [
        new("NIK", (l, _) => Text(l.Nik)), new("Nama", (l, _) => Text(l.Name)), new("JK", (l, _) => Text(l.Sex switch { Sex.Male => "L", Sex.Female => "P", _ => null })), new("Tgl Lahir", (l, _) => Text(Day(l.Birth))),
        new("BB Lahir", (l, _) => Number(l.BirthWeight, 1_000)), new("TB Lahir", (l, _) => Number(l.BirthLength, 100)), new("Nama Ortu", (l, _) => Text(l.Mother)), new("Prov", (l, _) => Text(l.Area.Province)),
        new("Kab/Kota", (l, _) => Text(l.Area.City)), new("Kec", (l, _) => Text(l.Area.District)), new("Pukesmas", (l, _) => Text(l.Puskesmas)), new("Desa/Kel", (l, _) => Text(l.Village)), new("Posyandu", (l, _) => Text(l.Posyandu)),
        new("RT", (l, _) => Number(l.Neighbourhood.Rt, 1)), new("RW", (l, _) => Number(l.Neighbourhood.Rw, 1)), new("Alamat", (l, _) => Text(l.Address)), new("Usia Saat Ukur", (l, _) => Text(l.Age)), new("Tanggal Pengukuran", (l, _) => Text(Day(l.Day))), new("Berat", (l, _) => Number(l.Weight, 1_000)),
        new("Tinggi", (l, _) => Number(l.Height, 100)), new("Cara Ukur", (l, _) => Text(l.Position switch { Position.Lying => "Terlentang", Position.Standing => "Berdiri", _ => null })), new("LiLA", (l, _) => Number(l.Arm, 100)),
        new("BB/U", (l, c) => Text(l.Scores.WeightForAge is { } z ? Words.Of(c.OfWeightForAge(ZScore.OfHundredths(GrowthIndex.WeightForAge, z))) : null)), new("ZS BB/U", (l, _) => Number(l.Scores.WeightForAge, 100)),
        new("TB/U", (l, c) => Text(l.Scores.LengthForAge is { } z ? Words.Of(c.OfLengthForAge(ZScore.OfHundredths(GrowthIndex.LengthForAge, z))) : null)), new("ZS TB/U", (l, _) => Number(l.Scores.LengthForAge, 100)),
        new("BB/TB", (l, c) => Text(l.Scores.WeightForLength is { } z ? Words.Of(c.OfNutrition(ZScore.OfHundredths(GrowthIndex.WeightForLength, z))) : null)), new("ZS BB/TB", (l, _) => Number(l.Scores.WeightForLength, 100)),
        new("Naik Berat Badan", (l, _) => Text(l.Mark?.ToString())), new("PMT Diterima (kg)", None), new("Jml Vit A", (l, _) => Number(l.VitaminA, 1)), new("KPSP", None), new("KIA", None), new("Detail", None),
    ];

    /// <summary>Writes it line by line.</summary>
    internal static async Task Write(IAsyncEnumerable<EppgbmLine> lines, Stream stream, CancellationToken ct)
    {
        await using var book = await Spreadsheet.CreateNewAsync(stream, cancellationToken: ct);
        await book.StartWorksheetAsync("Pengukuran", token: ct);
        await book.AddRowAsync([.. _columns.Select(c => c.Head).Prepend("No").Select(h => new Cell(h))], ct);
        var cells = new Cell[_columns.Length + 1];
        var number = 0;
        await foreach (var line in lines.WithCancellation(ct))
        {
            var classes = RuleBook.On(line.Day < RuleBook.FirstDay ? RuleBook.FirstDay : line.Day).Classes;
            cells[0] = new Cell(++number);
            for (var i = 0; i < _columns.Length; i++) cells[i + 1] = _columns[i].Of(line, classes);
            await book.AddRowAsync(cells, ct);
        }

        await book.FinishAsync(ct);
    }

    private static Cell None(EppgbmLine line, AnthropometryClasses classes) => default;

    private static Cell Text(string? text) => string.IsNullOrEmpty(text) ? default : new Cell(text);

    private static Cell Number(int? value, int per) => value is { } v ? new Cell((double)(v / (decimal)per)) : default;

    private static string Day(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
