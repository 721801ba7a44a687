using Lakudo.Hall.Day;

namespace Lakudo.Hall;

/// <summary>Kinds of acts at a counter.</summary>
public enum CounterActKind
{
    /// <summary>A clerk opened it or took it over.</summary>
    Opened = 1,

    /// <summary>It was closed.</summary>
    Closed = 2,

    /// <summary>A number was called.</summary>
    Called = 3,

    /// <summary>The call was repeated.</summary>
    Recalled = 4,

    /// <summary>Nobody came; the number is called once more.</summary>
    Missed = 5,

    /// <summary>Nobody came the second time either.</summary>
    NotShown = 6,

    /// <summary>Service began.</summary>
    Started = 7,

    /// <summary>Service ended.</summary>
    Finished = 8,

    /// <summary>The number went to another line.</summary>
    Transferred = 9,

    /// <summary>The number's priority was confirmed or changed.</summary>
    PriorityCorrected = 10,

    /// <summary>A no-show was taken back.</summary>
    NoShowTakenBack = 11,

    /// <summary>An end of service was taken back.</summary>
    FinishTakenBack = 12,
}

/// <summary>What was done at a counter last, so that the page can say it.</summary>
/// <param name="Kind">What.</param>
/// <param name="At">UTC moment.</param>
/// <param name="Ticket">The ticket it was done to; null where it was done to none.</param>
/// <param name="Number">Its number as printed.</param>
/// <param name="ToLine">Code of the line it was sent to.</param>
/// <param name="Priority">Whether it has priority now.</param>
/// <param name="ReturnsAt">UTC moment at which a missed number comes back.</param>
/// <param name="TakeBackFor">How long it may still be taken back; null where it may not.</param>
public sealed record LastAct(
    CounterActKind Kind, DateTime At, Guid? Ticket, string? Number, string? ToLine, bool Priority, DateTime? ReturnsAt, TimeSpan? TakeBackFor)
{
    internal static LastAct? Of(HallDay day, CounterState counter, DateTime now)
    {
        if (counter.Last is not { } last || KindOf(last.Fact) is not { } kind)
        {
            return null;
        }

        var ticket = day.Tickets.GetValueOrDefault(last.Fact.Subject);
        TimeSpan? left = ticket is not null && day.WhyNotTakenBack(counter, ticket, now) is null
            ? last.At + HallDay.TakeBackWithin - now : null;
        return new LastAct(
            kind, last.At, ticket?.Id, ticket?.Label,
            last.Fact is HallFact.TicketTransferred { ToLine: var line } ? day.Lines[line].Plan.Code : null,
            ticket?.Priority == true, (last.Fact as HallFact.TicketMissed)?.ReturnsAt, left > TimeSpan.Zero ? left : null);
    }

    private static CounterActKind? KindOf(HallFact fact) => fact switch
    {
        HallFact.CounterOpened => CounterActKind.Opened,
        HallFact.CounterClosed => CounterActKind.Closed,
        HallFact.TicketCalled => CounterActKind.Called,
        HallFact.TicketRecalled => CounterActKind.Recalled,
        HallFact.TicketMissed => CounterActKind.Missed,
        HallFact.TicketNotShown => CounterActKind.NotShown,
        HallFact.ServiceStarted => CounterActKind.Started,
        HallFact.ServiceFinished => CounterActKind.Finished,
        HallFact.TicketTransferred => CounterActKind.Transferred,
        HallFact.PriorityCorrected => CounterActKind.PriorityCorrected,
        HallFact.NoShowTakenBack => CounterActKind.NoShowTakenBack,
        HallFact.FinishTakenBack => CounterActKind.FinishTakenBack,
        _ => null,
    };
}
