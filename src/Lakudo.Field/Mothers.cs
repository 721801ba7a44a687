namespace Lakudo.Field;

/// <summary>A pregnancy that nobody knows here yet.</summary>
public sealed record NewPregnancy
{
    /// <summary>Made on the phone (UUIDv7); the pregnancy's id from now on.</summary>
    public required Guid Id { get; init; }

    /// <summary>The phone's clock (UTC) at entry.</summary>
    public required DateTime At { get; init; }

    /// <summary>The woman's name.</summary>
    public required string Name { get; init; }

    /// <summary>Her NIK as she says it; null when she does not know it. Never comes back to a phone.</summary>
    public string? Nik { get; init; }

    /// <summary>Her day of birth; null when not known.</summary>
    public DateOnly? Birth { get; init; }

    /// <summary>First day of the last menstruation (HPHT); null when not known.</summary>
    public DateOnly? LastPeriod { get; init; }

    /// <summary>The day expected (HPL) as written in her KIA book; null when not known, then 280 days after <see cref="LastPeriod"/>.</summary>
    public DateOnly? DueDate { get; init; }

    /// <summary>RT/RW or hamlet, as said.</summary>
    public string? Address { get; init; }

    /// <summary>Whether she agreed that this is kept (UU 27/2022).</summary>
    public required bool HasConsent { get; init; }
}

/// <summary>One visit of a pregnant woman.</summary>
public sealed record PregnancyVisit
{
    /// <summary>Made on the phone (UUIDv7).</summary>
    public required Guid Id { get; init; }

    /// <summary>The pregnancy.</summary>
    public required Guid Pregnancy { get; init; }

    /// <summary>The day of the posyandu.</summary>
    public required DateOnly Day { get; init; }

    /// <summary>The phone's clock (UTC) at entry.</summary>
    public required DateTime At { get; init; }

    /// <summary>Weight in grams.</summary>
    public int? Weight { get; init; }

    /// <summary>Arm circumference (LILA) in tenths of a millimetre; below 23.5 cm is a risk (KEK).</summary>
    public int? Arm { get; init; }

    /// <summary>Haemoglobin in tenths of a gram per decilitre, as written in her KIA book; below 11 is anaemia.</summary>
    public int? Haemoglobin { get; init; }

    /// <summary>Iron tablets (TTD) handed out on this day.</summary>
    public int? IronTablets { get; init; }

    /// <summary>Antenatal visits (ANC) so far, as counted in her KIA book.</summary>
    public int? AntenatalVisits { get; init; }

    /// <summary>Of these, visits to a doctor.</summary>
    public int? DoctorVisits { get; init; }
}
