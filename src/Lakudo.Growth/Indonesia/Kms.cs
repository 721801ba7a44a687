namespace Lakudo.Growth.Indonesia;

/// <summary>One weighing at the posyandu. The weight at birth, noted at a hospital, is not one.</summary>
/// <param name="Day">The day.</param>
/// <param name="Weight">The weight; a weighing of 0 or less is not looked at.</param>
public readonly record struct Weighing(DateOnly Day, Mass Weight);

/// <summary>What the health worker writes on the card under the month.</summary>
public enum KmsMark : byte
{
    /// <summary><i>Baru</i>: weighed here for the first time.</summary>
    B,

    /// <summary>Weighed before, but not in the month before this one. What was gained meanwhile is not prorated.</summary>
    O,

    /// <summary><i>Naik</i>: gained at least the KBM since the month before.</summary>
    N,

    /// <summary><i>Tidak naik</i>: fell, stayed, or gained less than the KBM.</summary>
    T,
}

/// <summary>What follows from the card.</summary>
public enum KmsAction : byte
{
    /// <summary>Come again next month.</summary>
    None,

    /// <summary>Talk with the mother about food and illness.</summary>
    Counsel,

    /// <summary>Refer to the health worker.</summary>
    Refer,
}

/// <summary>Why a mark is unsure: the parts of the card that can be read in two ways and matter for this child.</summary>
[Flags]
public enum KmsDoubts : byte
{
    /// <summary>Nothing.</summary>
    None = 0,

    /// <summary>Prints of the card differ in the KBM of this month (boys 7, girls 11).</summary>
    KbmOfMonth = 1,

    /// <summary>The card's columns are calendar months from the month of birth; the completed months of this child point to another column.</summary>
    CardColumn = 2,

    /// <summary>Gained less than the KBM, but not less than its growth line: the rule says N by the line and T by the KBM.</summary>
    GrowthLine = 4,

    /// <summary>The sex is unknown and the KBM of boys and girls differ.</summary>
    UnknownSex = 8,
}

/// <summary>A weight that fell.</summary>
/// <param name="Lost">By how much, more than 0.</param>
/// <param name="Since">The day of the weighing before, of this month or of one long ago.</param>
public readonly record struct WeightLoss(Mass Lost, DateOnly Since);

/// <summary>What the card says of one child in one calendar month.</summary>
public readonly record struct KmsMonth
{
    /// <summary>The weighing that counts for the month: the last one; null where the child was not weighed.</summary>
    public Weighing? Weighing { get; init; }

    /// <summary>The completed months on the day of weighing; null where the child was not weighed.</summary>
    public int? CompletedMonths { get; init; }

    /// <summary>B, O, N or T; null where the child was not weighed, or was 60 months old and has no card any more.</summary>
    public RuleAnswer<KmsMark>? Mark { get; init; }

    /// <summary>Which doubts make the mark unsure; none where <see cref="Mark"/> has one answer.</summary>
    public KmsDoubts Doubts { get; init; }

    /// <summary>What was gained since the month before, exact; null unless the mark is N or T.</summary>
    public Mass? Gain { get; init; }

    /// <summary>The KBM it was held against; null unless the mark is N or T, or where the sex is unknown.</summary>
    public Kbm? Kbm { get; init; }

    /// <summary>What was lost since the weighing before, whatever the gap; null where nothing was lost. The mark does not know it: after a missed month it is O all the same.</summary>
    public WeightLoss? Loss { get; init; }

    /// <summary><i>2T</i>: T in this month and T in the one before; null where there is no mark.</summary>
    public RuleAnswer<bool>? IsTwiceNotGained { get; init; }

    /// <summary><i>BGM</i>: below the red line of the card; null where the child was not weighed or its sex is unknown.</summary>
    public RuleAnswer<bool>? IsBelowRed { get; init; }

    /// <summary>Above the orange line; null where the edition has none, the child was not weighed or its sex is unknown.</summary>
    public RuleAnswer<bool>? IsAboveOrange { get; init; }

    /// <summary>What follows; null where there is no mark.</summary>
    public RuleAnswer<KmsAction>? Action { get; init; }
}
