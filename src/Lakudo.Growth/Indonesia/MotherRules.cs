namespace Lakudo.Growth.Indonesia;

/// <summary>What is measured of a pregnant woman.</summary>
public sealed class MotherRules
{
    private readonly Length _arm;

    internal MotherRules(Rule arm, Rule anaemia)
    {
        ArmRule = arm;
        AnaemiaRule = anaemia;
        _arm = Length.FromCentimetres(arm.Limit("arm-cm").Value);
    }

    /// <summary>Where the limit of the arm is written.</summary>
    public Rule ArmRule { get; }

    /// <summary>Where the limits of the haemoglobin are written.</summary>
    public Rule AnaemiaRule { get; }

    /// <summary>The arm below which a woman is at risk.</summary>
    public Length ArmLimit => _arm;

    /// <summary>The haemoglobin below which a pregnant woman is anaemic, in grams per decilitre.</summary>
    /// <param name="trimester">1, 2 or 3.</param>
    /// <exception cref="ArgumentOutOfRangeException">The trimester is not 1, 2 or 3.</exception>
    public decimal HaemoglobinLimit(int trimester) => Haemoglobin(trimester).Value;

    /// <summary>Whether a woman is at risk of chronic energy deficiency (<i>kurang energi kronis</i>, KEK): arm below 23.5 cm.</summary>
    /// <param name="arm">The mid-upper arm circumference.</param>
    /// <returns>The answer, or null for a measure of 0 or less.</returns>
    public RuleAnswer<bool>? IsAtRiskOfKek(Length arm) => arm <= default(Length) ? null : new RuleAnswer<bool>(arm < _arm, null, ArmRule);

    /// <summary>Whether a pregnant woman is anaemic: below 11 g/dL; in the second trimester some use 10.5, and between the two the answer is unsure.</summary>
    /// <param name="gramsPerDecilitre">The haemoglobin in grams per decilitre.</param>
    /// <param name="trimester">1, 2 or 3.</param>
    /// <returns>The answer, or null for a haemoglobin of 0 or less.</returns>
    /// <exception cref="ArgumentOutOfRangeException">The trimester is not 1, 2 or 3.</exception>
    public RuleAnswer<bool>? IsAnaemic(decimal gramsPerDecilitre, int trimester)
    {
        var (limit, other) = Haemoglobin(trimester);
        return gramsPerDecilitre <= 0 ? null : new RuleAnswer<bool>(gramsPerDecilitre < limit, other is { } second ? gramsPerDecilitre < second : null, AnaemiaRule);
    }

    private (decimal Value, decimal? Other) Haemoglobin(int trimester) => trimester is < 1 or > 3
        ? throw new ArgumentOutOfRangeException(nameof(trimester), trimester, "A pregnancy has trimesters 1, 2 and 3.")
        : AnaemiaRule.Limit(trimester switch { 1 => "hb-trimester-1", 2 => "hb-trimester-2", _ => "hb-trimester-3" });
}

/// <summary>What is measured of a newborn.</summary>
public sealed class BirthRules
{
    private readonly Mass _weight;
    private readonly Length _length;

    internal BirthRules(Rule weight, Rule length)
    {
        WeightRule = weight;
        LengthRule = length;
        _weight = Mass.FromGrams((int)weight.Limit("weight-g").Value);
        _length = Length.FromCentimetres(length.Limit("length-cm").Value);
    }

    /// <summary>Where the limit of the weight is written.</summary>
    public Rule WeightRule { get; }

    /// <summary>Where the limit of the length is written.</summary>
    public Rule LengthRule { get; }

    /// <summary>Whether the weight at birth is low (<i>berat badan lahir rendah</i>, BBLR): below 2,500 g. Null for a weight of 0 or less.</summary>
    public RuleAnswer<bool>? IsLowBirthWeight(Mass weight) => weight <= default(Mass) ? null : new RuleAnswer<bool>(weight < _weight, null, WeightRule);

    /// <summary>Whether the child was short at birth: below 48 cm, as the programme uses it. Null for a length of 0 or less.</summary>
    public RuleAnswer<bool>? IsShortAtBirth(Length length) => length <= default(Length) ? null : new RuleAnswer<bool>(length < _length, null, LengthRule);
}
