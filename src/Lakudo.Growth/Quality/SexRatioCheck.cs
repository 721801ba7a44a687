using Lakudo.Growth.Statistics;

namespace Lakudo.Growth.Quality;

/// <summary>Boys for 100 girls, held against the ratio at birth by chi-square with one degree of freedom. A child noted with two sexes counts as it was noted first.</summary>
internal static class SexRatioCheck
{
    public static QualityFinding Of(IReadOnlyList<SeenVisit> visits, QualityLimits limits)
    {
        var children = SeenVisit.OncePerChild(visits.Where(visit => visit.Visit.Measurement.Sex is not null)).ToList();
        var boys = children.Count(visit => visit.Visit.Measurement.Sex == Sex.Male);
        var girls = children.Count - boys;
        var limit = limits[QualityCheck.SexRatio];
        var expected = children.Count * limits.BoysInPercent.Value / 100;
        var statistic = children.Count > 0 ? (boys - expected) * (boys - expected) * (1 / expected + 1 / (children.Count - expected)) : 0;
        var probability = Tails.ChiSquare(statistic, 1);
        return new QualityFinding
        {
            Check = QualityCheck.SexRatio,
            Limit = limit,
            Count = children.Count,
            Hits = boys,
            Value = girls > 0 ? 100.0 * boys / girls : null,
            Statistic = children.Count > 0 ? statistic : null,
            Probability = children.Count > 0 ? probability : null,
            Verdict = children.Count < limit.Least ? QualityVerdict.TooFew
                : probability < limit.ActBelow ? QualityVerdict.Act
                : probability < limit.WatchBelow ? QualityVerdict.Watch
                : QualityVerdict.Good,
        };
    }
}
