using Lakudo.Growth;
using Lakudo.Growth.Indonesia;

namespace Lakudo.Field;

/// <summary>What a reading of a child needs of it, on the phone and on the server alike.</summary>
/// <param name="Sex">Boy or girl; null when the register does not say.</param>
/// <param name="Birth">Day of birth.</param>
/// <param name="Measurements">What was measured so far, in any order; only what counts is looked at.</param>
public sealed record ChildHistory(Sex? Sex, DateOnly Birth, IReadOnlyList<PastMeasurement> Measurements)
{
    /// <summary>Whether the puskesmas sent the child on and has not closed it.</summary>
    public bool IsReferred { get; init; }

    /// <summary>Whether a diagnosis of stunting stands.</summary>
    public bool IsDiagnosed { get; init; }

    /// <summary>Whether the puskesmas asked for it to be measured again, and it was not yet.</summary>
    public bool IsRemeasured { get; init; }

    /// <summary>The history of a child as a phone has it.</summary>
    public static ChildHistory Of(FieldChild child) => new(child.Sex, child.Birth, child.Measurements)
    {
        IsReferred = child.Referral is not null,
        IsDiagnosed = child.Stunting is not null,
        IsRemeasured = child.RemeasureReason is not null,
    };

    /// <summary>The last measurement that counts, on or before a day; null when there is none.</summary>
    public PastMeasurement? Last(DateOnly day) => Last(day, _ => true);

    /// <summary>The last weight that counts, on or before a day; null when there is none.</summary>
    public PastMeasurement? LastWeight(DateOnly day) => Last(day, measurement => measurement.Weight > 0);

    /// <summary>The last length or height that counts, on or before a day; null when there is none.</summary>
    public PastMeasurement? LastHeight(DateOnly day) => Last(day, measurement => measurement.Height > 0);

    /// <summary>The weighings that count, for the growth card.</summary>
    public Weighing[] Weighings() =>
        [.. Measurements.Where(measurement => measurement is { State: MeasurementState.Counts, Weight: > 0 })
            .Select(measurement => new Weighing(measurement.Day, Mass.FromGrams(measurement.Weight!.Value)))];

    private PastMeasurement? Last(DateOnly day, Func<PastMeasurement, bool> has) =>
        Measurements.Where(measurement => measurement.State == MeasurementState.Counts && measurement.Day <= day && has(measurement))
            .OrderBy(measurement => measurement.Day).LastOrDefault();
}

/// <summary>Measurements in the units of the library.</summary>
public static class Units
{
    /// <summary>What was measured, for the standards.</summary>
    /// <param name="measurement">The measurement.</param>
    /// <param name="sex">The child's sex, or null.</param>
    public static Measurement ForStandards(this PastMeasurement measurement, Sex? sex) => new()
    {
        Sex = sex,
        Weight = measurement.Weight is { } grams ? Mass.FromGrams(grams) : null,
        LengthOrHeight = Tenths(measurement.Height),
        Position = measurement.Position,
        HasOedema = measurement.HasOedema,
        HeadCircumference = Tenths(measurement.Head),
        MidUpperArm = Tenths(measurement.Arm),
    };

    /// <summary>The measurement as it will stand in the history.</summary>
    public static PastMeasurement AsPast(this FieldMeasurement measurement) => new()
    {
        Id = measurement.Id,
        Day = measurement.Day,
        Weight = measurement.Weight,
        Height = measurement.Height,
        Position = measurement.Position,
        Head = measurement.Head,
        Arm = measurement.Arm,
        HasOedema = measurement.HasOedema,
    };

    private static Length? Tenths(int? tenths) => tenths is { } value ? Length.FromTenthsOfMillimetre(value) : null;
}
