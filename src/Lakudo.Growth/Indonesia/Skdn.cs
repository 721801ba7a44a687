namespace Lakudo.Growth.Indonesia;

/// <summary>The counts of a posyandu's month. Where a mark is unsure, the child is counted by both readings, each in its own number.</summary>
public readonly record struct SkdnCount
{
    /// <summary><i>Sasaran</i>: all under-fives of the area.</summary>
    public int S { get; init; }

    /// <summary>Those who have a growth card (KMS) or the mother-and-child book (KIA).</summary>
    public int K { get; init; }

    /// <summary>Those of whom nobody has said whether they have card or book. While there are any, K is too low by at most so many.</summary>
    public int CardUnknown { get; init; }

    /// <summary><i>Ditimbang</i>: those weighed in this month; N + T + O + B.</summary>
    public int D { get; init; }

    /// <summary><i>Naik</i>.</summary>
    public int N { get; init; }

    /// <summary><i>Tidak naik</i>.</summary>
    public int T { get; init; }

    /// <summary>Not weighed in the month before.</summary>
    public int O { get; init; }

    /// <summary><i>Baru</i>: weighed for the first time.</summary>
    public int B { get; init; }

    /// <summary>T twice in a row.</summary>
    public int TwiceT { get; init; }

    /// <summary>Below the red line (BGM).</summary>
    public int BelowRed { get; init; }

    /// <summary>N by the other reading of every unsure child.</summary>
    public int OtherN { get; init; }

    /// <summary>2T by the other reading of every unsure child.</summary>
    public int OtherTwiceT { get; init; }

    /// <summary>BGM by the other reading of every unsure child.</summary>
    public int OtherBelowRed { get; init; }

    /// <summary>K/S, how far the programme reaches; null where there is no child.</summary>
    public double? ProgrammeReach => Share(K, S);

    /// <summary>D/K, how steadily those whom the programme reaches are weighed (<i>kelangsungan penimbangan</i>); above 1 where children without a card are weighed, null where nobody has one.</summary>
    public double? Continuity => Share(D, K);

    /// <summary>D/S, how many take part; null where there is no child. Stands beside every prevalence that comes from a posyandu.</summary>
    public double? Participation => Share(D, S);

    /// <summary>BGM/D; null where nobody was weighed.</summary>
    public double? BelowRedShare => Share(BelowRed, D);

    /// <summary>2T/D; null where nobody was weighed.</summary>
    public double? TwiceTShare => Share(TwiceT, D);

    /// <summary>N/D, how many succeed; null where the denominator is 0.</summary>
    /// <param name="denominator">Which of the two denominators in use.</param>
    public double? Success(SuccessDenominator denominator) => Share(N, denominator == SuccessDenominator.AllWeighed ? D : D - O - B);

    /// <summary>The sum of two counts.</summary>
    public static SkdnCount operator +(in SkdnCount left, in SkdnCount right) => new()
    {
        S = left.S + right.S,
        K = left.K + right.K,
        CardUnknown = left.CardUnknown + right.CardUnknown,
        D = left.D + right.D,
        N = left.N + right.N,
        T = left.T + right.T,
        O = left.O + right.O,
        B = left.B + right.B,
        TwiceT = left.TwiceT + right.TwiceT,
        BelowRed = left.BelowRed + right.BelowRed,
        OtherN = left.OtherN + right.OtherN,
        OtherTwiceT = left.OtherTwiceT + right.OtherTwiceT,
        OtherBelowRed = left.OtherBelowRed + right.OtherBelowRed,
    };

    private static double? Share(int part, int whole) => whole == 0 ? null : part / (double)whole;
}

/// <summary>What N is divided by.</summary>
public enum SuccessDenominator : byte
{
    /// <summary>D: all who were weighed.</summary>
    AllWeighed,

    /// <summary>D - O - B: only those who could be held against the month before.</summary>
    Comparable,
}

/// <summary>How SKDN is reported.</summary>
/// <param name="Denominator">What N is divided by in the reports.</param>
/// <param name="Rule">Where that is written.</param>
public sealed record SkdnRules(SuccessDenominator Denominator, Rule Rule)
{
    internal SkdnRules(Rule rule)
        : this(rule.Choice("denominator").Value == "D" ? SuccessDenominator.AllWeighed : SuccessDenominator.Comparable, rule)
    {
    }

    /// <summary>N/D by the reported definition and, where it differs, by the other one.</summary>
    /// <returns>The share, or null where the reported denominator is 0.</returns>
    public RuleAnswer<double>? Success(in SkdnCount count)
    {
        var other = Denominator == SuccessDenominator.AllWeighed ? SuccessDenominator.Comparable : SuccessDenominator.AllWeighed;
        return count.Success(Denominator) is { } share ? new RuleAnswer<double>(share, count.Success(other), Rule) : null;
    }
}
