namespace Lakudo.Growth.Survey;

/// <summary>One child of a survey: what was measured, where the child was drawn, and to which groups it belongs.</summary>
/// <remarks>
/// A row lives on the stack and its texts are only looked at while it is added, so they may lie in a buffer that is used again for the next line. An empty
/// text means missing.
/// </remarks>
public ref struct SurveyRow
{
    /// <summary>What was measured.</summary>
    public required Measurement Measurement { get; init; }

    /// <summary>The cluster within its stratum.</summary>
    public ReadOnlySpan<char> Cluster { get; init; }

    /// <summary>The stratum.</summary>
    public ReadOnlySpan<char> Stratum { get; init; }

    /// <summary>How many children this one stands for, 0 or more; null when missing, and then it counts as 0.</summary>
    public double? Weight { get; init; }

    /// <summary>Urban or rural.</summary>
    public ReadOnlySpan<char> Residence { get; init; }

    /// <summary>The geographical region.</summary>
    public ReadOnlySpan<char> Region { get; init; }

    /// <summary>The wealth quintile: 1 to 5 or Q1 to Q5.</summary>
    public ReadOnlySpan<char> WealthQuintile { get; init; }

    /// <summary>The mother's education.</summary>
    public ReadOnlySpan<char> MotherEducation { get; init; }

    /// <summary>A grouping of the file's own.</summary>
    public ReadOnlySpan<char> Other { get; init; }
}

/// <summary>What became of a row.</summary>
public enum SurveyRowUse : byte
{
    /// <summary>It is part of the sample.</summary>
    Counted,

    /// <summary>It is part of the sample with weight 0, because its weight is missing: it counts in the unweighted numbers only.</summary>
    WithoutWeight,

    /// <summary>It was left out: the child is older than 1826 days.</summary>
    TooOld,

    /// <summary>It was left out: its cluster is missing though the design has clusters.</summary>
    WithoutCluster,

    /// <summary>It was left out: its stratum is missing though the design has strata.</summary>
    WithoutStratum,
}
