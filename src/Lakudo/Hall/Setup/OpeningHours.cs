using System.Collections.Immutable;
using Lakudo.Calendar;
using Lakudo.Kernel;
using Microsoft.EntityFrameworkCore;

namespace Lakudo.Hall.Setup;

/// <summary>When a hall is open today, as people must know before they set out.</summary>
public sealed class OpeningHours(LakudoDb db, HallDesk desk, WorkingDayCalendar calendar)
{
    /// <summary>A break of the whole hall, local time.</summary>
    public sealed record Break(TimeOnly From, TimeOnly Until, bool StopsNumbers);

    /// <summary>Today, local time.</summary>
    /// <param name="Day">The local day.</param>
    /// <param name="Opens">Opening; null on a weekday without hours.</param>
    /// <param name="LastNumber">From when no number is handed out.</param>
    /// <param name="Closes">Closing.</param>
    /// <param name="Holiday">The holiday's name, or null. A hall may be opened on one all the same.</param>
    /// <param name="Breaks">Breaks, in order.</param>
    public sealed record Answer(DateOnly Day, TimeOnly? Opens, TimeOnly? LastNumber, TimeOnly? Closes, string? Holiday, ImmutableArray<Break> Breaks);

    /// <summary>Anyone may know.</summary>
    public async Task<Answer> Run(Caller caller, int hall, CancellationToken ct = default)
    {
        var (key, _) = await desk.Today(caller.Region, hall, ct);
        var weekday = key.Day.DayOfWeek;
        db.As(caller);
        var hours = await db.HallHours.AsNoTracking().SingleOrDefaultAsync(h => h.HallId == hall && h.Weekday == weekday, ct);
        var breaks = await db.HallBreaks.AsNoTracking().Where(b => b.HallId == hall && b.Weekday == weekday).OrderBy(b => b.From).ToListAsync(ct);
        return new Answer(key.Day, hours?.Opens, hours?.LastNumber, hours?.Closes, HolidayOn(calendar, key.Day), [.. breaks.Select(b => new Break(b.From, b.Until, b.StopsNumbers))]);
    }

    /// <summary>The name of the holiday a day is, or null.</summary>
    internal static string? HolidayOn(WorkingDayCalendar calendar, DateOnly day) => calendar.Special(day) is { Kind: not DayKind.WorkingDay } special ? special.Name : null;
}
