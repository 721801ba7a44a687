using System.Collections.Frozen;
using System.Reflection;
using System.Text.Json;
using System.Text.Json.Serialization;
using Lakudo.Kernel;

namespace Lakudo.Hall.Day;

/// <summary>What happened on the hall's day. Facts hold ids, numbers and times: never a name, a NIK, or why somebody has priority.</summary>
internal abstract record HallFact : IFact
{
    private static readonly FrozenDictionary<string, Type> Kinds = typeof(HallFact).GetNestedTypes(BindingFlags.NonPublic)
        .Where(t => t.IsSubclassOf(typeof(HallFact))).ToFrozenDictionary(t => t.Name);

    /// <summary>The ticket it happened to, or all zeros for a fact about a counter or the day.</summary>
    [JsonIgnore]
    public Guid Subject => this switch
    {
        TicketTaken f => f.Ticket,
        PaperTicketEntered f => f.Ticket,
        TicketCheckedIn f => f.Ticket,
        TicketCalled f => f.Ticket,
        TicketRecalled f => f.Ticket,
        TicketMissed f => f.Ticket,
        TicketReturned f => f.Ticket,
        TicketNotShown f => f.Ticket,
        ServiceStarted f => f.Ticket,
        ServiceFinished f => f.Ticket,
        NoShowTakenBack f => f.Ticket,
        FinishTakenBack f => f.Ticket,
        TicketTransferred f => f.Ticket,
        TicketCancelled f => f.Ticket,
        TicketVoided f => f.Ticket,
        PriorityCorrected f => f.Ticket,
        _ => Guid.Empty,
    };

    /// <summary>A fact as the journal keeps it.</summary>
    /// <param name="name">Name of the fact.</param>
    /// <param name="data">Its properties as JSON.</param>
    public static HallFact Read(string name, string data) => (HallFact)JsonSerializer.Deserialize(data, Kinds[name], Journal.Json)!;

    /// <summary>The day was opened; in days of earlier releases also opened again, without anybody's place.</summary>
    internal sealed record DayOpened(DayPlan Plan) : HallFact;

    /// <summary>The day was opened again after it was closed, and so many have their places back.</summary>
    internal sealed record DayReopened(DayPlan Plan, int GivenBack) : HallFact;

    /// <summary>Another plan holds from here.</summary>
    internal sealed record PlanChanged(DayPlan Plan) : HallFact;

    /// <summary>The day was closed; so many were left unserved.</summary>
    internal sealed record DayClosed(int Unserved) : HallFact;

    /// <summary>A clerk opened the counter or took it over.</summary>
    internal sealed record CounterOpened(int Counter, Guid Clerk) : HallFact;

    /// <summary>The counter was closed.</summary>
    internal sealed record CounterClosed(int Counter) : HallFact;

    /// <summary>A number was handed out; a web ticket is void unless checked in before <c>CheckInBy</c>. <c>Visit</c> is one visitor's time at the screen of <c>Kiosk</c>.</summary>
    internal sealed record TicketTaken(
        Guid Ticket, int Line, int Number, Guid? Service, TicketOrigin Origin, bool Priority, Guid? Holder, DateTime? CheckInBy, Guid? Visit = null, Guid? Kiosk = null) : HallFact;

    /// <summary>A paper number was entered; served by hand at <c>ServedAt</c>, or still waiting.</summary>
    internal sealed record PaperTicketEntered(Guid Ticket, int Line, int Number, DateTime TakenAt, bool Priority, DateTime? ServedAt, int? Counter) : HallFact;

    /// <summary>The holder of a web ticket came; <c>Visit</c> and <c>Kiosk</c> as above.</summary>
    internal sealed record TicketCheckedIn(Guid Ticket, Guid? Visit = null, Guid? Kiosk = null) : HallFact;

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

    /// <summary>The counter took back that nobody came: the number is called there as before.</summary>
    internal sealed record NoShowTakenBack(Guid Ticket, int Counter) : HallFact;

    /// <summary>The counter took back that the service had ended: the number is being served there as before.</summary>
    internal sealed record FinishTakenBack(Guid Ticket, int Counter) : HallFact;

    /// <summary>The ticket went to another line with its number.</summary>
    internal sealed record TicketTransferred(Guid Ticket, int FromLine, int ToLine, bool ToTheEnd) : HallFact;

    /// <summary>The ticket was given up.</summary>
    internal sealed record TicketCancelled(Guid Ticket) : HallFact;

    /// <summary>A web ticket ran out.</summary>
    internal sealed record TicketVoided(Guid Ticket) : HallFact;

    /// <summary>An officer confirmed the ticket's priority or lack of it, or changed it.</summary>
    internal sealed record PriorityCorrected(Guid Ticket, bool Priority) : HallFact;
}
