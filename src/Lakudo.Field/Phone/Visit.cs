namespace Lakudo.Field.Phone;

/// <summary>How far a visit has come.</summary>
public enum VisitState : byte
{
    /// <summary>On this phone only.</summary>
    Waiting = 0,

    /// <summary>In the register; the phone has not yet seen it come back.</summary>
    Sent = 1,

    /// <summary>Refused; the cadre mends it or leaves it to the puskesmas. Its sealed copy stays.</summary>
    Refused = 2,

    /// <summary>The puskesmas said by its receipt that it has it. It stays here, and is sent with the next contact, which confirms it.</summary>
    HandedOver = 3,
}

/// <summary>What was saved with one press: the entries belong together and are sent together.</summary>
public sealed record Visit
{
    /// <summary>The visit, on this phone only.</summary>
    public required Guid Id { get; init; }

    /// <summary>The phone's clock (UTC).</summary>
    public required DateTime At { get; init; }

    /// <summary>A newcomer.</summary>
    public NewChild? Child { get; init; }

    /// <summary>What was measured.</summary>
    public FieldMeasurement? Measurement { get; init; }

    /// <summary>What the child got and its mother answered.</summary>
    public IReadOnlyList<ChildService> Services { get; init; } = [];

    /// <summary>A pregnancy not known before.</summary>
    public NewPregnancy? Pregnancy { get; init; }

    /// <summary>A visit of a pregnant woman.</summary>
    public PregnancyVisit? PregnancyVisit { get; init; }

    /// <summary>How far it has come.</summary>
    public VisitState State { get; init; }

    /// <summary>Why it was refused.</summary>
    public IReadOnlyList<EntryNote> Refusals { get; init; } = [];

    /// <summary>The ids of all its entries.</summary>
    public IEnumerable<Guid> Entries()
    {
        if (Child is { } child) yield return child.Id;
        if (Measurement is { } measurement) yield return measurement.Id;
        foreach (var service in Services) yield return service.Id;
        if (Pregnancy is { } pregnancy) yield return pregnancy.Id;
        if (PregnancyVisit is { } visit) yield return visit.Id;
    }

    /// <summary>The child it is about; null when about a mother.</summary>
    public Guid? AboutChild() => Child?.Id ?? Measurement?.Child ?? Services.FirstOrDefault()?.Child;

    /// <summary>The pregnancy it is about; null when about a child.</summary>
    public Guid? AboutPregnancy() => Pregnancy?.Id ?? PregnancyVisit?.Pregnancy;
}

/// <summary>A batch whose bytes are fixed: it is sent again and again until it is answered.</summary>
/// <param name="Id">The batch.</param>
/// <param name="Payload">Its JSON, exactly as it will be signed.</param>
/// <param name="Visits">The visits in it.</param>
public sealed record PendingBatch(Guid Id, string Payload, IReadOnlyList<Guid> Visits);

/// <summary>What the phone knows besides children and mothers.</summary>
public sealed record PhoneBook
{
    /// <summary>The phone.</summary>
    public required Guid Device { get; init; }

    /// <summary>Whose phone it is.</summary>
    public required FieldPerson Cadre { get; init; }

    /// <summary>The posyandu.</summary>
    public required FieldPosyandu Posyandu { get; init; }

    /// <summary>The cursor of the last changes; null when nothing was loaded yet.</summary>
    public string? Cursor { get; init; }

    /// <summary>Children to be asked for whole: what the phone had of them does not agree with the register.</summary>
    public IReadOnlyList<Guid> Wanted { get; init; } = [];

    /// <summary>The last batch's number.</summary>
    public long Seq { get; init; }

    /// <summary>When the server last answered (phone's clock, UTC).</summary>
    public DateTime? LastContact { get; init; }

    /// <summary>Seconds by which this phone's clock is ahead of the server's.</summary>
    public int ClockSkewSeconds { get; init; }

    /// <summary>Measurements entered on this phone on the last day of work: these its cadre may mend, others' stay beside them.</summary>
    public IReadOnlyList<Guid> Mine { get; init; } = [];

    /// <summary>The day of <see cref="Mine"/>.</summary>
    public DateOnly MineOn { get; init; }

    /// <summary>What the server said of accepted entries and the cadre has not yet put away.</summary>
    public IReadOnlyList<NotedEntry> Notes { get; init; } = [];

    /// <summary>Why the last batch was refused as a whole; null when it was not.</summary>
    public string? Trouble { get; init; }

    /// <summary>What was last handed over by file or QR and may yet be confirmed by a receipt.</summary>
    public IReadOnlyList<MadeHandOver> HandOvers { get; init; } = [];
}

/// <summary>A hand-over that this phone made.</summary>
/// <param name="Id">The hand-over.</param>
/// <param name="Secret">What only the region learns besides.</param>
/// <param name="At">When it was first made (phone's clock, UTC).</param>
/// <param name="Visits">The visits in it.</param>
public sealed record MadeHandOver(Guid Id, byte[] Secret, DateTime At, IReadOnlyList<Guid> Visits);

/// <summary>A note of the server with the name it is about.</summary>
/// <param name="About">The child or pregnancy.</param>
/// <param name="Name">Its name.</param>
/// <param name="Note">The note.</param>
public sealed record NotedEntry(Guid? About, string Name, EntryNote Note);
