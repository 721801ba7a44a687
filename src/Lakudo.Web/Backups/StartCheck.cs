using Lakudo.Applications;
using Lakudo.Kernel;
using Lakudo.Web.CommandLine;
using Lakudo.Web.Host;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;

namespace Lakudo.Web.Backups;

/// <summary>
/// What must be right before a server answers anybody: the database is there, whole enough to open, writable, of this program's schema, and its keys are the right
/// ones and closed to others. What is wrong is said in a sentence; nothing is made, mended or overwritten here.
/// </summary>
public static class StartCheck
{
    /// <summary>Looks at everything. Answers the first refusal, or null.</summary>
    /// <param name="arguments">The settings given on the command line.</param>
    /// <param name="ct">Stops it.</param>
    public static async Task<Refusal?> Run(IReadOnlyList<string> arguments, CancellationToken ct = default)
    {
        var settings = Offline.Configuration(arguments).GetSection("Lakudo").Get<Settings>() ?? new Settings();
        if (settings.Cluster.Wrong(settings.IsSqlite) is { } cluster) return cluster;
        if (KeyModes(settings) is { } open) return open;
        if (settings.IsSqlite && await Sqlite(settings.SqlitePath, ct) is { } file) return file;
        await using var services = Offline.Services(arguments);
        await using var scope = services.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<LakudoDb>();
        if (await SchemaVersion.Newer(db, ct) is { } newer) return newer;
        if ((await db.Database.GetPendingMigrationsAsync(ct)).FirstOrDefault() is { } pending) return BackupRefusals.NotUpgraded.With(pending);
        var regions = (await scope.ServiceProvider.GetRequiredService<RegionNumbers>().Run(Caller.System(0), ct)).Value;
        var key = Path.Combine(settings.Keys, "personal-data.key");
        // Asked before anything opens the key, because opening a missing one makes a new one.
        if (regions.Count > 0 && !File.Exists(key)) return BackupRefusals.PersonalKeyMissing.With(key);
        foreach (var region in regions)
        {
            if (!(await scope.ServiceProvider.GetRequiredService<SealCheck>().Run(Caller.System(region), ct)).Value) return BackupRefusals.PersonalKeyWrong.With(key);
        }

        return null;
    }

    /// <summary>Refused with B-026 when a key or its folder is open to others than its owner.</summary>
    public static Refusal? KeyModes(Settings settings)
    {
        if (OperatingSystem.IsWindows() || !Directory.Exists(settings.Keys)) return null;
        const UnixFileMode others = UnixFileMode.GroupRead | UnixFileMode.GroupWrite | UnixFileMode.GroupExecute | UnixFileMode.OtherRead | UnixFileMode.OtherWrite | UnixFileMode.OtherExecute;
        if ((File.GetUnixFileMode(settings.Keys) & others) != 0) return BackupRefusals.KeyOpenToOthers.With(settings.Keys, 700);
        // What lies in the folder's folders is behind its mode; data protection writes there with modes of its own.
        foreach (var file in Directory.GetFiles(settings.Keys))
        {
            if (Path.GetExtension(file) is ".key" or ".pem" && (File.GetUnixFileMode(file) & others) != 0) return BackupRefusals.KeyOpenToOthers.With(file, 600);
        }

        return null;
    }

    /// <summary>Refused with B-021, B-013 or B-022 when the file is not there, is damaged or cannot be written.</summary>
    public static async Task<Refusal?> Sqlite(string path, CancellationToken ct)
    {
        if (!File.Exists(path)) return BackupRefusals.DatabaseMissing.With(path);
        try
        {
            await using var connection = new SqliteConnection(new SqliteConnectionStringBuilder { DataSource = path, Mode = SqliteOpenMode.ReadWrite, Pooling = false }.ToString());
            await connection.OpenAsync(ct);
            await using var command = connection.CreateCommand();
            command.CommandText = "PRAGMA schema_version; SELECT COUNT(*) FROM sqlite_master;";
            await command.ExecuteNonQueryAsync(ct);
            await using var writes = connection.BeginTransaction(deferred: false);
            // A file of no bytes opens as an empty database; it is one that was lost.
            return new FileInfo(path).Length == 0 ? BackupRefusals.DatabaseDamaged.With($"{path} kosong (0 byte)") : null;
        }
        catch (SqliteException e) when (e.SqliteErrorCode is 11 or 26)
        {
            return BackupRefusals.DatabaseDamaged.With($"{path}: {e.Message}");
        }
        catch (SqliteException e) when (e.SqliteErrorCode is 8 or 14)
        {
            return BackupRefusals.DatabaseReadOnly.With(path);
        }
    }

    /// <summary>Keeps a second server from the same SQLite file for as long as it is held; null in an outcome where several may serve.</summary>
    public static Outcome<FileStream?> Alone(Settings settings)
    {
        if (!settings.IsSqlite) return default(Outcome<FileStream?>);
        try
        {
            return new FileStream(settings.SqlitePath + ".server", FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
        }
        catch (IOException) when (!File.Exists(settings.SqlitePath + ".server"))
        {
            return BackupRefusals.DatabaseReadOnly.With(settings.SqlitePath);
        }
        catch (IOException)
        {
            return BackupRefusals.AnotherServer.With(settings.SqlitePath);
        }
        catch (UnauthorizedAccessException)
        {
            return BackupRefusals.DatabaseReadOnly.With(settings.SqlitePath);
        }
    }
}
