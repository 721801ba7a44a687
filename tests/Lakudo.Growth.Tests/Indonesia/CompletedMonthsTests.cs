using CsCheck;
using Lakudo.Growth.Indonesia;

namespace Lakudo.Growth.Tests.Indonesia;

public class CompletedMonthsTests
{
    private static readonly Gen<DateOnly> AnyDay = Gen.Int[0, 3650].Select(days => new DateOnly(2018, 1, 1).AddDays(days));

    /// <summary>Rows of WHO's published monthly tables (WHO 2006, wfa and lhfa, read November 2026).</summary>
    [Theory]
    [InlineData(GrowthIndex.WeightForAge, Sex.Male, 0, 0.3487, 3.3464, 0.14602)]
    [InlineData(GrowthIndex.WeightForAge, Sex.Male, 1, 0.2297, 4.4709, 0.13395)]
    [InlineData(GrowthIndex.WeightForAge, Sex.Male, 2, 0.1970, 5.5675, 0.12385)]
    [InlineData(GrowthIndex.WeightForAge, Sex.Male, 3, 0.1738, 6.3762, 0.11727)]
    [InlineData(GrowthIndex.WeightForAge, Sex.Male, 6, 0.1257, 7.9340, 0.10958)]
    [InlineData(GrowthIndex.WeightForAge, Sex.Male, 12, 0.0644, 9.6479, 0.10925)]
    [InlineData(GrowthIndex.WeightForAge, Sex.Male, 60, -0.1506, 18.3366, 0.13517)]
    [InlineData(GrowthIndex.WeightForAge, Sex.Female, 1, 0.1714, 4.1873, 0.13724)]
    [InlineData(GrowthIndex.LengthForAge, Sex.Male, 1, 1, 54.7244, 0.03557)]
    [InlineData(GrowthIndex.LengthForAge, Sex.Male, 23, 1, 86.9410, 0.03445)]
    [InlineData(GrowthIndex.LengthForAge, Sex.Male, 24, 1, 87.1161, 0.03507)]
    [InlineData(GrowthIndex.LengthForAge, Sex.Male, 25, 1, 87.9720, 0.03542)]
    [InlineData(GrowthIndex.LengthForAge, Sex.Male, 36, 1, 96.0835, 0.03858)]
    public void A_monthly_row_is_the_one_WHO_prints_to_one_unit_of_the_last_digit(GrowthIndex index, Sex sex, int month, double l, double m, double s)
    {
        var row = CompletedMonths.Row(index, sex, month)!.Value;
        Assert.Equal(l, row.L, 1.01e-4);
        Assert.Equal(m, row.M, 1.01e-4);
        Assert.Equal(s, row.S, 1.01e-5);
    }

    [Fact]
    public void The_row_of_a_month_is_not_that_of_the_nearest_day()
    {
        var month = CompletedMonths.Row(GrowthIndex.WeightForAge, Sex.Male, 1)!.Value;
        var day = WhoStandards.ByAge(GrowthIndex.WeightForAge, Sex.Male, Age.FromMonths(1))!.Value;
        Assert.True(month.M - day.M > 0.018);
    }

    [Fact]
    public void There_is_a_row_for_every_month_from_0_to_60_and_for_no_other()
    {
        foreach (var index in new[] { GrowthIndex.LengthForAge, GrowthIndex.WeightForAge, GrowthIndex.BmiForAge })
        {
            for (var month = 0; month <= 60; month++) Assert.NotNull(CompletedMonths.Row(index, Sex.Female, month));
            Assert.Null(CompletedMonths.Row(index, Sex.Female, -1));
            Assert.Null(CompletedMonths.Row(index, Sex.Female, 61));
        }

        Assert.Null(CompletedMonths.Row(GrowthIndex.ArmForAge, Sex.Male, 2));
    }

    [Fact]
    public void A_month_later_on_the_same_day_of_the_month_is_one_month_more() =>
        Gen.Select(AnyDay, Gen.Int[0, 70]).Sample((birth, months) =>
            birth.Day > 28 || CompletedMonths.Between(birth, birth.AddMonths(months)) == months);

    [Fact]
    public void The_day_before_a_month_is_complete_it_is_not() =>
        Gen.Select(AnyDay, Gen.Int[1, 70]).Sample((birth, months) =>
            birth.Day > 28 || CompletedMonths.Between(birth, birth.AddMonths(months).AddDays(-1)) == months - 1);

    [Fact]
    public void Completed_months_never_fall_with_time_and_stay_within_one_of_the_average_month() =>
        Gen.Select(AnyDay, Gen.Int[0, 1900]).Sample((birth, days) =>
        {
            var months = CompletedMonths.Between(birth, birth.AddDays(days))!.Value;
            return CompletedMonths.Between(birth, birth.AddDays(days + 1)) >= months && Math.Abs(Age.FromDays(days).Months - months - 0.5) < 1;
        });

    [Fact]
    public void A_child_on_the_median_of_its_month_has_z_0_by_that_month() =>
        Gen.Select(Gen.Bool, Gen.Int[0, 60]).Sample((isBoy, month) =>
        {
            var sex = isBoy ? Sex.Male : Sex.Female;
            var child = new Measurement
            {
                Sex = sex,
                Weight = Mass.FromMicrograms((long)(CompletedMonths.Row(GrowthIndex.WeightForAge, sex, month)!.Value.M * 1e9)),
                LengthOrHeight = Length.FromNanometres((long)(CompletedMonths.Row(GrowthIndex.LengthForAge, sex, month)!.Value.M * 1e7)),
            };
            CompletedMonths.Assess(child, month, out var answer);
            return Math.Abs(answer.WeightForAge!.Value.Exact) < 1e-6 && Math.Abs(answer.LengthForAge!.Value.Exact) < 1e-6;
        });
}
