namespace Lakudo.Growth.Indonesia;

/// <summary>Whom the card sends to the health worker.</summary>
internal static class KmsAdvice
{
    /// <param name="month">The month as read.</param>
    /// <param name="rule">
    /// The edition. That of 2021 prints "rujuk bila tidak naik (T)", the programme counsels at the first T and refers at the second: both are answered.
    /// </param>
    public static RuleAnswer<KmsAction> Of(in KmsMonth month, Rule rule)
    {
        var mark = month.Mark!.Value;
        var (firstT, otherFirstT) = rule.Choice("first-t");
        var value = Of(mark.Value, month.IsTwiceNotGained!.Value.Value, month.IsBelowRed?.Value, month.IsAboveOrange?.Value, firstT == "rujuk");
        var other = Of(
            mark.OtherOrValue, month.IsTwiceNotGained.Value.OtherOrValue, month.IsBelowRed?.OtherOrValue, month.IsAboveOrange?.OtherOrValue,
            (otherFirstT ?? firstT) == "rujuk");
        return new RuleAnswer<KmsAction>(value, other, rule);
    }

    private static KmsAction Of(KmsMark mark, bool isTwice, bool? isBelowRed, bool? isAboveOrange, bool refersEveryT)
    {
        if (isTwice || isBelowRed == true || isAboveOrange == true) return KmsAction.Refer;
        if (mark != KmsMark.T) return KmsAction.None;
        return refersEveryT ? KmsAction.Refer : KmsAction.Counsel;
    }
}
