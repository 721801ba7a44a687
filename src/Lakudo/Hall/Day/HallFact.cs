using System.Text.Json.Serialization;

namespace Lakudo.Hall.Day;

/// <summary>What happened on the hall's day. Facts hold ids, numbers and times: never a name, a NIK, or why somebody has priority.</summary>
[JsonPolymorphic(TypeDiscriminatorPropertyName = "fact")]
[JsonDerivedType(typeof(DayOpened), nameof(DayOpened))]
[JsonDerivedType(typeof(PlanChanged), nameof(PlanChanged))]
[JsonDerivedType(typeof(DayClosed), nameof(DayClosed))]
[JsonDerivedType(typeof(CounterOpened), nameof(CounterOpened))]
[JsonDerivedType(typeof(CounterClosed), nameof(CounterClosed))]
[JsonDerivedType(typeof(TicketTaken), nameof(TicketTaken))]
[JsonDerivedType(typeof(PaperTicketEntered), nameof(PaperTicketEntered))]
[JsonDerivedType(typeof(TicketCheckedIn), nameof(TicketCheckedIn))]
[JsonDerivedType(typeof(TicketCalled), nameof(TicketCalled))]
[JsonDerivedType(typeof(TicketRecalled), nameof(TicketRecalled))]
[JsonDerivedType(typeof(TicketMissed), nameof(TicketMissed))]
[JsonDerivedType(typeof(TicketReturned), nameof(TicketReturned))]
[JsonDerivedType(typeof(TicketNotShown), nameof(TicketNotShown))]
[JsonDerivedType(typeof(ServiceStarted), nameof(ServiceStarted))]
[JsonDerivedType(typeof(ServiceFinished), nameof(ServiceFinished))]
[JsonDerivedType(typeof(TicketTransferred), nameof(TicketTransferred))]
[JsonDerivedType(typeof(TicketCancelled), nameof(TicketCancelled))]
[JsonDerivedType(typeof(TicketVoided), nameof(TicketVoided))]
[JsonDerivedType(typeof(PriorityCorrected), nameof(PriorityCorrected))]
internal abstract record HallFact
{
    /// <summary>The day was opened, or opened again.</summary>
    internal sealed record DayOpened(DayPlan Plan) : HallFact;

    /// <summary>Another plan holds from here.</summary>
    internal sealed record PlanChanged(DayPlan Plan) : HallFact;

    /// <summary>The day was closed; so many were left unserved.</summary>
    internal sealed record DayClosed(int Unserved) : HallFact;

    /// <summary>A clerk opened the counter or took it over.</summary>
    internal sealed record CounterOpened(int Counter, Guid Clerk) : HallFact;

    /// <summary>The counter was closed.</summary>
    internal sealed record CounterClosed(int Counter) : HallFact;

    /// <summary>A number was handed out; a web ticket is void unless checked in before <c>CheckInBy</c>.</summary>
    internal sealed record TicketTaken(Guid Ticket, int Line, int Number, Guid? Service, TicketOrigin Origin, bool Priority, Guid? Holder, DateTime? CheckInBy) : HallFact;

    /// <summary>A paper number was entered; served by hand at <c>ServedAt</c>, or still waiting.</summary>
    internal sealed record PaperTicketEntered(Guid Ticket, int Line, int Number, DateTime TakenAt, bool Priority, DateTime? ServedAt, int? Counter) : HallFact;

    /// <summary>The holder of a web ticket came.</summary>
    internal sealed record TicketCheckedIn(Guid Ticket) : HallFact;

    /// <summary>A ticket was called, and so many who came earlier were overtaken by its priority.</summary>
    internal sealed record TicketCalled(Guid Ticket, int Counter, int Overtook) : HallFact;

    /// <summary>The call was repeated.</summary>
    internal sealed record TicketRecalled(Guid Ticket, int Counter) : HallFact;

    /// <summary>Nobody came; the ticket returns to its line at <c>ReturnsAt</c>.</summary>
    internal sealed record TicketMissed(Guid Ticket, int Counter, DateTime ReturnsAt) : HallFact;

    /// <summary>The second chance began.</summary>
    internal sealed record TicketReturned(Guid Ticket) : HallFact;

    /// <summary>Nobody came to the second chance either.</summary>
    internal sealed record TicketNotShown(Guid Ticket, int Counter) : HallFact;

    /// <summary>Service began.</summary>
    internal sealed record ServiceStarted(Guid Ticket, int Counter) : HallFact;

    /// <summary>Service ended.</summary>
    internal sealed record ServiceFinished(Guid Ticket, int Counter) : HallFact;

    /// <summary>The ticket went to another line with its number.</summary>
    internal sealed record TicketTransferred(Guid Ticket, int FromLine, int ToLine, bool ToTheEnd) : HallFact;

    /// <summary>The ticket was given up.</summary>
    internal sealed record TicketCancelled(Guid Ticket) : HallFact;

    /// <summary>A web ticket ran out.</summary>
    internal sealed record TicketVoided(Guid Ticket) : HallFact;

    /// <summary>An officer confirmed the ticket's priority or lack of it, or changed it.</summary>
    internal sealed record PriorityCorrected(Guid Ticket, bool Priority) : HallFact;
}
