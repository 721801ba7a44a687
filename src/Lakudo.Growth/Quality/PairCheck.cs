namespace Lakudo.Growth.Quality;

/// <summary>The checks that hold a visit against the one before it of the same child.</summary>
internal static class PairCheck
{
    public static QualityFinding FallingHeight(IReadOnlyList<SeenVisit> visits, QualityLimits limits) =>
        Of(visits, QualityCheck.FallingHeight, limits, (now, before) =>
            Growth(now, before) is { } growth ? (growth < -limits.FallsByCentimetres.Value, growth) : null);

    public static QualityFinding RepeatedHeight(IReadOnlyList<SeenVisit> visits, QualityLimits limits) =>
        Of(visits, QualityCheck.RepeatedHeight, limits, (now, before) =>
            now.DaysSince(before) >= limits.RepeatsAfterDays.Value
                ? (now.Visit.Measurement.LengthOrHeight == before.Visit.Measurement.LengthOrHeight, 0)
                : null);

    public static QualityFinding HeightJump(IReadOnlyList<SeenVisit> visits, QualityLimits limits) =>
        Of(visits, QualityCheck.HeightJump, limits, (now, before) =>
            now.DaysSince(before) <= limits.JumpsWithinDays.Value && Growth(now, before) is { } growth && Rise(now, before, GrowthIndex.LengthForAge) is { } rise
                ? (growth > 0 && rise > limits.HeightJumpsByZ.Value, growth)
                : null);

    /// <remarks>
    /// 15 % alone would name every healthy baby of the first months. A child that keeps its line keeps its z, so the z has to have moved too.
    /// </remarks>
    public static QualityFinding WeightJump(IReadOnlyList<SeenVisit> visits, QualityLimits limits) =>
        Of(visits, QualityCheck.WeightJump, limits, (now, before) =>
        {
            if (now.DaysSince(before) > limits.JumpsWithinDays.Value || Rise(now, before, GrowthIndex.WeightForAge) is not { } rise) return null;
            var percent = 100 * (now.Visit.Measurement.Weight!.Value.Kilograms / before.Visit.Measurement.Weight!.Value.Kilograms - 1);
            return (Math.Abs(percent) > limits.WeightChangesByPercent.Value && Math.Abs(rise) > limits.WeightJumpsByZ.Value, percent);
        });

    private static QualityFinding Of(
        IReadOnlyList<SeenVisit> visits, QualityCheck check, QualityLimits limits, Func<SeenVisit, SeenVisit, (bool IsHit, double Change)?> judge)
    {
        var count = 0;
        var cases = new List<QualityCase>();
        foreach (var now in visits)
        {
            var before = check == QualityCheck.WeightJump ? now.BeforeWithWeight : now.BeforeWithHeight;
            if (before is null || judge(now, before) is not { } judged) continue;
            count++;
            if (judged.IsHit) cases.Add(new QualityCase(now.Place, before.Place, now.Visit.Child, now.Visit.Day, judged.Change));
        }

        return ShareCheck.Of(check, count, cases.Count, limits) with { Cases = cases };
    }

    /// <summary>How much the child grew, in centimetres.</summary>
    private static double? Growth(SeenVisit now, SeenVisit before) =>
        now.LyingLength is { } length && before.LyingLength is { } lengthBefore ? (length - lengthBefore).Centimetres : null;

    private static double? Rise(SeenVisit now, SeenVisit before, GrowthIndex index) => now.Assessment[index]?.Exact - before.Assessment[index]?.Exact;
}
