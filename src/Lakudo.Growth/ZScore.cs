using System.Globalization;

namespace Lakudo.Growth;

/// <summary>How far a child's measure lies from the median of WHO's standard, in standard deviations.</summary>
public readonly record struct ZScore
{
    internal ZScore(GrowthIndex index, double exact)
    {
        Index = index;
        Exact = exact;
    }

    /// <summary>The index it belongs to.</summary>
    public GrowthIndex Index { get; }

    /// <summary>The z-score before rounding. For lines and comparisons; classes and flags use <see cref="Value"/>.</summary>
    public double Exact { get; }

    /// <summary>The z-score rounded to 2 decimals, as it is printed and classified.</summary>
    public double Value => Rounding.ToHundredths(Exact) / 100;

    /// <summary>The rounded z-score times 100, a whole number: -231 for -2.31. For comparing with a limit and for printing, free of binary fractions.</summary>
    public long Hundredths => (long)Rounding.ToHundredths(Exact);

    /// <summary>Whether the value is implausible (WHO flag): kept, but not counted in a prevalence. Concerns this index only.</summary>
    public bool IsFlagged => IsFlaggedAt(Index, Rounding.ToHundredths(Exact));

    /// <summary>The value with a point, for example <c>-2.31</c>.</summary>
    public override string ToString() => Value.ToString(CultureInfo.InvariantCulture);

    /// <summary>A z-score that was kept as a whole number of hundredths, as it is printed.</summary>
    /// <param name="index">The index.</param>
    /// <param name="hundredths">-231 for -2.31.</param>
    public static ZScore OfHundredths(GrowthIndex index, int hundredths) => new(index, hundredths / 100.0);

    internal static bool IsFlaggedAt(GrowthIndex index, double hundredths) =>
        hundredths < index.LowestPlausible() * 100 || hundredths > index.HighestPlausible() * 100;
}
