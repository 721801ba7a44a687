namespace Lakudo.Growth.Quality;

/// <summary>One measuring of one child, as the quality of measurement needs it. What is missing is left out of the checks that need it.</summary>
public readonly record struct QualityVisit
{
    /// <summary>What was measured.</summary>
    public required Measurement Measurement { get; init; }

    /// <summary>A stable name of the child, by which its visits are laid side by side; null where only this visit is known.</summary>
    public string? Child { get; init; }

    /// <summary>The day; visits of a child are ordered by it, or by age where it is missing.</summary>
    public DateOnly? Day { get; init; }

    /// <summary>The team that measured.</summary>
    public string? Team { get; init; }

    /// <summary>The posyandu.</summary>
    public string? Posyandu { get; init; }

    /// <summary>The person who measured.</summary>
    public string? Measurer { get; init; }

    /// <summary>Whether height was not due at this visit (a month of weighing only), so that its absence is no fault.</summary>
    public bool IsHeightNotDue { get; init; }

    internal string? Group(QualityGrouping grouping) => grouping switch
    {
        QualityGrouping.Team => Team,
        QualityGrouping.Posyandu => Posyandu,
        QualityGrouping.Measurer => Measurer,
        _ => "",
    };
}
