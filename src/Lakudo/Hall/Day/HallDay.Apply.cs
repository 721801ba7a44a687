using System.Collections.Immutable;

namespace Lakudo.Hall.Day;

// Inside the namespace: the commands are named as the verbs are, and here the commands are meant.
using static Lakudo.Hall.Day.HallFact;

/// <summary>How facts change the day. Never refuses: what happened, happened.</summary>
internal sealed partial record HallDay
{
    private const int ServicesRemembered = 20;
    private const int CallsRemembered = 200;

    /// <summary>The day after a fact.</summary>
    /// <param name="fact">What happened.</param>
    /// <param name="at">UTC moment it happened.</param>
    /// <exception cref="KeyNotFoundException">The fact does not belong to this day: a ticket, line or counter is unknown.</exception>
    public HallDay Apply(HallFact fact, DateTime at) => (fact switch
    {
        DayOpened f => WithPlan(f.Plan) with { IsOpen = true, AtClosing = null },
        DayReopened f => Reopened(f, at),
        PlanChanged f => WithPlan(f.Plan),
        DayClosed => Closed(at),
        CounterOpened f => With(Counters[f.Counter] with { Clerk = f.Clerk, Since = at }),
        CounterClosed f => With(Counters[f.Counter] with { Clerk = null, Since = at }),
        TicketTaken f => Taken(f, at).Visited(f.Visit, f.Ticket, f.Kiosk, at),
        PaperTicketEntered f => PaperEntered(f),
        TicketCheckedIn f => Settled(Tickets[f.Ticket]).Joined(Tickets[f.Ticket] with { DueAt = null }, at).Visited(f.Visit, f.Ticket, f.Kiosk, at),
        TicketCalled f => Called(Tickets[f.Ticket], f, at),
        TicketRecalled f => CalledOut(f.Ticket, f.Counter, at).With(Tickets[f.Ticket] with { Calls = Tickets[f.Ticket].Calls + 1 }),
        TicketMissed f => Missed(Tickets[f.Ticket], f),
        TicketReturned f => Settled(Tickets[f.Ticket]).Joined(Tickets[f.Ticket] with { DueAt = null }, at),
        TicketNotShown f => Freed(f.Counter).Ended(Tickets[f.Ticket] with { Misses = Tickets[f.Ticket].Misses + 1 }, TicketState.NoShow, at),
        ServiceStarted f => With(Tickets[f.Ticket] with { State = TicketState.Serving, StartedAt = at }),
        ServiceFinished f => Finished(Tickets[f.Ticket], f, at),
        NoShowTakenBack f => BackAtCounter(Tickets[f.Ticket], f.Counter),
        FinishTakenBack f => BackInService(Tickets[f.Ticket], f.Counter),
        TicketTransferred f => Transferred(Tickets[f.Ticket], f, at),
        TicketCancelled f => Left(Tickets[f.Ticket]).Settled(Tickets[f.Ticket]).Ended(f.Ticket, TicketState.Cancelled, at),
        TicketVoided f => Settled(Tickets[f.Ticket]).Ended(Tickets[f.Ticket], TicketState.Void, at),
        PriorityCorrected f => Reclassed(Tickets[f.Ticket], f.Priority),
        _ => throw new ArgumentOutOfRangeException(nameof(fact), fact.GetType().Name, "The day does not know this fact."),
    }).Noted(CounterOf(fact), fact, at) with
    { Seq = Seq + 1, ChangedAt = at };

    /// <summary>Lines and counters of the plan; those the new plan leaves out stay as they were, but closed lines take no numbers.</summary>
    private HallDay WithPlan(DayPlan plan)
    {
        var lines = Lines.Select(l => KeyValuePair.Create(l.Key, l.Value with { Plan = l.Value.Plan with { IsOpen = false } })).ToImmutableSortedDictionary();
        foreach (var line in plan.Lines)
        {
            var state = Lines.TryGetValue(line.Id, out var old) ? old with { Plan = line } : new LineState(line);
            lines = lines.SetItem(line.Id, state with { NextNumber = state.Skip(state.NextNumber) });
        }

        return this with
        {
            Plan = plan,
            Lines = lines,
            Counters = Counters.SetItems(plan.Counters.Select(c =>
                KeyValuePair.Create(c.Id, Counters.TryGetValue(c.Id, out var old) ? old with { Plan = c } : new CounterState(c)))),
        };
    }

    private HallDay Taken(TicketTaken f, DateTime at)
    {
        var line = Lines[f.Line];
        var arrival = Math.Max(LatestArrival, MillisecondOf(at));
        var ticket = new HallTicket
        {
            Id = f.Ticket,
            Series = f.Line,
            Number = f.Number,
            Label = line.Plan.Label(f.Number),
            Line = f.Line,
            Service = f.Service,
            Origin = f.Origin,
            Priority = f.Priority,
            Holder = f.Holder,
            Order = OrderAt(arrival),
            TakenAt = at,
            State = TicketState.Booked,
            DueAt = f.CheckInBy,
        };
        var day = (this with
        {
            LatestArrival = arrival,
            Places = Places + 1,
        }).Held(ticket, true).With(line with { NextNumber = line.After(f.Number), Taken = line.Taken + 1 });
        return f.CheckInBy is { } by
            ? day.With(ticket) with { Due = day.Due.Add((by, f.Ticket)) }
            : day.Joined(ticket, at);
    }

    private HallDay PaperEntered(PaperTicketEntered f)
    {
        var line = Lines[f.Line];
        var ticket = new HallTicket
        {
            Id = f.Ticket,
            Series = f.Line,
            Number = f.Number,
            Label = line.Plan.Label(f.Number),
            Line = f.Line,
            Origin = TicketOrigin.Paper,
            Priority = f.Priority,
            Order = OrderAt(MillisecondOf(f.TakenAt)),
            TakenAt = f.TakenAt,
            State = TicketState.Finished,
            Counter = f.Counter,
            EndedAt = f.ServedAt,
        };
        var day = (this with { Places = Places + 1 }).With(line with { PadUsed = line.PadUsed.Add(f.Number) });
        return f.ServedAt is null ? day.Joined(ticket, f.TakenAt) : day.With(ticket);
    }

    private HallDay Called(HallTicket ticket, TicketCalled f, DateTime at)
    {
        var day = Left(ticket);
        if (ticket.Priority)
        {
            foreach (var id in Counters[f.Counter].Plan.Lines)
            {
                if (day.Lines.TryGetValue(id, out var line) && line.Ordinary.OvertakenBefore(ticket.Order) is { } after && after != line.Ordinary)
                {
                    day = day.With(line with { Ordinary = after });
                }
            }
        }

        ticket = day.Tickets[ticket.Id];
        return day.CalledOut(ticket.Id, f.Counter, at)
            .With(ticket with { State = TicketState.Called, Counter = f.Counter, CalledAt = at, Calls = ticket.Calls + 1 })
            .With(Counters[f.Counter] with { Ticket = ticket.Id });
    }

    private HallDay CalledOut(Guid ticket, int counter, DateTime at)
    {
        var calls = LastCalls.Count == CallsRemembered ? LastCalls.RemoveAt(0) : LastCalls;
        return this with { LastCalls = calls.Add(new CallOut(Seq + 1, ticket, counter, Tickets[ticket].Calls > 0, at)) };
    }

    private HallDay Missed(HallTicket ticket, TicketMissed f)
    {
        var day = Freed(f.Counter).With(ticket with { State = TicketState.Missed, Misses = ticket.Misses + 1, DueAt = f.ReturnsAt });
        return day with { Due = day.Due.Add((f.ReturnsAt, ticket.Id)) };
    }

    private HallDay Finished(HallTicket ticket, ServiceFinished f, DateTime at)
    {
        var line = Lines[ticket.Line];
        var seconds = (int)Math.Max(0, (at - ticket.CalledAt!.Value).TotalSeconds);
        var full = line.LastServicesCount == ServicesRemembered;
        return Freed(f.Counter)
            .With(line with
            {
                LastServices = (full ? line.LastServices.Dequeue() : line.LastServices).Enqueue(seconds),
                LastServicesCount = full ? ServicesRemembered : line.LastServicesCount + 1,
            })
            .Ended(ticket, TicketState.Finished, at);
    }

    private HallDay Transferred(HallTicket ticket, TicketTransferred f, DateTime at)
    {
        var day = ticket.State.IsAtCounter() ? Freed(ticket.Counter!.Value) : Left(ticket);
        ticket = day.Tickets[ticket.Id] with { Line = f.ToLine, StartedAt = null };
        day = day.Held(ticket with { Line = f.FromLine }, false).Held(ticket, true);
        if (f.ToTheEnd)
        {
            var arrival = Math.Max(LatestArrival, MillisecondOf(at));
            ticket = ticket with { Order = day.OrderAt(arrival) };
            day = day with { Places = day.Places + 1, LatestArrival = arrival };
        }

        return day.Joined(ticket, at);
    }
}
