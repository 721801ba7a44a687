using Lakudo.Kernel;
using Microsoft.EntityFrameworkCore;

namespace Lakudo.Hall.Setup;

/// <summary>Writes a hall's zones, lines, counters, hours and breaks anew. A day that is open goes on by its plan until the manager changes that.</summary>
public sealed class SetUpHall(LakudoDb db, Commit commit)
{
    /// <summary>A zone.</summary>
    public sealed record ZoneRow(int Id, string Name);

    /// <summary>A line with the services whose visitors stand in it.</summary>
    /// <param name="Id">Number in the hall.</param>
    /// <param name="Code">What stands before numbers: one to six letters and digits.</param>
    /// <param name="Name">What people read.</param>
    /// <param name="StandardMinutes">Minutes a service takes by its standard.</param>
    /// <param name="Services">Ids of services; a service stands in one line.</param>
    /// <param name="Quota">Most numbers a day, or null.</param>
    /// <param name="IsOpen">Whether numbers are handed out.</param>
    public sealed record LineRow(int Id, string Code, string Name, int StandardMinutes, IReadOnlyList<Guid> Services, int? Quota = null, bool IsOpen = true);

    /// <summary>A counter.</summary>
    public sealed record CounterRow(int Id, string Code, int Zone, IReadOnlyList<int> Lines, int? Agency = null);

    /// <summary>A weekday's hours, local.</summary>
    public sealed record HoursRow(DayOfWeek Weekday, TimeOnly Opens, TimeOnly LastNumber, TimeOnly Closes);

    /// <summary>A weekday's break, local.</summary>
    public sealed record BreakRow(DayOfWeek Weekday, TimeOnly From, TimeOnly Until, bool StopsNumbers);

    /// <summary>All of it.</summary>
    /// <param name="Hall">The hall.</param>
    /// <param name="Zones">Its zones.</param>
    /// <param name="Lines">Its lines.</param>
    /// <param name="Counters">Its counters.</param>
    /// <param name="Hours">Its hours; a weekday without is closed.</param>
    /// <param name="Breaks">Its breaks.</param>
    /// <param name="Why">Why zones, lines or counters that stood are left out, for the journal, without personal data; null where none is.</param>
    public sealed record Command(
        int Hall, IReadOnlyList<ZoneRow> Zones, IReadOnlyList<LineRow> Lines, IReadOnlyList<CounterRow> Counters, IReadOnlyList<HoursRow> Hours, IReadOnlyList<BreakRow> Breaks,
        string? Why = null);

    private sealed record HallSetUp(Guid Subject, int Hall, int Zones, int Lines, int Counters) : IFact;

    /// <summary>
    /// Refused with H-042 when a code, a time or a reference between them cannot be right; H-063 or H-064 where a line or counter is left out that numbers of the open day stand at;
    /// K-020 or K-021 where something is left out without a reason; and then nothing is changed.
    /// </summary>
    public Task<Outcome<Done>> Run(Caller caller, Command command, CancellationToken ct = default) => commit.Once<Done>(caller, command, async token =>
    {
        if (db.MayNot(caller, Act.SetUpHall, command.Hall) is { } refusal)
        {
            return refusal;
        }

        if (Wrong(command) is { } wrong)
        {
            return HallRefusals.SetupWrong.With(wrong);
        }

        var hall = command.Hall;
        var gone = await RemovedBySetup.Of(db, command, token);
        Outcome<string?> why = gone.IsNothing ? default(string) : JournalReason.Read(command.Why).Then(w => (string?)w);
        if ((gone.InUse ?? why.Refusal) is { } kept)
        {
            return kept;
        }

        db.Zones.RemoveRange(await db.Zones.Where(x => x.HallId == hall).ToListAsync(token));
        db.Lines.RemoveRange(await db.Lines.Include(x => x.Services).Where(x => x.HallId == hall).ToListAsync(token));
        db.Counters.RemoveRange(await db.Counters.Include(x => x.Lines).Where(x => x.HallId == hall).ToListAsync(token));
        db.HallHours.RemoveRange(await db.HallHours.Where(x => x.HallId == hall).ToListAsync(token));
        db.HallBreaks.RemoveRange(await db.HallBreaks.Where(x => x.HallId == hall).ToListAsync(token));
        await db.SaveChangesAsync(token);
        Add(caller.Region, command);
        commit.Record(caller, new HallSetUp(Guid.Empty, hall, command.Zones.Count, command.Lines.Count, command.Counters.Count), why.Value);
        return new Done();
    }, ct);

    /// <summary>The first thing that cannot be right, by what people call it.</summary>
    private static string? Wrong(Command c)
    {
        var zones = c.Zones.Select(z => z.Id).ToHashSet();
        var lines = c.Lines.Select(l => l.Id).ToHashSet();
        return Twice(c.Zones, z => z.Id, z => $"zona {z.Name}")
            ?? Bad(c.Zones, z => z.Id < 1 || z.Name.Length is < 1 or > 60, z => $"zona {z.Name}")
            ?? Twice(c.Lines, l => l.Id, l => $"antrean {l.Code}") ?? Twice(c.Lines, l => l.Code, l => $"antrean {l.Code}")
            ?? Bad(c.Lines, l => l.Id < 1 || l.Code.Length is < 1 or > 6 || !l.Code.All(char.IsAsciiLetterOrDigit) || l.Name.Length is < 1 or > 100
                || l.StandardMinutes is < 1 or > 480 || l.Quota < 1, l => $"antrean {l.Code}")
            ?? Twice(c.Lines.SelectMany(l => l.Services.Select(s => (Service: s, l.Code))), x => x.Service, x => $"antrean {x.Code}")
            ?? Twice(c.Counters, x => x.Id, x => $"loket {x.Code}") ?? Twice(c.Counters, x => x.Code, x => $"loket {x.Code}")
            ?? Bad(c.Counters, x => x.Id < 1 || x.Code.Length is < 1 or > 10 || !zones.Contains(x.Zone) || x.Lines.Any(l => !lines.Contains(l)), x => $"loket {x.Code}")
            ?? Twice(c.Hours, h => h.Weekday, h => Words(h.Weekday)) ?? Twice(c.Breaks, b => (b.Weekday, b.From), b => Words(b.Weekday))
            ?? Bad(c.Hours, h => h.Opens >= h.Closes || h.LastNumber > h.Closes || h.LastNumber <= h.Opens, h => Words(h.Weekday))
            ?? Bad(c.Breaks, b => b.From >= b.Until, b => Words(b.Weekday));
    }

    private static string? Bad<T>(IEnumerable<T> rows, Func<T, bool> bad, Func<T, string> name) => rows.Where(bad).Select(name).FirstOrDefault();

    private static string? Twice<T, TKey>(IEnumerable<T> rows, Func<T, TKey> key, Func<T, string> name) => rows.GroupBy(key).Where(g => g.Count() > 1).Select(g => name(g.First())).FirstOrDefault();

    private static string Words(DayOfWeek day) => $"jam hari {Formats.Indonesian.DateTimeFormat.GetDayName(day)}";

    private void Add(int region, Command c)
    {
        db.Zones.AddRange(c.Zones.Select(z => new Zone { RegionId = region, HallId = c.Hall, Id = z.Id, Name = z.Name }));
        foreach (var l in c.Lines)
        {
            var line = new Line { RegionId = region, HallId = c.Hall, Id = l.Id, Code = l.Code, Name = l.Name, StandardMinutes = l.StandardMinutes, Quota = l.Quota, IsOpen = l.IsOpen };
            line.Services.AddRange(l.Services.Select(s => new LineService { RegionId = region, HallId = c.Hall, LineId = l.Id, ServiceId = s }));
            db.Lines.Add(line);
        }

        foreach (var x in c.Counters)
        {
            var counter = new Counter { RegionId = region, HallId = c.Hall, Id = x.Id, Code = x.Code, ZoneId = x.Zone, AgencyId = x.Agency };
            counter.Lines.AddRange(x.Lines.Select(l => new CounterLine { RegionId = region, HallId = c.Hall, CounterId = x.Id, LineId = l }));
            db.Counters.Add(counter);
        }

        db.HallHours.AddRange(c.Hours.Select(h => new HallHours { RegionId = region, HallId = c.Hall, Weekday = h.Weekday, Opens = h.Opens, LastNumber = h.LastNumber, Closes = h.Closes }));
        db.HallBreaks.AddRange(c.Breaks.Select(b => new HallBreak { RegionId = region, HallId = c.Hall, Weekday = b.Weekday, From = b.From, Until = b.Until, StopsNumbers = b.StopsNumbers }));
    }
}
