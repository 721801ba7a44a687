namespace Lakudo.Growth.Quality;

/// <summary>What is looked at to judge how well children were measured.</summary>
public enum QualityCheck : byte
{
    /// <summary>Whether the first decimal of the weight (0.1 kg) is each digit as often as any other.</summary>
    WeightDigits,

    /// <summary>Whether the last digit of length or height (0.1 cm) is each digit as often as any other.</summary>
    HeightDigits,

    /// <summary>Whether ages between 12 and 59 months heap on whole or half years, each child once.</summary>
    AgeHeaping,

    /// <summary>The share of children whose date of birth is the 1st or the 15th of a month, as guessed ones are; each child once.</summary>
    BirthDays,

    /// <summary>The standard deviation of length/height for age, flagged ones left out.</summary>
    SpreadOfLengthForAge,

    /// <summary>The standard deviation of weight for age, flagged ones left out.</summary>
    SpreadOfWeightForAge,

    /// <summary>The standard deviation of weight for length/height, flagged ones left out.</summary>
    SpreadOfWeightForLength,

    /// <summary>The share of implausible z-scores of length/height for age.</summary>
    FlagsOfLengthForAge,

    /// <summary>The share of implausible z-scores of weight for age.</summary>
    FlagsOfWeightForAge,

    /// <summary>The share of implausible z-scores of weight for length/height.</summary>
    FlagsOfWeightForLength,

    /// <summary>The share of visits without a weight.</summary>
    MissingWeight,

    /// <summary>The share of visits at which height was due and is missing.</summary>
    MissingHeight,

    /// <summary>The share of visits of a child whose age is unknown.</summary>
    MissingAge,

    /// <summary>The share of visits of a child whose sex is unknown.</summary>
    MissingSex,

    /// <summary>Boys for 100 girls, each child once.</summary>
    SexRatio,

    /// <summary>The share of children whose length is less than at the visit before.</summary>
    FallingHeight,

    /// <summary>The share of children whose length is to the millimetre that of a visit four weeks ago or more: copied, not measured.</summary>
    RepeatedHeight,

    /// <summary>The share of children whose weight changed more between two visits than a child's weight does.</summary>
    WeightJump,

    /// <summary>The share of children who grew more between two visits than a child does.</summary>
    HeightJump,
}

/// <summary>What a check says.</summary>
public enum QualityVerdict : byte
{
    /// <summary>Too few were measured to say anything.</summary>
    TooFew,

    /// <summary>Nothing speaks against the measuring.</summary>
    Good,

    /// <summary>Worth a look: more than chance and beyond the first limit.</summary>
    Watch,

    /// <summary>The figures cannot be relied on until something is done.</summary>
    Act,
}

/// <summary>Whose measuring a group shows.</summary>
public enum QualityGrouping : byte
{
    /// <summary>Everybody's.</summary>
    All,

    /// <summary>A team's.</summary>
    Team,

    /// <summary>A posyandu's.</summary>
    Posyandu,

    /// <summary>One measurer's.</summary>
    Measurer,
}
