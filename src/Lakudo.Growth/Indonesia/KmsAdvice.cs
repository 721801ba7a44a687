namespace Lakudo.Growth.Indonesia;

/// <summary>Whom the card sends to the health worker.</summary>
internal static class KmsAdvice
{
    /// <remarks>
    /// The edition of 2021 prints "rujuk bila tidak naik (T)"; the programme counsels at the first T and refers at the second: both are answered.
    /// A weight that fell is talked about whatever the mark: after a missed month the mark is O and says nothing of it.
    /// </remarks>
    public static RuleAnswer<KmsAction> Of(
        RuleAnswer<KmsMark> mark, RuleAnswer<bool> twice, RuleAnswer<bool>? isBelowRed, RuleAnswer<bool>? isAboveOrange, bool hasLost, Rule rule)
    {
        var (firstT, otherFirstT) = rule.Choice("first-t");
        var value = Of(mark.Value, twice.Value || isBelowRed is { Value: true } || isAboveOrange is { Value: true }, hasLost, firstT);
        var other = Of(
            mark.OtherOrValue,
            twice.OtherOrValue || isBelowRed is { OtherOrValue: true } || isAboveOrange is { OtherOrValue: true },
            hasLost,
            otherFirstT ?? firstT);
        return new RuleAnswer<KmsAction>(value, other, rule);
    }

    private static KmsAction Of(KmsMark mark, bool isReferred, bool hasLost, string firstT)
    {
        if (isReferred) return KmsAction.Refer;
        if (mark != KmsMark.T) return hasLost ? KmsAction.Counsel : KmsAction.None;
        return firstT == "rujuk" ? KmsAction.Refer : KmsAction.Counsel;
    }
}
