using Lakudo.Growth;
using Lakudo.Growth.Indonesia;
using Lakudo.Kernel;

namespace Lakudo.Web.Growth.Charts;

/// <summary>The page of a chart like the KMS: lines by month, the red and the orange line, and N, T, O, B under every month.</summary>
internal static class KmsChart
{
    private const int LongestTable = 14;
    private static readonly double[] ThinLines = [-3, -2, -1, 0, 1, 2, 3];

    /// <summary>Makes the page. The card needs the day of birth and of every weighing.</summary>
    public static Outcome<ChartPage> Make(IReadOnlyList<SeenRow> rows, Sex sex, string name, (int First, int Last)? months)
    {
        var births = rows.Select(row => row.Row.Birth).Distinct().ToList();
        if (births is not [{ } birth])
        {
            return GrowthFileRefusals.KmsNeedsDates;
        }

        var weighed = rows.Where(row => row.Row.Visit >= birth && row.Row.Measurement.Weight is not null && row.Age is { IsUnderFive: true }).ToList();
        if (weighed.Count == 0 || weighed[^1].Row.Visit < RuleBook.FirstDay)
        {
            return GrowthFileRefusals.NothingToDraw;
        }

        var weighings = weighed.Select(row => new Weighing(row.Row.Visit!.Value, row.Row.Measurement.Weight!.Value)).ToArray();
        var card = RuleBook.On(weighings[^1].Day).Kms;
        var read = weighings.GroupBy(weighing => CalendarMonth.Of(weighing.Day)).Select(month => card.Read(sex, birth, weighings, month.Key)).ToList();
        bool IsDoubtful(KmsMonth month) => weighed.Any(row =>
            row.Row.Visit == month.Weighing!.Value.Day && row.Row.Measurement.Weight == month.Weighing.Value.Weight && row.Assessment.WeightForAge is { IsFlagged: true });
        var points = read.Select(month => new ChartPoint(
            Age.Between(birth, month.Weighing!.Value.Day)!.Value.Months, month.Weighing.Value.Weight.Kilograms, IsDoubtful(month), month.Mark?.Value.ToString() ?? "")).ToList();
        var range = months ?? ChartScale.MonthsFor(points);
        var lines = Lines(card, sex, range);
        return new ChartPage
        {
            Title = $"{ChartKind.Kms.Title(false)}, {(sex == Sex.Male ? "laki-laki" : "perempuan")}",
            Subtitle = $"{name} · lahir {ChartScale.Date(birth)} · {card.Rule.Edition}",
            X = ChartScale.Months(range),
            Y = ChartScale.Upright(ChartKind.Kms.Measure(), lines, points),
            Lines = lines,
            Points = points,
            Columns = ["Tanggal", "Umur", "Berat (kg)", "Naik (g)", "KBM (g)", "N/T", "Catatan"],
            Table = [.. read.TakeLast(LongestTable).Select(month => Cells(month, IsDoubtful(month)))],
            Notes =
            [
                $"Garis merah: {ChartScale.Number(card.RedLine.Value)} SD{(card.RedLine.Other is { } other ? $" (cetakan lain {ChartScale.Number(other)} SD)" : "")}. "
                + (card.OrangeLine is { } orange ? $"Garis oranye: +{ChartScale.Number(orange.Value)} SD. " : "")
                + (card.Rule.Unconfirmed ?? ""),
                $"Aturan: {card.Rule.Source}. Garis: WHO Child Growth Standards 2006; WHO tidak mengesahkan program ini.",
                "N naik, T tidak naik, O bulan lalu tidak ditimbang, B baru; silang: nilai yang menurut WHO tidak masuk akal. Gambar ini meniru kartu, bukan pengganti KMS resmi.",
            ],
        };
    }

    private static List<ChartLine> Lines(KmsCard card, Sex sex, (int First, int Last) range)
    {
        var lines = ThinLines.Where(z => z != card.RedLine.Value && z != card.OrangeLine?.Value)
            .Select(z => new ChartLine(ChartScale.LabelOf(z), ChildChart.StrokeOf(z), Line(sex, z, range))).ToList();
        lines.Add(new ChartLine("merah", ChartStroke.Red, Line(sex, card.RedLine.Value, range)));
        if (card.OrangeLine is { } orange)
        {
            lines.Add(new ChartLine("oranye", ChartStroke.Orange, Line(sex, orange.Value, range)));
        }

        return lines;
    }

    private static (double X, double Y)[] Line(Sex sex, double z, (int First, int Last) range) =>
        [.. KmsCard.Line(sex, z).Where(point => point.X >= range.First && point.X <= range.Last).Select(point => (point.X, point.Measure))];

    private static string[] Cells(KmsMonth month, bool isDoubtful)
    {
        var notes = new List<string>();
        if (isDoubtful) notes.Add("tidak masuk akal, timbang ulang");
        if (month.Loss is { } loss) notes.Add($"turun {loss.Lost.Grams.ToString("N0", Formats.Indonesian)} g sejak {ChartScale.ShortDate(loss.Since)}");
        if (month.IsBelowRed?.Value == true) notes.Add("BGM");
        if (month.IsTwiceNotGained?.Value == true) notes.Add("2T");
        if (month.IsAboveOrange?.Value == true) notes.Add("di atas garis oranye");
        if (month.Mark?.IsUnsure == true) notes.Add("belum pasti");
        return
        [
            ChartScale.ShortDate(month.Weighing!.Value.Day),
            $"{month.CompletedMonths} bln",
            ChartScale.Number(month.Weighing.Value.Weight.Kilograms),
            month.Gain is { } gain ? gain.Grams.ToString("N0", Formats.Indonesian).Replace('-', '−') : "",
            month.Kbm is { } kbm ? kbm.Grams.ToString("N0", Formats.Indonesian) : "",
            month.Mark?.Value.ToString() ?? "",
            string.Join(", ", notes),
        ];
    }
}
