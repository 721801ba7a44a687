using Lakudo.Kernel;
using Microsoft.EntityFrameworkCore;

namespace Lakudo.Hall.Setup;

/// <summary>A hall's setup and rules as they stand in its tables, for the manager to change.</summary>
public sealed class HallAsSetUp(LakudoDb db)
{
    /// <summary>Both, as the verbs that write them take them.</summary>
    public sealed record Answer(SetUpHall.Command Setup, SetHallRules.Command Rules);

    /// <summary>Refused with K-001 to others than the hall's manager and the region's admin.</summary>
    public async Task<Outcome<Answer>> Run(Caller caller, int hall, CancellationToken ct = default)
    {
        if (db.MayNot(caller, Act.SetUpHall, hall) is { } refusal)
        {
            return refusal;
        }

        var zones = await db.Zones.AsNoTracking().Where(z => z.HallId == hall).OrderBy(z => z.Id).ToListAsync(ct);
        var lines = await db.Lines.AsNoTracking().Include(l => l.Services).Where(l => l.HallId == hall).OrderBy(l => l.Id).ToListAsync(ct);
        var counters = await db.Counters.AsNoTracking().Include(c => c.Lines).Where(c => c.HallId == hall).OrderBy(c => c.Id).ToListAsync(ct);
        var hours = await db.HallHours.AsNoTracking().Where(h => h.HallId == hall).ToListAsync(ct);
        var breaks = await db.HallBreaks.AsNoTracking().Where(b => b.HallId == hall).ToListAsync(ct);
        var rules = await db.HallRules.AsNoTracking().SingleOrDefaultAsync(r => r.HallId == hall, ct) ?? new HallRules();
        return new Answer(
            new SetUpHall.Command(
                hall,
                [.. zones.Select(z => new SetUpHall.ZoneRow(z.Id, z.Name))],
                [.. lines.Select(l => new SetUpHall.LineRow(l.Id, l.Code, l.Name, l.StandardMinutes, [.. l.Services.Select(s => s.ServiceId)], l.Quota, l.IsOpen))],
                [.. counters.Select(c => new SetUpHall.CounterRow(c.Id, c.Code, c.ZoneId, [.. c.Lines.Select(l => l.LineId).Order()], c.AgencyId))],
                [.. hours.OrderBy(h => FromMonday(h.Weekday)).Select(h => new SetUpHall.HoursRow(h.Weekday, h.Opens, h.LastNumber, h.Closes))],
                [.. breaks.OrderBy(b => FromMonday(b.Weekday)).ThenBy(b => b.From).Select(b => new SetUpHall.BreakRow(b.Weekday, b.From, b.Until, b.StopsNumbers))]),
            new SetHallRules.Command(
                hall, rules.MaxOvertakes, rules.MaxWaitMinutes, rules.SecondChanceMinutes, rules.CheckInMinutes, rules.WebTicketsPerPerson, rules.WebTicketsPerAddress));
    }

    private static int FromMonday(DayOfWeek day) => ((int)day + 6) % 7;
}
