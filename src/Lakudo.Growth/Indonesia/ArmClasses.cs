namespace Lakudo.Growth.Indonesia;

/// <summary>What an arm circumference says of a child of 6 to 59 months, whatever its age and sex.</summary>
public enum ArmClass : byte
{
    /// <summary>Below 11.5 cm: severe acute malnutrition, <i>gizi buruk</i>.</summary>
    Severe,

    /// <summary>11.5 to below 12.5 cm: moderate acute malnutrition, <i>gizi kurang</i>.</summary>
    Moderate,

    /// <summary>12.5 cm and more: <i>normal</i>.</summary>
    Normal,
}

/// <summary>Arm circumference (MUAC, LiLA) of children as an absolute measure. Arm circumference for age is another thing and seldom used in Indonesia.</summary>
public sealed class ArmClasses
{
    private readonly Length _severe;
    private readonly Length _moderate;
    private readonly int _firstMonth;
    private readonly int _lastMonth;

    internal ArmClasses(Rule rule)
    {
        Rule = rule;
        _severe = Length.FromCentimetres(rule.Limit("severe-cm").Value);
        _moderate = Length.FromCentimetres(rule.Limit("moderate-cm").Value);
        _firstMonth = (int)rule.Limit("first-month").Value;
        _lastMonth = (int)rule.Limit("last-month").Value;
    }

    /// <summary>Where the limits are written.</summary>
    public Rule Rule { get; }

    /// <summary>The class of an arm.</summary>
    /// <param name="arm">The arm circumference.</param>
    /// <param name="completedMonths">The age in completed months; null when unknown.</param>
    /// <returns>The class, or null for a measure of 0 or less, an unknown age, or outside 6 to 59 months.</returns>
    public RuleAnswer<ArmClass>? Of(Length arm, int? completedMonths)
    {
        if (arm <= default(Length) || completedMonths is not { } months || months < _firstMonth || months > _lastMonth) return null;
        var answer = arm < _severe ? ArmClass.Severe : arm < _moderate ? ArmClass.Moderate : ArmClass.Normal;
        return new RuleAnswer<ArmClass>(answer, null, Rule);
    }
}
