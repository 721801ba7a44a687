namespace Lakudo.Growth.Charts;

/// <summary>One point of a line of a growth chart.</summary>
/// <param name="X">Days, or centimetres where the index goes by length.</param>
/// <param name="Measure">The measure in the unit of the index.</param>
public readonly record struct CurvePoint(double X, double Measure);

/// <summary>The lines of equal z-score that WHO prints on its charts (from -3 to 3 SD).</summary>
public static class GrowthCurve
{
    /// <summary>The line of one z-score over age, one point a day.</summary>
    /// <param name="index">Any index but weight for length.</param>
    /// <param name="sex">The sex.</param>
    /// <param name="z">The z-score of the line, from -3 to 3.</param>
    /// <param name="firstDay">The first day wanted; the line starts later where the standard does (arm and skinfolds: 91).</param>
    /// <param name="lastDay">The last day wanted; the line ends at day 1826 at the latest.</param>
    /// <returns>The points in order of age; empty where the standard does not reach.</returns>
    /// <exception cref="ArgumentException">Weight for length has no line over age.</exception>
    /// <exception cref="ArgumentOutOfRangeException">WHO defines no line beyond 3 SD.</exception>
    public static IReadOnlyList<CurvePoint> ByAge(GrowthIndex index, Sex sex, double z, int firstDay = 0, int lastDay = Age.LastDay)
    {
        if (index == GrowthIndex.WeightForLength) throw new ArgumentException("Weight for length goes by length.", nameof(index));
        return Line(WhoStandards.AgeTable(index, sex), z, firstDay, lastDay, 1);
    }

    /// <summary>The line of one z-score of weight for length (lying) or height (standing), one point every 0.1 cm.</summary>
    /// <param name="sex">The sex.</param>
    /// <param name="position">Lying: 45.0 to 110.0 cm; standing: 65.0 to 120.0 cm.</param>
    /// <param name="z">The z-score of the line, from -3 to 3.</param>
    /// <exception cref="ArgumentOutOfRangeException">WHO defines no line beyond 3 SD.</exception>
    public static IReadOnlyList<CurvePoint> ByLength(Sex sex, Position position, double z) =>
        Line(WhoStandards.LengthTable(sex, position), z, 0, int.MaxValue, 10);

    private static CurvePoint[] Line(LmsTable table, double z, int first, int last, double perUnit)
    {
        if (z is not (>= -3 and <= 3)) throw new ArgumentOutOfRangeException(nameof(z), z, "WHO's lines go from -3 to 3 SD.");
        first = Math.Max(first, table.First);
        last = Math.Min(last, table.Last);
        if (last < first) return [];
        var points = new CurvePoint[last - first + 1];
        for (var x = first; x <= last; x++)
        {
            table.TryRow(x, out var row);
            points[x - first] = new CurvePoint(x / perUnit, row.MeasureAt(z));
        }

        return points;
    }
}
