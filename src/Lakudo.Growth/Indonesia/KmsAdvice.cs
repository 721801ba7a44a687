namespace Lakudo.Growth.Indonesia;

/// <summary>Whom the card sends to the health worker.</summary>
internal static class KmsAdvice
{
    /// <param name="month">The month as read.</param>
    /// <param name="rule">The edition.</param>
    /// <param name="refersEveryT">
    /// Whether the edition prints "rujuk bila tidak naik (T)". The programme counsels at the first T and refers at the second, so the two are both answered.
    /// </param>
    public static RuleAnswer<KmsAction> Of(in KmsMonth month, Rule rule, bool refersEveryT)
    {
        var mark = month.Mark!.Value;
        var value = Of(mark.Value, month.IsTwiceNotGained!.Value.Value, month.IsBelowRed?.Value, month.IsAboveOrange?.Value, false);
        var other = Of(
            mark.OtherOrValue, month.IsTwiceNotGained.Value.OtherOrValue, month.IsBelowRed?.OtherOrValue, month.IsAboveOrange?.OtherOrValue, refersEveryT);
        return new RuleAnswer<KmsAction>(value, other, rule);
    }

    private static KmsAction Of(KmsMark mark, bool isTwice, bool? isBelowRed, bool? isAboveOrange, bool refersEveryT)
    {
        if (isTwice || isBelowRed == true || isAboveOrange == true) return KmsAction.Refer;
        if (mark != KmsMark.T) return KmsAction.None;
        return refersEveryT ? KmsAction.Refer : KmsAction.Counsel;
    }
}
