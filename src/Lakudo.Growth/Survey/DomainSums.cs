using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace Lakudo.Growth.Survey;

/// <summary>What is summed up for each domain and, within it, for each of several values that the same children have (the lanes, for example six cut-offs).</summary>
/// <remarks>The lanes of a domain lie side by side, filled up with empty ones to whole vectors of four, so that four are added at once.</remarks>
internal sealed class DomainSums
{
    private readonly double[] _inStratum;
    private readonly double[] _squaresInStratum;

    public DomainSums(int domains, int lanes)
    {
        Stride = StrideOf(lanes);
        Count = new int[domains];
        WithWeight = new int[domains];
        Weight = new double[domains];
        var cells = domains * Stride;
        (Mean, Variance, Squares, InCluster) = (new double[cells], new double[cells], new double[cells], new double[cells]);
        (_inStratum, _squaresInStratum) = (new double[cells], new double[cells]);
    }

    /// <summary>The cells of a domain or child: its lanes and the empty ones.</summary>
    public int Stride { get; }

    /// <summary>Children with a value, by domain.</summary>
    public int[] Count { get; }

    /// <summary>Those of them with a weight above 0.</summary>
    public int[] WithWeight { get; }

    /// <summary>The sum of the weights W.</summary>
    public double[] Weight { get; }

    /// <summary>The share or mean p, by domain and lane; while children are summed up the sum of w y.</summary>
    public double[] Mean { get; }

    /// <summary>The variance of p.</summary>
    public double[] Variance { get; }

    /// <summary>The sum of w (y - p)^2, of a single lane only.</summary>
    public double[] Squares { get; }

    /// <summary>The sum of w (y - p) of the cluster at hand.</summary>
    public double[] InCluster { get; }

    /// <summary>The cells that so many lanes take.</summary>
    public static int StrideOf(int lanes) => (lanes + Vector256<double>.Count - 1) / Vector256<double>.Count * Vector256<double>.Count;

    /// <summary>Turns sums of w y into shares.</summary>
    public void CloseSums()
    {
        for (var i = 0; i < Mean.Length; i++) Mean[i] /= Weight[i / Stride];
    }

    /// <summary>Counts the cluster at hand for one domain and empties it.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void CloseCluster(int domain)
    {
        for (var i = domain * Stride; i < (domain + 1) * Stride; i += Vector256<double>.Count)
        {
            var here = Vector256.LoadUnsafe(ref InCluster[i]);
            (Vector256.LoadUnsafe(ref _inStratum[i]) + here).StoreUnsafe(ref _inStratum[i]);
            (Vector256.LoadUnsafe(ref _squaresInStratum[i]) + here * here).StoreUnsafe(ref _squaresInStratum[i]);
            Vector256<double>.Zero.StoreUnsafe(ref InCluster[i]);
        }
    }

    /// <summary>Adds the variance of a stratum to every domain.</summary>
    /// <param name="clusters">The clusters of the stratum, also those without a child of the domain.</param>
    public void CloseStratum(int clusters)
    {
        for (var i = 0; i < Variance.Length; i++)
        {
            var squares = clusters > 1
                ? Math.Max(0, _squaresInStratum[i] - _inStratum[i] * _inStratum[i] / clusters) * clusters / (clusters - 1)
                : _squaresInStratum[i];
            var weight = Weight[i / Stride];
            if (weight > 0) Variance[i] += squares / (weight * weight);
            (_inStratum[i], _squaresInStratum[i]) = (0, 0);
        }
    }
}
