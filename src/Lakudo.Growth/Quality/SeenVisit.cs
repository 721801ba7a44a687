namespace Lakudo.Growth.Quality;

/// <summary>A visit with its z-scores and the visits of the same child before it.</summary>
internal sealed class SeenVisit
{
    private readonly Assessment _assessment;

    public SeenVisit(int place, in QualityVisit visit)
    {
        Place = place;
        Visit = visit;
        WhoStandards.Assess(visit.Measurement, out _assessment);
    }

    public int Place { get; }

    public QualityVisit Visit { get; }

    public ref readonly Assessment Assessment => ref _assessment;

    /// <summary>The last visit of this child before this one at which a length was measured; null where there is none.</summary>
    public SeenVisit? BeforeWithHeight { get; set; }

    /// <summary>The last visit of this child before this one at which a weight was measured; null where there is none.</summary>
    public SeenVisit? BeforeWithWeight { get; set; }

    public bool HasHeight => Visit.Measurement.LengthOrHeight is { } length && length > default(Length);

    public bool HasWeight => Visit.Measurement.Weight is { } weight && weight > default(Mass);

    /// <summary>The length as if measured lying, whatever the age, so that a child that turns two years does not fall by 0.7 cm; null without age or length.</summary>
    public Length? LyingLength => Visit.Measurement.Age is not { } age || _assessment.CorrectedLength is not { } length ? null
        : age.Days >= Age.FirstStandingDay ? length + WhoStandards.LyingMinusStanding
        : length;

    /// <summary>The date of birth: the day less the age; null where one of them is unknown.</summary>
    public DateOnly? Birth => Visit.Day is { } day && Visit.Measurement.Age is { } age && day.DayNumber >= age.Days ? day.AddDays(-age.Days) : null;

    /// <summary>The first visit of each child, and every visit that names no child.</summary>
    public static IEnumerable<SeenVisit> OncePerChild(IEnumerable<SeenVisit> visits)
    {
        var seen = new HashSet<string>(StringComparer.Ordinal);
        return visits.OrderBy(visit => visit.Visit.Day).ThenBy(visit => visit.Visit.Measurement.Age)
            .Where(visit => visit.Visit.Child is not { } child || seen.Add(child));
    }

    /// <summary>The days since an earlier visit, by date or by age; null where neither is known.</summary>
    public double? DaysSince(SeenVisit before)
    {
        if (Visit.Day is { } day && before.Visit.Day is { } dayBefore) return day.DayNumber - dayBefore.DayNumber;
        return Visit.Measurement.Age?.ExactDays - before.Visit.Measurement.Age?.ExactDays;
    }
}
