namespace Lakudo.Growth.Quality;

/// <summary>What one check says of one group: the figures, the verdict and a sentence that a puskesmas can act on.</summary>
public sealed record QualityFinding
{
    /// <summary>The check.</summary>
    public required QualityCheck Check { get; init; }

    /// <summary>What it says.</summary>
    public required QualityVerdict Verdict { get; init; }

    /// <summary>The limits it was held against, with their source.</summary>
    public required QualityLimit Limit { get; init; }

    /// <summary>How many were looked at: weights, heights, z-scores, visits or pairs of visits, as the check says; children for spread and sex ratio.</summary>
    public required int Count { get; init; }

    /// <summary>How many of them are hits (flagged, missing, fallen, …; boys for the sex ratio); null where the check does not count hits.</summary>
    public int? Hits { get; init; }

    /// <summary>
    /// The figure that is held against the limits: the digit preference score from 0 to 100, a standard deviation, a percentage, or boys for 100 girls. Null
    /// where nothing was looked at.
    /// </summary>
    public double? Value { get; init; }

    /// <summary>The chi-square statistic of the digits, months or sexes; null for other checks.</summary>
    public double? Statistic { get; init; }

    /// <summary>
    /// How probable so much or more is without a fault: for digits, months and sexes by chi-square, for shares the chance of so many hits if the first limit were
    /// the truth. Null for other checks.
    /// </summary>
    public double? Probability { get; init; }

    /// <summary>How often each last digit from 0 to 9, or each month of the year of life from 0 to 11, was found; empty for other checks.</summary>
    public IReadOnlyList<int> Distribution { get; init; } = [];

    /// <summary>The visits to look at again, whatever the verdict; empty where the check names none.</summary>
    public IReadOnlyList<QualityCase> Cases { get; init; } = [];

    /// <summary>What it means and what to do, in one Indonesian sentence.</summary>
    public string Indonesian => IndonesianSentences.Of(this);

    /// <summary>What it means and what to do, in one English sentence.</summary>
    public string English => EnglishSentences.Of(this);
}

/// <summary>A visit that a check names.</summary>
/// <param name="Place">The place of the visit among those given, from 0.</param>
/// <param name="Before">The place of the visit it was held against; null where it stands for itself.</param>
/// <param name="Child">The child, as the visit names it.</param>
/// <param name="Day">The day of the visit.</param>
/// <param name="Change">
/// What was found: centimetres of length (falling, repeated, jumping height), percent of weight (jumping weight), or the z-score (flags).
/// </param>
public readonly record struct QualityCase(int Place, int? Before, string? Child, DateOnly? Day, double Change);
