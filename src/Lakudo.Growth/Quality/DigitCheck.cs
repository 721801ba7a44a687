using Lakudo.Growth.Statistics;

namespace Lakudo.Growth.Quality;

/// <summary>The checks that ask whether each digit, or each month of the year of life, occurs as often as any other.</summary>
/// <remarks>
/// The statistic is Pearson's chi-square against equal frequencies. The index is the digit preference score of WHO's MONICA project, 100 times the root of
/// chi-square / (n times degrees of freedom): 0 where all are equally frequent, 100 where only one occurs. In a small group chance alone gives a high score (14 in a group of
/// 50), so the score counts only where chi-square says that it is no chance.
/// </remarks>
internal static class DigitCheck
{
    /// <summary>So improbable must a distribution be before its score counts; small, because a regency asks this of hundreds of posyandu a month.</summary>
    private const double Chance = 0.001;

    private const int MonthsOfYear = 12;
    private const long MicrogramsOfDigit = 100_000_000;
    private const long NanometresOfDigit = 1_000_000;

    /// <summary>The first decimal of kilograms; a finer scale's further decimals are not looked at.</summary>
    public static QualityFinding OfWeights(IReadOnlyList<SeenVisit> visits, QualityLimits limits) =>
        Of(QualityCheck.WeightDigits, limits, 10, visits.Where(visit => visit.HasWeight)
            .Select(visit => (int)(visit.Visit.Measurement.Weight!.Value.Micrograms / MicrogramsOfDigit % 10)));

    /// <summary>The first decimal of centimetres, as read and before any correction.</summary>
    public static QualityFinding OfHeights(IReadOnlyList<SeenVisit> visits, QualityLimits limits) =>
        Of(QualityCheck.HeightDigits, limits, 10, visits.Where(visit => visit.HasHeight)
            .Select(visit => (int)(visit.Visit.Measurement.LengthOrHeight!.Value.Nanometres / NanometresOfDigit % 10)));

    /// <summary>The month within the year of life, of children from 1 to below 5 years: four whole years, so that each month is as likely as any other.</summary>
    /// <remarks>At the first visit only: over a year of visits every child passes every month, and heaps would be washed out.</remarks>
    public static QualityFinding OfAges(IReadOnlyList<SeenVisit> visits, QualityLimits limits) =>
        Of(QualityCheck.AgeHeaping, limits, MonthsOfYear, SeenVisit.OncePerChild(visits).Select(visit => visit.Visit.Measurement.Age?.Months)
            .Where(months => months is >= MonthsOfYear and < 5 * MonthsOfYear).Select(months => (int)months!.Value % MonthsOfYear));

    private static QualityFinding Of(QualityCheck check, QualityLimits limits, int digits, IEnumerable<int> values)
    {
        var counts = new int[digits];
        foreach (var value in values) counts[value]++;
        var count = counts.Sum();
        var limit = limits[check];
        if (count == 0) return new QualityFinding { Check = check, Limit = limit, Count = 0, Verdict = QualityVerdict.TooFew, Distribution = counts };
        var expected = (double)count / digits;
        var statistic = counts.Sum(found => (found - expected) * (found - expected) / expected);
        var score = 100 * Math.Sqrt(statistic / (count * (digits - 1.0)));
        var probability = Tails.ChiSquare(statistic, digits - 1);
        return new QualityFinding
        {
            Check = check,
            Limit = limit,
            Count = count,
            Value = score,
            Statistic = statistic,
            Probability = probability,
            Distribution = counts,
            Verdict = count < limit.Least ? QualityVerdict.TooFew
                : probability >= Chance || score < limit.Watch ? QualityVerdict.Good
                : score < limit.Act ? QualityVerdict.Watch
                : QualityVerdict.Act,
        };
    }
}
