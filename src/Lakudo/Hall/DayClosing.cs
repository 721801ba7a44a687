using System.Collections.Immutable;
using Lakudo.Hall.Live;
using Lakudo.Kernel;
using Microsoft.EntityFrameworkCore;

namespace Lakudo.Hall;

/// <summary>What closing the day now would do: who waits where, and which counters have to finish first.</summary>
public sealed class DayClosing
{
    private readonly LakudoDb _db;
    private readonly HallDesk _desk;
    private readonly HallMirrors _mirrors;

    internal DayClosing(LakudoDb db, HallDesk desk, HallMirrors mirrors) => (_db, _desk, _mirrors) = (db, desk, mirrors);

    /// <summary>A line with those who would be left.</summary>
    /// <param name="Code">Code.</param>
    /// <param name="Name">Name.</param>
    /// <param name="Waiting">How many wait in it.</param>
    /// <param name="Missed">How many missed their call and would be called once more.</param>
    /// <param name="Expected">How many hold a number from afar and have not come yet.</param>
    public sealed record LineRow(string Code, string Name, int Waiting, int Missed, int Expected);

    /// <summary>A counter that holds a number.</summary>
    /// <param name="Code">What stands above it.</param>
    /// <param name="Number">The number.</param>
    /// <param name="IsServing">Being served; otherwise called.</param>
    public sealed record BusyCounter(string Code, string Number, bool IsServing);

    /// <summary>What it would do.</summary>
    /// <param name="IsOpen">Whether the day is open at all.</param>
    /// <param name="Unserved">How many would be recorded as unserved.</param>
    /// <param name="Lines">The lines in which somebody is left.</param>
    /// <param name="Busy">The counters that have to finish first; all of them.</param>
    public sealed record Answer(bool IsOpen, int Unserved, ImmutableArray<LineRow> Lines, ImmutableArray<BusyCounter> Busy);

    /// <summary>Refused with K-001 to others than those who run the hall's day.</summary>
    public async Task<Outcome<Answer>> Run(Caller caller, int hall, CancellationToken ct = default)
    {
        if (_db.MayNot(caller, Act.RunDay, hall) is { } refusal)
        {
            return refusal;
        }

        var (key, _) = await _desk.Today(caller.Region, hall, ct);
        var day = await _mirrors.Get(key, ct);
        var names = await _db.Lines.AsNoTracking().Where(l => l.HallId == hall).ToDictionaryAsync(l => l.Id, l => l.Name, ct);
        var left = day.Tickets.Values
            .Where(t => t.State is TicketState.Waiting or TicketState.Missed or TicketState.Booked).ToLookup(t => t.Line);
        var lines = day.Lines.Values.Where(l => left.Contains(l.Plan.Id)).Select(l => new LineRow(
            l.Plan.Code, names.GetValueOrDefault(l.Plan.Id, l.Plan.Code), left[l.Plan.Id].Count(t => t.State == TicketState.Waiting),
            left[l.Plan.Id].Count(t => t.State == TicketState.Missed), left[l.Plan.Id].Count(t => t.State == TicketState.Booked)));
        return new Answer(day.IsOpen, left.Sum(l => l.Count()), [.. lines],
        [
            .. day.Counters.Values.Where(c => c.Ticket is not null).Select(c => day.Tickets[c.Ticket!.Value] is var held
                ? new BusyCounter(c.Plan.Code, held.Label, held.State == TicketState.Serving) : null!),
        ]);
    }
}
