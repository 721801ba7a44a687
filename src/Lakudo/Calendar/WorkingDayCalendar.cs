namespace Lakudo.Calendar;

/// <summary>
/// Which days and hours are worked, and when a promise falls due. Everything is local time of the region; turn UTC into it before and back after.
/// </summary>
/// <remarks>
/// Counting of working days leaves out the day of the start and ends at closing time of the last day. That is common practice rather than the
/// text of one law; a regime that counts otherwise names its own unit.
/// </remarks>
public sealed class WorkingDayCalendar
{
    // No real calendar closes an office for this long; a longer search means that the data is broken.
    private const int LongestSearch = 3_660;

    private readonly Dictionary<DateOnly, CalendarDay> _days;
    private readonly HashSet<int> _confirmedYears;
    private readonly WorkingHours _hours;

    /// <summary>A calendar of these days and hours.</summary>
    /// <param name="version">A name for this state of the data, kept with every due moment counted on it.</param>
    /// <param name="days">Days that depart from the week; a later one of the same date goes before an earlier one.</param>
    /// <param name="hours">The hours of the week.</param>
    /// <param name="confirmedYears">The years whose list of holidays has been announced.</param>
    public WorkingDayCalendar(string version, IEnumerable<CalendarDay> days, WorkingHours hours, IEnumerable<int> confirmedYears)
    {
        Version = version;
        _hours = hours;
        _confirmedYears = [.. confirmedYears];
        _days = [];
        foreach (var day in days)
        {
            _days[day.Date] = day;
        }
    }

    /// <summary>The name of this state of the calendar's data.</summary>
    public string Version { get; }

    /// <summary>The days that depart from the week's rule, in order.</summary>
    public IEnumerable<CalendarDay> Days => _days.Values.OrderBy(day => day.Date);

    /// <summary>What is special about a day, or null for an ordinary one.</summary>
    public CalendarDay? Special(DateOnly day) => _days.GetValueOrDefault(day);

    /// <summary>Whether the list that decides about this day has been announced.</summary>
    public bool IsConfirmed(DateOnly day) => _confirmedYears.Contains(day.Year) && (Special(day)?.Confirmed ?? true);

    /// <summary>Whether offices work on this day.</summary>
    public bool IsWorkingDay(DateOnly day) => Spans(day).Count > 0;

    /// <summary>The spans worked on a day, in order; none on a day off.</summary>
    public IReadOnlyList<WorkSpan> Spans(DateOnly day) => Special(day) switch
    {
        null => _hours.On(day),
        { Kind: DayKind.WorkingDay } => _hours.OnReplacement(day),
        _ => [],
    };

    /// <summary>The first working day on or after a day.</summary>
    public DateOnly WorkingDayFrom(DateOnly day)
    {
        for (var i = 0; i <= LongestSearch; i++)
        {
            if (IsWorkingDay(day.AddDays(i)))
            {
                return day.AddDays(i);
            }
        }

        throw new InvalidOperationException($"Calendar {Version} has no working day within ten years after {day:yyyy-MM-dd}.");
    }

    /// <summary>How many working days lie after one day, up to and including another; negative when the second is earlier.</summary>
    public int WorkingDaysBetween(DateOnly after, DateOnly until)
    {
        if (until < after)
        {
            return -WorkingDaysBetween(until, after);
        }

        var count = 0;
        for (var day = after.AddDays(1); day <= until; day = day.AddDays(1))
        {
            count += IsWorkingDay(day) ? 1 : 0;
        }

        return count;
    }

    /// <summary>How many minutes are worked between two local moments; 0 when the second is not later.</summary>
    public long WorkingMinutesBetween(DateTime from, DateTime until)
    {
        double minutes = 0;
        for (var day = DateOnly.FromDateTime(from); day <= DateOnly.FromDateTime(until); day = day.AddDays(1))
        {
            foreach (var span in Spans(day))
            {
                var begin = Later(day.ToDateTime(span.From), from);
                var end = Earlier(day.ToDateTime(span.To), until);
                minutes += Math.Max(0, (end - begin).TotalMinutes);
            }
        }

        return (long)minutes;
    }

    /// <summary>When a promise that starts now falls due.</summary>
    /// <param name="start">The local moment the clock starts, usually when the file is declared complete.</param>
    /// <param name="promise">What was promised; the amount is not negative.</param>
    public DueMoment Due(DateTime start, TimePromise promise)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(promise.Amount);
        var day = DateOnly.FromDateTime(start);
        var at = promise.Unit switch
        {
            TimeUnit.CalendarDays when promise.Amount > 0 => day.AddDays(promise.Amount).ToDateTime(new TimeOnly(23, 59)),
            TimeUnit.Minutes when promise.Amount > 0 => AfterMinutes(start, promise.Amount),
            TimeUnit.Hours when promise.Amount > 0 => AfterMinutes(start, promise.Amount * 60L),
            _ when promise.Amount == 0 => Closing(IsOver(start) ? WorkingDayFrom(day.AddDays(1)) : WorkingDayFrom(day)),
            _ => AfterDays(day, promise.Amount),
        };

        return new(at, !Certain(day, DateOnly.FromDateTime(at), promise.Unit), Version);
    }

    /// <summary>The days between two dates that another calendar sees differently.</summary>
    public IReadOnlyList<DayChange> ChangesTo(WorkingDayCalendar other, DateOnly from, DateOnly until) =>
        [.. _days.Keys.Union(other._days.Keys).Where(date => date >= from && date <= until).Order()
            .Select(date => new DayChange(date, Special(date), other.Special(date)))
            .Where(change => change.Before?.Kind != change.After?.Kind)];

    private bool IsOver(DateTime moment) =>
        Spans(DateOnly.FromDateTime(moment)) is not { Count: > 0 } spans || TimeOnly.FromDateTime(moment) >= spans[^1].To;

    private DateTime Closing(DateOnly day) => day.ToDateTime(Spans(day)[^1].To);

    private DateTime AfterDays(DateOnly day, int amount)
    {
        for (var i = 0; i < amount; i++)
        {
            day = WorkingDayFrom(day.AddDays(1));
        }

        return Closing(day);
    }

    private DateTime AfterMinutes(DateTime start, long minutes)
    {
        var left = TimeSpan.FromMinutes(minutes);
        for (var day = WorkingDayFrom(DateOnly.FromDateTime(start)); ; day = WorkingDayFrom(day.AddDays(1)))
        {
            foreach (var span in Spans(day))
            {
                var begin = Later(day.ToDateTime(span.From), start);
                var room = day.ToDateTime(span.To) - begin;
                if (room >= left)
                {
                    return begin + left;
                }

                left -= room > TimeSpan.Zero ? room : TimeSpan.Zero;
            }
        }
    }

    private bool Certain(DateOnly from, DateOnly until, TimeUnit unit)
    {
        for (var day = from; day <= until; day = day.AddDays(1))
        {
            var hoursMatter = unit is TimeUnit.Minutes or TimeUnit.Hours && IsWorkingDay(day);
            if (unit != TimeUnit.CalendarDays && (!IsConfirmed(day) || (hoursMatter && !_hours.IsConfirmed(day))))
            {
                return false;
            }
        }

        return true;
    }

    private static DateTime Later(DateTime one, DateTime other) => one > other ? one : other;

    private static DateTime Earlier(DateTime one, DateTime other) => one < other ? one : other;
}
