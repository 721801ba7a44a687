namespace Lakudo.Growth.Survey;

/// <summary>How the children of a survey were drawn. What is not given here is not looked at in the rows.</summary>
/// <param name="HasClusters">Whether children were drawn in clusters (census blocks, villages). Without clusters each child is one of its own.</param>
/// <param name="HasStrata">Whether clusters were drawn within strata. Without strata the whole sample is one.</param>
/// <param name="HasWeights">Whether each child stands for a number of children of its own. Without weights each stands for one.</param>
/// <remarks>
/// A monthly posyandu measurement is no survey: it is a census with children missing. Its share is <see cref="CensusPrevalence"/>, which carries coverage and
/// no interval.
/// </remarks>
public readonly record struct SurveyDesign(bool HasClusters, bool HasStrata, bool HasWeights)
{
    /// <summary>A simple random sample: every child was drawn by itself and with the same chance.</summary>
    public static SurveyDesign Simple => default;

    /// <summary>Clusters within strata, with weights: the usual household survey (SSGI, SKI, DHS, MICS).</summary>
    public static SurveyDesign Complex => new(true, true, true);

    /// <summary>Whether WHO's package would hand the sample to R's survey package; it then sorts groups by name and not by first appearance.</summary>
    internal bool SortsGroups => HasClusters || HasStrata;
}
