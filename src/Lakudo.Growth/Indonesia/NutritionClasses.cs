namespace Lakudo.Growth.Indonesia;

/// <summary>Weight for age (BB/U) by Permenkes 2/2020, from light to heavy.</summary>
public enum WeightForAgeClass : byte
{
    /// <summary>Below -3 SD: <i>berat badan sangat kurang</i>.</summary>
    SeverelyUnderweight,

    /// <summary>-3 to below -2 SD: <i>berat badan kurang</i>.</summary>
    Underweight,

    /// <summary>-2 to +1 SD: <i>berat badan normal</i>.</summary>
    Normal,

    /// <summary>Above +1 SD: <i>risiko berat badan lebih</i>; to be confirmed by weight for length or BMI for age.</summary>
    RiskOfOverweight,
}

/// <summary>Length or height for age (PB/U, TB/U) by Permenkes 2/2020, from short to tall.</summary>
/// <remarks>A measured class. A child is called <i>stunting</i> only after a doctor's finding; the class is called <i>pendek</i>.</remarks>
public enum LengthForAgeClass : byte
{
    /// <summary>Below -3 SD: <i>sangat pendek</i>.</summary>
    SeverelyShort,

    /// <summary>-3 to below -2 SD: <i>pendek</i>.</summary>
    Short,

    /// <summary>-2 to +3 SD: <i>normal</i>.</summary>
    Normal,

    /// <summary>Above +3 SD: <i>tinggi</i>.</summary>
    Tall,
}

/// <summary>Weight for length or height (BB/PB, BB/TB) and BMI for age (IMT/U) by Permenkes 2/2020, from thin to obese.</summary>
public enum NutritionClass : byte
{
    /// <summary>Below -3 SD, or bilateral oedema: <i>gizi buruk</i>.</summary>
    SeverelyWasted,

    /// <summary>-3 to below -2 SD: <i>gizi kurang</i>.</summary>
    Wasted,

    /// <summary>-2 to +1 SD: <i>gizi baik</i>.</summary>
    Good,

    /// <summary>Above +1 to +2 SD: <i>berisiko gizi lebih</i>.</summary>
    RiskOfOverweight,

    /// <summary>Above +2 to +3 SD: <i>gizi lebih</i>.</summary>
    Overweight,

    /// <summary>Above +3 SD: <i>obesitas</i>.</summary>
    Obese,
}

/// <summary>The classes of Permenkes 2/2020 for children of 0 to 60 months.</summary>
/// <remarks>A z-score is rounded before it is classed, as it is printed: -2.004 is -2.00 and normal, -2.006 is -2.01 and not.</remarks>
public sealed class AnthropometryClasses
{
    internal AnthropometryClasses(Rule rule, Rule oedemaRule)
    {
        Rule = rule;
        OedemaRule = oedemaRule;
    }

    /// <summary>Where the classes are written.</summary>
    public Rule Rule { get; }

    /// <summary>Where it is written that a child with bilateral oedema counts as below -3 SD although no index that uses weight is computed.</summary>
    public Rule OedemaRule { get; }

    /// <summary>The class of a weight for age.</summary>
    public WeightForAgeClass OfWeightForAge(ZScore z) => z.Hundredths switch
    {
        < -300 => WeightForAgeClass.SeverelyUnderweight,
        < -200 => WeightForAgeClass.Underweight,
        <= 100 => WeightForAgeClass.Normal,
        _ => WeightForAgeClass.RiskOfOverweight,
    };

    /// <summary>The class of a length or height for age.</summary>
    public LengthForAgeClass OfLengthForAge(ZScore z) => z.Hundredths switch
    {
        < -300 => LengthForAgeClass.SeverelyShort,
        < -200 => LengthForAgeClass.Short,
        <= 300 => LengthForAgeClass.Normal,
        _ => LengthForAgeClass.Tall,
    };

    /// <summary>The class of a weight for length or height, or of a BMI for age: both have the same limits.</summary>
    public NutritionClass OfNutrition(ZScore z) => z.Hundredths switch
    {
        < -300 => NutritionClass.SeverelyWasted,
        < -200 => NutritionClass.Wasted,
        <= 100 => NutritionClass.Good,
        <= 200 => NutritionClass.RiskOfOverweight,
        <= 300 => NutritionClass.Overweight,
        _ => NutritionClass.Obese,
    };
}
