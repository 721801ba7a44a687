using System.Runtime.CompilerServices;

namespace Lakudo.Growth.Survey;

/// <summary>The value of each child for one column of WHO's table: 1 or 0, a z, or NaN where the child has none.</summary>
/// <remarks>Compiled at once and fully: a table of 20,000 children asks 600,000 times, and a short process does not live to see the second compilation.</remarks>
internal static class SurveyValues
{
    /// <summary>The z that WHO's package gives a child with oedema in prevalences by weight: below every lower cut-off.</summary>
    private const double ZWithOedema = -3.1;

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void BeyondCutoff(ReadOnlySpan<SampledChild> children, GrowthIndex index, ZCutoff cutoff, Span<double> values)
    {
        double limit = cutoff.Limit();
        var isBelow = cutoff.IsBelow();
        for (var i = 0; i < values.Length; i++)
        {
            var z = ForPrevalence(children[i], index);
            values[i] = double.IsNaN(z) ? double.NaN : (isBelow ? z < limit : z > limit) ? 1 : 0;
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void Z(ReadOnlySpan<SampledChild> children, GrowthIndex index, Span<double> values)
    {
        for (var i = 0; i < values.Length; i++) values[i] = children[i][index];
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void StuntedAnd(ReadOnlySpan<SampledChild> children, ZCutoff wasting, Span<double> values)
    {
        for (var i = 0; i < values.Length; i++)
        {
            ref readonly var child = ref children[i];
            var whz = ForPrevalence(child, GrowthIndex.WeightForLength);
            values[i] = double.IsNaN(child.Haz) || double.IsNaN(whz) ? double.NaN
                : ZCutoff.BelowMinus2.Counts(child.Haz) && wasting.Counts(whz) ? 1 : 0;
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static double ForPrevalence(in SampledChild child, GrowthIndex index) =>
        child.HasOedema && index.UsesWeight() ? ZWithOedema : child[index];
}
