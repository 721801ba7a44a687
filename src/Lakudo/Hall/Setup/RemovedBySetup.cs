using System.Collections.Immutable;
using Lakudo.Kernel;
using Microsoft.EntityFrameworkCore;

namespace Lakudo.Hall.Setup;

/// <summary>What a new setup of a hall leaves out of the one that stands, so that it can be said before it is done.</summary>
public sealed class RemovedBySetup(LakudoDb db)
{
    /// <summary>What is left out.</summary>
    /// <param name="Zones">Names of zones.</param>
    /// <param name="Lines">Codes and names of lines.</param>
    /// <param name="Counters">Codes of counters.</param>
    /// <param name="InUse">Why that cannot be now: numbers of the open day stand there; null where it can.</param>
    public sealed record Answer(ImmutableArray<string> Zones, ImmutableArray<string> Lines, ImmutableArray<string> Counters, Refusal? InUse)
    {
        /// <summary>Whether nothing is left out.</summary>
        public bool IsNothing => Zones.IsEmpty && Lines.IsEmpty && Counters.IsEmpty;
    }

    /// <summary>Refused with K-001 to others than the hall's manager and the region's admin.</summary>
    public async Task<Outcome<Answer>> Run(Caller caller, SetUpHall.Command setup, CancellationToken ct = default) =>
        db.MayNot(caller, Act.SetUpHall, setup.Hall) is { } refusal ? refusal : await Of(db, setup, ct);

    internal static async Task<Answer> Of(LakudoDb db, SetUpHall.Command setup, CancellationToken ct)
    {
        var hall = setup.Hall;
        var zones = setup.Zones.Select(z => z.Id).ToList();
        var lines = setup.Lines.Select(l => l.Id).ToList();
        var counters = setup.Counters.Select(c => c.Id).ToList();
        var goneZones = await db.Zones.AsNoTracking().Where(z => z.HallId == hall && !zones.Contains(z.Id)).OrderBy(z => z.Id)
            .Select(z => z.Name).ToListAsync(ct);
        var goneLines = await db.Lines.AsNoTracking().Where(l => l.HallId == hall && !lines.Contains(l.Id)).OrderBy(l => l.Id)
            .Select(l => new { l.Id, l.Code, l.Name }).ToListAsync(ct);
        var goneCounters = await db.Counters.AsNoTracking().Where(c => c.HallId == hall && !counters.Contains(c.Id)).OrderBy(c => c.Id)
            .Select(c => new { c.Id, c.Code }).ToListAsync(ct);
        var days = await db.HallDays.AsNoTracking().Where(d => d.HallId == hall && d.IsOpen).Select(d => d.Day).ToListAsync(ct);
        var open = db.Tickets.AsNoTracking().Where(t => t.HallId == hall && t.State <= TicketState.Missed && days.Contains(t.Day));
        Refusal? inUse = null;
        foreach (var line in goneLines)
        {
            var waiting = await open.CountAsync(t => t.Line == line.Id, ct);
            inUse ??= waiting > 0 ? HallRefusals.LineInUse.With(line.Code, waiting) : null;
        }

        foreach (var counter in goneCounters)
        {
            var held = await open.Where(t => t.Counter == counter.Id && (t.State == TicketState.Called || t.State == TicketState.Serving))
                .Select(t => t.Label).FirstOrDefaultAsync(ct);
            inUse ??= held is null ? null : HallRefusals.CounterInUse.With(counter.Code, held);
        }

        return new Answer([.. goneZones], [.. goneLines.Select(l => $"{l.Code} {l.Name}")], [.. goneCounters.Select(c => c.Code)], inUse);
    }
}
