using System.CommandLine;
using Lakudo.Kernel;
using Microsoft.EntityFrameworkCore;

namespace Lakudo.Web.CommandLine;

/// <summary><c>lakudo migrate</c>: brings the database to this program's schema.</summary>
public static class MigrateCommand
{
    /// <summary>The command.</summary>
    public static Command Make()
    {
        var command = new Command("migrate", "Create or upgrade the database.") { TreatUnmatchedTokensAsErrors = false };
        command.SetAction(async (result, ct) =>
        {
            await using var services = Offline.Services(result.UnmatchedTokens);
            await using var scope = services.CreateAsyncScope();
            await scope.ServiceProvider.GetRequiredService<LakudoDb>().Database.MigrateAsync(ct);
            return 0;
        });
        return command;
    }
}
