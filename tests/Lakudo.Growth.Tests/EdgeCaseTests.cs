namespace Lakudo.Growth.Tests;

/// <summary>The edges that WHO's package gets wrong, or that a data set seldom reaches.</summary>
public class EdgeCaseTests
{
    private static Measurement Boy(double days, decimal weight, decimal length, Position? position = null) => new()
    {
        Sex = Sex.Male,
        Age = Age.FromDays(days),
        Weight = Mass.FromKilograms(weight),
        LengthOrHeight = Length.FromCentimetres(length),
        Position = position,
    };

    [Theory]
    [InlineData(0)]
    [InlineData(-1)]
    public void A_weight_of_zero_or_less_gets_no_z_score(int weight)
    {
        var answer = WhoStandards.Assess(Boy(1000, weight, 90));
        Assert.Null(answer.WeightForAge);
        Assert.Null(answer.WeightForLength);
        Assert.Null(answer.BmiForAge);
        Assert.Null(answer.Bmi);
        Assert.NotNull(answer.LengthForAge);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(-90)]
    public void A_length_of_zero_or_less_gets_no_z_score_and_no_bmi(int length)
    {
        var answer = WhoStandards.Assess(Boy(1000, 12, length));
        Assert.Null(answer.LengthForAge);
        Assert.Null(answer.BmiForAge);
        Assert.Null(answer.Bmi);
        Assert.Null(answer.CorrectedLength);
        Assert.NotNull(answer.WeightForAge);
    }

    [Theory]
    [InlineData(103.1)]
    [InlineData(66.9)]
    [InlineData(90.6)]
    public void A_child_measured_lying_from_731_days_on_reads_its_own_row(double centimetres)
    {
        var answer = WhoStandards.Assess(Boy(1500, 16, (decimal)centimetres, Position.Lying));
        var row = WhoStandards.ByLength(Sex.Male, Position.Standing, Length.FromCentimetres((decimal)centimetres - 0.7m))!.Value;
        Assert.Equal(row.ZOf(16), answer.WeightForLength!.Value.Exact);
    }

    [Fact]
    public void A_child_of_51_9_cm_lying_at_731_days_is_51_2_cm_and_below_the_height_table()
    {
        var answer = WhoStandards.Assess(Boy(731, 4, 51.9m, Position.Lying));
        Assert.Equal(Length.FromCentimetres(51.2m), answer.CorrectedLength);
        Assert.Null(answer.WeightForLength);
    }

    [Fact]
    public void Day_1826_is_the_last_and_60_months_are_too_many()
    {
        Assert.NotNull(WhoStandards.Assess(Boy(1826, 16, 105)).LengthForAge);
        Assert.NotNull(WhoStandards.Assess(Boy(1826.2, 16, 105)).LengthForAge);
        Assert.Null(WhoStandards.Assess(Boy(1826.25, 16, 105)).LengthForAge);
        Assert.Null(WhoStandards.Assess(Boy(1827, 16, 105)).WeightForLength);
    }

    [Fact]
    public void Twenty_four_months_are_day_731_because_a_half_is_rounded_up()
    {
        Assert.Equal(731, Age.FromMonths(24).Days);
        Assert.Equal(730, Age.FromDays(730.49).Days);
        var standing = WhoStandards.Assess(Boy(730.5, 12, 86, Position.Standing));
        Assert.Equal(Length.FromCentimetres(86), standing.CorrectedLength);
    }

    [Fact]
    public void Lying_and_standing_differ_by_0_7_cm()
    {
        Assert.Equal(Length.FromCentimetres(80.7m), WhoStandards.Assess(Boy(730, 11, 80, Position.Standing)).CorrectedLength);
        Assert.Equal(Length.FromCentimetres(79.3m), WhoStandards.Assess(Boy(731, 11, 80, Position.Lying)).CorrectedLength);
        Assert.Equal(Length.FromCentimetres(80), WhoStandards.Assess(Boy(731, 11, 80)).CorrectedLength);
    }

    [Fact]
    public void A_child_below_9_months_cannot_have_stood()
    {
        var answer = WhoStandards.Assess(Boy(273, 8, 70, Position.Standing));
        Assert.True(answer.IsPositionImplausible);
        Assert.Null(answer.Position);
        Assert.Equal(Length.FromCentimetres(70), answer.CorrectedLength);
        Assert.False(WhoStandards.Assess(Boy(274, 8, 70, Position.Standing)).IsPositionImplausible);
    }

    [Theory]
    [InlineData(86.9, null, Position.Lying)]
    [InlineData(87.0, null, Position.Standing)]
    [InlineData(95.0, Position.Lying, Position.Lying)]
    [InlineData(70.0, Position.Standing, Position.Standing)]
    public void At_unknown_age_the_position_or_else_87_cm_chooses_the_table(double length, Position? noted, Position table)
    {
        var answer = WhoStandards.Assess(Boy(0, 11, (decimal)length, noted) with { Age = null });
        Assert.Equal(WhoStandards.ByLength(Sex.Male, table, Length.FromCentimetres((decimal)length))!.Value.ZOf(11), answer.WeightForLength!.Value.Exact);
        Assert.Null(answer.LengthForAge);
    }

    [Fact]
    public void Oedema_takes_away_the_indices_that_use_weight_and_no_other()
    {
        var answer = WhoStandards.Assess(Boy(400, 9, 75) with { HasOedema = true, MidUpperArm = Length.FromCentimetres(14) });
        Assert.Null(answer.WeightForAge);
        Assert.Null(answer.WeightForLength);
        Assert.Null(answer.BmiForAge);
        Assert.NotNull(answer.LengthForAge);
        Assert.NotNull(answer.ArmForAge);
        Assert.NotNull(answer.Bmi);
    }

    [Fact]
    public void Arm_and_skinfolds_start_at_day_91()
    {
        var child = Boy(90, 6, 60) with { MidUpperArm = Length.FromCentimetres(13), TricepsSkinfold = Length.FromMillimetres(9), SubscapularSkinfold = Length.FromMillimetres(8) };
        Assert.Null(WhoStandards.Assess(child).ArmForAge);
        child = child with { Age = Age.FromDays(90.5) };
        Assert.NotNull(WhoStandards.Assess(child).ArmForAge);
        Assert.NotNull(WhoStandards.Assess(child).TricepsForAge);
        Assert.NotNull(WhoStandards.Assess(child).SubscapularForAge);
    }

    [Fact]
    public void A_child_of_unknown_sex_gets_a_bmi_and_no_z_score()
    {
        var answer = WhoStandards.Assess(Boy(400, 9, 75) with { Sex = null });
        Assert.NotNull(answer.Bmi);
        for (var index = GrowthIndex.LengthForAge; index <= GrowthIndex.SubscapularForAge; index++) Assert.Null(answer[index]);
    }

    [Fact]
    public void A_visit_before_birth_means_that_the_age_is_unknown()
    {
        Assert.Null(Age.Between(new DateOnly(2026, 1, 2), new DateOnly(2026, 1, 1)));
        Assert.Equal(0, Age.Between(new DateOnly(2026, 1, 2), new DateOnly(2026, 1, 2))!.Value.Days);
        Assert.Throws<ArgumentOutOfRangeException>(() => Age.FromDays(-1));
        Assert.Throws<ArgumentOutOfRangeException>(() => Age.FromDays(double.NaN));
    }

    [Theory]
    [InlineData(GrowthIndex.LengthForAge, -600, false)]
    [InlineData(GrowthIndex.LengthForAge, -601, true)]
    [InlineData(GrowthIndex.LengthForAge, 601, true)]
    [InlineData(GrowthIndex.WeightForAge, 500, false)]
    [InlineData(GrowthIndex.WeightForAge, 501, true)]
    [InlineData(GrowthIndex.WeightForAge, -600, false)]
    [InlineData(GrowthIndex.BmiForAge, -501, true)]
    [InlineData(GrowthIndex.HeadForAge, 500, false)]
    public void A_flag_is_set_beyond_the_limit_of_its_index(GrowthIndex index, int hundredths, bool flagged) =>
        Assert.Equal(flagged, ZScore.IsFlaggedAt(index, hundredths));

    [Theory]
    [InlineData(0.125, 12)]
    [InlineData(0.375, 38)]
    [InlineData(-0.125, -12)]
    [InlineData(2.675, 267)]
    [InlineData(0.285, 28)]
    [InlineData(-1.005, -100)]
    [InlineData(0, 0)]
    public void Halves_are_rounded_as_R_rounds_them(double number, double hundredths) => Assert.Equal(hundredths, Rounding.ToHundredths(number));
}
