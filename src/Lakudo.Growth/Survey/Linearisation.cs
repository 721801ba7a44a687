using System.Runtime.CompilerServices;
using Lakudo.Growth.Statistics;

namespace Lakudo.Growth.Survey;

/// <summary>Shares and means of many domains at once, with their standard errors by Taylor linearisation.</summary>
/// <remarks>
/// <para>
/// The share of a domain is p = sum(w y) / W with W = sum(w). Each of its children adds u = w (y - p) / W to its cluster; the variance is the sum over the
/// strata of n / (n - 1) times the sum over the n clusters of (u - mean u)^2. Clusters of the stratum without a child of the domain count as 0 and are not
/// left out: which clusters hold such children is chance too. A stratum of one cluster is centred at 0, the mean of the whole domain ("adjust").
/// </para>
/// <para>
/// The standard deviation divides by n - 1 as R does: n are the children with a value, but in a design with clusters or strata all children of the domain with
/// a weight, those without a value too. That is how R's survey package counts; the difference lies beyond the fifth digit.
/// </para>
/// <para>One pass over the children gives the shares of all domains, a second one their variances. A child without a value belongs to no domain.</para>
/// </remarks>
internal sealed class Linearisation(Sampling sampling, SurveyDomains domains, bool countsWithoutValue)
{
    private const double Confidence = 0.95;
    private readonly double _t = StudentT.Quantile((1 + Confidence) / 2, sampling.Degrees);
    private readonly Sums[] _sums = new Sums[domains.Names.Count];
    private readonly int[] _sizes = Sizes(sampling, domains);

    /// <summary>Writes percent, standard error and interval of a share from a column on, and where wanted the two counts.</summary>
    public void Share(double[] y, SurveyGroup[] groups, int column, int? counts)
    {
        Run(y);
        for (var d = 0; d < _sums.Length; d++)
        {
            ref readonly var sum = ref _sums[d];
            var row = groups[d].Row;
            if (counts is { } at)
            {
                row[at] = sum.Weight;
                row[at + 1] = sum.Count;
            }

            if (!(sum.Weight > 0)) continue;
            var error = Math.Sqrt(sum.Variance);
            row[column] = sum.Mean * 100;
            row[column + 1] = error * 100;
            (row[column + 2], row[column + 3]) = LogitInterval(sum.Mean, error);
        }
    }

    /// <summary>Writes mean, standard error, interval and standard deviation from a column on.</summary>
    public void Mean(double[] y, SurveyGroup[] groups, int column)
    {
        Run(y);
        for (var d = 0; d < _sums.Length; d++)
        {
            ref readonly var sum = ref _sums[d];
            if (!(sum.Weight > 0)) continue;
            var row = groups[d].Row;
            var error = Math.Sqrt(sum.Variance);
            row[column] = sum.Mean;
            row[column + 1] = error;
            row[column + 2] = sum.Mean - _t * error;
            row[column + 3] = sum.Mean + _t * error;
            var n = countsWithoutValue ? _sizes[d] : sum.WithWeight;
            if (sum.WithWeight > 1) row[column + 4] = Math.Sqrt(sum.Squares / sum.Weight * n / (n - 1));
        }
    }

    /// <summary>The interval of a share in percent: symmetric in ln(p / (1 - p)), so that it never leaves 0 to 100; a share of 0 or 1 has no width.</summary>
    private (double Lower, double Upper) LogitInterval(double share, double error)
    {
        if (share is 0 or 1) return (share * 100, share * 100);
        var logit = Math.Log(share / (1 - share));
        var reach = _t * error / (share * (1 - share));
        return (100 / (1 + Math.Exp(reach - logit)), 100 / (1 + Math.Exp(-reach - logit)));
    }

    /// <summary>The children with a weight in each domain, with or without a value.</summary>
    private static int[] Sizes(Sampling sampling, SurveyDomains domains)
    {
        var sizes = new int[domains.Names.Count];
        for (var i = 0; i < sampling.Order.Length; i++)
        {
            if (!(sampling.Weights[i] > 0)) continue;
            foreach (var domain in domains.Codes.AsSpan(sampling.Order[i] * domains.Groupings, domains.Groupings))
            {
                if (domain >= 0) sizes[domain]++;
            }
        }

        return sizes;
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private void Run(double[] y)
    {
        Array.Clear(_sums);
        var (order, weights, codes, groupings, sums) = (sampling.Order, sampling.Weights, domains.Codes, domains.Groupings, _sums);
        for (var i = 0; i < order.Length; i++)
        {
            var (value, weight) = (y[order[i]], weights[i]);
            if (double.IsNaN(value)) continue;
            foreach (var domain in codes.AsSpan(order[i] * groupings, groupings))
            {
                if (domain < 0) continue;
                ref var sum = ref sums[domain];
                sum.Count++;
                sum.WithWeight += weight > 0 ? 1 : 0;
                sum.Weight += weight;
                sum.Total += weight * value;
            }
        }

        foreach (ref var sum in sums.AsSpan())
        {
            sum.Mean = sum.Total / sum.Weight;
            sum.Scale = sum.Weight > 0 ? 1 / sum.Weight : 0;
        }

        var (child, cluster) = (0, 0);
        foreach (var lastCluster in sampling.StratumEnds)
        {
            var clusters = lastCluster - cluster;
            for (; cluster < lastCluster; cluster++)
            {
                var first = child;
                for (; child < sampling.ClusterEnds[cluster]; child++) Deviate(y[order[child]], weights[child], order[child]);
                for (var i = first; i < child; i++) CloseCluster(order[i]);
            }

            foreach (ref var sum in sums.AsSpan()) sum.CloseStratum(clusters);
        }

        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        void Deviate(double value, double weight, int place)
        {
            if (double.IsNaN(value)) return;
            foreach (var domain in codes.AsSpan(place * groupings, groupings))
            {
                if (domain < 0) continue;
                ref var sum = ref sums[domain];
                var deviation = value - sum.Mean;
                sum.Squares += weight * deviation * deviation;
                sum.InCluster += weight * deviation * sum.Scale;
            }
        }

        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        void CloseCluster(int place)
        {
            foreach (var domain in codes.AsSpan(place * groupings, groupings))
            {
                if (domain < 0) continue;
                ref var sum = ref sums[domain];
                sum.InStratum += sum.InCluster;
                sum.SquaresInStratum += sum.InCluster * sum.InCluster;
                sum.InCluster = 0;
            }
        }
    }

    private struct Sums
    {
        public int Count;
        public int WithWeight;
        public double Weight;
        public double Total;
        public double Mean;
        public double Scale;
        public double Squares;
        public double InCluster;
        public double InStratum;
        public double SquaresInStratum;
        public double Variance;

        public void CloseStratum(int clusters)
        {
            Variance += clusters > 1
                ? Math.Max(0, SquaresInStratum - InStratum * InStratum / clusters) * clusters / (clusters - 1)
                : SquaresInStratum;
            (InStratum, SquaresInStratum) = (0, 0);
        }
    }
}
