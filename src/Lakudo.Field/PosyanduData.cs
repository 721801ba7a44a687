using System.Text.Json.Serialization;
using Lakudo.Growth;

namespace Lakudo.Field;

/// <summary>The question of a phone: what is new since?</summary>
/// <param name="Since">The cursor of the last answer; null asks for everything.</param>
/// <param name="Clock">The phone's clock (UTC).</param>
public sealed record AskChanges(string? Since, DateTime Clock)
{
    /// <summary>Always <see cref="FieldMessages.Changes"/>.</summary>
    public string Message { get; init; } = FieldMessages.Changes;

    /// <summary>Whether the phone keeps what it has of a changed child's older history and wants its mark only (<see cref="OlderHistory"/>).</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public bool KeepsOlder { get; init; }

    /// <summary>Children wanted whole although they may not have changed: their marks did not agree.</summary>
    public IReadOnlyList<Guid>? Whole { get; init; }
}

/// <summary>
/// A posyandu's register as a phone may have it, or what changed in it. A child that changed takes the place of what the phone had: whole, or, where it has a mark
/// (<see cref="FieldChild.Older"/>), with the older history that the phone kept.
/// </summary>
public sealed record PosyanduData
{
    /// <summary>Whether this is everything; otherwise only what changed.</summary>
    public bool IsWhole { get; init; }

    /// <summary>To be sent with the next question.</summary>
    public required string Cursor { get; init; }

    /// <summary>The server's clock (UTC).</summary>
    public required DateTime Clock { get; init; }

    /// <summary>The posyandu.</summary>
    public required FieldPosyandu Posyandu { get; init; }

    /// <summary>The region's key that holds now; null when it has not changed.</summary>
    public RegionKey? RegionKey { get; init; }

    /// <summary>For how many days from now the list of the day opens by the PIN alone; null for an app of an earlier edition.</summary>
    public int? TodayDays { get; init; }

    /// <summary>What of a child's history is not sent but marked; null when every child is whole.</summary>
    public OlderHistory? Older { get; init; }

    /// <summary>The children, all or changed ones.</summary>
    public IReadOnlyList<FieldChild> Children { get; init; } = [];

    /// <summary>The pregnancies that have not ended, all or changed ones.</summary>
    public IReadOnlyList<FieldPregnancy> Pregnancies { get; init; } = [];

    /// <summary>Children and pregnancies that are this posyandu's no longer: moved, merged into another, ended. The phone forgets them.</summary>
    public IReadOnlyList<Guid> Gone { get; init; } = [];

    /// <summary>What the phone has to do.</summary>
    public DeviceOrder Order { get; init; }
}

/// <summary>A child as a phone may have it: no NIK.</summary>
public sealed record FieldChild
{
    /// <summary>The child.</summary>
    public required Guid Id { get; init; }

    /// <summary>Name.</summary>
    public required string Name { get; init; }

    /// <summary>Boy or girl; null when the register does not say.</summary>
    public Sex? Sex { get; init; }

    /// <summary>Day of birth.</summary>
    public required DateOnly Birth { get; init; }

    /// <summary>The mother's name.</summary>
    public string? MotherName { get; init; }

    /// <summary>RT/RW or hamlet.</summary>
    public string? Address { get; init; }

    /// <summary>Which child of its mother.</summary>
    public int? BirthOrder { get; init; }

    /// <summary>Weight at birth in grams.</summary>
    public int? BirthWeight { get; init; }

    /// <summary>Length at birth in tenths of a millimetre.</summary>
    public int? BirthLength { get; init; }

    /// <summary>A validated diagnosis of stunting; only then may the word be used for this child.</summary>
    public Diagnosis? Stunting { get; init; }

    /// <summary>That the puskesmas sent the child on and has not closed it; null when it is sent nowhere.</summary>
    public FieldReferral? Referral { get; init; }

    /// <summary>The puskesmas asks to measure this child again; null when it does not.</summary>
    public string? RemeasureReason { get; init; }

    /// <summary>The mark of the older history, which is not sent then; null when the child is whole.</summary>
    public string? Older { get; init; }

    /// <summary>The last 24 months and whatever of them is in question, in order of day.</summary>
    public IReadOnlyList<PastMeasurement> Measurements { get; init; } = [];

    /// <summary>What it got and what its mother said, in order of day and, within a day, as it was entered.</summary>
    public IReadOnlyList<PastService> Services { get; init; } = [];
}

/// <summary>A diagnosis by a health worker.</summary>
/// <param name="By">The health worker's name.</param>
/// <param name="On">The day.</param>
public sealed record Diagnosis(string By, DateOnly On);

/// <summary>What a cadre has to know of a referral to ask after it. Why, and to which house, stays with the puskesmas.</summary>
/// <param name="On">The day of the letter.</param>
/// <param name="ToHospital">To a hospital; otherwise to the puskesmas.</param>
/// <param name="WasThere">Whether an answer says that the child came.</param>
/// <param name="ComeBackOn">When it should come there again; null for not needed or not known.</param>
public sealed record FieldReferral(
    DateOnly On,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)] bool ToHospital = false,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)] bool WasThere = false,
    DateOnly? ComeBackOn = null);

/// <summary>How far a measurement counts.</summary>
public enum MeasurementState : byte
{
    /// <summary>Counts.</summary>
    Counts = 0,

    /// <summary>One of two or more of the same child and day; the puskesmas decides. Shown, not computed with.</summary>
    InQuestion = 1,

    /// <summary>Struck by the puskesmas or by the cadre; shown struck, not computed with.</summary>
    Struck = 2,
}

/// <summary>A measurement in a child's history.</summary>
public sealed record PastMeasurement
{
    /// <summary>The measurement.</summary>
    public required Guid Id { get; init; }

    /// <summary>The day.</summary>
    public required DateOnly Day { get; init; }

    /// <summary>Weight in grams.</summary>
    public int? Weight { get; init; }

    /// <summary>Length or height as read, in tenths of a millimetre.</summary>
    public int? Height { get; init; }

    /// <summary>Lying or standing.</summary>
    public Position? Position { get; init; }

    /// <summary>Head circumference in tenths of a millimetre.</summary>
    public int? Head { get; init; }

    /// <summary>Arm circumference in tenths of a millimetre.</summary>
    public int? Arm { get; init; }

    /// <summary>Swelling of both feet.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public bool HasOedema { get; init; }

    /// <summary>Whether the puskesmas looked at it and said that it is right, whatever speaks against it.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public bool IsConfirmed { get; init; }

    /// <summary>How far it counts.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public MeasurementState State { get; init; }
}

/// <summary>Something a child got, or an answer of its mother.</summary>
/// <param name="Day">The day.</param>
/// <param name="Kind">What.</param>
/// <param name="Yes">Given, or answered yes.</param>
/// <param name="Detail">The immunisation's code.</param>
public sealed record PastService(DateOnly Day, ChildServiceKind Kind, bool Yes, string? Detail = null);

/// <summary>A pregnancy as a phone may have it: no NIK.</summary>
public sealed record FieldPregnancy
{
    /// <summary>The pregnancy.</summary>
    public required Guid Id { get; init; }

    /// <summary>The woman's name.</summary>
    public required string Name { get; init; }

    /// <summary>RT/RW or hamlet.</summary>
    public string? Address { get; init; }

    /// <summary>First day of the last menstruation.</summary>
    public DateOnly? LastPeriod { get; init; }

    /// <summary>The day expected.</summary>
    public DateOnly? DueDate { get; init; }

    /// <summary>The visits so far, in order of day; the ids are those of the visits.</summary>
    public IReadOnlyList<PregnancyVisit> Visits { get; init; } = [];
}
