namespace Lakudo.Hall.Day;

/// <summary>What somebody wants of the hall's day. Ids are made by the caller, so that deciding depends on nothing but its arguments.</summary>
[GenerateSerializer, Immutable]
internal abstract record HallCommand
{
    /// <summary>The counter it is done at; null for what is done at none.</summary>
    internal virtual int? AtCounter => null;

    /// <summary>The ticket it is done to, where it names one.</summary>
    internal virtual Guid? ToTicket => null;

    /// <summary>Open the day, or open it again after it was closed: then those who waited have their places back.</summary>
    [GenerateSerializer, Immutable]
    internal sealed record OpenDay(DayPlan Plan) : HallCommand;

    /// <summary>Go on by another plan from now: a line closed or opened, a counter given other lines, hours changed.</summary>
    [GenerateSerializer, Immutable]
    internal sealed record ChangePlan(DayPlan Plan) : HallCommand;

    /// <summary>Close the day; whoever still waits is recorded as unserved. A day that nobody closed is closed whatever its counters hold.</summary>
    [GenerateSerializer, Immutable]
    internal sealed record CloseDay(bool IsForgotten = false) : HallCommand;

    /// <summary>A clerk opens a counter or takes it over from a colleague.</summary>
    [GenerateSerializer, Immutable]
    internal sealed record OpenCounter(int Counter, Guid Clerk) : HallCommand
    {
        internal override int? AtCounter => Counter;
    }

    /// <summary>Close a counter.</summary>
    [GenerateSerializer, Immutable]
    internal sealed record CloseCounter(int Counter) : HallCommand
    {
        internal override int? AtCounter => Counter;
    }

    /// <summary>
    /// Hand out the next number of a line. <c>Holder</c> is an opaque id that keeps a person to one open ticket per line; the groups never reach the journal. A <c>Visit</c>, one visitor's
    /// time at the screen of <c>Kiosk</c>, gets one number.
    /// </summary>
    [GenerateSerializer, Immutable]
    internal sealed record TakeTicket(
        Guid Ticket, int Line, Guid? Service, TicketOrigin Origin, PriorityGroups Groups, Guid? Holder, Guid? Visit = null, Guid? Kiosk = null) : HallCommand;

    /// <summary>Enter a number of the emergency pad; with <c>ServedAt</c> and <c>Counter</c> when it was served by hand, without when its holder still waits.</summary>
    [GenerateSerializer, Immutable]
    internal sealed record EnterPaperTicket(Guid Ticket, int Line, int Number, DateTime TakenAt, PriorityGroups Groups, DateTime? ServedAt, int? Counter) : HallCommand
    {
        internal override int? AtCounter => Counter;
    }

    /// <summary>The holder of a web ticket has come to the hall; by the ticket's id, or by the number as it is printed. <c>Visit</c> and <c>Kiosk</c> as above.</summary>
    [GenerateSerializer, Immutable]
    internal sealed record CheckIn(Guid Ticket, string? Number = null, Guid? Visit = null, Guid? Kiosk = null) : HallCommand;

    /// <summary>Call whoever is next for the counter.</summary>
    [GenerateSerializer, Immutable]
    internal sealed record CallNext(int Counter) : HallCommand
    {
        internal override int? AtCounter => Counter;
    }

    /// <summary>Call the same number once more.</summary>
    [GenerateSerializer, Immutable]
    internal sealed record Recall(int Counter, Guid Ticket) : HallCommand
    {
        internal override int? AtCounter => Counter;
    }

    /// <summary>Nobody came to the call.</summary>
    [GenerateSerializer, Immutable]
    internal sealed record MarkNoShow(int Counter, Guid Ticket) : HallCommand
    {
        internal override int? AtCounter => Counter;
    }

    /// <summary>The person is at the counter.</summary>
    [GenerateSerializer, Immutable]
    internal sealed record StartService(int Counter, Guid Ticket) : HallCommand
    {
        internal override int? AtCounter => Counter;
    }

    /// <summary>The service is done.</summary>
    [GenerateSerializer, Immutable]
    internal sealed record FinishService(int Counter, Guid Ticket) : HallCommand
    {
        internal override int? AtCounter => Counter;
    }

    /// <summary>Take back the no-show or the end of service that the counter did last.</summary>
    [GenerateSerializer, Immutable]
    internal sealed record TakeBackLastAct(int Counter, Guid Ticket) : HallCommand
    {
        internal override int? AtCounter => Counter;
    }

    /// <summary>Send the ticket to another line with its number; by arrival, or to the end of that line.</summary>
    [GenerateSerializer, Immutable]
    internal sealed record TransferTicket(Guid Ticket, int ToLine, bool ToTheEnd) : HallCommand
    {
        internal override Guid? ToTicket => Ticket;
    }

    /// <summary>Give the ticket up.</summary>
    [GenerateSerializer, Immutable]
    internal sealed record CancelTicket(Guid Ticket) : HallCommand
    {
        internal override Guid? ToTicket => Ticket;
    }

    /// <summary>The officer has seen the person: the groups are right, or these are.</summary>
    [GenerateSerializer, Immutable]
    internal sealed record CorrectPriority(Guid Ticket, PriorityGroups Groups) : HallCommand
    {
        internal override Guid? ToTicket => Ticket;
    }

    /// <summary>Let what is due by now happen: second chances and web tickets whose time is over.</summary>
    [GenerateSerializer, Immutable]
    internal sealed record LetTimePass : HallCommand;
}
