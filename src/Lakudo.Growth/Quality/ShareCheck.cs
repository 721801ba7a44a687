using Lakudo.Growth.Statistics;

namespace Lakudo.Growth.Quality;

/// <summary>The checks that hold a share against a limit.</summary>
internal static class ShareCheck
{
    /// <summary>A share is beyond a limit only where so many hits would be this improbable if the limit were the truth.</summary>
    private const double Chance = 0.05;

    public static QualityFinding OfFlags(IReadOnlyList<SeenVisit> visits, QualityCheck check, GrowthIndex index, QualityLimits limits)
    {
        var count = 0;
        var cases = new List<QualityCase>();
        foreach (var visit in visits)
        {
            if (visit.Assessment[index] is not { } z) continue;
            count++;
            if (z.IsFlagged) cases.Add(new QualityCase(visit.Place, null, visit.Visit.Child, visit.Visit.Day, z.Value));
        }

        return Of(check, count, cases.Count, limits) with { Cases = cases };
    }

    /// <remarks>Of honest dates 6.6 % are one of the two days (24 of 365.25).</remarks>
    public static QualityFinding OfBirthDays(IReadOnlyList<SeenVisit> visits, QualityLimits limits)
    {
        var births = SeenVisit.OncePerChild(visits.Where(visit => visit.Birth is not null)).Select(visit => visit.Birth!.Value.Day).ToList();
        return Of(QualityCheck.BirthDays, births.Count, births.Count(day => day is 1 or 15), limits);
    }

    public static QualityFinding OfMissing(IReadOnlyList<SeenVisit> visits, QualityCheck check, QualityLimits limits)
    {
        var due = check == QualityCheck.MissingHeight ? visits.Where(visit => !visit.Visit.IsHeightNotDue).ToList() : visits;
        var hits = due.Count(visit => check switch
        {
            QualityCheck.MissingWeight => !visit.HasWeight,
            QualityCheck.MissingHeight => !visit.HasHeight,
            QualityCheck.MissingAge => visit.Visit.Measurement.Age is null,
            _ => visit.Visit.Measurement.Sex is null,
        });
        return Of(check, due.Count, hits, limits);
    }

    public static QualityFinding Of(QualityCheck check, int count, int hits, QualityLimits limits)
    {
        var limit = limits[check];
        return new QualityFinding
        {
            Check = check,
            Limit = limit,
            Count = count,
            Hits = hits,
            Value = count > 0 ? 100.0 * hits / count : null,
            Probability = count > 0 ? Tails.Binomial(hits, count, limit.Watch!.Value / 100) : null,
            Verdict = count < limit.Least ? QualityVerdict.TooFew
                : IsBeyond(limit.Act!.Value) ? QualityVerdict.Act
                : IsBeyond(limit.Watch!.Value) ? QualityVerdict.Watch
                : QualityVerdict.Good,
        };

        bool IsBeyond(double percent) => Tails.Binomial(hits, count, percent / 100) < Chance;
    }
}
