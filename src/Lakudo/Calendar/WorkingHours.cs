namespace Lakudo.Calendar;

/// <summary>A stretch of work without a break, in local time of one day.</summary>
/// <param name="From">When it begins.</param>
/// <param name="To">When it ends; later than <paramref name="From"/>.</param>
public readonly record struct WorkSpan(TimeOnly From, TimeOnly To)
{
    /// <summary>How many minutes it lasts.</summary>
    public int Minutes => (int)(To - From).TotalMinutes;
}

/// <summary>The hours of a week, for the whole year or for a stretch of it such as Ramadan.</summary>
/// <param name="Name">What the period is called, for example <c>ramadan</c>.</param>
/// <param name="From">First day it holds, or null when it has no beginning.</param>
/// <param name="To">Last day it holds, or null when it has no end.</param>
/// <param name="Confirmed">Whether its dates are certain; Ramadan's are not before the isbat session.</param>
/// <param name="Days">The spans of each weekday that is worked, in order, not touching.</param>
public sealed record HoursPeriod(
    string Name, DateOnly? From, DateOnly? To, bool Confirmed, IReadOnlyDictionary<DayOfWeek, IReadOnlyList<WorkSpan>> Days)
{
    /// <summary>Whether the period speaks for this day.</summary>
    public bool Holds(DateOnly day) => (From is null || day >= From) && (To is null || day <= To);
}

/// <summary>Which hours are worked on which day: the ordinary week, and periods that go before it.</summary>
public sealed class WorkingHours
{
    private static readonly IReadOnlyList<WorkSpan> _none = [];
    private readonly IReadOnlyList<HoursPeriod> _periods;

    /// <summary>Orders the periods so that one with dates goes before the ordinary week.</summary>
    /// <param name="periods">The periods; exactly one without dates, in which at least one weekday is worked.</param>
    /// <exception cref="ArgumentException">There is no ordinary week, or nothing is worked in it, or spans overlap.</exception>
    public WorkingHours(IEnumerable<HoursPeriod> periods)
    {
        _periods = [.. periods.OrderBy(period => period.From is null && period.To is null).ThenByDescending(period => period.From)];
        var ordinary = _periods.Where(period => period.From is null && period.To is null).ToList();
        if (ordinary.Count != 1 || !ordinary[0].Days.Values.Any(spans => spans.Count > 0))
        {
            throw new ArgumentException("Working hours need one ordinary week in which something is worked.", nameof(periods));
        }

        foreach (var spans in _periods.SelectMany(period => period.Days.Values))
        {
            for (var i = 0; i < spans.Count; i++)
            {
                if (spans[i].From >= spans[i].To || (i > 0 && spans[i].From < spans[i - 1].To))
                {
                    throw new ArgumentException("Spans of a day must run forward and not overlap.", nameof(periods));
                }
            }
        }
    }

    /// <summary>The spans worked on a day if it is a working day; none on a weekday that is off.</summary>
    public IReadOnlyList<WorkSpan> On(DateOnly day) => Period(day).Days.TryGetValue(day.DayOfWeek, out var spans) ? spans : _none;

    /// <summary>The spans of a day that is worked although its weekday is off: those of the period's first working weekday.</summary>
    public IReadOnlyList<WorkSpan> OnReplacement(DateOnly day) => On(day) is { Count: > 0 } own
        ? own
        : Period(day).Days.OrderBy(pair => ((int)pair.Key + 6) % 7).Select(pair => pair.Value).FirstOrDefault(spans => spans.Count > 0) ?? _none;

    /// <summary>Whether the hours of that day are certain.</summary>
    public bool IsConfirmed(DateOnly day) => Period(day).Confirmed;

    private HoursPeriod Period(DateOnly day) => _periods.First(period => period.Holds(day));
}
