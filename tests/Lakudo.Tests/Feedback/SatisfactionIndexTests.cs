using Lakudo.Feedback;

namespace Lakudo.Tests.Feedback;

public sealed class SatisfactionIndexTests
{
    private static readonly SurveyInstrument Survey = SurveyInstrument.Current;

    /// <summary>
    /// A published worked example, 29 respondents (rennn9/GASPUL_BACKEND, read 2026-11-25): totals in the order of its questionnaire, where facilities come before complaints.
    /// It gives 91.48 exactly and 90.56 with the weight 0.11.
    /// </summary>
    private static readonly Dictionary<string, long> Example = Survey.Asked.Zip((long[])[105, 101, 100, 116, 102, 105, 106, 105, 115]).ToDictionary(e => e.First.Key, e => e.Second);

    [Theory]
    [InlineData(SurveyWeight.Exact, "91.48")]
    [InlineData(SurveyWeight.TwoDecimals, "90.56")]
    public void The_published_example_comes_out_to_the_second_decimal(SurveyWeight weight, string expected)
    {
        var index = SatisfactionIndex.Of(Survey, Example, 29, weight);
        Assert.Equal(decimal.Parse(expected, System.Globalization.CultureInfo.InvariantCulture), index.Value);
        Assert.Equal("A", index.Grade.Letter);
        Assert.Equal(3.6207m, Math.Round(index.Elements.Single(e => e.Element.Key == "persyaratan").Mean, 4));
        Assert.Equal(3.9655m, Math.Round(index.Elements.Single(e => e.Element.Key == "pengaduan").Mean, 4));
    }

    [Theory]
    [InlineData(4, SurveyWeight.Exact, "100", "A")]
    [InlineData(4, SurveyWeight.TwoDecimals, "99", "A")]
    [InlineData(1, SurveyWeight.Exact, "25", "D")]
    [InlineData(1, SurveyWeight.TwoDecimals, "24.75", "D")]
    public void The_ends_of_the_scale_are_25_and_100_and_with_two_decimals_less(int score, SurveyWeight weight, string expected, string grade)
    {
        var index = SatisfactionIndex.Of(Survey, Survey.Elements.ToDictionary(e => e.Key, _ => score * 7L), 7, weight);
        Assert.Equal(decimal.Parse(expected, System.Globalization.CultureInfo.InvariantCulture), index.Value);
        Assert.Equal(grade, index.Grade.Letter);
    }

    [Theory]
    [InlineData("64.99", "D")]
    [InlineData("65.00", "C")]
    [InlineData("76.60", "C")]
    [InlineData("76.61", "B")]
    [InlineData("88.30", "B")]
    [InlineData("88.31", "A")]
    public void The_grade_follows_the_rounded_index(string index, string grade) =>
        Assert.Equal(grade, Survey.GradeOf(decimal.Parse(index, System.Globalization.CultureInfo.InvariantCulture)).Letter);

    [Fact]
    public void An_index_in_the_gap_between_two_bands_is_rounded_before_it_is_graded()
    {
        // 27,578 points of 1,000 respondents: 76.6056, which lies between the printed bands' 76.60 and 76.61.
        var totals = Survey.Elements.ToDictionary(e => e.Key, _ => 3064L);
        totals["persyaratan"] += 2;
        var index = SatisfactionIndex.Of(Survey, totals, 1000, SurveyWeight.Exact);
        Assert.Equal(76.61m, index.Value);
        Assert.Equal("B", index.Grade.Letter);
    }

    [Fact]
    public void There_are_nine_elements_with_four_answers_each_and_two_change_places_between_list_and_questionnaire()
    {
        Assert.Equal(9, Survey.Elements.Count);
        Assert.All(Survey.Elements, e => Assert.Equal(4, e.Answers.Count));
        Assert.Equal(["pengaduan", "sarana"], Survey.Elements.Skip(7).Select(e => e.Key));
        Assert.Equal(["sarana", "pengaduan"], Survey.Asked.Skip(7).Select(e => e.Key));
        Assert.False(Survey.Elements.Single(e => e.Key == "pengaduan").IsConfirmed);
    }

    /// <summary>The table of Krejcie and Morgan as it is printed; at 100,000 it has 384 and the formula 383.</summary>
    [Theory]
    [InlineData(0, 0)]
    [InlineData(1, 1)]
    [InlineData(10, 10)]
    [InlineData(15, 14)]
    [InlineData(20, 19)]
    [InlineData(25, 24)]
    [InlineData(30, 28)]
    [InlineData(40, 36)]
    [InlineData(50, 44)]
    [InlineData(60, 52)]
    [InlineData(70, 59)]
    [InlineData(80, 66)]
    [InlineData(90, 73)]
    [InlineData(100, 80)]
    [InlineData(120, 92)]
    [InlineData(150, 108)]
    [InlineData(200, 132)]
    [InlineData(250, 152)]
    [InlineData(300, 169)]
    [InlineData(400, 196)]
    [InlineData(500, 217)]
    [InlineData(600, 234)]
    [InlineData(700, 248)]
    [InlineData(800, 260)]
    [InlineData(900, 269)]
    [InlineData(1_000, 278)]
    [InlineData(1_500, 306)]
    [InlineData(2_000, 322)]
    [InlineData(3_000, 341)]
    [InlineData(4_000, 351)]
    [InlineData(5_000, 357)]
    [InlineData(10_000, 370)]
    [InlineData(20_000, 377)]
    [InlineData(50_000, 381)]
    [InlineData(100_000, 383)]
    public void The_sample_needed_is_the_one_of_the_table(int population, int needed) => Assert.Equal(needed, SampleSize.Needed(population));

    [Theory]
    [InlineData(null, null, "2026-01-01", "2026-11-01", "Januari sampai November 2026")]
    [InlineData("2026-11", null, "2026-11-01", "2026-11-01", "November 2026")]
    [InlineData("2025-12", "2026-02", "2025-12-01", "2026-02-01", "Desember 2025 sampai Februari 2026")]
    [InlineData(null, "2025-06", "2025-01-01", "2025-06-01", "Januari sampai Juni 2025")]
    public void A_period_is_whole_months(string? from, string? to, string first, string last, string words)
    {
        var period = SurveyPeriod.Read(from, to, new DateOnly(2026, 11, 25)).Value;
        Assert.Equal((first, last, words), (period.From.ToString("yyyy-MM-dd", null), period.To.ToString("yyyy-MM-dd", null), period.Words));
    }

    [Theory]
    [InlineData("2026-12", "2026-01")]
    [InlineData("2026-13", null)]
    [InlineData("kemarin", null)]
    [InlineData(null, "9999-12")]
    [InlineData(null, "0001-01")]
    public void A_period_that_cannot_be_is_refused(string? from, string? to) =>
        Assert.Equal("F-005", SurveyPeriod.Read(from, to, new DateOnly(2026, 11, 25)).Refusal?.Code);
}
