namespace Lakudo.Growth.Indonesia;

/// <summary>The mark of a month by every way in which the card can be read.</summary>
internal readonly record struct GainReading
{
    public KmsMark Mark { get; init; }

    public KmsDoubts Doubts { get; private init; }

    public Mass? Gain { get; private init; }

    public Kbm? Kbm { get; private init; }

    public RuleAnswer<KmsMark> Answer(Rule rule) =>
        new(Mark, Doubts == KmsDoubts.None ? null : Mark == KmsMark.N ? KmsMark.T : KmsMark.N, rule);

    /// <summary>N or T.</summary>
    /// <param name="table">The KBM of the edition.</param>
    /// <param name="sex">The sex, or null.</param>
    /// <param name="birth">The day of birth.</param>
    /// <param name="before">The weighing of the month before.</param>
    /// <param name="now">The weighing of this month, below 60 completed months.</param>
    /// <param name="column">The card's column: calendar months since the month of birth, at least 1.</param>
    public static GainReading Of(KbmTable table, Sex? sex, DateOnly birth, Weighing before, Weighing now, int column)
    {
        var gain = now.Weight - before.Weight;
        // A child born on the 20th and weighed on the 10th is 0 completed months old in the card's column 1, and the card has no KBM for month 0.
        var month = Math.Max(CompletedMonths.Between(birth, now.Day)!.Value, 1);
        var reported = table.At(sex ?? Sex.Male, month)!.Value;
        var mark = Against(reported.Grams, gain);
        var doubts = KmsDoubts.None;
        if (Differs(reported, gain, mark)) doubts |= KmsDoubts.KbmOfMonth;
        if (sex is null && Differs(table.At(Sex.Female, month), gain, mark)) doubts |= KmsDoubts.UnknownSex;
        if (column != month && Differs(table.At(sex ?? Sex.Male, column), gain, mark)) doubts |= KmsDoubts.CardColumn;
        if (mark == KmsMark.T && gain > default(Mass) && KeepsItsLine(sex, birth, before, now)) doubts |= KmsDoubts.GrowthLine;
        return new GainReading { Mark = mark, Doubts = doubts, Gain = gain, Kbm = sex is null ? null : reported };
    }

    private static KmsMark Against(int grams, Mass gain) => gain >= Mass.FromGrams(grams) ? KmsMark.N : KmsMark.T;

    /// <summary>Whether some print of the card gives another mark than this one.</summary>
    private static bool Differs(Kbm? kbm, Mass gain, KmsMark mark) =>
        kbm is { } least && (Against(least.Grams, gain) != mark || (least.OtherGrams is { } other && Against(other, gain) != mark));

    /// <remarks>The growth line of a child is its z-score of weight for age; it keeps its line where that, to 2 decimals and by days, has not fallen.</remarks>
    private static bool KeepsItsLine(Sex? sex, DateOnly birth, Weighing before, Weighing now)
    {
        if (sex is not { } known) return false;
        return Z(before) is { } earlier && Z(now) is { } later && later >= earlier;

        double? Z(Weighing weighing) => WhoStandards.ZForAge(
            GrowthIndex.WeightForAge, known, Age.Between(birth, weighing.Day)!.Value, weighing.Weight.Kilograms)?.Value;
    }
}
