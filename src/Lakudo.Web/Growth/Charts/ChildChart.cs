using Lakudo.Growth;
using Lakudo.Growth.Charts;
using Lakudo.Growth.Indonesia;
using Lakudo.Kernel;

namespace Lakudo.Web.Growth.Charts;

/// <summary>Makes the page of one child's chart from its measurements.</summary>
internal static class ChildChart
{
    private const int LongestTable = 14;
    private static readonly double[] WhoLines = [-3, -2, -1, 0, 1, 2, 3];

    /// <summary>The page of a chart of WHO's standard or of the KMS.</summary>
    /// <param name="kind">Which chart.</param>
    /// <param name="rows">The child's measurements; all of one sex.</param>
    /// <param name="name">What the page calls the child.</param>
    /// <param name="months">The months of age to show, or null for those that fit the child.</param>
    public static Outcome<ChartPage> Make(ChartKind kind, IReadOnlyList<MeasurementRow> rows, string name, (int First, int Last)? months)
    {
        if (rows.Select(row => row.Measurement.Sex).Where(sex => sex is not null).Distinct().ToList() is not [{ } sex])
        {
            return GrowthFileRefusals.SexOfChart;
        }

        var seen = rows.Select(row => new SeenRow(row)).OrderBy(row => row.Age?.ExactDays ?? 0).ToList();
        if (kind == ChartKind.Kms)
        {
            return KmsChart.Make(seen, sex, name, months);
        }

        var isStanding = kind == ChartKind.Bbtb && seen[^1].Age?.Days >= Age.FirstStandingDay;
        var shown = seen.Where(row => X(kind, row) is not null && kind.Of(row.Row.Measurement, row.Assessment) is not null)
            .Where(row => kind != ChartKind.Bbtb || row.Age is null || (row.Age.Value.Days >= Age.FirstStandingDay) == isStanding).ToList();
        if (shown.Count == 0)
        {
            return GrowthFileRefusals.NothingToDraw;
        }

        var points = shown.Select(row => new ChartPoint(
            X(kind, row)!.Value, kind.Of(row.Row.Measurement, row.Assessment)!.Value, row.Assessment[kind.Index()]?.IsFlagged ?? false, "")).ToList();
        var range = kind == ChartKind.Bbtb ? default : months ?? ChartScale.MonthsFor(points);
        var lines = WhoLines.Select(z => new ChartLine(ChartScale.LabelOf(z), StrokeOf(z), Line(kind, sex, isStanding, z, range))).ToList();
        return new ChartPage
        {
            Title = $"{kind.Title(isStanding)}, {(sex == Sex.Male ? "laki-laki" : "perempuan")}",
            Subtitle = $"{name} · garis: simpangan baku WHO (standar 2006 dan 2007), per hari",
            X = kind == ChartKind.Bbtb ? ChartScale.Centimetres(isStanding) : ChartScale.Months(range),
            Y = ChartScale.Upright(kind.Measure(), lines, points),
            Lines = lines,
            Points = points,
            Columns = ["Tanggal", "Umur", kind == ChartKind.Bbtb ? "Panjang/tinggi, berat" : kind.Measure(), "Nilai z", "Kelas menurut hari"],
            Table = [.. shown.TakeLast(LongestTable).Select(row => Cells(kind, row))],
            Notes =
            [
                .. shown.Count > LongestTable ? [$"Tabel: {LongestTable} pengukuran terakhir dari {shown.Count}."] : Array.Empty<string>(),
                "Sumber garis: WHO Child Growth Standards, Jenewa 2006 dan 2007. WHO tidak mengesahkan program ini.",
                "Kelas: Permenkes 2/2020, umur menurut hari; laporan memakai cara yang ditetapkan (bulan penuh atau hari).",
                "Silang: nilai yang menurut WHO tidak masuk akal; ukur ulang.",
            ],
        };
    }

    /// <summary>The kind of stroke of a line.</summary>
    public static ChartStroke StrokeOf(double z) => Math.Abs(z) switch { 0 => ChartStroke.Median, 1 => ChartStroke.One, 2 => ChartStroke.Two, _ => ChartStroke.Three };

    private static double? X(ChartKind kind, SeenRow row) =>
        kind == ChartKind.Bbtb ? row.Assessment.CorrectedLength?.Centimetres : row.Age is { IsUnderFive: true } age ? age.Months : null;

    private static (double X, double Y)[] Line(ChartKind kind, Sex sex, bool isStanding, double z, (int First, int Last) months) => kind == ChartKind.Bbtb
        ? [.. GrowthCurve.ByLength(sex, isStanding ? Position.Standing : Position.Lying, z).Select(point => (point.X, point.Measure))]
        : [.. GrowthCurve.ByAge(kind.Index(), sex, z, (int)(months.First * Age.DaysPerMonth), (int)(months.Last * Age.DaysPerMonth)).Select(point => (point.X / Age.DaysPerMonth, point.Measure))];

    private static string[] Cells(ChartKind kind, SeenRow row)
    {
        var z = row.Assessment[kind.Index()];
        var measure = kind.Of(row.Row.Measurement, row.Assessment)!.Value;
        return
        [
            row.Row.Visit is { } day ? ChartScale.ShortDate(day) : "",
            ChartScale.AgeText(row.Age),
            kind == ChartKind.Bbtb ? $"{ChartScale.Number(row.Assessment.CorrectedLength!.Value.Centimetres)} cm, {ChartScale.Number(measure)} kg" : ChartScale.Number(measure),
            z is { } known ? ChartScale.Number(known.Value) : "–",
            z is { IsFlagged: true } ? "tidak masuk akal, ukur ulang" : z is { } plausible ? ClassOf(plausible, row.Row.Visit) : "",
        ];
    }

    private static string ClassOf(ZScore z, DateOnly? day)
    {
        if (day is not { } visit || visit < RuleBook.FirstDay)
        {
            return "";
        }

        var classes = RuleBook.On(visit).Classes;
        return z.Index switch
        {
            GrowthIndex.WeightForAge => Words.Of(classes.OfWeightForAge(z)),
            GrowthIndex.LengthForAge => Words.Of(classes.OfLengthForAge(z)),
            GrowthIndex.WeightForLength or GrowthIndex.BmiForAge => Words.Of(classes.OfNutrition(z)),
            _ => "",
        };
    }
}

/// <summary>A row and what WHO's standards say of it.</summary>
internal sealed class SeenRow(MeasurementRow row)
{
    /// <summary>The row.</summary>
    public MeasurementRow Row => row;

    /// <summary>The age, null when unknown.</summary>
    public Age? Age => row.Measurement.Age;

    /// <summary>What WHO's standards say.</summary>
    public Assessment Assessment { get; } = WhoStandards.Assess(row.Measurement);
}
