namespace Lakudo.Growth.Quality;

/// <summary>Which digit, or month, a sentence names.</summary>
internal static class DigitWords
{
    /// <summary>
    /// The share of round values (digits 0 and 5, months 0 and 6) where it is at least one and a half times what it should be; the most frequent one otherwise.
    /// </summary>
    /// <returns>Whether the share is that of the round ones; the most frequent digit; the share in percent.</returns>
    public static (bool IsRound, int Digit, double Percent) Of(QualityFinding finding)
    {
        var counts = finding.Distribution;
        var round = counts[0] + counts[counts.Count / 2];
        if (round >= 1.5 * 2 * finding.Count / counts.Count) return (true, 0, 100.0 * round / finding.Count);
        var digit = Enumerable.Range(0, counts.Count).MaxBy(place => counts[place]);
        return (false, digit, 100.0 * counts[digit] / finding.Count);
    }
}
