using System.Globalization;

namespace Lakudo.Web.Tests.Growth;

/// <summary><c>lakudo growth prevalence</c> as a person meets it.</summary>
public class SurveyFileTests
{
    private static readonly string Input = GrowthRun.CheckSet("prevalence-3k-input.csv");
    private static readonly string[] Design = ["--weights", "sw", "--cluster", "cluster", "--strata", "strata"];

    [Theory]
    [InlineData("prevalence-3k-expected-design.csv", true, false)]
    [InlineData("prevalence-3k-expected-simple.csv", false, false)]
    [InlineData("prevalence-3k-expected-design.csv", true, true)]
    public async Task The_file_has_every_line_and_column_of_WHO_s_table(string expected, bool hasDesign, bool fromSpreadsheet)
    {
        using var run = new GrowthRun();
        var input = fromSpreadsheet ? run.Write("in.csv", File.ReadAllText(Input).Replace(",", ";").Replace('.', ',')) : Input;
        Assert.Equal(0, await GrowthRun.Command(["prevalence", input, run.PathOf("out.csv"), .. hasDesign ? Design : []]));
        var mine = File.ReadAllLines(run.PathOf("out.csv"));
        var theirs = File.ReadAllLines(GrowthRun.CheckSet(expected));
        Assert.Equal(theirs[0], mine[0]);
        Assert.Equal(theirs.Length, mine.Length);
        foreach (var (left, right) in mine.Zip(theirs).Skip(1))
        {
            var (cells, answers) = (left.Split(','), right.Split(','));
            Assert.Equal(answers[0], cells[0]);
            Assert.Equal(answers.Length, cells.Length);
            Assert.All(cells.Zip(answers).Skip(1), pair => Assert.True(IsNear(pair.First, pair.Second), $"{cells[0]}: {pair.First} is not {pair.Second}"));
        }
    }

    [Fact]
    public async Task A_design_column_that_is_not_there_is_refused_and_a_group_that_is_not_there_is_left_out()
    {
        using var run = new GrowthRun();
        Assert.Equal(1, await GrowthRun.Command("prevalence", Input, run.PathOf("out.csv"), "--cluster", "klaster"));
        Assert.Empty(Directory.GetFiles(run.Folder));
        Assert.Equal(0, await GrowthRun.Command("prevalence", Input, run.PathOf("out.csv"), "--wealth", "tidak-ada"));
        Assert.DoesNotContain(File.ReadLines(run.PathOf("out.csv")), line => line.StartsWith("\"Wealth", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_weight_that_is_no_number_or_negative_counts_as_none()
    {
        using var run = new GrowthRun();
        const string Header = "id,sex,age_days,weight_kg,sw\n";
        var bad = run.Write("bad.csv", Header + "1,1,400,9,1\n2,1,400,7,banyak\n3,1,400,7,-2\n");
        var none = run.Write("none.csv", Header + "1,1,400,9,1\n2,1,400,7,\n3,1,400,7,\n");
        Assert.Equal(0, await GrowthRun.Command("prevalence", bad, run.PathOf("a.csv"), "--weights", "sw"));
        Assert.Equal(0, await GrowthRun.Command("prevalence", none, run.PathOf("b.csv"), "--weights", "sw"));
        Assert.Equal(File.ReadAllText(run.PathOf("b.csv")), File.ReadAllText(run.PathOf("a.csv")));
    }

    private static bool IsNear(string mine, string theirs)
    {
        if (theirs is "" or "NA")
        {
            return mine.Length == 0;
        }

        var (left, right) = (double.Parse(mine, CultureInfo.InvariantCulture), double.Parse(theirs, CultureInfo.InvariantCulture));
        return Math.Abs(left - right) <= 1e-6 * Math.Abs(right) + 1e-12;
    }
}
