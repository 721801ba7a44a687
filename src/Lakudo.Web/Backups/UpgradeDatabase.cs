using Lakudo.Kernel;
using Lakudo.Web.Host;
using Microsoft.EntityFrameworkCore;

namespace Lakudo.Web.Backups;

/// <summary>Brings a database in use to this program's schema, after a verified backup that is the way back.</summary>
public sealed class UpgradeDatabase(LakudoDb db, MakeBackup backup, JournalCheck journal, RegionNumbers regions, Settings settings, IServiceProvider? services = null)
{
    /// <summary>What was done.</summary>
    /// <param name="Changes">Changes applied, oldest first; none when the database was up to date.</param>
    /// <param name="Archive">The archive to go back with; null when nothing was to do.</param>
    public sealed record Answer(IReadOnlyList<string> Changes, string? Archive);

    /// <summary>Upgrades. Refused like a backup, with B-015 for a newer database, B-021 for a missing one, B-023 while a server uses the file, B-016 when a journal is not whole afterwards.</summary>
    /// <param name="folder">Where the backup goes.</param>
    /// <param name="ct">Stops it before the change.</param>
    public async Task<Outcome<Answer>> Run(string folder, CancellationToken ct = default)
    {
        if (settings.IsSqlite && await StartCheck.Sqlite(settings.SqlitePath, ct) is { } wrong) return wrong;
        var alone = StartCheck.Alone(settings);
        if (alone.IsRefused) return alone.Refusal;
        await using var held = alone.Value;
        if (await SchemaVersion.Newer(db, ct) is { } newer) return newer;
        List<string> changes = [.. await db.Database.GetPendingMigrationsAsync(ct)];
        if (changes.Count == 0)
        {
            if (services is not null) await CloseOldRows.Run(services, ct);
            return new Answer([], null);
        }

        var made = await backup.Run(folder, ct);
        if (made.IsRefused) return made.Refusal;
        await db.Database.MigrateAsync(CancellationToken.None);
        if (services is not null) await CloseOldRows.Run(services, CancellationToken.None);
        foreach (var region in (await regions.Run(Caller.System(0), ct)).Value)
        {
            if ((await journal.Run(Caller.System(region), ct)).Value.FirstBroken is { } broken) return BackupRefusals.CheckFailed.With($"jurnal wilayah {region} rusak pada baris {broken}");
        }

        return new Answer(changes, made.Value.Archive);
    }
}
