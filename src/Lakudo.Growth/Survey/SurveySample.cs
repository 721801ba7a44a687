using System.Runtime.InteropServices;

namespace Lakudo.Growth.Survey;

/// <summary>The children of a survey, added row by row, and the prevalences that WHO reports for them.</summary>
/// <remarks>
/// <para>
/// The method is that of WHO's R package anthro 1.1.0 and of the WHO Anthro Survey Analyser: shares and means of the domain, their standard errors by Taylor
/// linearisation over the clusters of the whole design, intervals with Student's t. See docs/growth/survey-prevalence.md. One row takes about 60 bytes and
/// adding it allocates nothing once the arrays are large enough. Not for use from several threads at once.
/// </para>
/// <para>A sample is a sample: the monthly posyandu measurement belongs into a <see cref="Census"/>.</para>
/// </remarks>
public sealed class SurveySample
{
    private readonly Categories[] _named = [new(), new(), new(), new()];
    private readonly Categories _clusters = new();
    private readonly Categories _strata = new();
    private readonly List<SampledChild> _children;
    private readonly int[] _uses = new int[5];

    /// <summary>An empty sample.</summary>
    /// <param name="design">How the children were drawn.</param>
    /// <param name="capacity">About how many rows will come; 0 where nobody knows.</param>
    public SurveySample(SurveyDesign design, int capacity = 0)
    {
        Design = design;
        _children = new List<SampledChild>(capacity);
    }

    /// <summary>How the children were drawn.</summary>
    public SurveyDesign Design { get; }

    /// <summary>How many rows are part of the sample.</summary>
    public int Count => _children.Count;

    /// <summary>How many rows were used or left out in one way.</summary>
    public int CountOf(SurveyRowUse use) => _uses[(int)use];

    /// <summary>Adds a child and computes its z-scores.</summary>
    /// <param name="row">The child.</param>
    /// <returns>Whether and how it is part of the sample.</returns>
    /// <exception cref="ArgumentOutOfRangeException">The weight is negative or not a finite number.</exception>
    public SurveyRowUse Add(in SurveyRow row)
    {
        WhoStandards.Assess(row.Measurement, out var assessment);
        return Add(row, assessment);
    }

    /// <summary>Adds a child whose z-scores are known already.</summary>
    /// <param name="row">The child.</param>
    /// <param name="assessment">What <see cref="WhoStandards"/> says of its measurement.</param>
    /// <returns>Whether and how it is part of the sample.</returns>
    /// <exception cref="ArgumentOutOfRangeException">The weight is negative or not a finite number.</exception>
    public SurveyRowUse Add(in SurveyRow row, in Assessment assessment)
    {
        if (Design.HasWeights && row.Weight is not (null or (>= 0 and < double.PositiveInfinity)))
            throw new ArgumentOutOfRangeException(nameof(row), row.Weight, "The weight of a child is 0 or more.");
        var use = Keep(row);
        _uses[(int)use]++;
        if (use > SurveyRowUse.WithoutWeight) return use;
        var measurement = row.Measurement;
        _children.Add(new SampledChild
        {
            Haz = Z(assessment.LengthForAge),
            Waz = Z(assessment.WeightForAge),
            Baz = Z(assessment.BmiForAge),
            Whz = Z(assessment.WeightForLength),
            HasOedema = measurement.HasOedema,
            Weight = Design.HasWeights ? row.Weight ?? 0 : 1,
            Cluster = Design.HasClusters ? _clusters.Code(row.Cluster) : 0,
            Stratum = Design.HasStrata ? _strata.Code(row.Stratum) : 0,
            AgeGroup = (sbyte)SurveyWords.AgeGroupOf(measurement.Age),
            Sex = (sbyte)(measurement.Sex switch { Sex.Female => 0, Sex.Male => 1, _ => -1 }),
            Quintile = (sbyte)SurveyWords.QuintileOf(row.WealthQuintile),
            Residence = _named[0].Code(row.Residence),
            Region = _named[1].Code(row.Region),
            MotherEducation = _named[2].Code(row.MotherEducation),
            Other = _named[3].Code(row.Other),
        });
        return use;
    }

    /// <summary>Computes every group and every column of WHO's table.</summary>
    /// <returns>The table; an empty sample has the one group of all children, with 0 of them.</returns>
    public SurveyPrevalence Compute()
    {
        var sampling = Sampling.Of(CollectionsMarshal.AsSpan(_children), Design);
        var domains = SurveyDomains.Of(sampling.Children, Design, _named);
        var groups = domains.Names.Select(name => new SurveyGroup(name.Grouping, name.Category)).ToArray();
        var table = new SurveyTable(sampling, domains, groups, Design.SortsGroups);
        var values = new SurveyValues(sampling.Children);
        foreach (var index in SurveyColumns.Indices)
        {
            table.Shares(values.BeyondCutoffs(index), ZCutoffs.Count, SurveyColumns.CountAt(index), SurveyColumns.ShareAt(index, default));
            table.Mean(values.Z(index), SurveyColumns.MeanAt(index));
        }

        table.Shares(values.StuntedAndWastedOrOverweight(), 2, SurveyColumns.CountOfBoth, SurveyColumns.StuntedAndWasted);
        return new SurveyPrevalence(Design, groups, sampling.Clusters, sampling.Strata, sampling.Degrees);
    }

    private SurveyRowUse Keep(in SurveyRow row)
    {
        if (Design.HasClusters && row.Cluster.IsEmpty) return SurveyRowUse.WithoutCluster;
        if (Design.HasStrata && row.Stratum.IsEmpty) return SurveyRowUse.WithoutStratum;
        if (row.Measurement.Age is { Days: > Age.LastDay }) return SurveyRowUse.TooOld;
        return Design.HasWeights && row.Weight is null ? SurveyRowUse.WithoutWeight : SurveyRowUse.Counted;
    }

    /// <summary>The z of prevalences and means: not where it is flagged.</summary>
    private static double Z(ZScore? z) => z is { IsFlagged: false } plausible ? plausible.Value : double.NaN;
}
