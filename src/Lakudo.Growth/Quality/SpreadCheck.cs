namespace Lakudo.Growth.Quality;

/// <summary>The standard deviation of plausible z-scores: too wide means that measures or ages are wrong, too narrow that they are copied or made up.</summary>
/// <remarks>
/// All visits make the standard deviation, but a child measured six times is still one child: how sure it is goes by the number of children. Counting visits
/// would call every tenth honest posyandu too uniform after half a year.
/// </remarks>
internal static class SpreadCheck
{
    /// <summary>The standard error of a standard deviation is SD / root(2 (n - 1)), n children; so many of them it must lie beyond a limit (one-sided 1 %).</summary>
    private const double ErrorsBeyond = 2.326;

    public static QualityFinding Of(IReadOnlyList<SeenVisit> visits, QualityCheck check, GrowthIndex index, QualityLimits limits)
    {
        var (count, mean, squares) = (0, 0.0, 0.0);
        var named = new HashSet<string>(StringComparer.Ordinal);
        var children = 0;
        foreach (var visit in visits)
        {
            if (visit.Assessment[index] is not { IsFlagged: false } z) continue;
            count++;
            children += visit.Visit.Child is not { } child || named.Add(child) ? 1 : 0;
            var deviation = z.Value - mean;
            mean += deviation / count;
            squares += deviation * (z.Value - mean);
        }

        var limit = limits[check];
        double? spread = count > 1 ? Math.Sqrt(squares / (count - 1)) : null;
        return new QualityFinding
        {
            Check = check,
            Limit = limit,
            Count = children,
            Value = spread,
            Verdict = children < limit.Least ? QualityVerdict.TooFew : Judge(spread!.Value, children, limit),
        };
    }

    private static QualityVerdict Judge(double spread, int children, QualityLimit limit)
    {
        var reach = ErrorsBeyond * spread / Math.Sqrt(2 * (children - 1));
        if (spread - reach > limit.Act || spread + reach < limit.ActBelow) return QualityVerdict.Act;
        return spread - reach > limit.Watch || spread + reach < limit.WatchBelow ? QualityVerdict.Watch : QualityVerdict.Good;
    }
}
