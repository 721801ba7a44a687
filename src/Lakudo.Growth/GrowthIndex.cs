namespace Lakudo.Growth;

/// <summary>The eight indices of the WHO Child Growth Standards, in the order in which WHO's own package answers them.</summary>
public enum GrowthIndex : byte
{
    /// <summary>Length or height for age, in centimetres (PB/U, TB/U). WHO 2006.</summary>
    LengthForAge,

    /// <summary>Weight for age, in kilograms (BB/U). WHO 2006.</summary>
    WeightForAge,

    /// <summary>Weight for length (45.0 to 110.0 cm) or height (65.0 to 120.0 cm), in kilograms (BB/PB, BB/TB). WHO 2006.</summary>
    WeightForLength,

    /// <summary>Body mass index for age, in kilograms per square metre (IMT/U). WHO 2006.</summary>
    BmiForAge,

    /// <summary>Head circumference for age, in centimetres (LK/U). WHO 2007.</summary>
    HeadForAge,

    /// <summary>Mid-upper arm circumference for age from 91 days on, in centimetres (LiLA/U). WHO 2007.</summary>
    ArmForAge,

    /// <summary>Triceps skinfold for age from 91 days on, in millimetres. WHO 2007.</summary>
    TricepsForAge,

    /// <summary>Subscapular skinfold for age from 91 days on, in millimetres. WHO 2007.</summary>
    SubscapularForAge,
}

/// <summary>Facts that WHO fixes once for an index.</summary>
public static class GrowthIndices
{
    /// <summary>The number of indices.</summary>
    public const int Count = 8;

    /// <summary>Whether z beyond 3 is counted in steps of the distance between 2 and 3 SD (WHO 2006, "restricted application of the LMS method").</summary>
    /// <remarks>Not for length/height and head circumference: their distributions are normal (L = 1).</remarks>
    public static bool IsRestricted(this GrowthIndex index) => index is not (GrowthIndex.LengthForAge or GrowthIndex.HeadForAge);

    /// <summary>The z below which a value is flagged as implausible (WHO Anthro): -6 for length and weight for age, -5 for the others.</summary>
    public static int LowestPlausible(this GrowthIndex index) => index is GrowthIndex.LengthForAge or GrowthIndex.WeightForAge ? -6 : -5;

    /// <summary>The z above which a value is flagged as implausible (WHO Anthro): 6 for length for age, 5 for the others.</summary>
    public static int HighestPlausible(this GrowthIndex index) => index is GrowthIndex.LengthForAge ? 6 : 5;

    /// <summary>Whether bilateral oedema makes the index meaningless: the three that use weight.</summary>
    public static bool UsesWeight(this GrowthIndex index) =>
        index is GrowthIndex.WeightForAge or GrowthIndex.WeightForLength or GrowthIndex.BmiForAge;
}
