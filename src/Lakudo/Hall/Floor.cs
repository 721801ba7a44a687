using System.Collections.Immutable;
using Lakudo.Hall.Day;
using Lakudo.Hall.Live;
using Lakudo.Kernel;
using Microsoft.EntityFrameworkCore;

namespace Lakudo.Hall;

/// <summary>The floor as the manager and the counters see it: lines, waits, counters.</summary>
public sealed class Floor
{
    private readonly LakudoDb _db;
    private readonly HallDesk _desk;
    private readonly HallMirrors _mirrors;

    internal Floor(LakudoDb db, HallDesk desk, HallMirrors mirrors) => (_db, _desk, _mirrors) = (db, desk, mirrors);

    /// <summary>A line with its waits.</summary>
    /// <param name="Id">Number in the hall.</param>
    /// <param name="Code">Code.</param>
    /// <param name="Name">Name.</param>
    /// <param name="IsOpen">Whether numbers are handed out.</param>
    /// <param name="Waiting">How many wait.</param>
    /// <param name="WaitingPriority">How many of them with priority.</param>
    /// <param name="LongestSince">UTC moment since when the longest waits.</param>
    /// <param name="Newcomer">What somebody who takes a number now has to expect.</param>
    /// <param name="OpenCounters">Open counters that serve it; none and people waiting needs the manager.</param>
    public sealed record LineRow(int Id, string Code, string Name, bool IsOpen, int Waiting, int WaitingPriority, DateTime? LongestSince, PlaceInLine? Newcomer, int OpenCounters);

    /// <summary>A counter.</summary>
    /// <param name="Id">Number in the hall.</param>
    /// <param name="Code">What stands above it.</param>
    /// <param name="Zone">Its zone.</param>
    /// <param name="IsOpen">Whether a clerk has opened it.</param>
    /// <param name="Since">UTC moment since when.</param>
    /// <param name="Ticket">The ticket it holds.</param>
    /// <param name="Lines">The lines it serves.</param>
    /// <param name="ShouldBeOpen">It is closed while somebody waits in a line of its that no counter serves, or waits longer there than the hall's M minutes.</param>
    /// <param name="IsForeign">It belongs to another agency than the one that the caller is bound to, so that the caller may not run it.</param>
    /// <param name="Last">What was done at it last today; null before the first act.</param>
    public sealed record CounterRow(
        int Id, string Code, int Zone, bool IsOpen, DateTime? Since, TicketAnswer? Ticket, ImmutableArray<int> Lines, bool ShouldBeOpen, bool IsForeign, LastAct? Last);

    /// <summary>The floor.</summary>
    /// <param name="IsOpen">Whether the day is open.</param>
    /// <param name="WasOpened">Whether it was opened at all.</param>
    /// <param name="At">UTC moment it holds for.</param>
    /// <param name="Day">The local day.</param>
    /// <param name="Lines">The lines.</param>
    /// <param name="Counters">The counters.</param>
    /// <param name="Served">How many were served.</param>
    /// <param name="NoShows">How many were called twice in vain.</param>
    /// <param name="Unserved">How many were left when the day was closed; 0 while it is open.</param>
    /// <param name="Rule">The fairness rule in force.</param>
    public sealed record Answer(
        bool IsOpen, bool WasOpened, DateTime At, DateOnly Day, ImmutableArray<LineRow> Lines, ImmutableArray<CounterRow> Counters, int Served, int NoShows, int Unserved, FairnessRule? Rule);

    /// <summary>Refused with K-001 to those who may not see it.</summary>
    public async Task<Outcome<Answer>> Run(Caller caller, int hall, CancellationToken ct = default)
    {
        if (_db.MayNot(caller, Act.SeeFloor, hall) is { } refusal)
        {
            return refusal;
        }

        var (key, _) = await _desk.Today(caller.Region, hall, ct);
        var day = await _mirrors.Get(key, ct);
        var names = await _db.Lines.AsNoTracking().Where(l => l.HallId == hall).ToDictionaryAsync(l => l.Id, l => l.Name, ct);
        var lines = day.Lines.Values.Select(l =>
        {
            var waiting = day.Tickets.Values.Where(t => t.State == TicketState.Waiting && t.Line == l.Plan.Id);
            return new LineRow(
                l.Plan.Id, l.Plan.Code, names.GetValueOrDefault(l.Plan.Id, l.Plan.Code), l.Plan.IsOpen, l.WaitingCount, l.Priority.Count,
                l.WaitingCount == 0 ? null : waiting.Min(t => t.WaitingSince), day.PlaceOfNewcomer(l),
                day.Counters.Values.Count(c => c.IsOpen && c.Plan.Lines.Contains(l.Plan.Id)));
        }).ToImmutableArray();
        var runs = caller.AgenciesFor(Act.RunCounter, hall);
        var longest = _desk.Now.AddMinutes(-(day.Plan?.Rules.MaxWaitMinutes ?? 0));
        var unserved = lines.Where(l => l.Waiting > 0 && (l.OpenCounters == 0 || l.LongestSince <= longest)).Select(l => l.Id).ToHashSet();
        return new Answer(
            day.IsOpen, day.Plan is not null, _desk.Now, key.Day, lines,
            [
                .. day.Counters.Values.Select(c => new CounterRow(
                    c.Plan.Id, c.Plan.Code, c.Plan.Zone, c.IsOpen, c.Since, c.Ticket is { } t ? _desk.Answer(day.Tickets[t], null, day.Seq) : null, c.Plan.Lines,
                    !c.IsOpen && c.Plan.Lines.Any(unserved.Contains), c.Plan.IsForeignTo(runs), LastAct.Of(day, c, _desk.Now))),
            ],
            day.Tickets.Values.Count(t => t.State == TicketState.Finished), day.Tickets.Values.Count(t => t.State == TicketState.NoShow),
            day.Tickets.Values.Count(t => t.State == TicketState.Unserved), FairnessRule.Of(day));
    }
}
