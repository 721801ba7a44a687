using System.Runtime.CompilerServices;
using Lakudo.Growth.Indonesia;

namespace Lakudo.Growth.Tests.Indonesia;

public class RuleBookTests
{
    [Fact]
    public void Every_rule_says_where_it_is_written_and_an_open_one_what_is_open()
    {
        Assert.NotEmpty(RuleBook.AllRules);
        Assert.All(RuleBook.AllRules, rule =>
        {
            Assert.NotEmpty(rule.Source);
            Assert.NotEmpty(rule.Article);
            Assert.NotEmpty(rule.Edition);
            if (!rule.IsConfirmed) Assert.StartsWith("Belum dikonfirmasi: ", rule.Unconfirmed);
            Assert.Equal(rule.Key == "kms" && rule.Edition == "KMS 2010", rule.InForceTo is not null);
        });
    }

    [Fact]
    public void A_visit_is_read_by_the_card_of_its_day()
    {
        Assert.Equal("KMS 2010", RuleBook.On(new DateOnly(2021, 3, 31)).Kms.Rule.Edition);
        Assert.Equal("KMS 2021", RuleBook.On(new DateOnly(2021, 4, 1)).Kms.Rule.Edition);
        Assert.Same(RuleBook.On(new DateOnly(2021, 4, 1)), RuleBook.On(new DateOnly(2026, 11, 25)));
    }

    [Fact]
    public void No_book_answers_for_a_day_whose_classes_it_does_not_know()
    {
        Assert.Equal(new DateOnly(2020, 1, 1), RuleBook.FirstDay);
        Assert.Throws<ArgumentOutOfRangeException>(() => RuleBook.On(new DateOnly(2019, 12, 31)));
    }

    [Fact]
    public void The_red_line_moved_and_the_orange_one_came_with_the_card_of_2021()
    {
        var old = RuleBook.On(new DateOnly(2020, 6, 1)).Kms;
        Assert.Equal((-3.0, null), (old.RedLine.Value, old.RedLine.Other));
        Assert.Null(old.OrangeLine);
        var card = RuleBook.On(new DateOnly(2025, 6, 1)).Kms;
        Assert.Equal((-2.0, -3.0), (card.RedLine.Value, card.RedLine.Other));
        Assert.Equal(1, card.OrangeLine!.Value.Value);
        Assert.Equal("belum pasti", Words.Certainty(card.RedLine));
        Assert.Equal("belum dikonfirmasi", Words.Certainty(card.OrangeLine.Value));
    }

    [Theory]
    [InlineData(Sex.Male, new[] { 800, 900, 800, 600, 500, 400, 400, 300, 300, 300, 300, 200 }, 7)]
    [InlineData(Sex.Female, new[] { 800, 900, 800, 600, 500, 400, 300, 300, 300, 300, 200, 200 }, 11)]
    public void The_KBM_of_both_cards_is_this(Sex sex, int[] grams, int openMonth)
    {
        foreach (var year in new[] { 2020, 2025 })
        {
            var table = RuleBook.On(new DateOnly(year, 6, 1)).Kms.Kbm;
            for (var month = 1; month <= 59; month++)
                Assert.Equal(new Kbm(grams[Math.Min(month, 12) - 1], month == openMonth ? 300 : null), table.At(sex, month));
            Assert.Null(table.At(sex, 0));
            Assert.Null(table.At(sex, 60));
        }
    }

    [Fact]
    public void A_line_of_the_card_has_a_point_for_every_month()
    {
        var line = KmsCard.Line(Sex.Female, -2);
        Assert.Equal(61, line.Count);
        Assert.Equal(CompletedMonths.Row(GrowthIndex.WeightForAge, Sex.Female, 12)!.Value.MeasureAt(-2), line[12].Measure);
        Assert.Equal((0, 2.4), (line[0].X, Math.Round(line[0].Measure, 1)));
        Assert.Throws<ArgumentOutOfRangeException>(() => KmsCard.Line(Sex.Female, 3.1));
    }

    [Fact]
    public void A_region_may_settle_what_is_open()
    {
        var book = RuleBook.On(new DateOnly(2025, 8, 1));
        var count = new SkdnCount { S = 20, D = 10, N = 6, T = 2, O = 1, B = 1 };
        Assert.Equal((0.6, 0.75), (book.Skdn.Success(count)!.Value.Value, book.Skdn.Success(count)!.Value.Other));
        var other = book with { Skdn = book.Skdn with { Denominator = SuccessDenominator.Comparable } };
        Assert.Equal((0.75, 0.6), (other.Skdn.Success(count)!.Value.Value, other.Skdn.Success(count)!.Value.Other));
        Assert.Null(other.Skdn.Success(new SkdnCount { S = 3, D = 1, B = 1 }));
    }

    [Fact]
    public void The_page_on_the_rules_explains_every_one_of_them()
    {
        var page = File.ReadAllText(FindPage());
        Assert.All(RuleBook.AllRules, rule => Assert.Contains($"`{rule.Key}`", page));
    }

    private static string FindPage([CallerFilePath] string here = "") =>
        Path.GetFullPath(Path.Combine(Path.GetDirectoryName(here)!, "..", "..", "..", "docs", "growth", "indonesian-rules.md"));
}
