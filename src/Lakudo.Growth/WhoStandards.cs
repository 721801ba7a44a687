using System.Runtime.CompilerServices;

namespace Lakudo.Growth;

/// <summary>
/// The WHO Child Growth Standards of 2006 (length, weight, BMI) and 2007 (head, arm, skinfolds), from birth to below 60 months.
/// </summary>
/// <remarks>
/// Answers equal those of WHO's R package anthro 1.1.0 to the printed digit, save for its known defects: a measure of 0 or less gets no z-score here, and
/// 103.1 or 51.9 cm measured lying at 731 days or more reads its own row. All members may be called from many threads.
/// </remarks>
public static class WhoStandards
{
    /// <summary>The correction between lying and standing: 0.7 cm (WHO 2006).</summary>
    public static Length LyingMinusStanding { get; } = Length.FromNanometres(7_000_000);

    /// <summary>Below this length a child of unknown age and position is taken to have lain: 87 cm (WHO 2006).</summary>
    public static Length ShortestAssumedStanding { get; } = Length.FromNanometres(870_000_000);

    private static readonly LmsTable[] Tables = LmsFile.Read();

    /// <summary>Computes everything that WHO's standards say of one measurement.</summary>
    /// <param name="measurement">What was measured; anything may be missing.</param>
    /// <returns>The assessment; an index that could not be computed is null in it.</returns>
    public static Assessment Assess(in Measurement measurement)
    {
        Assess(measurement, out var assessment);
        return assessment;
    }

    /// <summary>The same as <see cref="Assess(in Measurement)"/> without copying the answer: for millions of rows.</summary>
    public static void Assess(in Measurement measurement, out Assessment assessment) => Assessing.Run(measurement, out assessment);

    /// <summary>The row of an index by age.</summary>
    /// <param name="index">Any index but weight for length.</param>
    /// <param name="sex">The sex.</param>
    /// <param name="age">The age; its whole day, rounded half up, is looked up.</param>
    /// <returns>The row, or null where the standard does not reach: from 60 months, and for arm and skinfolds below 91 days.</returns>
    /// <exception cref="ArgumentException">Weight for length has no rows by age.</exception>
    public static Lms? ByAge(GrowthIndex index, Sex sex, Age age)
    {
        if (index == GrowthIndex.WeightForLength)
            throw new ArgumentException("Weight for length has rows by length: use ByLength.", nameof(index));
        return age.IsUnderFive && AgeTable(index, sex).TryRow(age.Days, out var row) ? row : null;
    }

    /// <summary>The row of weight for length (measured lying) or weight for height (measured standing).</summary>
    /// <param name="sex">The sex.</param>
    /// <param name="position">Which of the two tables.</param>
    /// <param name="length">The corrected length; between two tenths of a centimetre L, M and S are interpolated.</param>
    /// <returns>The row, or null outside 45.0 to 110.0 cm lying and 65.0 to 120.0 cm standing.</returns>
    public static Lms? ByLength(Sex sex, Position position, Length length) =>
        LengthTable(sex, position).TryRow(length, out var row) ? row : null;

    /// <summary>The z-score of one measure by age.</summary>
    /// <param name="index">Any index but weight for length.</param>
    /// <param name="sex">The sex.</param>
    /// <param name="age">The age.</param>
    /// <param name="measure">The measure in the unit of the index, already corrected for lying or standing.</param>
    /// <returns>The z-score, or null where the standard does not reach or the measure is not above 0.</returns>
    public static ZScore? ZForAge(GrowthIndex index, Sex sex, Age age, double measure) =>
        ByAge(index, sex, age) is { } row && row.ZOf(measure) is var z && !double.IsNaN(z) ? new ZScore(index, z) : null;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static LmsTable AgeTable(GrowthIndex index, Sex sex) => Tables[index switch
    {
        GrowthIndex.LengthForAge => 0,
        GrowthIndex.WeightForAge => 2,
        GrowthIndex.BmiForAge => 4,
        GrowthIndex.HeadForAge => 6,
        GrowthIndex.ArmForAge => 8,
        GrowthIndex.TricepsForAge => 10,
        GrowthIndex.SubscapularForAge => 12,
        _ => throw new ArgumentOutOfRangeException(nameof(index), index, "Not an index by age."),
    } + SexOffset(sex)];

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static LmsTable LengthTable(Sex sex, Position position) =>
        Tables[(position == Position.Standing ? 16 : 14) + SexOffset(sex)];

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static int SexOffset(Sex sex) => sex switch
    {
        Sex.Male => 0,
        Sex.Female => 1,
        _ => throw new ArgumentOutOfRangeException(nameof(sex), sex, "Where the sex is unknown, give null in the measurement."),
    };
}
