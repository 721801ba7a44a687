using System.Collections.Immutable;
using Lakudo.Kernel;

namespace Lakudo.Hall.Day;

// Inside the namespace: the commands are named as the verbs are, and here the commands are meant.
using static Lakudo.Hall.Day.HallCommand;
using static Lakudo.Hall.Day.HallFact;

/// <summary>What was done at a counter last, and how a no-show or an end of service is taken back.</summary>
internal sealed partial record HallDay
{
    /// <summary>How long a clerk is offered to take an act back.</summary>
    public static readonly TimeSpan TakeBackWithin = TimeSpan.FromSeconds(10);

    /// <summary>How long an answer may be on its way to the clerk and back beside that.</summary>
    private static readonly TimeSpan OnTheWay = TimeSpan.FromSeconds(2);

    /// <summary>Why a counter may not take back what it did last to a ticket, or null when it may.</summary>
    public Refusal? WhyNotTakenBack(CounterState counter, HallTicket ticket, DateTime now)
    {
        var fits = counter.Last?.Fact switch
        {
            ServiceFinished f => f.Ticket == ticket.Id && ticket.State == TicketState.Finished,
            TicketMissed f => f.Ticket == ticket.Id && ticket.State == TicketState.Missed,
            TicketNotShown f => f.Ticket == ticket.Id && ticket.State == TicketState.NoShow,
            _ => false,
        };
        return !counter.IsOpen ? HallRefusals.CounterClosed.With(counter.Plan.Code)
            : !fits || counter.Ticket is not null || ticket.Counter != counter.Plan.Id
                ? HallRefusals.NothingToTakeBack.With(ticket.Label, counter.Plan.Code)
            : (now - counter.Last!.At).Duration() > TakeBackWithin + OnTheWay
                ? HallRefusals.TooLateToTakeBack.With(ticket.Label, (int)TakeBackWithin.TotalSeconds)
            : null;
    }

    private Outcome<ImmutableArray<HallFact>> TakeBack(TakeBackLastAct c, DateTime now)
    {
        if (!Counters.TryGetValue(c.Counter, out var counter))
        {
            return HallRefusals.UnknownCounter;
        }

        if (!Tickets.TryGetValue(c.Ticket, out var ticket))
        {
            return HallRefusals.UnknownTicket;
        }

        // Taken back already, by another press: nothing is left to do.
        if (counter.Ticket == c.Ticket && counter.Last?.Fact is NoShowTakenBack or FinishTakenBack)
        {
            return Outcome([]);
        }

        return WhyNotTakenBack(counter, ticket, now) is { } refusal ? refusal
            : Fact(ticket.State == TicketState.Finished
                ? new FinishTakenBack(c.Ticket, c.Counter) : new NoShowTakenBack(c.Ticket, c.Counter));
    }

    /// <summary>The number is called at the counter as before; what was due for it is not any more.</summary>
    private HallDay BackAtCounter(HallTicket ticket, int counter) =>
        Settled(ticket).Held(ticket, true).With(Counters[counter] with { Ticket = ticket.Id })
            .With(ticket with { State = TicketState.Called, Misses = ticket.Misses - 1, DueAt = null, EndedAt = null });

    /// <summary>The number is being served at the counter as before; its time counts for no estimate until it really ends.</summary>
    private HallDay BackInService(HallTicket ticket, int counter)
    {
        var line = Lines[ticket.Line];
        var services = line.LastServices.ToList();
        var taken = (int)Math.Max(0, (ticket.EndedAt!.Value - ticket.CalledAt!.Value).TotalSeconds);
        if (services.LastIndexOf(taken) is >= 0 and var place) services.RemoveAt(place);
        return Held(ticket, true)
            .With(line with { LastServices = ImmutableQueue.CreateRange(services), LastServicesCount = services.Count })
            .With(Counters[counter] with { Ticket = ticket.Id })
            .With(ticket with { State = TicketState.Serving, EndedAt = null });
    }

    /// <summary>The counter that a fact happened at, or null.</summary>
    private int? CounterOf(HallFact fact) => fact switch
    {
        CounterOpened f => f.Counter,
        CounterClosed f => f.Counter,
        TicketCalled f => f.Counter,
        TicketRecalled f => f.Counter,
        TicketMissed f => f.Counter,
        TicketNotShown f => f.Counter,
        ServiceStarted f => f.Counter,
        ServiceFinished f => f.Counter,
        NoShowTakenBack f => f.Counter,
        FinishTakenBack f => f.Counter,
        TicketTransferred or PriorityCorrected
            when Tickets[fact.Subject] is { Counter: { } held } ticket && ticket.State.IsAtCounter() => held,
        _ => null,
    };

    private HallDay Noted(int? counter, HallFact fact, DateTime at) =>
        counter is { } id ? With(Counters[id] with { Last = new CounterAct(fact, at) }) : this;
}
