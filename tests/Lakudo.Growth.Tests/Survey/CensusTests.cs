using Lakudo.Growth.Survey;

namespace Lakudo.Growth.Tests.Survey;

public class CensusTests
{
    private static Measurement Girl(int days, decimal weight, decimal height) => new()
    {
        Sex = Sex.Female,
        Age = Age.FromDays(days),
        Weight = Mass.FromKilograms(weight),
        LengthOrHeight = Length.FromCentimetres(height),
    };

    [Fact]
    public void A_prevalence_stands_beside_its_coverage_and_what_the_absent_could_change()
    {
        var month = new Census(10);
        foreach (var height in (decimal[])[78, 79, 86, 87, 88, 89, 90, 91]) Assert.True(month.Add(Girl(731, 11, height)));
        var stunted = month.Share(GrowthIndex.LengthForAge, ZCutoff.BelowMinus2);
        Assert.Equal(new CensusPrevalence(10, 8, 8, 2), stunted);
        Assert.Equal(25, stunted.Percent);
        Assert.Equal(80, stunted.Coverage);
        Assert.Equal(20, stunted.LowestPossible);
        Assert.Equal(40, stunted.HighestPossible);
        Assert.False(stunted.IsTargetTooSmall);
    }

    [Fact]
    public void Nobody_measured_is_no_prevalence_and_no_coverage_of_an_unknown_target()
    {
        var nobody = new Census(0).Share(GrowthIndex.WeightForAge, ZCutoff.BelowMinus3);
        Assert.Null(nobody.Percent);
        Assert.Null(nobody.Coverage);
        Assert.Null(nobody.HighestPossible);
        Assert.Equal(100, new Census(3).Share(GrowthIndex.WeightForAge, ZCutoff.BelowMinus3).HighestPossible);
    }

    [Fact]
    public void A_target_below_the_measured_is_said_and_the_bounds_stay_between_0_and_100()
    {
        var month = new Census(1);
        month.Add(Girl(731, 11, 78));
        month.Add(Girl(731, 11, 79));
        var stunted = month.Share(GrowthIndex.LengthForAge, ZCutoff.BelowMinus2);
        Assert.True(stunted.IsTargetTooSmall);
        Assert.Equal(200, stunted.Coverage);
        Assert.Equal((100, 100), (stunted.LowestPossible!.Value, stunted.HighestPossible!.Value));
    }

    [Fact]
    public void Flagged_is_measured_and_not_counted_and_oedema_is_severe_by_weight()
    {
        var month = new Census(5);
        month.Add(Girl(731, 11, 50));
        month.Add(Girl(731, 11, 86) with { HasOedema = true });
        Assert.False(month.Add(Girl(1827, 16, 105)));
        Assert.Equal(new CensusPrevalence(5, 2, 1, 0), month.Share(GrowthIndex.LengthForAge, ZCutoff.BelowMinus2));
        Assert.Equal(new CensusPrevalence(5, 2, 1, 1), month.Share(GrowthIndex.WeightForLength, ZCutoff.BelowMinus3));
        Assert.Equal(new CensusPrevalence(5, 2, 1, 0), month.Share(GrowthIndex.WeightForLength, ZCutoff.Above2));
        Assert.Throws<ArgumentOutOfRangeException>(() => month.Share(GrowthIndex.HeadForAge, ZCutoff.BelowMinus2));
    }

    [Fact]
    public void A_census_has_no_interval() =>
        Assert.DoesNotContain(typeof(CensusPrevalence).GetProperties(), property => property.PropertyType == typeof(SurveyEstimate));

    [Fact]
    public void A_census_of_the_check_set_agrees_with_its_sample_without_design()
    {
        var month = new Census(4000);
        foreach (var row in CheckSurvey.Rows) month.Add(CheckSets.Measurement(row));
        var all = CheckSurvey.Sample(SurveyDesign.Simple).Compute().All;
        foreach (var index in SurveyColumns.Indices)
        {
            Assert.Equal(all.Count(index), month.Share(index, ZCutoff.Above1).Counted);
            foreach (var cutoff in Enum.GetValues<ZCutoff>()) Assert.Equal(all.Share(index, cutoff)!.Value.Value, month.Share(index, cutoff).Percent!.Value, 10);
        }
    }
}
