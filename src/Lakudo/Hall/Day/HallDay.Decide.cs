using System.Collections.Immutable;
using Lakudo.Kernel;

namespace Lakudo.Hall.Day;

// Inside the namespace: the commands are named as the verbs are, and here the commands are meant.
using static Lakudo.Hall.Day.HallCommand;
using static Lakudo.Hall.Day.HallFact;

/// <summary>What commands lead to: facts, or a refusal. Changes nothing.</summary>
internal sealed partial record HallDay
{
    /// <summary>The refusal of somebody bound to one agency who would act at a counter of another, or on a ticket that one holds; null where that is not so.</summary>
    /// <param name="command">What somebody wants.</param>
    /// <param name="agencies">The agencies that the caller is bound to; null for none.</param>
    public Refusal? Foreign(HallCommand command, ImmutableArray<int>? agencies)
    {
        if (agencies is null) return null;
        var held = command.ToTicket is { } id && Tickets.TryGetValue(id, out var ticket) && ticket.State is TicketState.Called or TicketState.Serving ? ticket.Counter : null;
        return (command.AtCounter ?? held) is { } number && Counters.TryGetValue(number, out var counter) && counter.Plan.IsForeignTo(agencies)
            ? HallRefusals.CounterOfAnotherAgency.With(counter.Plan.Code) : null;
    }

    /// <summary>The facts a command leads to now (none when there is nothing to do), or why it is refused.</summary>
    /// <param name="command">What somebody wants.</param>
    /// <param name="now">UTC moment of deciding.</param>
    public Outcome<ImmutableArray<HallFact>> Decide(HallCommand command, DateTime now)
    {
        if (command is OpenDay open)
        {
            return IsOpen ? HallRefusals.DayAlreadyOpen
                : AtClosing is null ? Fact(new DayOpened(open.Plan)) : Fact(new DayReopened(open.Plan, GivenBack(AtClosing).Count()));
        }

        if (!IsOpen)
        {
            return Plan is null ? HallRefusals.DayNotOpen : HallRefusals.DayClosed;
        }

        return command switch
        {
            ChangePlan c => Fact(new PlanChanged(c.Plan)),
            CloseDay c => Close(c.IsForgotten),
            OpenCounter c => Open(c),
            CloseCounter c => Close(c),
            TakeTicket c => Again(c.Visit, now) ?? Take(c, now),
            EnterPaperTicket c => Enter(c, now),
            CheckIn c => Again(c.Visit, now) ?? Arrive(c, now),
            CallNext c => Call(c, now),
            Recall c => AtCounter(c.Counter, c.Ticket, now, stopsOnBreak: true,
                t => t.State == TicketState.Called ? Fact(new TicketRecalled(t.Id, c.Counter)) : HallRefusals.AlreadyStarted.With(t.Label)),
            MarkNoShow c => AtCounter(c.Counter, c.Ticket, now, stopsOnBreak: false, t => Miss(t, c.Counter, now)),
            StartService c => AtCounter(c.Counter, c.Ticket, now, stopsOnBreak: false,
                t => t.State == TicketState.Called ? Fact(new ServiceStarted(t.Id, c.Counter)) : HallRefusals.AlreadyStarted.With(t.Label)),
            FinishService c => AtCounter(c.Counter, c.Ticket, now, stopsOnBreak: false,
                t => t.State == TicketState.Serving ? Fact(new ServiceFinished(t.Id, c.Counter)) : HallRefusals.NotStarted.With(t.Label)),
            TakeBackLastAct c => TakeBack(c, now),
            TransferTicket c => Transfer(c),
            CancelTicket c => Cancel(c),
            CorrectPriority c => Correct(c),
            LetTimePass => Outcome(Due.TakeWhile(d => d.At <= now).Select(d => Tickets[d.Ticket].State == TicketState.Booked
                ? (HallFact)new TicketVoided(d.Ticket) : new TicketReturned(d.Ticket)).ToImmutableArray()),
            _ => throw new ArgumentOutOfRangeException(nameof(command), command.GetType().Name, "The day does not know this command."),
        };
    }

    private static Outcome<ImmutableArray<HallFact>> Fact(HallFact fact) => ImmutableArray.Create(fact);

    private static Outcome<ImmutableArray<HallFact>> Outcome(ImmutableArray<HallFact> facts) => facts;

    private Outcome<ImmutableArray<HallFact>> Open(OpenCounter c) =>
        !Counters.TryGetValue(c.Counter, out var counter) ? HallRefusals.UnknownCounter
        : counter.Clerk == c.Clerk ? HallRefusals.CounterAlreadyOpen.With(counter.Plan.Code)
        : Fact(new CounterOpened(c.Counter, c.Clerk));

    private Outcome<ImmutableArray<HallFact>> Close(CloseCounter c) =>
        !Counters.TryGetValue(c.Counter, out var counter) ? HallRefusals.UnknownCounter
        : !counter.IsOpen ? HallRefusals.CounterClosed.With(counter.Plan.Code)
        : counter.Ticket is { } held ? HallRefusals.CounterBusy.With(counter.Plan.Code, Tickets[held].Label)
        : Fact(new CounterClosed(c.Counter));

    private Outcome<ImmutableArray<HallFact>> Call(CallNext c, DateTime now)
    {
        if (!Counters.TryGetValue(c.Counter, out var counter))
        {
            return HallRefusals.UnknownCounter;
        }

        if (Refused(counter, now, stopsOnBreak: true) is { } refusal)
        {
            return refusal;
        }

        if (counter.Ticket is { } held)
        {
            return HallRefusals.CounterBusy.With(counter.Plan.Code, Tickets[held].Label);
        }

        if (counter.Plan.Lines.IsEmpty)
        {
            return HallRefusals.CounterServesNothing.With(counter.Plan.Code);
        }

        return NextFor(counter, now) is { } next
            ? Fact(new TicketCalled(next.Ticket, c.Counter, Tickets[next.Ticket].Priority ? counter.Plan.Lines.Sum(l => Lines[l].Ordinary.Before(next.Order).Count) : 0))
            : HallRefusals.NobodyWaiting;
    }

    /// <summary>Why a counter may not do anything with a ticket now, or null.</summary>
    private Refusal? Refused(CounterState counter, DateTime now, bool stopsOnBreak) =>
        !counter.IsOpen ? HallRefusals.CounterClosed.With(counter.Plan.Code)
        : stopsOnBreak && Plan!.Breaks.FirstOrDefault(b => b.StopsCalls && b.Holds(now)) is { } pause ? HallRefusals.OnBreak.With(Plan.Clock(pause.Until))
        : null;

    /// <summary>What a counter does with the ticket it holds; refused when it does not hold it.</summary>
    private Outcome<ImmutableArray<HallFact>> AtCounter(
        int id, Guid ticketId, DateTime now, bool stopsOnBreak, Func<HallTicket, Outcome<ImmutableArray<HallFact>>> then)
    {
        if (!Counters.TryGetValue(id, out var counter))
        {
            return HallRefusals.UnknownCounter;
        }

        if (!Tickets.TryGetValue(ticketId, out var ticket))
        {
            return HallRefusals.UnknownTicket;
        }

        return Refused(counter, now, stopsOnBreak) is { } refusal ? refusal
            : counter.Ticket != ticketId ? HallRefusals.NotAtThisCounter.With(ticket.Label, counter.Plan.Code)
            : then(ticket);
    }

    private Outcome<ImmutableArray<HallFact>> Miss(HallTicket ticket, int counter, DateTime now) =>
        ticket.State != TicketState.Called ? HallRefusals.AlreadyStarted.With(ticket.Label)
        : Fact(ticket.Misses == 0
            ? new TicketMissed(ticket.Id, counter, now.AddMinutes(Plan!.Rules.SecondChanceMinutes))
            : new TicketNotShown(ticket.Id, counter));
}
