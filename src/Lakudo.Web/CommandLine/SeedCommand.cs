using System.CommandLine;
using Lakudo.Web.Sample;

namespace Lakudo.Web.CommandLine;

/// <summary><c>lakudo seed</c>: fills an empty installation with the sample region.</summary>
public static class SeedCommand
{
    /// <summary>The command.</summary>
    public static Command Make()
    {
        var command = new Command("seed", "Fill an empty installation with the sample region Buton Tengah (contoh).") { TreatUnmatchedTokensAsErrors = false };
        command.SetAction(async (result, ct) =>
        {
            await using var services = Offline.Services(result.UnmatchedTokens);
            await SampleRegion.Fill(services, Console.Out, ct);
            return 0;
        });
        return command;
    }
}
