namespace Lakudo.Growth.Indonesia;

/// <summary>The age groups of the posyandu's register (<i>Sistem Informasi Posyandu</i>, SIP), in completed months.</summary>
public enum SipAgeGroup : byte
{
    /// <summary>0 to 5 months.</summary>
    Months0To5,

    /// <summary>6 to 11 months.</summary>
    Months6To11,

    /// <summary>12 to 23 months.</summary>
    Months12To23,

    /// <summary>24 to 59 months.</summary>
    Months24To59,
}

/// <summary>Facts of the register.</summary>
public static class SipAgeGroups
{
    /// <summary>The number of groups.</summary>
    public const int Count = 4;

    /// <summary>The group of an age.</summary>
    /// <param name="completedMonths">The completed months; null when unknown.</param>
    /// <returns>The group, or null where the age is unknown or 60 months and more: not an under-five any longer.</returns>
    public static SipAgeGroup? Of(int? completedMonths) => completedMonths switch
    {
        null or < 0 or >= CompletedMonths.UnderFive => null,
        < 6 => SipAgeGroup.Months0To5,
        < 12 => SipAgeGroup.Months6To11,
        < 24 => SipAgeGroup.Months12To23,
        _ => SipAgeGroup.Months24To59,
    };
}
