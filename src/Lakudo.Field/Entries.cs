using System.Text.Json.Serialization;
using Lakudo.Growth;
using Lakudo.Growth.Indonesia;

namespace Lakudo.Field;

/// <summary>A child whom nobody knows here yet. Who it really is, the puskesmas decides: likely doubles are shown there.</summary>
public sealed record NewChild
{
    /// <summary>Made on the phone (UUIDv7); the child's id from now on.</summary>
    public required Guid Id { get; init; }

    /// <summary>The phone's clock (UTC) at entry.</summary>
    public required DateTime At { get; init; }

    /// <summary>Name; a newborn without one is "By. Ny. Wa Ode".</summary>
    public required string Name { get; init; }

    /// <summary>Boy or girl.</summary>
    public required Sex Sex { get; init; }

    /// <summary>Day of birth.</summary>
    public required DateOnly Birth { get; init; }

    /// <summary>The mother's name.</summary>
    public required string MotherName { get; init; }

    /// <summary>The mother's NIK, 16 digits, as she says it (<i>dinyatakan sendiri</i>); null when she does not know it. Never comes back to a phone.</summary>
    public string? MotherNik { get; init; }

    /// <summary>The child's own NIK; most have none yet.</summary>
    public string? Nik { get; init; }

    /// <summary>Which child of its mother, from 1; null when not asked.</summary>
    public int? BirthOrder { get; init; }

    /// <summary>Weight at birth in grams.</summary>
    public int? BirthWeight { get; init; }

    /// <summary>Length at birth in tenths of a millimetre.</summary>
    public int? BirthLength { get; init; }

    /// <summary>RT/RW or hamlet, as said.</summary>
    public string? Address { get; init; }

    /// <summary>Whether the mother agreed that this is kept (UU 27/2022); without it the app does not save.</summary>
    public required bool HasConsent { get; init; }
}

/// <summary>What was measured of one child.</summary>
public sealed record FieldMeasurement
{
    /// <summary>Made on the phone (UUIDv7).</summary>
    public required Guid Id { get; init; }

    /// <summary>The child.</summary>
    public required Guid Child { get; init; }

    /// <summary>The day of the posyandu, by the phone's clock in the region's zone.</summary>
    public required DateOnly Day { get; init; }

    /// <summary>The phone's clock (UTC) at entry.</summary>
    public required DateTime At { get; init; }

    /// <summary>Weight in grams.</summary>
    public int? Weight { get; init; }

    /// <summary>Length or height as read, in tenths of a millimetre.</summary>
    public int? Height { get; init; }

    /// <summary>Lying or standing; null when not measured.</summary>
    public Position? Position { get; init; }

    /// <summary>Head circumference in tenths of a millimetre.</summary>
    public int? Head { get; init; }

    /// <summary>Mid-upper arm circumference in tenths of a millimetre.</summary>
    public int? Arm { get; init; }

    /// <summary>Swelling of both feet.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public bool HasOedema { get; init; }

    /// <summary>An earlier measurement of the same child that this one takes the place of; the earlier one stays, struck, with this as the reason.</summary>
    public Guid? Replaces { get; init; }

    /// <summary>Warnings that the cadre saw and answered with "already measured again".</summary>
    public IReadOnlyList<Doubt>? Confirmed { get; init; }

    /// <summary>What the phone showed; the server computes it again and notes a difference.</summary>
    public ShownReading? Shown { get; init; }
}

/// <summary>What the phone computed and showed. Numbers only, so that the server can compare.</summary>
public sealed record ShownReading
{
    /// <summary>B, O, N or T; null where there is none.</summary>
    public KmsMark? Mark { get; init; }

    /// <summary>Weight for age, hundredths of a z-score, by the reported method.</summary>
    public long? WeightForAge { get; init; }

    /// <summary>Length or height for age, hundredths.</summary>
    public long? LengthForAge { get; init; }

    /// <summary>Weight for length or height, hundredths.</summary>
    public long? WeightForLength { get; init; }
}

/// <summary>What a child can get or be asked for besides measuring.</summary>
public enum ChildServiceKind : byte
{
    /// <summary>Vitamin A, blue capsule.</summary>
    VitaminABlue = 1,

    /// <summary>Vitamin A, red capsule.</summary>
    VitaminARed = 2,

    /// <summary>An immunisation; <see cref="ChildService.Detail"/> names it.</summary>
    Immunisation = 3,

    /// <summary>Breast milk only (ASI eksklusif), asked below 6 months.</summary>
    ExclusiveBreastfeeding = 4,

    /// <summary>Complementary food with animal protein yesterday (MP-ASI), asked from 6 to 23 months.</summary>
    ComplementaryFood = 5,

    /// <summary>Supplementary food handed out (PMT).</summary>
    SupplementaryFood = 6,

    /// <summary>Deworming.</summary>
    Deworming = 7,

    /// <summary>The family has the mother-and-child book (<i>buku KIA</i>) or the growth card (KMS): K of SKDN. What was said last holds until something else is said.</summary>
    KiaBook = 8,
}

/// <summary>Something a child got, or an answer of its mother.</summary>
/// <param name="Id">Made on the phone (UUIDv7).</param>
/// <param name="Child">The child.</param>
/// <param name="Day">The day of the posyandu.</param>
/// <param name="At">The phone's clock (UTC) at entry.</param>
/// <param name="Kind">What.</param>
/// <param name="Yes">Given, or answered yes.</param>
/// <param name="Detail">The immunisation's code (<see cref="Vaccines"/>).</param>
public sealed record ChildService(Guid Id, Guid Child, DateOnly Day, DateTime At, ChildServiceKind Kind, bool Yes, string? Detail = null);
