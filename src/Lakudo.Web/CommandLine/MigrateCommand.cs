using System.CommandLine;
using Lakudo.Kernel;
using Lakudo.Web.Backups;
using Lakudo.Web.Host;
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
            var settings = Offline.Configuration(result.UnmatchedTokens).GetSection("Lakudo").Get<Settings>() ?? new Settings();
            // An installation in use whose file is gone must not go on with an empty one.
            if (settings.IsSqlite && !File.Exists(settings.SqlitePath) && (File.Exists(settings.SqlitePath + ".server") || File.Exists(Path.Combine(settings.Data, "backup.json"))))
            {
                return await BackupCommand.Refused(BackupRefusals.DatabaseMissing.With(settings.SqlitePath));
            }

            await using var services = Offline.Services(result.UnmatchedTokens);
            await using var scope = services.CreateAsyncScope();
            var db = scope.ServiceProvider.GetRequiredService<LakudoDb>();
            if (await SchemaVersion.Newer(db, ct) is { } newer) return await BackupCommand.Refused(newer);
            await db.Database.MigrateAsync(ct);
            await CloseOldRows.Run(scope.ServiceProvider, ct);
            return 0;
        });
        return command;
    }
}
