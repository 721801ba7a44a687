namespace Lakudo.Hall.Day;

/// <summary>A ticket as the day's model knows it.</summary>
[GenerateSerializer(GenerateFieldIds = GenerateFieldIds.PublicProperties), Immutable]
internal sealed record HallTicket
{
    /// <summary>The ticket.</summary>
    public required Guid Id { get; init; }

    /// <summary>Line whose series the number is of; never changes, also when the ticket is transferred.</summary>
    public required int Series { get; init; }

    /// <summary>Number in that series.</summary>
    public required int Number { get; init; }

    /// <summary>The number as printed and spoken, for example A-012.</summary>
    public required string Label { get; init; }

    /// <summary>Line the ticket is in now.</summary>
    public required int Line { get; init; }

    /// <summary>Service asked for, where one was.</summary>
    public Guid? Service { get; init; }

    /// <summary>Where it was handed out.</summary>
    public required TicketOrigin Origin { get; init; }

    /// <summary>Whether it goes before ordinary tickets, as far as the rule allows.</summary>
    public bool Priority { get; init; }

    /// <summary>Whether an officer has confirmed or corrected that.</summary>
    public bool PriorityChecked { get; init; }

    /// <summary>Opaque id of the person who took it on the web.</summary>
    public Guid? Holder { get; init; }

    /// <summary>Place by arrival: smaller came earlier. Unique in the day.</summary>
    public required long Order { get; init; }

    /// <summary>UTC moment it was handed out.</summary>
    public required DateTime TakenAt { get; init; }

    /// <summary>Where it stands.</summary>
    public required TicketState State { get; init; }

    /// <summary>UTC moment since when it waits in its present line.</summary>
    public DateTime? WaitingSince { get; init; }

    /// <summary>How often priority went before it, settled whenever it leaves a line; while it waits the line counts on.</summary>
    public int Overtaken { get; init; }

    /// <summary>Counter that holds or last held it.</summary>
    public int? Counter { get; init; }

    /// <summary>UTC moment of the last first call (not of repeats).</summary>
    public DateTime? CalledAt { get; init; }

    /// <summary>How often its number was called out, repeats included.</summary>
    public int Calls { get; init; }

    /// <summary>How often nobody came.</summary>
    public int Misses { get; init; }

    /// <summary>UTC moment service began.</summary>
    public DateTime? StartedAt { get; init; }

    /// <summary>UTC moment it ended, in whatever way.</summary>
    public DateTime? EndedAt { get; init; }

    /// <summary>UTC moment something happens by itself: a booked ticket becomes void, a missed one returns.</summary>
    public DateTime? DueAt { get; init; }
}
