using System.Collections.Immutable;
using Lakudo.Kernel;

namespace Lakudo.Hall.Day;

// Inside the namespace: the commands are named as the verbs are, and here the commands are meant.
using static Lakudo.Hall.Day.HallCommand;

/// <summary>A visit to a kiosk gets one number, however often and whatever is touched.</summary>
internal sealed partial record HallDay
{
    /// <summary>How long the screen of a visit gives its number again; after that another visitor may stand before it.</summary>
    public static readonly TimeSpan VisitLasts = TimeSpan.FromMinutes(5);

    /// <summary>Whether a visit's number may be shown again: it is of the last minutes and has not ended.</summary>
    public bool IsFresh(KioskVisit visit, DateTime now) =>
        (now - visit.At).Duration() <= VisitLasts && Tickets[visit.Ticket].State.IsOpen();

    /// <summary>The ticket of a command that leads to no fact because what it wants is so already; all zeros for any other.</summary>
    public Guid DoneBefore(HallCommand command) => command switch
    {
        TakeBackLastAct c => c.Ticket,
        TakeTicket { Visit: { } visit } => Visits[visit].Ticket,
        CheckIn { Visit: { } visit } => Visits[visit].Ticket,
        _ => Guid.Empty,
    };

    /// <summary>
    /// What is answered to a visit that has its number: the same number, or that the visit is long over. Null where it has none, or one
    /// that has ended.
    /// </summary>
    private Outcome<ImmutableArray<HallFact>>? Again(Guid? id, DateTime now)
    {
        if (id is not { } known || !Visits.TryGetValue(known, out var visit) || !Tickets[visit.Ticket].State.IsOpen())
        {
            return null;
        }

        return IsFresh(visit, now) ? Outcome([]) : (Outcome<ImmutableArray<HallFact>>)HallRefusals.VisitOver;
    }

    private HallDay Visited(Guid? id, Guid ticket, Guid? kiosk, DateTime at)
    {
        if (id is not { } known)
        {
            return this;
        }

        var visit = new KioskVisit(known, ticket, kiosk, at);
        return this with
        {
            Visits = Visits.SetItem(known, visit),
            LastVisits = kiosk is { } device ? LastVisits.SetItem(device, visit) : LastVisits,
        };
    }
}

/// <summary>A visit to a kiosk that got a number.</summary>
/// <param name="Id">The visit.</param>
/// <param name="Ticket">Its ticket.</param>
/// <param name="Kiosk">The kiosk; null where staff stood at the screen.</param>
/// <param name="At">UTC moment it got the number.</param>
internal sealed record KioskVisit(Guid Id, Guid Ticket, Guid? Kiosk, DateTime At);
