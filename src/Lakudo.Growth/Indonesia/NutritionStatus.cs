namespace Lakudo.Growth.Indonesia;

/// <summary>The four indices of one child by one age method, with their classes.</summary>
public readonly struct ClassifiedAssessment
{
    private readonly AnthropometryClasses _classes;
    private readonly Assessment _assessment;
    private readonly bool _isAgeKnown;

    internal ClassifiedAssessment(AgeMethod method, in Assessment assessment, bool hasOedema, bool isAgeKnown, AnthropometryClasses classes)
    {
        Method = method;
        _assessment = assessment;
        HasOedema = hasOedema;
        _isAgeKnown = isAgeKnown;
        _classes = classes;
    }

    /// <summary>By which age the z-scores were computed.</summary>
    public AgeMethod Method { get; }

    /// <summary>The z-scores and the corrected length.</summary>
    public Assessment Assessment => _assessment;

    /// <summary>
    /// Whether the child has bilateral oedema: then the three indices that use weight have no z-score, and their class is the lowest. False for a child whom the
    /// standard does not reach any more. At unknown age only weight for length is classed so.
    /// </summary>
    public bool HasOedema { get; }

    /// <summary>The rule of the classes.</summary>
    public Rule Rule => _classes.Rule;

    /// <summary>The rule by which oedema is the lowest class; null where there is none.</summary>
    public Rule? OedemaRule => HasOedema ? _classes.OedemaRule : null;

    /// <summary>The class of BB/U; null where no z-score could be computed.</summary>
    public WeightForAgeClass? WeightForAge =>
        HasOedema && _isAgeKnown ? WeightForAgeClass.SeverelyUnderweight : _assessment.WeightForAge is { } z ? _classes.OfWeightForAge(z) : null;

    /// <summary>The class of PB/U or TB/U; null where no z-score could be computed.</summary>
    public LengthForAgeClass? LengthForAge => _assessment.LengthForAge is { } z ? _classes.OfLengthForAge(z) : null;

    /// <summary>The class of BB/PB or BB/TB; null where no z-score could be computed.</summary>
    public NutritionClass? WeightForLength =>
        HasOedema ? NutritionClass.SeverelyWasted : _assessment.WeightForLength is { } z ? _classes.OfNutrition(z) : null;

    /// <summary>The class of IMT/U; null where no z-score could be computed.</summary>
    public NutritionClass? BmiForAge =>
        HasOedema && _isAgeKnown ? NutritionClass.SeverelyWasted : _assessment.BmiForAge is { } z ? _classes.OfNutrition(z) : null;

    /// <summary>Whether the class of BB/U says <i>risiko berat badan lebih</i>, which is only a finding once BB/TB or IMT/U confirms it (note of the annex).</summary>
    public bool NeedsConfirmation => WeightForAge == WeightForAgeClass.RiskOfOverweight;

    /// <summary>Whether one of the four z-scores is implausible (WHO flag): the class is kept, not counted, and the child is measured again.</summary>
    public bool IsFlagged =>
        _assessment.LengthForAge is { IsFlagged: true } || _assessment.WeightForAge is { IsFlagged: true }
        || _assessment.WeightForLength is { IsFlagged: true } || _assessment.BmiForAge is { IsFlagged: true };

    internal bool SameClassesAs(in ClassifiedAssessment other) =>
        WeightForAge == other.WeightForAge && LengthForAge == other.LengthForAge
        && WeightForLength == other.WeightForLength && BmiForAge == other.BmiForAge;
}

/// <summary>The nutritional status of one child on one day by completed months and by days, side by side.</summary>
public readonly struct NutritionStatus
{
    private readonly ClassifiedAssessment _byMonths;
    private readonly ClassifiedAssessment _byDays;

    private NutritionStatus(in ClassifiedAssessment byMonths, in ClassifiedAssessment byDays, int? completedMonths, ReportingMethod reporting)
    {
        _byMonths = byMonths;
        _byDays = byDays;
        CompletedMonths = completedMonths;
        Reporting = reporting;
    }

    /// <summary>The age in completed months; null when unknown.</summary>
    public int? CompletedMonths { get; }

    /// <summary>Which of the two is reported, and by which rule.</summary>
    public ReportingMethod Reporting { get; }

    /// <summary>The answers by one method.</summary>
    public ClassifiedAssessment this[AgeMethod method] => method == AgeMethod.CompletedMonths ? _byMonths : _byDays;

    /// <summary>The answers that are reported.</summary>
    public ClassifiedAssessment Reported => this[Reporting.Method];

    /// <summary>The answers of the other method, shown beside them (<i>pembanding</i>).</summary>
    public ClassifiedAssessment Comparison => this[Reporting.Comparison];

    /// <summary>Whether the two methods put the child into different classes.</summary>
    public bool MethodsDiffer => !_byMonths.SameClassesAs(_byDays);

    /// <summary>Computes the status of one measurement.</summary>
    /// <param name="measurement">What was measured; its age is not looked at, the dates are.</param>
    /// <param name="birth">The day of birth; null when unknown, and then only weight for length or height is computed.</param>
    /// <param name="visit">The day of measurement; before birth means that the age is unknown.</param>
    /// <param name="book">The rules in force, usually <c>RuleBook.On(visit)</c>.</param>
    public static NutritionStatus Of(in Measurement measurement, DateOnly? birth, DateOnly visit, RuleBook book)
    {
        var months = birth is { } born ? Indonesia.CompletedMonths.Between(born, visit) : null;
        Indonesia.CompletedMonths.Assess(measurement, months, out var byMonths);
        var age = birth is { } day ? Age.Between(day, visit) : null;
        WhoStandards.Assess(measurement with { Age = age }, out var byDays);
        return new NutritionStatus(
            new ClassifiedAssessment(
                AgeMethod.CompletedMonths, byMonths, measurement.HasOedema && (months is null or <= Indonesia.CompletedMonths.UnderFive), months is not null, book.Classes),
            new ClassifiedAssessment(
                AgeMethod.Days, byDays, measurement.HasOedema && (age is null || age.Value.IsUnderFive), months is not null, book.Classes),
            months,
            book.Reporting);
    }
}
