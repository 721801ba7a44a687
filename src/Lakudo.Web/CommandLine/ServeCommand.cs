using System.CommandLine;
using Lakudo.Web.Host;

namespace Lakudo.Web.CommandLine;

/// <summary><c>lakudo serve</c>: runs the web server.</summary>
public static class ServeCommand
{
    /// <summary>The command.</summary>
    public static Command Make()
    {
        var urls = new Option<string>("--urls") { Description = "Addresses to listen on.", DefaultValueFactory = _ => "http://localhost:5080" };
        var command = new Command("serve", "Run the web server. Settings follow as --Lakudo:Data=FOLDER, --Lakudo:Database=postgres:CONNECTION, --Clock:Start=MOMENT.") { urls };
        command.TreatUnmatchedTokensAsErrors = false;
        command.SetAction(async (result, ct) =>
        {
            await using var app = WebProgram.Build([$"--urls={result.GetValue(urls)}", .. result.UnmatchedTokens]);
            await app.StartAsync(ct);
            await app.WaitForShutdownAsync(ct);
            return 0;
        });
        return command;
    }
}
