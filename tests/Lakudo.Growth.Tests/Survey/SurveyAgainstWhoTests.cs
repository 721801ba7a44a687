using Lakudo.Growth.Survey;

namespace Lakudo.Growth.Tests.Survey;

/// <summary>Every group and column of the prevalence check set, held against what WHO's own package answers with and without a design.</summary>
/// <remarks>No prevalence of the set is 100 %, where the package's interval is wrong; <see cref="SurveyRulesTests"/> holds that one.</remarks>
public class SurveyAgainstWhoTests
{
    private const double Tolerance = 1e-6;

    [Theory]
    [InlineData("prevalence-3k-expected-design.csv", true, 35)]
    [InlineData("prevalence-3k-expected-simple.csv", false, 36)]
    public void Every_group_and_column_equals_that_of_who(string file, bool hasDesign, int groups)
    {
        var table = CheckSurvey.Sample(hasDesign ? SurveyDesign.Complex : SurveyDesign.Simple).Compute();
        var expected = CheckSets.Rows(file);
        Assert.Equal(groups, expected.Count);
        Assert.Equal(expected.Select(row => row["Group"]), table.Groups.Select(group => group.Name));
        Assert.Equal(expected[0].Keys.Skip(1), SurveyColumns.Names);
        var differences = new List<string>();
        var compared = 0;
        foreach (var (theirs, mine) in expected.Zip(table.Groups))
        {
            for (var column = 0; column < SurveyColumns.Names.Length; column++)
            {
                var name = SurveyColumns.Names[column];
                var (answer, value) = (theirs[name], mine.Values[column]);
                compared++;
                if (answer is "" or "NA" ? !double.IsNaN(value) : !IsNear(CheckSets.Number(answer), value)) differences.Add($"{mine.Name} {name}: {value} is not {answer}");
            }
        }

        Assert.True(differences.Count == 0, string.Join('\n', differences.Take(60)));
        Assert.Equal(groups * 134, compared);
    }

    private static bool IsNear(double theirs, double mine) => theirs == 0 ? Math.Abs(mine) < 1e-12 : Math.Abs(mine / theirs - 1) <= Tolerance;
}
