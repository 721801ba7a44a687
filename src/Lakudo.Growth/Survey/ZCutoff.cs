namespace Lakudo.Growth.Survey;

/// <summary>The cut-offs of z that WHO reports a prevalence for, in its order. The limit itself is never counted.</summary>
public enum ZCutoff : byte
{
    /// <summary>Below -3 SD: severely stunted, wasted or underweight.</summary>
    BelowMinus3,

    /// <summary>Below -2 SD: stunted, wasted, underweight.</summary>
    BelowMinus2,

    /// <summary>Below -1 SD.</summary>
    BelowMinus1,

    /// <summary>Above +1 SD.</summary>
    Above1,

    /// <summary>Above +2 SD: overweight.</summary>
    Above2,

    /// <summary>Above +3 SD: obese.</summary>
    Above3,
}

/// <summary>What a cut-off counts.</summary>
public static class ZCutoffs
{
    /// <summary>The number of cut-offs.</summary>
    public const int Count = 6;

    /// <summary>The limit in SD, from -3 to 3.</summary>
    public static int Limit(this ZCutoff cutoff) => cutoff switch
    {
        ZCutoff.BelowMinus3 => -3,
        ZCutoff.BelowMinus2 => -2,
        ZCutoff.BelowMinus1 => -1,
        ZCutoff.Above1 => 1,
        ZCutoff.Above2 => 2,
        ZCutoff.Above3 => 3,
        _ => throw new ArgumentOutOfRangeException(nameof(cutoff), cutoff, "Not a cut-off of WHO's."),
    };

    /// <summary>Whether it counts what lies below its limit; otherwise what lies above.</summary>
    public static bool IsBelow(this ZCutoff cutoff) => cutoff <= ZCutoff.BelowMinus1;

    /// <summary>Whether a z-score, rounded to 2 decimals, is counted.</summary>
    public static bool Counts(this ZCutoff cutoff, double z) => cutoff.IsBelow() ? z < cutoff.Limit() : z > cutoff.Limit();
}
