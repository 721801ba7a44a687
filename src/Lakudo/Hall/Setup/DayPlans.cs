using System.Collections.Immutable;
using Lakudo.Hall.Day;
using Lakudo.Kernel;
using Microsoft.EntityFrameworkCore;

namespace Lakudo.Hall.Setup;

/// <summary>Resolves the plan of a day from the hall's tables: wall-clock times become moments, lines and counters as they are now.</summary>
internal static class DayPlans
{
    /// <summary>The plan, or H-040 when the hall has no hours on that weekday.</summary>
    public static async Task<Outcome<DayPlan>> For(LakudoDb db, int hall, DateOnly day, TimeZoneInfo zone, CancellationToken ct)
    {
        var weekday = day.DayOfWeek;
        if (await db.HallHours.AsNoTracking().SingleOrDefaultAsync(h => h.HallId == hall && h.Weekday == weekday, ct) is not { } hours)
        {
            return HallRefusals.NoHours.With(day.ToString("dddd", Formats.Indonesian));
        }

        var lines = await db.Lines.AsNoTracking().Where(l => l.HallId == hall).OrderBy(l => l.Id).ToListAsync(ct);
        var counters = await db.Counters.AsNoTracking().Include(c => c.Lines).Where(c => c.HallId == hall).OrderBy(c => c.Id).ToListAsync(ct);
        var breaks = await db.HallBreaks.AsNoTracking().Where(b => b.HallId == hall && b.Weekday == weekday).OrderBy(b => b.From).ToListAsync(ct);
        var rules = await db.HallRules.AsNoTracking().SingleOrDefaultAsync(r => r.HallId == hall, ct) ?? new HallRules();
        var opens = Clock.Utc(day, hours.Opens, zone);
        return new DayPlan(
            day, Clock.Utc(day, TimeOnly.MinValue, zone), (int)zone.GetUtcOffset(opens).TotalMinutes, rules.ForDay,
            [.. lines.Select(l => new LinePlan(l.Id, l.Code, l.IsOpen, opens, Clock.Utc(day, hours.LastNumber, zone), Quota: l.Quota, StandardMinutes: l.StandardMinutes))],
            [.. counters.Select(c => new CounterPlan(c.Id, c.Code, c.ZoneId, [.. c.Lines.Select(l => l.LineId).Order()], c.AgencyId))],
            [.. breaks.Select(b => new BreakPlan(Clock.Utc(day, b.From, zone), Clock.Utc(day, b.Until, zone), b.StopsNumbers, StopsCalls: true))]);
    }
}
