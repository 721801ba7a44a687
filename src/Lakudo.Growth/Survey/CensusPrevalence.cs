namespace Lakudo.Growth.Survey;

/// <summary>A prevalence among all children of an area who were measured, with the coverage that says how much it is worth.</summary>
/// <param name="Target">The children of the area who should have been measured: S of the SKDN. 0 where it is unknown.</param>
/// <param name="Measured">The children who were measured: D of the SKDN.</param>
/// <param name="Counted">Those of them who have a plausible z-score of the index (by weight also those with oedema).</param>
/// <param name="Cases">Those of them beyond the cut-off.</param>
/// <remarks>
/// The monthly posyandu measurement is a census, not a sample: nobody was drawn, so there is no sampling error and this type has no interval. What can be
/// wrong is who stayed away and how well was measured. <see cref="LowestPossible"/> and <see cref="HighestPossible"/> say what the children without a z-score
/// could change at most; no assumption is made about them.
/// </remarks>
public readonly record struct CensusPrevalence(int Target, int Measured, int Counted, int Cases)
{
    /// <summary>Cases among the counted children in percent; null where nobody was counted.</summary>
    public double? Percent => Counted > 0 ? 100.0 * Cases / Counted : null;

    /// <summary>Measured children in percent of the target, D/S; above 100 where the target is too small; null where the target is unknown.</summary>
    public double? Coverage => Target > 0 ? 100.0 * Measured / Target : null;

    /// <summary>Whether more children were measured than the target says there are: the target has to be mended before the coverage means anything.</summary>
    public bool IsTargetTooSmall => Target > 0 && Measured > Target;

    /// <summary>The prevalence in percent of the target if none of the children without a z-score were a case; null where the target is unknown.</summary>
    public double? LowestPossible => Target > 0 ? 100.0 * Cases / Everyone : null;

    /// <summary>The prevalence in percent of the target if all of the children without a z-score were cases; null where the target is unknown.</summary>
    public double? HighestPossible => Target > 0 ? 100.0 * (Everyone - Counted + Cases) / Everyone : null;

    private int Everyone => Math.Max(Target, Measured);
}
