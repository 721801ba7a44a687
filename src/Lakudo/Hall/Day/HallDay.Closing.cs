using System.Collections.Immutable;
using Lakudo.Kernel;

namespace Lakudo.Hall.Day;

using static Lakudo.Hall.Day.HallFact;

/// <summary>The day is closed, and opened again with everybody's place.</summary>
internal sealed partial record HallDay
{
    private Outcome<ImmutableArray<HallFact>> Close(bool isForgotten)
    {
        var busy = Counters.Values.Where(c => c.Ticket is not null).Select(c => c.Plan.Code).ToList();
        return !isForgotten && busy.Count > 0
            ? HallRefusals.StillServing.With(string.Join(", ", busy))
            : Fact(new DayClosed(Tickets.Values.Count(t => t.State.IsOpen() && t.State != TicketState.Serving)));
    }

    private HallDay Closed(DateTime at)
    {
        var tickets = Tickets.ToBuilder();
        foreach (var ticket in Tickets.Values.Where(t => t.State.IsOpen()))
        {
            // Who was at a counter when everybody went home was served; until when, nobody noted.
            tickets[ticket.Id] = ticket.State == TicketState.Serving
                ? ticket with { State = TicketState.Finished, DueAt = null }
                : ticket with { State = TicketState.Unserved, EndedAt = at, DueAt = null };
        }

        return this with
        {
            IsOpen = false,
            AtClosing = this,
            Tickets = tickets.ToImmutable(),
            Lines = Lines.SetItems(Lines.Select(l =>
                KeyValuePair.Create(l.Key, l.Value with { Priority = WaitingPeople.None, Ordinary = WaitingPeople.None }))),
            Counters = Counters.SetItems(Counters.Select(c => KeyValuePair.Create(
                c.Key, c.Value.IsOpen ? c.Value with { Clerk = null, Ticket = null, Since = at } : c.Value with { Ticket = null }))),
            Due = [],
            Holders = ImmutableDictionary<(Guid, int), Guid>.Empty,
        };
    }

    /// <summary>
    /// Who has a place again when the day goes on: those in a line, those expected from afar, and those who missed their call.
    /// Who was at a counter does not.
    /// </summary>
    private static IEnumerable<HallTicket> GivenBack(HallDay before) =>
        before.Tickets.Values.Where(t => t.State is TicketState.Waiting or TicketState.Booked or TicketState.Missed);

    /// <summary>
    /// The day goes on by a plan with the lines as they stood: same numbers, order, wait and priority. Nobody could check in while it
    /// was closed, so that time is added to the time for checking in. Counters stay closed until their clerks open them.
    /// </summary>
    private HallDay Reopened(DayReopened f, DateTime at)
    {
        var day = WithPlan(f.Plan) with { IsOpen = true, AtClosing = null };
        if (AtClosing is not { } before)
        {
            return day;
        }

        var closed = at > ChangedAt ? at - ChangedAt : TimeSpan.Zero;
        var back = GivenBack(before)
            .Select(t => t.State == TicketState.Booked ? t with { DueAt = t.DueAt + closed } : t).ToDictionary(t => t.Id);
        return day with
        {
            Tickets = day.Tickets.SetItems(back),
            Lines = day.Lines.SetItems(before.Lines.Select(l => KeyValuePair.Create(
                l.Key, day.Lines[l.Key] with { Priority = l.Value.Priority, Ordinary = l.Value.Ordinary }))),
            Due = [.. back.Values.Where(t => t.DueAt is not null).Select(t => (t.DueAt!.Value, t.Id))],
            Holders = before.Holders.Where(h => back.ContainsKey(h.Value)).ToImmutableDictionary(),
        };
    }
}
