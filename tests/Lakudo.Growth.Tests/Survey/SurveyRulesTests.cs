using CsCheck;
using Lakudo.Growth.Survey;

namespace Lakudo.Growth.Tests.Survey;

/// <summary>What the check set does not reach: single clusters, missing weights, edges of age, a design worked out by hand.</summary>
public class SurveyRulesTests
{
    private static SurveyRow Boy(decimal height, string cluster = "1", string stratum = "1", double? weight = 1, double days = 1000, string other = "") => new()
    {
        Measurement = new() { Sex = Sex.Male, Age = Age.FromDays(days), LengthOrHeight = Length.FromCentimetres(height) },
        Cluster = cluster,
        Stratum = stratum,
        Weight = weight,
        Other = other,
    };

    /// <summary>A boy of 1000 days: 84 cm is stunted, 96 cm is not.</summary>
    private const decimal Short = 84;
    private const decimal Tall = 96;

    private static SurveyEstimate Stunting(SurveyGroup group) => group.Share(GrowthIndex.LengthForAge, ZCutoff.BelowMinus2)!.Value;

    [Fact]
    public void A_design_worked_out_by_hand()
    {
        var sample = new SurveySample(SurveyDesign.Complex);
        sample.Add(Boy(Short, "1", "1", 2));
        sample.Add(Boy(Tall, "1", "1", 2));
        sample.Add(Boy(Tall, "2", "1", 4));
        sample.Add(Boy(Short, "1", "2", 1));
        sample.Add(Boy(Tall, "2", "2", 1));
        var table = sample.Compute();
        Assert.Equal((4, 2, 2), (table.Clusters, table.Strata, table.DegreesOfFreedom));
        // p = 3/10. Clusters add (2*0.7 - 2*0.3)/10 = 0.08, -4*0.3/10 = -0.12, 0.07, -0.03; each stratum gives 2/1 * 2 * (half the difference)^2.
        var variance = 2 * 2 * 0.1 * 0.1 + 2 * 2 * 0.05 * 0.05;
        var stunting = Stunting(table.All);
        Assert.Equal(30, stunting.Value, 10);
        Assert.Equal(100 * Math.Sqrt(variance), stunting.StandardError, 10);
        var reach = 4.302652729749464 * Math.Sqrt(variance) / (0.3 * 0.7);
        Assert.Equal(100 / (1 + Math.Exp(-Math.Log(3.0 / 7) + reach)), stunting.Lower, 9);
        Assert.Equal(100 / (1 + Math.Exp(-Math.Log(3.0 / 7) - reach)), stunting.Upper, 9);
        Assert.Equal((10.0, 5), (table.All.WeightedCount(GrowthIndex.LengthForAge), table.All.Count(GrowthIndex.LengthForAge)));
    }

    [Fact]
    public void Clusters_without_a_child_of_the_group_count_as_zero()
    {
        var sample = new SurveySample(new SurveyDesign(true, false, false));
        sample.Add(Boy(Short, "1", other: "a"));
        sample.Add(Boy(Tall, "1", other: "a"));
        sample.Add(Boy(Short, "2", other: "a"));
        sample.Add(Boy(Tall, "3", other: "b"));
        sample.Add(Boy(Tall, "4", other: "b"));
        var group = sample.Compute().Groups.Single(group => group.Name == "Other grouping: a");
        // p = 2/3; clusters 1 and 2 add -1/9 and 1/9, clusters 3 and 4 add 0: 4/3 * 2/81.
        Assert.Equal(100 * Math.Sqrt(4.0 / 3 * 2 / 81), Stunting(group).StandardError, 10);
    }

    [Fact]
    public void A_stratum_of_one_cluster_is_centred_at_the_mean_of_all()
    {
        var sample = new SurveySample(new SurveyDesign(true, true, false));
        sample.Add(Boy(Short, "1", "1"));
        sample.Add(Boy(Tall, "2", "1"));
        sample.Add(Boy(Tall, "3", "2"));
        sample.Add(Boy(Tall, "3", "2"));
        var table = sample.Compute();
        // p = 1/4; stratum 1 adds 3/16 and -1/16: 2 * 2 * (1/8)^2; stratum 2 its one cluster squared: (-1/8)^2.
        Assert.Equal(100 * Math.Sqrt(4.0 / 64 + 1.0 / 64), Stunting(table.All).StandardError, 10);
        Assert.Equal(1, table.DegreesOfFreedom);
    }

    [Fact]
    public void Without_a_degree_of_freedom_there_is_no_interval()
    {
        var sample = new SurveySample(SurveyDesign.Simple);
        sample.Add(Boy(Short));
        var mean = sample.Compute().All.Mean(GrowthIndex.LengthForAge)!.Value;
        Assert.True(double.IsNaN(mean.Lower) && double.IsNaN(mean.Upper));
        Assert.Null(sample.Compute().All.StandardDeviation(GrowthIndex.LengthForAge));
        Assert.Null(sample.Compute().All.Share(GrowthIndex.WeightForAge, ZCutoff.BelowMinus2));
    }

    [Fact]
    public void A_hundred_percent_has_the_interval_100_to_100_and_none_0_to_0()
    {
        var sample = new SurveySample(SurveyDesign.Simple);
        for (var i = 0; i < 5; i++) sample.Add(Boy(Short));
        Assert.Equal(new SurveyEstimate(100, 0, 100, 100), Stunting(sample.Compute().All));
        Assert.Equal(new SurveyEstimate(0, 0, 0, 0), sample.Compute().All.Share(GrowthIndex.LengthForAge, ZCutoff.Above1));
    }

    [Fact]
    public void A_missing_weight_is_0_a_missing_cluster_or_stratum_and_a_day_too_many_leave_the_row_out()
    {
        var sample = new SurveySample(SurveyDesign.Complex);
        Assert.Equal(SurveyRowUse.Counted, sample.Add(Boy(Short)));
        Assert.Equal(SurveyRowUse.Counted, sample.Add(Boy(110, "2", days: 1826)));
        Assert.Equal(SurveyRowUse.WithoutWeight, sample.Add(Boy(Tall, "3", weight: null)));
        Assert.Equal(SurveyRowUse.WithoutCluster, sample.Add(Boy(Tall, "")));
        Assert.Equal(SurveyRowUse.WithoutStratum, sample.Add(Boy(Tall, "1", "")));
        Assert.Equal(SurveyRowUse.TooOld, sample.Add(Boy(Tall, days: 1827)));
        Assert.Equal((2, 1, 1, 1, 1), (sample.CountOf(SurveyRowUse.Counted), sample.CountOf(SurveyRowUse.WithoutWeight),
            sample.CountOf(SurveyRowUse.WithoutCluster), sample.CountOf(SurveyRowUse.WithoutStratum), sample.CountOf(SurveyRowUse.TooOld)));
        var table = sample.Compute();
        Assert.Equal((2.0, 3), (table.All.WeightedCount(GrowthIndex.LengthForAge), table.All.Count(GrowthIndex.LengthForAge)));
        Assert.Equal((50, 1), (Stunting(table.All).Value, table.DegreesOfFreedom));
    }

    [Theory]
    [InlineData(-1)]
    [InlineData(double.NaN)]
    [InlineData(double.PositiveInfinity)]
    public void A_weight_that_is_none_is_refused_where_weights_count(double weight)
    {
        Assert.Throws<ArgumentOutOfRangeException>(() => new SurveySample(SurveyDesign.Complex).Add(Boy(Short, weight: weight)));
        Assert.Equal(SurveyRowUse.Counted, new SurveySample(SurveyDesign.Simple).Add(Boy(Short, weight: weight)));
    }

    [Theory]
    [InlineData(0, 50, 0)]
    [InlineData(182.6, 68, 0)]
    [InlineData(182.625, 68, 1)]
    [InlineData(365.25, 76, 2)]
    [InlineData(1826, 110, 5)]
    public void Age_groups_are_of_months_that_are_not_rounded_and_hold_their_first_day(double days, int height, int group)
    {
        var sample = new SurveySample(SurveyDesign.Simple);
        sample.Add(Boy(height, days: days));
        var groups = sample.Compute().Groups.Where(row => row.Grouping == SurveyGrouping.AgeGroup).ToList();
        Assert.Equal(6, groups.Count);
        Assert.Equal(group, groups.FindIndex(row => row.Count(GrowthIndex.LengthForAge) == 1));
    }

    [Fact]
    public void An_empty_sample_has_one_group_of_nobody()
    {
        var table = new SurveySample(SurveyDesign.Complex).Compute();
        Assert.Equal(["All"], table.Groups.Select(group => group.Name));
        Assert.Equal(0, table.All.Count(GrowthIndex.LengthForAge));
        Assert.Null(table.All.StuntedAndWasted);
    }

    [Fact]
    public void Groups_named_by_numbers_are_sorted_by_size_and_wealth_is_what_it_says()
    {
        var sample = new SurveySample(new SurveyDesign(true, false, false));
        foreach (var (cluster, other) in ((string, string)[])[("1", "10"), ("2", "9"), ("3", "2")]) sample.Add(Boy(Short, cluster, other: other));
        Assert.Equal(["2", "9", "10"], sample.Compute().Groups.Where(group => group.Grouping == SurveyGrouping.Other).Select(group => group.Category));
        Assert.Equal([0, 4, 2, -1, -1, -1], new[] { "1", "Q5", "3", "6", "Q", "" }.Select(text => SurveyWords.QuintileOf(text)));
    }

    [Fact]
    public void The_order_of_the_rows_and_the_size_of_all_weights_change_nothing() =>
        Gen.Shuffle(CheckSurvey.Rows.Take(400).ToArray()).Sample(rows =>
        {
            var straight = CheckSurvey.Sample(SurveyDesign.Complex, CheckSurvey.Rows.Take(400)).Compute();
            var sample = new SurveySample(SurveyDesign.Complex);
            foreach (var row in rows)
            {
                var child = CheckSurvey.Row(row);
                sample.Add(new SurveyRow { Measurement = child.Measurement, Cluster = child.Cluster, Stratum = child.Stratum, Weight = child.Weight * 1000 });
            }

            var shuffled = sample.Compute();
            return SurveyColumns.Names.Select((name, i) => (name, straight.All.Values[i], shuffled.All.Values[i]))
                .All(cell => cell.name.EndsWith("Z_pop", StringComparison.Ordinal) || cell.name == "HA_2_WH_2_pop"
                    || Math.Abs(cell.Item2 - cell.Item3) <= 1e-9 * Math.Max(1, Math.Abs(cell.Item2)));
        }, iter: 15);

    [Fact]
    public void Every_interval_holds_its_share_and_stays_between_0_and_100() =>
        Gen.Int[1, 300].Select(Gen.Int[0, 2699]).Sample((count, from) =>
        {
            foreach (var group in CheckSurvey.Sample(SurveyDesign.Complex, CheckSurvey.Rows.Skip(from).Take(count)).Compute().Groups)
            {
                foreach (var index in SurveyColumns.Indices)
                {
                    foreach (var cutoff in Enum.GetValues<ZCutoff>())
                    {
                        if (group.Share(index, cutoff) is not { } share || double.IsNaN(share.Lower)) continue;
                        if (!(0 <= share.Lower && share.Lower <= share.Value + 1e-9 && share.Value <= share.Upper + 1e-9 && share.Upper <= 100)) return false;
                    }
                }
            }

            return true;
        }, iter: 30);
}
