namespace Lakudo.Growth.Quality;

/// <summary>The quality of measurement of one team, posyandu or measurer, or of all together.</summary>
public sealed class QualityGroup
{
    private QualityGroup(QualityGrouping grouping, string name, int visits, int children, IReadOnlyList<QualityFinding> findings)
    {
        Grouping = grouping;
        Name = name;
        Visits = visits;
        Children = children;
        Findings = findings;
        Verdict = findings.Max(finding => finding.Verdict);
    }

    /// <summary>Whose measuring it is.</summary>
    public QualityGrouping Grouping { get; }

    /// <summary>The name as the visits give it; empty for all together.</summary>
    public string Name { get; }

    /// <summary>How many visits it has.</summary>
    public int Visits { get; }

    /// <summary>How many children were visited; a visit without a child's name counts as a child of its own.</summary>
    public int Children { get; }

    /// <summary>The gravest verdict of its checks; <see cref="QualityVerdict.TooFew"/> where none could be made.</summary>
    public QualityVerdict Verdict { get; }

    /// <summary>One finding for every check, in the order of <see cref="QualityCheck"/>.</summary>
    public IReadOnlyList<QualityFinding> Findings { get; }

    /// <summary>The finding of a check.</summary>
    public QualityFinding this[QualityCheck check] => Findings[(int)check];

    internal static QualityGroup Of(QualityGrouping grouping, string name, IReadOnlyList<SeenVisit> visits, QualityLimits limits)
    {
        var children = visits.Where(visit => visit.Visit.Child is not null).Select(visit => visit.Visit.Child).Distinct().Count()
            + visits.Count(visit => visit.Visit.Child is null);
        var findings = Enum.GetValues<QualityCheck>().Select(check => check switch
        {
            QualityCheck.WeightDigits => DigitCheck.OfWeights(visits, limits),
            QualityCheck.HeightDigits => DigitCheck.OfHeights(visits, limits),
            QualityCheck.AgeHeaping => DigitCheck.OfAges(visits, limits),
            QualityCheck.BirthDays => ShareCheck.OfBirthDays(visits, limits),
            QualityCheck.SpreadOfLengthForAge => SpreadCheck.Of(visits, check, GrowthIndex.LengthForAge, limits),
            QualityCheck.SpreadOfWeightForAge => SpreadCheck.Of(visits, check, GrowthIndex.WeightForAge, limits),
            QualityCheck.SpreadOfWeightForLength => SpreadCheck.Of(visits, check, GrowthIndex.WeightForLength, limits),
            QualityCheck.FlagsOfLengthForAge => ShareCheck.OfFlags(visits, check, GrowthIndex.LengthForAge, limits),
            QualityCheck.FlagsOfWeightForAge => ShareCheck.OfFlags(visits, check, GrowthIndex.WeightForAge, limits),
            QualityCheck.FlagsOfWeightForLength => ShareCheck.OfFlags(visits, check, GrowthIndex.WeightForLength, limits),
            QualityCheck.MissingWeight or QualityCheck.MissingHeight or QualityCheck.MissingAge or QualityCheck.MissingSex =>
                ShareCheck.OfMissing(visits, check, limits),
            QualityCheck.SexRatio => SexRatioCheck.Of(visits, limits),
            QualityCheck.FallingHeight => PairCheck.FallingHeight(visits, limits),
            QualityCheck.RepeatedHeight => PairCheck.RepeatedHeight(visits, limits),
            QualityCheck.WeightJump => PairCheck.WeightJump(visits, limits),
            _ => PairCheck.HeightJump(visits, limits),
        }).ToList();
        return new QualityGroup(grouping, name, visits.Count, children, findings);
    }
}
