using Lakudo.Kernel;
using Lakudo.Migrations.Postgres;
using Lakudo.Migrations.Sqlite;
using Lakudo.Web.Host;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Npgsql;

namespace Lakudo.Web.Backups;

/// <summary>
/// Moves the database from SQLite to PostgreSQL: every table is copied in one transaction, read back and compared by number of rows and a hash over every value;
/// only when all are equal it is committed. The SQLite file is only read and stays.
/// </summary>
/// <param name="settings">Names the SQLite file.</param>
public sealed class MoveDatabase(Settings settings)
{
    /// <summary>One table that is the same on both sides.</summary>
    /// <param name="Name">The table.</param>
    /// <param name="Rows">Rows compared.</param>
    public sealed record Table(string Name, long Rows);

    /// <summary>Moves. Refused with B-008 when the target holds anything, B-013 without a source, B-015 or B-019 when the source is not of this program's schema, B-020 when a table differs.</summary>
    /// <param name="connection">Connection string of an empty PostgreSQL database.</param>
    /// <param name="ct">Stops it; nothing is committed.</param>
    public async Task<Outcome<IReadOnlyList<Table>>> Run(string connection, CancellationToken ct = default)
    {
        if (!settings.IsSqlite || !File.Exists(settings.SqlitePath)) return BackupRefusals.DatabaseDamaged.With($"{settings.SqlitePath} tidak ada");
        await using var from = new LakudoDb((DbContextOptions<LakudoDb>)new DbContextOptionsBuilder<LakudoDb>().UseLakudoSqlite(settings.SqlitePath).Options);
        await using var to = new LakudoDb((DbContextOptions<LakudoDb>)new DbContextOptionsBuilder<LakudoDb>().UseLakudoPostgres(connection).Options);
        if (await SchemaVersion.Newer(from, ct) is { } newer) return newer;
        if ((await from.Database.GetPendingMigrationsAsync(ct)).FirstOrDefault() is { } pending) return BackupRefusals.NotUpgraded.With(pending);
        await using var target = new NpgsqlConnection(connection);
        await target.OpenAsync(ct);
        if (await EmptyTarget.Postgres(connection, ct) is { } notEmpty && !await IsLeftOver(target, ct)) return notEmpty;
        await to.Database.MigrateAsync(ct);

        await using var source = new SqliteConnection(new SqliteConnectionStringBuilder { DataSource = settings.SqlitePath, Mode = SqliteOpenMode.ReadWrite, Pooling = false }.ToString());
        await source.OpenAsync(ct);
        // Holds the one place of a writer until the end, so that nothing is written that would stay behind.
        await using var still = source.BeginTransaction(deferred: false);
        await using var all = await target.BeginTransactionAsync(ct);
        var sources = MoveTable.InOrder(from).ToDictionary(t => t.Name, t => new MoveTable(t));
        var moved = new List<Table>();
        foreach (var table in MoveTable.InOrder(to).Select(t => new MoveTable(t)))
        {
            var sent = await Copy(sources[table.Name], source, still, table, target, ct);
            var arrived = default(MoveTable.Sum);
            await foreach (var row in table.Rows(target, all)) arrived = MoveTable.Add(arrived, row);
            if (sent != arrived) return BackupRefusals.MoveDiffers.With(table.Name, sent.Rows, arrived.Rows);
            moved.Add(new(table.Name, sent.Rows));
        }

        await all.CommitAsync(ct);
        return moved;
    }

    private static async Task<MoveTable.Sum> Copy(MoveTable read, SqliteConnection source, SqliteTransaction still, MoveTable write, NpgsqlConnection target, CancellationToken ct)
    {
        var sum = default(MoveTable.Sum);
        var types = write.Types;
        await using (var copy = await target.BeginBinaryImportAsync($"COPY \"{write.Name}\" ({write.Columns}) FROM STDIN (FORMAT BINARY)", ct))
        {
            await foreach (var row in read.Rows(source, still))
            {
                sum = MoveTable.Add(sum, row);
                await copy.StartRowAsync(ct);
                for (var i = 0; i < row.Length; i++)
                {
                    if (write.ToStore(i, row[i]) is { } value) await copy.WriteAsync(value, types[i], ct);
                    else await copy.WriteNullAsync(ct);
                }
            }

            await copy.CompleteAsync(ct);
        }

        foreach (var counted in write.Counted)
        {
            await using var go = new NpgsqlCommand($"SELECT setval(pg_get_serial_sequence('\"{write.Name}\"', '{counted}'), GREATEST((SELECT MAX(\"{counted}\") FROM \"{write.Name}\"), 1))", target);
            await go.ExecuteNonQueryAsync(ct);
        }

        return sum;
    }

    /// <summary>Whether a move that ended early left its tables, all of them empty.</summary>
    private static async Task<bool> IsLeftOver(NpgsqlConnection target, CancellationToken ct)
    {
        var counts = await TableCounts.Of(target, null, ct);
        return counts.ContainsKey(TableCounts.History) && counts.All(c => c.Value == 0 || c.Key == TableCounts.History);
    }
}
