namespace Lakudo.Growth.Survey;

/// <summary>A group of the children of a survey and everything WHO reports of it.</summary>
public sealed class SurveyGroup
{
    internal SurveyGroup(SurveyGrouping grouping, string category)
    {
        Grouping = grouping;
        Category = category;
        Row = new double[SurveyColumns.Names.Length];
        Array.Fill(Row, double.NaN);
    }

    /// <summary>By what the children are grouped.</summary>
    public SurveyGrouping Grouping { get; }

    /// <summary>Which of those groups, for example <c>12-23 mo</c> or <c>Rural</c>.</summary>
    public string Category { get; }

    /// <summary>The name in WHO's table: <c>All</c>, <c>Age group: 12-23 mo</c>, <c>Area: Rural</c>.</summary>
    public string Name => Grouping == SurveyGrouping.All ? Category : $"{SurveyWords.Of(Grouping)}: {Category}";

    /// <summary>The values of <see cref="SurveyColumns.Names"/> in that order; NaN where there is none (to be printed empty).</summary>
    public ReadOnlySpan<double> Values => Row;

    internal double[] Row { get; }

    /// <summary>The counted number of children that have a z of an index; by weight also those with oedema.</summary>
    public int Count(GrowthIndex index) => (int)Row[SurveyColumns.CountAt(index) + 1];

    /// <summary>The sum of the weights of those children.</summary>
    public double WeightedCount(GrowthIndex index) => Row[SurveyColumns.CountAt(index)];

    /// <summary>The percent of children beyond a cut-off; null where no child has a z.</summary>
    public SurveyEstimate? Share(GrowthIndex index, ZCutoff cutoff) => At(SurveyColumns.ShareAt(index, cutoff));

    /// <summary>The mean z; null where no child has one. A child with oedema has none by weight.</summary>
    public SurveyEstimate? Mean(GrowthIndex index) => At(SurveyColumns.MeanAt(index));

    /// <summary>The standard deviation of z; null for fewer than two children.</summary>
    public double? StandardDeviation(GrowthIndex index) =>
        Row[SurveyColumns.MeanAt(index) + 4] is var deviation && double.IsNaN(deviation) ? null : deviation;

    /// <summary>The percent of children both stunted (HAZ below -2) and wasted (WHZ below -2, or oedema).</summary>
    public SurveyEstimate? StuntedAndWasted => At(SurveyColumns.StuntedAndWasted);

    /// <summary>The percent of children both stunted (HAZ below -2) and overweight (WHZ above 2).</summary>
    public SurveyEstimate? StuntedAndOverweight => At(SurveyColumns.StuntedAndOverweight);

    /// <summary>The counted number of children with both HAZ and WHZ.</summary>
    public int CountOfBoth => (int)Row[SurveyColumns.CountOfBoth + 1];

    private SurveyEstimate? At(int column) =>
        double.IsNaN(Row[column]) ? null : new SurveyEstimate(Row[column], Row[column + 1], Row[column + 2], Row[column + 3]);
}
