using Lakudo.Growth.Statistics;

namespace Lakudo.Growth.Survey;

/// <summary>Fills WHO's table: percentages with logit intervals, means with t intervals.</summary>
/// <remarks>
/// The standard deviation divides by n - 1 as R does: n are the children with a value, but in a design with clusters or strata all children of the domain with a
/// weight, those without a value too. That is how R's survey package counts; the difference lies beyond the fifth digit.
/// </remarks>
internal sealed class SurveyTable(Sampling sampling, SurveyDomains domains, SurveyGroup[] groups, bool countsWithoutValue)
{
    private const double Confidence = 0.95;
    private readonly double _t = StudentT.Quantile((1 + Confidence) / 2, sampling.Degrees);
    private readonly int[] _sizes = Sizes(sampling, domains);

    /// <summary>Writes the two counts, and from a column on percent, standard error and interval of each lane.</summary>
    public void Shares(double[] y, int lanes, int counts, int column)
    {
        var sums = Linearisation.Run(sampling, domains, y, lanes);
        for (var d = 0; d < groups.Length; d++)
        {
            var row = groups[d].Row;
            row[counts] = sums.Weight[d];
            row[counts + 1] = sums.Count[d];
            if (!(sums.Weight[d] > 0)) continue;
            for (var lane = 0; lane < lanes; lane++)
            {
                var at = d * sums.Stride + lane;
                Share(sums.Mean[at], Math.Sqrt(sums.Variance[at]), row.AsSpan(column + 4 * lane));
            }
        }
    }

    /// <summary>Writes mean, standard error, interval and standard deviation from a column on.</summary>
    public void Mean(double[] y, int column)
    {
        var sums = Linearisation.Run(sampling, domains, y, 1);
        for (var d = 0; d < groups.Length; d++)
        {
            if (!(sums.Weight[d] > 0)) continue;
            var at = d * sums.Stride;
            var (mean, error) = (sums.Mean[at], Math.Sqrt(sums.Variance[at]));
            var cells = groups[d].Row.AsSpan(column);
            (cells[0], cells[1], cells[2], cells[3]) = (mean, error, mean - _t * error, mean + _t * error);
            double n = countsWithoutValue ? _sizes[d] : sums.WithWeight[d];
            if (sums.WithWeight[d] > 1) cells[4] = Math.Sqrt(sums.Squares[at] / sums.Weight[d] * n / (n - 1));
        }
    }

    /// <remarks>The interval is symmetric in ln(p / (1 - p)), so that it never leaves 0 to 100; a share of 0 or 1 has no width.</remarks>
    private void Share(double share, double error, Span<double> cells)
    {
        (cells[0], cells[1]) = (100 * share, 100 * error);
        if (share is 0 or 1)
        {
            (cells[2], cells[3]) = (cells[0], cells[0]);
            return;
        }

        var logit = Math.Log(share / (1 - share));
        var reach = _t * error / (share * (1 - share));
        (cells[2], cells[3]) = (100 / (1 + Math.Exp(reach - logit)), 100 / (1 + Math.Exp(-reach - logit)));
    }

    /// <summary>The children with a weight in each domain, with or without a value.</summary>
    private static int[] Sizes(Sampling sampling, SurveyDomains domains)
    {
        var sizes = new int[domains.Names.Count];
        for (var i = 0; i < sampling.Children.Length; i++)
        {
            if (!(sampling.Children[i].Weight > 0)) continue;
            foreach (var domain in domains.Codes.AsSpan(i * domains.Groupings, domains.Groupings))
            {
                if (domain >= 0) sizes[domain]++;
            }
        }

        return sizes;
    }
}
