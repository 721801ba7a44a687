using Lakudo.Growth.Charts;

namespace Lakudo.Growth.Tests.Charts;

public class GrowthCurveTests
{
    [Fact]
    public void A_child_on_the_minus_two_line_has_z_minus_two_every_day()
    {
        var line = GrowthCurve.ByAge(GrowthIndex.WeightForAge, Sex.Female, -2);
        Assert.Equal(1827, line.Count);
        Assert.All(line, point => Assert.Equal(-2, WhoStandards.ZForAge(GrowthIndex.WeightForAge, Sex.Female, Age.FromDays(point.X), point.Measure)!.Value.Value));
    }

    [Fact]
    public void The_median_line_is_the_median_of_the_tables()
    {
        var line = GrowthCurve.ByLength(Sex.Male, Position.Standing, 0);
        Assert.Equal((65.0, 7.4327), (line[0].X, line[0].Measure));
        Assert.Equal(120.0, line[^1].X);
    }

    [Fact]
    public void A_line_starts_where_the_standard_starts()
    {
        Assert.Equal(91, GrowthCurve.ByAge(GrowthIndex.ArmForAge, Sex.Male, 1)[0].X);
        Assert.Equal(300, GrowthCurve.ByAge(GrowthIndex.ArmForAge, Sex.Male, 1, 300, 310)[0].X);
        Assert.Empty(GrowthCurve.ByAge(GrowthIndex.ArmForAge, Sex.Male, 1, 0, 90));
    }

    [Fact]
    public void There_is_no_line_beyond_3_standard_deviations()
    {
        Assert.Throws<ArgumentOutOfRangeException>(() => GrowthCurve.ByAge(GrowthIndex.LengthForAge, Sex.Male, 3.5));
        Assert.Throws<ArgumentException>(() => GrowthCurve.ByAge(GrowthIndex.WeightForLength, Sex.Male, 1));
    }
}
