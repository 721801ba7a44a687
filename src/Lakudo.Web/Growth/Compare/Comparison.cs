using Lakudo.Growth;
using Lakudo.Growth.Indonesia;

namespace Lakudo.Web.Growth.Compare;

/// <summary>A printed z-score that is not that of the method which the export follows.</summary>
/// <param name="Line">The line of the file.</param>
/// <param name="Index">BB/U, TB/U or BB/TB.</param>
/// <param name="Printed">What is printed, in hundredths.</param>
/// <param name="ByDay">What it is by day.</param>
/// <param name="ByMonth">What it is by completed month.</param>
/// <param name="Reason">Why, in a sentence.</param>
internal sealed record Difference(long Line, string Index, long Printed, long? ByDay, long? ByMonth, string Reason);

/// <summary>Whether the z-scores of an export were computed by day or by completed month, and why some are neither.</summary>
internal sealed class Comparison
{
    /// <summary>With fewer z-scores that tell the methods apart nothing is said.</summary>
    public const int FewestTelling = 20;

    /// <summary>The share of telling z-scores from which one method is called that of the export.</summary>
    public const double Convincing = 0.9;

    private Comparison()
    {
    }

    /// <summary>Printed z-scores compared.</summary>
    public int Compared { get; private set; }

    /// <summary>Those that equal the one by day.</summary>
    public int EqualByDay { get; private set; }

    /// <summary>Those that equal the one by completed month.</summary>
    public int EqualByMonth { get; private set; }

    /// <summary>Those on which the two methods differ and the printed one is either of them.</summary>
    public int Telling { get; private set; }

    /// <summary>Of the telling ones, those by day.</summary>
    public int TellingDay { get; private set; }

    /// <summary>The method of the export; null where too few tell or they disagree.</summary>
    public AgeMethod? Method { get; private set; }

    /// <summary>Every printed z-score that is not the method's (by day where the method is unknown).</summary>
    public List<Difference> Differences { get; } = [];

    /// <summary>Compares all rows.</summary>
    public static Comparison Of(IReadOnlyList<ExportRow> rows)
    {
        var comparison = new Comparison();
        foreach (var (row, i, printed) in Printed(rows))
        {
            var (day, month) = (Readings.Z(row, ExportRow.Indices[i], AgeMethod.Days), Readings.Z(row, ExportRow.Indices[i], AgeMethod.CompletedMonths));
            comparison.Compared++;
            comparison.EqualByDay += day == printed ? 1 : 0;
            comparison.EqualByMonth += month == printed ? 1 : 0;
            if (day != month && (day == printed || month == printed))
            {
                comparison.Telling++;
                comparison.TellingDay += day == printed ? 1 : 0;
            }
        }

        var share = comparison.Telling == 0 ? 0 : comparison.TellingDay / (double)comparison.Telling;
        comparison.Method = comparison.Telling < FewestTelling ? null
            : share >= Convincing ? AgeMethod.Days
            : share <= 1 - Convincing ? AgeMethod.CompletedMonths
            : null;
        comparison.Explain(rows, comparison.Method ?? AgeMethod.Days);
        return comparison;
    }

    private void Explain(IReadOnlyList<ExportRow> rows, AgeMethod method)
    {
        foreach (var (row, i, printed) in Printed(rows))
        {
            var index = ExportRow.Indices[i];
            var (day, month) = (Readings.Z(row, index, AgeMethod.Days), Readings.Z(row, index, AgeMethod.CompletedMonths));
            if ((method == AgeMethod.Days ? day : month) != printed)
            {
                Differences.Add(new Difference(row.Line, ExportRow.Names[i], printed, day, month, Readings.Explain(row, index, printed, method)));
            }
        }
    }

    private static IEnumerable<(ExportRow Row, int Index, long Printed)> Printed(IReadOnlyList<ExportRow> rows)
    {
        foreach (var row in rows)
        {
            for (var i = 0; i < row.Printed.Length; i++)
            {
                if (row.Printed[i] is { } printed)
                {
                    yield return (row, i, printed);
                }
            }
        }
    }
}
