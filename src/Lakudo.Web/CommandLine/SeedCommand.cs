using System.CommandLine;
using Lakudo.Web.Host;
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
            // The hall's day lives in the server's process, so a server runs while the sample is filled; nobody can reach it.
            await using var app = WebProgram.Build(["--urls=http://127.0.0.1:0", .. result.UnmatchedTokens]);
            await app.StartAsync(ct);
            await SampleRegion.Fill(app.Services, Console.Out, ct);
            await app.StopAsync(ct);
            return 0;
        });
        return command;
    }
}
