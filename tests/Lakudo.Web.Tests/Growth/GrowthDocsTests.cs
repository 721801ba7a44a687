namespace Lakudo.Web.Tests.Growth;

/// <summary>The worked example of docs/growth/how-a-z-score-is-computed.md.</summary>
public class GrowthDocsTests
{
    [Fact]
    public async Task The_example_s_file_gives_the_figures_of_the_page()
    {
        using var run = new GrowthRun();
        var docs = Path.Combine(Path.GetDirectoryName(GrowthRun.CheckSet("x"))!, "../../../docs/growth");
        Assert.Equal(0, await GrowthRun.Command("zscores", Path.Combine(docs, "example-child.csv"), run.PathOf("out.csv")));
        var lines = File.ReadAllLines(run.PathOf("out.csv"));
        Assert.StartsWith("Contoh,73.3,l,0,15.0756855249223,2,-1.09,0,-1.19,0,-0.97,0,-0.78,0,", lines[13]);
        Assert.StartsWith("Contoh,72,l,0,34.3364197530864,2,-1.2,0,5.63,1,", lines[12]);
        var page = File.ReadAllText(Path.Combine(docs, "how-a-z-score-is-computed.md")).Replace('−', '-');
        foreach (var figure in (string[])["**-1.09**", "**-1.19**", "**-0.97**", "**-0.78**", "**5.63**"])
        {
            Assert.Contains(figure, page);
        }
    }

    [Fact]
    public void Every_growth_command_has_an_example_in_its_help() =>
        Assert.All(CommandLine.GrowthCommand.Make().Subcommands, command => Assert.Contains($"Example: lakudo growth {command.Name}", command.Description!));
}
