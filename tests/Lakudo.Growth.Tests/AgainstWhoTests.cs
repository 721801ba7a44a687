using System.Globalization;

namespace Lakudo.Growth.Tests;

/// <summary>Every child of the check set, held against what WHO's own package answers.</summary>
public class AgainstWhoTests
{
    private static readonly (string Column, GrowthIndex Index)[] Columns =
    [
        ("len", GrowthIndex.LengthForAge), ("wei", GrowthIndex.WeightForAge), ("wfl", GrowthIndex.WeightForLength),
        ("bmi", GrowthIndex.BmiForAge), ("hc", GrowthIndex.HeadForAge), ("ac", GrowthIndex.ArmForAge),
        ("ts", GrowthIndex.TricepsForAge), ("ss", GrowthIndex.SubscapularForAge),
    ];

    [Fact]
    public void Every_z_score_flag_and_corrected_value_equals_the_printed_one()
    {
        var input = CheckSets.Rows("anthro-2k-input.csv");
        var expected = CheckSets.Rows("anthro-2k-expected.csv");
        Assert.Equal(1994, input.Count);
        var differences = new List<string>();
        foreach (var (asked, answered) in input.Zip(expected))
        {
            var assessment = WhoStandards.Assess(CheckSets.Measurement(asked));
            foreach (var (column, index) in Columns)
            {
                Compare($"z{column}", assessment[index]?.Value, answered["z" + column]);
                Compare($"f{column}", assessment[index] is { } z ? z.IsFlagged ? 1 : 0 : null, answered["f" + column]);
            }

            Compare("clenhei", assessment.CorrectedLength?.Centimetres, answered["clenhei"]);
            Compare("c9mo_flag", assessment.IsPositionImplausible ? 1 : 0, answered["c9mo_flag"]);
            Compare("cbmi", assessment.Bmi is { } bmi ? double.Parse(bmi.ToString("G15", CultureInfo.InvariantCulture), CultureInfo.InvariantCulture) : null, answered["cbmi"]);
            Assert.Equal(answered["cmeasure"], assessment.Position switch { Position.Lying => "l", Position.Standing => "h", _ => "" });

            void Compare(string name, double? mine, string theirs)
            {
                if (mine != (theirs.Length == 0 ? null : CheckSets.Number(theirs))) differences.Add($"{asked["id"]} {name}: {mine} is not {theirs}");
            }
        }

        Assert.Empty(differences);
    }

    [Theory]
    [InlineData("lhfa", GrowthIndex.LengthForAge, 3654)]
    [InlineData("wfa", GrowthIndex.WeightForAge, 3654)]
    [InlineData("bfa", GrowthIndex.BmiForAge, 3654)]
    [InlineData("hcfa", GrowthIndex.HeadForAge, 3654)]
    [InlineData("acfa", GrowthIndex.ArmForAge, 3472)]
    [InlineData("tsfa", GrowthIndex.TricepsForAge, 3472)]
    [InlineData("ssfa", GrowthIndex.SubscapularForAge, 3472)]
    public void Every_figure_equals_the_carried_one(string file, GrowthIndex index, int count)
    {
        var rows = CheckSets.Rows($"lms/{file}.csv");
        Assert.Equal(count, rows.Count);
        foreach (var row in rows)
        {
            var mine = WhoStandards.ByAge(index, (Sex)int.Parse(row["sex"]), Age.FromDays(int.Parse(row["x"])))!.Value;
            Assert.Equal((CheckSets.Number(row["l"]), CheckSets.Number(row["m"]), CheckSets.Number(row["s"])), (mine.L, mine.M, mine.S));
        }
    }

    [Theory]
    [InlineData("wfl", Position.Lying, 1302)]
    [InlineData("wfh", Position.Standing, 1102)]
    public void Every_figure_by_length_equals_the_carried_one(string file, Position position, int count)
    {
        var rows = CheckSets.Rows($"lms/{file}.csv");
        Assert.Equal(count, rows.Count);
        foreach (var row in rows)
        {
            var length = Length.FromCentimetres(decimal.Parse(row["x"], CultureInfo.InvariantCulture));
            var mine = WhoStandards.ByLength((Sex)int.Parse(row["sex"]), position, length)!.Value;
            Assert.Equal((CheckSets.Number(row["l"]), CheckSets.Number(row["m"]), CheckSets.Number(row["s"])), (mine.L, mine.M, mine.S));
        }
    }
}
