using System.Runtime.CompilerServices;

namespace Lakudo.Growth;

/// <summary>What WHO's standards say of one measurement: the corrected length, the BMI and up to eight z-scores.</summary>
public struct Assessment
{
    private Scores _exact;

    /// <summary>The position used: as noted, or null when it was not noted or cannot be right (<see cref="IsPositionImplausible"/>).</summary>
    public Position? Position { get; internal set; }

    /// <summary>Whether a child below 9 months was noted as standing. The position is then taken as not noted and nothing is corrected.</summary>
    public bool IsPositionImplausible { get; internal set; }

    /// <summary>The length or height after the correction of 0.7 cm, used for all indices alike; null when none above 0 was measured.</summary>
    public Length? CorrectedLength { get; internal set; }

    /// <summary>The body mass index in kilograms per square metre, of the corrected length; null where weight or length is missing or not above 0.</summary>
    public double? Bmi { get; internal set; }

    /// <summary>Length or height for age.</summary>
    public readonly ZScore? LengthForAge => this[GrowthIndex.LengthForAge];

    /// <summary>Weight for age.</summary>
    public readonly ZScore? WeightForAge => this[GrowthIndex.WeightForAge];

    /// <summary>Weight for length or height.</summary>
    public readonly ZScore? WeightForLength => this[GrowthIndex.WeightForLength];

    /// <summary>Body mass index for age.</summary>
    public readonly ZScore? BmiForAge => this[GrowthIndex.BmiForAge];

    /// <summary>Head circumference for age.</summary>
    public readonly ZScore? HeadForAge => this[GrowthIndex.HeadForAge];

    /// <summary>Arm circumference for age.</summary>
    public readonly ZScore? ArmForAge => this[GrowthIndex.ArmForAge];

    /// <summary>Triceps skinfold for age.</summary>
    public readonly ZScore? TricepsForAge => this[GrowthIndex.TricepsForAge];

    /// <summary>Subscapular skinfold for age.</summary>
    public readonly ZScore? SubscapularForAge => this[GrowthIndex.SubscapularForAge];

    /// <summary>The z-score of an index, or null where it could not be computed.</summary>
    public readonly ZScore? this[GrowthIndex index]
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        get => _exact[(int)index] is var exact && double.IsNaN(exact) ? null : new ZScore(index, exact);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal readonly double Exact(GrowthIndex index) => _exact[(int)index];

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal void Set(GrowthIndex index, double exact) => _exact[(int)index] = exact;

    [InlineArray(GrowthIndices.Count)]
    private struct Scores
    {
        private double _first;
    }
}
