using System.Runtime.CompilerServices;

namespace Lakudo.Growth.Survey;

/// <summary>The children in the order of their strata and clusters, and where each cluster and stratum ends.</summary>
/// <remarks>A cluster number belongs to its stratum: cluster 1 of stratum 1 is another one than cluster 1 of stratum 2.</remarks>
internal sealed class Sampling
{
    /// <summary>The children by stratum and cluster, so that every pass reads memory from front to back.</summary>
    public required SampledChild[] Children { get; init; }

    /// <summary>For each cluster the place after its last child.</summary>
    public required int[] ClusterEnds { get; init; }

    /// <summary>For each stratum the number after its last cluster.</summary>
    public required int[] StratumEnds { get; init; }

    /// <summary>The clusters of the whole design.</summary>
    public int Clusters => ClusterEnds.Length;

    /// <summary>The strata of the whole design.</summary>
    public int Strata => StratumEnds.Length;

    /// <summary>Clusters less strata, both only where some child has a weight above 0: the degrees of freedom of every interval.</summary>
    public required int Degrees { get; init; }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static Sampling Of(ReadOnlySpan<SampledChild> children, SurveyDesign design)
    {
        var order = new int[children.Length];
        var sorted = new SampledChild[children.Length];
        var keys = new long[children.Length];
        var alone = !design.HasClusters || IsOneCluster(children);
        for (var i = 0; i < order.Length; i++)
        {
            order[i] = i;
            keys[i] = ((long)children[i].Stratum << 32) | (uint)(alone ? i : children[i].Cluster);
        }

        Array.Sort(keys, order);
        var clusterEnds = new List<int>();
        var stratumEnds = new List<int>();
        int clustersInUse = 0, strataInUse = 0;
        bool clusterInUse = false, stratumInUse = false;
        for (var i = 0; i < order.Length; i++)
        {
            sorted[i] = children[order[i]];
            clusterInUse |= sorted[i].Weight > 0;
            if (i + 1 < keys.Length && keys[i + 1] == keys[i]) continue;
            clusterEnds.Add(i + 1);
            clustersInUse += clusterInUse ? 1 : 0;
            stratumInUse |= clusterInUse;
            clusterInUse = false;
            if (i + 1 < keys.Length && keys[i + 1] >> 32 == keys[i] >> 32) continue;
            stratumEnds.Add(clusterEnds.Count);
            strataInUse += stratumInUse ? 1 : 0;
            stratumInUse = false;
        }

        return new Sampling
        {
            Children = sorted,
            ClusterEnds = [.. clusterEnds],
            StratumEnds = [.. stratumEnds],
            Degrees = clustersInUse - strataInUse,
        };
    }

    /// <summary>Where all children carry the same cluster number the column says nothing; WHO's package then takes each child as one.</summary>
    private static bool IsOneCluster(ReadOnlySpan<SampledChild> children)
    {
        foreach (ref readonly var child in children)
        {
            if (child.Cluster != children[0].Cluster) return false;
        }

        return true;
    }
}
