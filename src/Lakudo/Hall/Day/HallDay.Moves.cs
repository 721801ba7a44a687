namespace Lakudo.Hall.Day;

/// <summary>The small steps facts are made of.</summary>
internal sealed partial record HallDay
{
    private HallDay With(HallTicket ticket) => this with { Tickets = Tickets.SetItem(ticket.Id, ticket) };

    private HallDay With(LineState line) => this with { Lines = Lines.SetItem(line.Plan.Id, line) };

    private HallDay With(CounterState counter) => this with { Counters = Counters.SetItem(counter.Plan.Id, counter) };

    /// <summary>The ticket waits in its line from <paramref name="since"/>.</summary>
    private HallDay Joined(HallTicket ticket, DateTime since)
    {
        var line = Lines[ticket.Line];
        var waiter = new Waiter(ticket.Order, ticket.Id, since, ticket.Overtaken);
        return With(ticket.Priority ? line with { Priority = line.Priority.Add(waiter) } : line with { Ordinary = line.Ordinary.Add(waiter) })
            .With(ticket with { State = TicketState.Waiting, WaitingSince = since });
    }

    /// <summary>The ticket is out of its line, if it waited, and knows how often it was overtaken.</summary>
    private HallDay Left(HallTicket ticket)
    {
        if (ticket.State != TicketState.Waiting)
        {
            return this;
        }

        var line = Lines[ticket.Line];
        var (rest, overtaken) = (ticket.Priority ? line.Priority : line.Ordinary).Remove(ticket.Order);
        return With(ticket.Priority ? line with { Priority = rest } : line with { Ordinary = rest }).With(ticket with { Overtaken = overtaken, WaitingSince = null });
    }

    /// <summary>Nothing is due for the ticket any more.</summary>
    private HallDay Settled(HallTicket ticket) => ticket.DueAt is { } due ? this with { Due = Due.Remove((due, ticket.Id)) } : this;

    /// <summary>The counter holds no ticket.</summary>
    private HallDay Freed(int counter) => With(Counters[counter] with { Ticket = null });

    private HallDay Ended(Guid ticket, TicketState state, DateTime at) => Ended(Tickets[ticket], state, at);

    private HallDay Ended(HallTicket ticket, TicketState state, DateTime at) =>
        Held(ticket, false).With(ticket with { State = state, EndedAt = at, DueAt = null, WaitingSince = null });

    /// <summary>Records or forgets that the ticket's holder has an open ticket in its line.</summary>
    private HallDay Held(HallTicket ticket, bool holds)
    {
        if (ticket.Holder is not { } holder)
        {
            return this;
        }

        var key = (holder, ticket.Line);
        var known = Holders.TryGetValue(key, out var held);
        return holds
            ? known ? this : this with { Holders = Holders.Add(key, ticket.Id) }
            : known && held == ticket.Id ? this with { Holders = Holders.Remove(key) } : this;
    }

    /// <summary>The ticket has priority or not, and an officer has looked; if it waits, it keeps its place and its wait in the other class.</summary>
    private HallDay Reclassed(HallTicket ticket, bool priority)
    {
        var moves = ticket.State == TicketState.Waiting && ticket.Priority != priority;
        var day = moves ? Left(ticket) : this;
        var changed = day.Tickets[ticket.Id] with { Priority = priority, PriorityChecked = true };
        return moves ? day.Joined(changed, ticket.WaitingSince!.Value) : day.With(changed);
    }
}
