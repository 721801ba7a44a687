using System.Data.Common;
using Lakudo.Kernel;
using Lakudo.Web.CommandLine;
using Lakudo.Web.Host;
using Lakudo.Web.Privacy;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Npgsql;

namespace Lakudo.Web.Backups;

/// <summary>
/// Puts an archive back into an empty place. Everything is unpacked and checked aside, in a folder of the target's own disk, and appears under its names only
/// when every check has passed.
/// </summary>
/// <param name="settings">Where to.</param>
/// <param name="arguments">The settings as they were given on the command line, for the checks.</param>
public sealed class RestoreBackup(Settings settings, IReadOnlyList<string> arguments)
{
    private const string Aside = ".restoring";
    private const long KeptFree = 64 * 1024 * 1024;

    /// <summary>What was restored.</summary>
    /// <param name="About">What the archive is.</param>
    /// <param name="Regions">What was checked in each region.</param>
    /// <param name="Skipped">How many numbers each register left out.</param>
    public sealed record Answer(BackupAbout About, IReadOnlyList<RestoredRegion> Regions, int Skipped);

    /// <summary>Restores. Refused with B-003 to B-010, B-015, B-016, B-018 and B-032, and then nothing is in the data folder.</summary>
    /// <param name="archive">The archive's path.</param>
    /// <param name="sheet">The recovery sheet as typed.</param>
    /// <param name="numbersLost">How many numbers each register leaves out.</param>
    /// <param name="ct">Stops it.</param>
    public async Task<Outcome<Answer>> Run(string archive, string sheet, int numbersLost, CancellationToken ct = default)
    {
        if (!File.Exists(archive)) return BackupRefusals.NoArchive;
        if (await EmptyTarget.Check(settings, Aside, ct) is { } notEmpty) return notEmpty;
        var typed = RecoveryKey.FromSheet(sheet);
        if (typed.IsRefused) return typed.Refusal;
        using var key = typed.Value;
        Directory.CreateDirectory(settings.Data);
        var aside = Path.Combine(settings.Data, Aside);
        if (Directory.Exists(aside)) Directory.Delete(aside, recursive: true);
        MakeBackup.OwnFolder(aside);
        try
        {
            var read = await Task.Run(() => ArchiveFile.Read(archive, h => ContentKey(key, h), Acceptable, name => Unpack(aside, name), Room(aside)), ct);
            if (read.IsRefused) return read.Refusal;
            if (await Database(aside, read.Value, ct) is { } wrong) return wrong;
            var answer = await Checked(aside, read.Value, numbersLost, ct);
            if (!answer.IsRefused)
            {
                Appear(aside);
                KeepErasures(archive);
            }

            return answer;
        }
        catch (DbException e)
        {
            return BackupRefusals.CheckFailed.With(e.Message);
        }
        catch (IOException e)
        {
            return BackupRefusals.CannotWrite.With(e.Message);
        }
        finally
        {
            if (Directory.Exists(aside)) Directory.Delete(aside, recursive: true);
        }
    }

    private static Outcome<byte[]> ContentKey(RecoveryKey key, SealedHeader header) => header.KeyId.AsSpan().SequenceEqual(key.Id)
        ? key.ContentKey(header.OneTime)
        : BackupRefusals.WrongSheet.With(key.Name, string.Join('-', Convert.ToHexString(header.KeyId).Chunk(4).Select(c => new string(c))));

    private Refusal? Acceptable(BackupAbout about)
    {
        var here = settings.IsSqlite ? "sqlite" : "postgres";
        if (about.Vendor != here) return BackupRefusals.OtherVendor.With(about.Vendor, here);
        return about.Migration.Length == 0 || SchemaVersion.Known(settings).Contains(about.Migration) ? null : BackupRefusals.DatabaseNewer.With(about.Migration);
    }

    /// <summary>Bytes that may be written: what is free on that disk, less what the system needs to go on.</summary>
    private static long Room(string aside) => Math.Max(0, new DriveInfo(aside).AvailableFreeSpace - KeptFree);

    private static Stream Unpack(string aside, string name)
    {
        var path = Path.GetFullPath(Path.Combine(aside, name));
        MakeBackup.OwnFolder(Path.GetDirectoryName(path)!);
        return ArchiveFile.Create(path);
    }

    private async Task<Refusal?> Database(string aside, BackupAbout about, CancellationToken ct)
    {
        var folder = Path.Combine(aside, BackupContents.Database);
        if (settings.IsSqlite)
        {
            File.Move(Path.Combine(folder, "lakudo.db"), Path.Combine(aside, "lakudo.db"));
        }
        else
        {
            var restored = await PostgresTool.Run("pg_restore", settings.PostgresConnection,
                ["--no-owner", "--no-privileges", "--exit-on-error", "--single-transaction", $"--dbname={new NpgsqlConnectionStringBuilder(settings.PostgresConnection).Database}", Path.Combine(folder, "lakudo.pgdump")], ct);
            if (restored.IsRefused) return restored.Refusal;
        }

        Directory.Delete(folder, recursive: true);
        await using DbConnection connection = settings.IsSqlite
            ? new SqliteConnection(new SqliteConnectionStringBuilder { DataSource = Path.Combine(aside, "lakudo.db"), Pooling = false }.ToString())
            : new NpgsqlConnection(settings.PostgresConnection);
        await connection.OpenAsync(ct);
        var found = await TableCounts.Of(connection, null, ct);
        if (about.Tables.Except(found).FirstOrDefault() is { Key: { } table, Value: var rows }) return BackupRefusals.CheckFailed.With($"tabel {table} berisi {found.GetValueOrDefault(table)} baris, seharusnya {rows}");
        return null;
    }

    private async Task<Outcome<Answer>> Checked(string aside, BackupAbout about, int numbersLost, CancellationToken ct)
    {
        string[] here = settings.IsSqlite ? [$"--Lakudo:Data={aside}", $"--Lakudo:Database=sqlite:{Path.Combine(aside, "lakudo.db")}"] : [$"--Lakudo:Data={aside}"];
        await using var services = Offline.Services([.. arguments, .. here]);
        await using (var scope = services.CreateAsyncScope())
        {
            await scope.ServiceProvider.GetRequiredService<LakudoDb>().Database.MigrateAsync(ct);
            await CloseOldRows.Run(scope.ServiceProvider, ct);
        }

        var why = $"Pemulihan cadangan {about.At.ToString("u", System.Globalization.CultureInfo.InvariantCulture)}";
        var regions = await RestoredRegion.CheckAll(services, numbersLost, why, ct);
        SqliteConnection.ClearAllPools();
        return regions.Then(r => new Answer(about, r, numbersLost));
    }

    /// <summary>What was erased after the archive was made stands on the list beside it; the server erases it again when it starts.</summary>
    private void KeepErasures(string archive)
    {
        var list = Path.Combine(Path.GetDirectoryName(Path.GetFullPath(archive))!, ErasureLists.Name);
        if (File.Exists(list)) File.Copy(list, Path.Combine(settings.Data, ErasureLists.Name), overwrite: true);
    }

    private void Appear(string aside)
    {
        foreach (var end in new[] { "", "-wal", "-shm" }.Where(e => File.Exists(Path.Combine(aside, "lakudo.db" + e))))
        {
            File.Move(Path.Combine(aside, "lakudo.db" + end), settings.SqlitePath + end);
        }

        foreach (var folder in Directory.GetDirectories(aside)) Directory.Move(folder, Path.Combine(settings.Data, Path.GetFileName(folder)));
    }
}
