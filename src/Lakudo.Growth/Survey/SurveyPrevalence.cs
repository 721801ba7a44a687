namespace Lakudo.Growth.Survey;

/// <summary>WHO's table of prevalences of a survey: every group with its 134 columns.</summary>
public sealed class SurveyPrevalence
{
    internal SurveyPrevalence(SurveyDesign design, IReadOnlyList<SurveyGroup> groups, int clusters, int strata, int degrees)
    {
        Design = design;
        Groups = groups;
        Clusters = clusters;
        Strata = strata;
        DegreesOfFreedom = degrees;
    }

    /// <summary>How the children were drawn.</summary>
    public SurveyDesign Design { get; }

    /// <summary>The groups in the order of WHO's table: all, age, sex, age and sex, then what the rows named.</summary>
    public IReadOnlyList<SurveyGroup> Groups { get; }

    /// <summary>All children.</summary>
    public SurveyGroup All => Groups[0];

    /// <summary>The clusters of the sample; without clusters its children.</summary>
    public int Clusters { get; }

    /// <summary>The strata of the sample; without strata 1.</summary>
    public int Strata { get; }

    /// <summary>Clusters less strata, of which the t of every interval is taken. Below 1 there are no intervals.</summary>
    public int DegreesOfFreedom { get; }
}

/// <summary>A percentage or a mean of a survey with its uncertainty.</summary>
/// <param name="Value">Percent from 0 to 100, or a mean of z.</param>
/// <param name="StandardError">Its standard error in the same unit.</param>
/// <param name="Lower">Lower limit of the 95 % interval; NaN where the sample has no degree of freedom.</param>
/// <param name="Upper">Upper limit of the 95 % interval; NaN where the sample has no degree of freedom.</param>
public readonly record struct SurveyEstimate(double Value, double StandardError, double Lower, double Upper);
