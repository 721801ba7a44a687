using System.Data;
using Lakudo.Kernel;
using Lakudo.Web.Host;
using Microsoft.Data.Sqlite;
using Npgsql;

namespace Lakudo.Web.Backups;

/// <summary>The whole database of one moment in one file, taken while everybody works on.</summary>
/// <param name="settings">Which database.</param>
internal sealed class DatabaseSnapshot(Settings settings)
{
    /// <summary>What was taken.</summary>
    /// <param name="File">The file; SQLite's own, or pg_dump's custom form.</param>
    /// <param name="Migration">The newest change of the schema.</param>
    /// <param name="Tables">Rows of each table in it.</param>
    internal sealed record Taken(string File, string Migration, SortedDictionary<string, long> Tables);

    /// <summary>Takes it into a folder. Refused when the database is missing or damaged, or PostgreSQL's programs are.</summary>
    internal Task<Outcome<Taken>> Take(string folder, CancellationToken ct) => settings.IsSqlite ? Sqlite(Path.Combine(folder, "lakudo.db"), ct) : Postgres(Path.Combine(folder, "lakudo.pgdump"), ct);

    private async Task<Outcome<Taken>> Sqlite(string file, CancellationToken ct)
    {
        if (!File.Exists(settings.SqlitePath)) return BackupRefusals.DatabaseDamaged.With($"{settings.SqlitePath} tidak ada");
        try
        {
            await using var copy = new SqliteConnection(new SqliteConnectionStringBuilder { DataSource = file, Pooling = false }.ToString());
            await copy.OpenAsync(ct);
            await using (var live = new SqliteConnection(new SqliteConnectionStringBuilder { DataSource = settings.SqlitePath, Mode = SqliteOpenMode.ReadWrite, Pooling = false }.ToString()))
            {
                await live.OpenAsync(ct);
                // One step: in WAL mode a reader of one moment, beside whom the writers go on.
                await Task.Run(() => live.BackupDatabase(copy), ct);
            }

            if (await Scalar(copy, "PRAGMA quick_check(1)", ct) is not "ok" and var broken) return BackupRefusals.DatabaseDamaged.With(broken);
            return new Taken(file, await TableCounts.LastMigration(copy, ct), await TableCounts.Of(copy, null, ct));
        }
        catch (SqliteException e) when (e.SqliteErrorCode is 11 or 26)
        {
            return BackupRefusals.DatabaseDamaged.With(e.Message);
        }
        catch (SqliteException e) when (e.SqliteErrorCode is 13 or 10 or 14 or 8)
        {
            return BackupRefusals.CannotWrite.With(e.Message);
        }
    }

    private async Task<Outcome<Taken>> Postgres(string file, CancellationToken ct)
    {
        await using var connection = new NpgsqlConnection(settings.PostgresConnection);
        await connection.OpenAsync(ct);
        var migration = await TableCounts.LastMigration(connection, ct);
        // The counts and pg_dump look at the same moment: the transaction lends its view.
        await using var moment = await connection.BeginTransactionAsync(IsolationLevel.RepeatableRead, ct);
        await using var export = new NpgsqlCommand("SELECT pg_export_snapshot()", connection, moment);
        var view = (string)(await export.ExecuteScalarAsync(ct))!;
        var counts = await TableCounts.Of(connection, moment, ct);
        var dumped = await PostgresTool.Run("pg_dump", settings.PostgresConnection, ["--format=custom", "--no-owner", "--no-privileges", $"--snapshot={view}", $"--file={file}"], ct);
        return dumped.Then(_ => new Taken(file, migration, counts));
    }

    private static async Task<string> Scalar(SqliteConnection connection, string sql, CancellationToken ct)
    {
        await using var command = connection.CreateCommand();
        command.CommandText = sql;
        return (await command.ExecuteScalarAsync(ct))?.ToString() ?? "";
    }
}
