using System.Runtime.CompilerServices;

namespace Lakudo.Growth.Survey;

/// <summary>The values of each child for the columns of WHO's table, laid out for <see cref="Linearisation"/>: 1 or 0, a z, or NaN in front where it has none.</summary>
/// <remarks>
/// One buffer serves all columns one after the other: a megabyte for each would be taken from fresh memory and cost more than the sums. The methods are compiled
/// at once and fully: a short process does not live to see the second compilation.
/// </remarks>
internal sealed class SurveyValues(SampledChild[] children)
{
    /// <summary>The z that WHO's package gives a child with oedema in prevalences by weight: below every lower cut-off.</summary>
    private const double ZWithOedema = -3.1;

    private static readonly int CutoffStride = DomainSums.StrideOf(ZCutoffs.Count);
    private static readonly int FewStride = DomainSums.StrideOf(1);
    private readonly double[] _buffer = new double[children.Length * CutoffStride];

    /// <summary>For each child whether it lies beyond each of the six cut-offs.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public double[] BeyondCutoffs(GrowthIndex index)
    {
        var at = 0;
        foreach (ref readonly var child in children.AsSpan())
        {
            var z = ForPrevalence(child, index);
            var lanes = _buffer.AsSpan(at, ZCutoffs.Count);
            lanes[(int)ZCutoff.BelowMinus3] = double.IsNaN(z) ? double.NaN : z < -3 ? 1 : 0;
            lanes[(int)ZCutoff.BelowMinus2] = z < -2 ? 1 : 0;
            lanes[(int)ZCutoff.BelowMinus1] = z < -1 ? 1 : 0;
            lanes[(int)ZCutoff.Above1] = z > 1 ? 1 : 0;
            lanes[(int)ZCutoff.Above2] = z > 2 ? 1 : 0;
            lanes[(int)ZCutoff.Above3] = z > 3 ? 1 : 0;
            at += CutoffStride;
        }

        return _buffer;
    }

    /// <summary>The z of each child.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public double[] Z(GrowthIndex index)
    {
        var at = 0;
        foreach (ref readonly var child in children.AsSpan())
        {
            _buffer[at] = child[index];
            at += FewStride;
        }

        return _buffer;
    }

    /// <summary>For each child whether it is stunted and wasted, and whether it is stunted and overweight.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public double[] StuntedAndWastedOrOverweight()
    {
        var at = 0;
        foreach (ref readonly var child in children.AsSpan())
        {
            var whz = ForPrevalence(child, GrowthIndex.WeightForLength);
            _buffer[at] = double.IsNaN(child.Haz) || double.IsNaN(whz) ? double.NaN : child.Haz < -2 && whz < -2 ? 1 : 0;
            _buffer[at + 1] = child.Haz < -2 && whz > 2 ? 1 : 0;
            at += FewStride;
        }

        return _buffer;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static double ForPrevalence(in SampledChild child, GrowthIndex index) =>
        child.HasOedema && index.UsesWeight() ? ZWithOedema : child[index];
}
