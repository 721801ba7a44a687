using Lakudo.Growth;
using Lakudo.Kernel;

namespace Lakudo.Web.Growth.Charts;

/// <summary>Axes that fit what is shown, and numbers as they are read in Indonesia.</summary>
internal static class ChartScale
{
    private static readonly (int First, int Last)[] Cards = [(0, 24), (24, 60), (0, 60)];
    private static readonly double[] Steps = [0.5, 1, 2, 5, 10];
    private const int MostSteps = 16;

    /// <summary>The first of 0 to 24, 24 to 60 and 0 to 60 months that holds every point.</summary>
    public static (int First, int Last) MonthsFor(IReadOnlyList<ChartPoint> points) =>
        Cards.First(card => card == Cards[^1] || points.All(point => point.X >= card.First && point.X <= card.Last));

    /// <summary>The axis of months.</summary>
    public static ChartAxis Months((int First, int Last) months) =>
        new("Umur (bulan)", months.First, months.Last, months.Last - months.First > 36 ? 6 : months.Last - months.First > 24 ? 3 : 2, 1);

    /// <summary>The axis of length or height, as far as WHO's table goes.</summary>
    public static ChartAxis Centimetres(bool isStanding) =>
        isStanding ? new("Tinggi badan (cm)", 65, 120, 5, 1) : new("Panjang badan (cm)", 45, 110, 5, 1);

    /// <summary>The upright axis: from below the lowest line or point to above the highest.</summary>
    public static ChartAxis Upright(string title, IReadOnlyList<ChartLine> lines, IReadOnlyList<ChartPoint> points)
    {
        var all = lines.SelectMany(line => line.Points).Select(point => point.Y).Concat(points.Where(point => !point.IsDoubtful).Select(point => point.Y)).ToList();
        var (low, high) = (all.Min(), all.Max());
        var step = Steps.First(step => step == Steps[^1] || (high - low) / step <= MostSteps);
        return new(title, Math.Floor(low / step) * step, Math.Ceiling(high / step) * step, step, step / 2);
    }

    /// <summary>What stands at the end of a line.</summary>
    public static string LabelOf(double z) => z == 0 ? "median" : z > 0 ? $"+{z:0}" : $"−{-z:0}";

    /// <summary>A number with a comma and no needless zeros.</summary>
    public static string Number(double number) => number.ToString("0.##", Formats.Indonesian).Replace('-', '−');

    /// <summary>A day as it is written: 5 Januari 2026.</summary>
    public static string Date(DateOnly day) => day.ToString("d MMMM yyyy", Formats.Indonesian);

    /// <summary>A day in a table: 5 Jan 2026.</summary>
    public static string ShortDate(DateOnly day) => day.ToString("d MMM yyyy", Formats.Indonesian);

    /// <summary>The age as a person says it.</summary>
    public static string AgeText(Age? age) => age is { } known ? $"{Math.Floor(known.Months):0} bln ({known.Days.ToString("N0", Formats.Indonesian)} hari)" : "tidak diketahui";
}
