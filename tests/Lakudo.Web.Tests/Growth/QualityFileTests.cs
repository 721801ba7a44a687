using System.Globalization;
using Lakudo.Growth.Quality;

namespace Lakudo.Web.Tests.Growth;

/// <summary><c>lakudo growth quality</c> as a person meets it.</summary>
public class QualityFileTests
{
    [Fact]
    public async Task Rounded_heights_of_one_posyandu_and_a_height_that_falls_are_told_with_their_lines()
    {
        using var run = new GrowthRun();
        var lines = new List<string> { "id,sex,birth_date,visit_date,weight_kg,lenhei_cm,Posyandu,Anak" };
        for (var i = 0; i < 200; i++)
        {
            var height = i % 2 == 0 ? $"{70 + i % 15}.0" : $"{70 + i % 15}.{i % 10}";
            lines.Add(string.Create(CultureInfo.InvariantCulture, $"{i},{1 + i / 2 % 2},2024-0{1 + i % 9}-15,2025-06-{10 + i % 18},{9 + i % 10 / 10.0},{height},{(i % 2 == 0 ? "Melati" : "Mawar")},A{i}"));
        }

        lines.Add("200,1,2024-01-15,2025-07-10,9.1,60.0,Mawar,A1");
        Assert.Equal(0, await GrowthRun.Command("quality", run.Write("in.csv", string.Join('\n', lines)), run.PathOf("out.csv"), "--child", "Anak", "--posyandu", "Posyandu"));
        var report = File.ReadAllLines(run.PathOf("out.csv"));
        Assert.Equal("group,name,check,verdict,count,hits,value,statistic,probability,lines,sentence", report[0]);
        Assert.Equal(1 + 3 * Enum.GetValues<QualityCheck>().Length, report.Length);
        Assert.Single(report, line => line.StartsWith("Posyandu,\"Melati\",HeightDigits,", StringComparison.Ordinal));
        Assert.DoesNotContain(report, line => line.StartsWith("Posyandu,\"Melati\",HeightDigits,Good", StringComparison.Ordinal));
        var falling = Assert.Single(report, line => line.StartsWith("All,\"\",FallingHeight", StringComparison.Ordinal));
        Assert.Contains(",202,", falling);
        Assert.All(report.Skip(1), line => Assert.EndsWith(".\"", line));
    }

    [Fact]
    public async Task A_column_that_is_not_there_is_refused_before_anything_is_written()
    {
        using var run = new GrowthRun();
        Assert.Equal(1, await GrowthRun.Command("quality", GrowthRun.CheckSet("anthro-2k-input.csv"), run.PathOf("out.csv"), "--team", "tim"));
        Assert.Empty(Directory.GetFiles(run.Folder));
    }
}
