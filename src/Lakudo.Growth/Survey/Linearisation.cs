using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace Lakudo.Growth.Survey;

/// <summary>Shares and means of many domains at once, with their variances by Taylor linearisation.</summary>
/// <remarks>
/// <para>
/// The share of a domain is p = sum(w y) / W with W = sum(w). Each of its children adds u = w (y - p) / W to its cluster; the variance is the sum over the
/// strata of n / (n - 1) times the sum over the n clusters of (u - mean u)^2. Clusters of the stratum without a child of the domain count as 0 and are not
/// left out: which clusters hold such children is chance too. A stratum of one cluster is centred at 0, the mean of the whole domain ("adjust").
/// </para>
/// <para>
/// One pass over the children gives the shares of all domains, a second one their variances; values that the same children have (the lanes) go together. A
/// child whose first lane is NaN belongs to no domain.
/// </para>
/// </remarks>
internal static class Linearisation
{
    /// <param name="sampling">The children in order.</param>
    /// <param name="domains">Which domains each belongs to.</param>
    /// <param name="y">The values: for each child, in the same order, all lanes, filled up to <see cref="DomainSums.Stride"/>.</param>
    /// <param name="lanes">How many values each child has.</param>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static DomainSums Run(Sampling sampling, SurveyDomains domains, double[] y, int lanes)
    {
        var sums = new DomainSums(domains.Names.Count, lanes);
        var (children, codes, groupings, stride) = (sampling.Children, domains.Codes, domains.Groupings, sums.Stride);
        var (count, withWeight, total, mean) = (sums.Count, sums.WithWeight, sums.Weight, sums.Mean);
        for (var i = 0; i < children.Length; i++)
        {
            var from = i * stride;
            if (double.IsNaN(y[from])) continue;
            var weight = children[i].Weight;
            foreach (var domain in codes.AsSpan(i * groupings, groupings))
            {
                if (domain < 0) continue;
                count[domain]++;
                withWeight[domain] += weight > 0 ? 1 : 0;
                total[domain] += weight;
                for (var lane = 0; lane < stride; lane += Vector256<double>.Count)
                {
                    ref var sum = ref mean[domain * stride + lane];
                    (Vector256.LoadUnsafe(ref sum) + Vector256.LoadUnsafe(ref y[from + lane]) * weight).StoreUnsafe(ref sum);
                }
            }
        }

        sums.CloseSums();
        Deviate(sampling, domains, y, sums, lanes == 1);
        return sums;
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void Deviate(Sampling sampling, SurveyDomains domains, double[] y, DomainSums sums, bool withSquares)
    {
        var (children, codes, groupings, stride) = (sampling.Children, domains.Codes, domains.Groupings, sums.Stride);
        var (mean, squares, inCluster) = (sums.Mean, sums.Squares, sums.InCluster);
        var lastSeenIn = new int[domains.Names.Count];
        var (child, cluster) = (0, 0);
        foreach (var lastCluster in sampling.StratumEnds)
        {
            var clusters = lastCluster - cluster;
            for (; cluster < lastCluster; cluster++)
            {
                for (; child < sampling.ClusterEnds[cluster]; child++)
                {
                    var from = child * stride;
                    if (double.IsNaN(y[from])) continue;
                    var weight = children[child].Weight;
                    foreach (var domain in codes.AsSpan(child * groupings, groupings))
                    {
                        if (domain < 0) continue;
                        if (lastSeenIn[domain] != cluster + 1)
                        {
                            if (lastSeenIn[domain] != 0) sums.CloseCluster(domain);
                            lastSeenIn[domain] = cluster + 1;
                        }

                        for (var lane = 0; lane < stride; lane += Vector256<double>.Count)
                        {
                            var at = domain * stride + lane;
                            var deviation = Vector256.LoadUnsafe(ref y[from + lane]) - Vector256.LoadUnsafe(ref mean[at]);
                            (Vector256.LoadUnsafe(ref inCluster[at]) + deviation * weight).StoreUnsafe(ref inCluster[at]);
                            if (withSquares) squares[at] += weight * deviation[0] * deviation[0];
                        }
                    }
                }
            }

            for (var domain = 0; domain < lastSeenIn.Length; domain++)
            {
                if (lastSeenIn[domain] != 0) sums.CloseCluster(domain);
                lastSeenIn[domain] = 0;
            }

            sums.CloseStratum(clusters);
        }
    }
}
