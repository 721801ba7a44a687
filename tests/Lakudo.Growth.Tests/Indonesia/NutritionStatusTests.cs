using System.Globalization;
using Lakudo.Growth.Indonesia;

namespace Lakudo.Growth.Tests.Indonesia;

public class NutritionStatusTests
{
    private static readonly DateOnly Birth = new(2024, 1, 2);

    private static readonly Measurement Newborn = new()
    {
        Sex = Sex.Male,
        Weight = Mass.FromGrams(4400),
        LengthOrHeight = Length.FromCentimetres(54.6m),
        Position = Position.Lying,
    };

    private static NutritionStatus OnDay30(RuleBook book) => NutritionStatus.Of(Newborn, Birth, Birth.AddDays(30), book);

    [Fact]
    public void The_dated_setting_says_which_method_is_reported_and_the_other_one_stands_beside_it()
    {
        var book = RuleBook.On(Birth);
        var status = OnDay30(book);
        Assert.Equal(AgeMethod.CompletedMonths, status.Reported.Method);
        Assert.Equal(AgeMethod.Days, status.Comparison.Method);
        Assert.Equal(WeightForAgeClass.RiskOfOverweight, status.Reported.WeightForAge);
        Assert.Equal(WeightForAgeClass.Normal, status.Comparison.WeightForAge);
        Assert.True(status.MethodsDiffer);
        Assert.Contains("e-PPGBM", status.Reporting.Rule.Unconfirmed);

        var byDay = OnDay30(book with { Reporting = book.Reporting with { Method = AgeMethod.Days } });
        Assert.Equal(AgeMethod.Days, byDay.Reported.Method);
        Assert.Equal(AgeMethod.CompletedMonths, byDay.Comparison.Method);
    }

    [Fact]
    public void A_newborn_of_30_days_is_two_and_a_half_standard_deviations_off_by_its_completed_month()
    {
        var longest = Newborn with { LengthOrHeight = Length.FromCentimetres(54.7m) };
        var status = NutritionStatus.Of(longest, Birth, Birth.AddDays(30), RuleBook.On(Birth));
        var difference = status[AgeMethod.CompletedMonths].Assessment.LengthForAge!.Value.Exact - status[AgeMethod.Days].Assessment.LengthForAge!.Value.Exact;
        Assert.InRange(difference, 2.4, 2.6);
    }

    [Fact]
    public void Risk_of_overweight_waits_for_its_confirmation() => Assert.True(OnDay30(RuleBook.On(Birth)).Reported.NeedsConfirmation);

    [Fact]
    public void An_implausible_child_is_classed_and_flagged()
    {
        var child = Newborn with { LengthOrHeight = Length.FromCentimetres(80) };
        var status = NutritionStatus.Of(child, Birth, Birth.AddDays(60), RuleBook.On(Birth));
        Assert.Equal(LengthForAgeClass.Tall, status.Reported.LengthForAge);
        Assert.True(status.Reported.IsFlagged);
        Assert.False(OnDay30(RuleBook.On(Birth)).Reported.IsFlagged);
    }

    [Fact]
    public void Oedema_names_its_own_rule_and_ends_where_the_standard_ends()
    {
        var child = Newborn with { HasOedema = true };
        var book = RuleBook.On(new DateOnly(2025, 1, 1));
        Assert.Equal("edema", NutritionStatus.Of(child, Birth, Birth.AddDays(100), book).Reported.OedemaRule!.Key);
        Assert.Null(NutritionStatus.Of(Newborn, Birth, Birth.AddDays(100), book).Reported.OedemaRule);
        var old = NutritionStatus.Of(child, new DateOnly(2018, 1, 1), new DateOnly(2025, 1, 1), book);
        Assert.Null(old.Reported.WeightForLength);
        Assert.Null(old.Comparison.WeightForLength);
    }

    [Theory]
    [InlineData("tr-TR")]
    [InlineData("ar-SA")]
    [InlineData("id-ID")]
    public void The_answers_do_not_depend_on_the_language_of_the_machine(string culture)
    {
        var before = CultureInfo.CurrentCulture;
        try
        {
            CultureInfo.CurrentCulture = new CultureInfo(culture);
            var status = OnDay30(RuleBook.On(Birth));
            Assert.Equal("risiko berat badan lebih", Words.Of(status.Reported.WeightForAge!.Value));
            Assert.Equal(Sex.Male, SexCode.Read("laki-laki"));
            Assert.Equal("2024-01", CalendarMonth.Of(Birth).ToString());
        }
        finally
        {
            CultureInfo.CurrentCulture = before;
        }
    }
}
