namespace Lakudo.Growth.Statistics;

/// <summary>How seldom chance alone would give what was found.</summary>
internal static class Tails
{
    /// <summary>The probability of a chi-square of at least <paramref name="statistic"/>.</summary>
    /// <param name="statistic">The statistic, 0 or more.</param>
    /// <param name="degrees">Degrees of freedom, 1 or more.</param>
    public static double ChiSquare(double statistic, int degrees) => Gamma.RegularisedUpper(degrees / 2.0, statistic / 2);

    /// <summary>The probability of at least so many hits in so many tries.</summary>
    /// <param name="hits">Hits, from 0 to <paramref name="tries"/>.</param>
    /// <param name="tries">Tries.</param>
    /// <param name="chance">The chance of a hit in one try.</param>
    public static double Binomial(int hits, int tries, double chance) =>
        hits <= 0 ? 1 : Beta.Regularised(hits, tries - hits + 1, chance);
}
