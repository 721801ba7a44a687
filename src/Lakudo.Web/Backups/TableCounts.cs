using System.Data.Common;
using Microsoft.Data.Sqlite;

namespace Lakudo.Web.Backups;

/// <summary>Rows of each table of a database, whichever program made them: a backup before an upgrade holds tables that this program no longer has.</summary>
internal static class TableCounts
{
    /// <summary>Where the schema's changes are noted.</summary>
    internal const string History = "__EFMigrationsHistory";

    private const string SqliteNames = "SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite~_%' ESCAPE '~'";

    private const string PostgresNames = "SELECT tablename FROM pg_tables WHERE schemaname = current_schema()";

    /// <summary>Counts them on an open connection, inside its transaction if there is one.</summary>
    internal static async Task<SortedDictionary<string, long>> Of(DbConnection connection, DbTransaction? within, CancellationToken ct)
    {
        var counts = new SortedDictionary<string, long>(StringComparer.Ordinal);
        foreach (var table in await Names(connection, within, ct))
        {
            await using var command = connection.CreateCommand();
            command.Transaction = within;
            command.CommandText = $"SELECT COUNT(*) FROM \"{table}\"";
            counts[table] = Convert.ToInt64(await command.ExecuteScalarAsync(ct), System.Globalization.CultureInfo.InvariantCulture);
        }

        return counts;
    }

    /// <summary>The newest applied change of the schema; empty when the database has none.</summary>
    internal static async Task<string> LastMigration(DbConnection connection, CancellationToken ct)
    {
        if (!(await Names(connection, null, ct)).Contains(History)) return "";
        await using var command = connection.CreateCommand();
        command.CommandText = $"SELECT \"MigrationId\" FROM \"{History}\" ORDER BY \"MigrationId\" DESC LIMIT 1";
        return await command.ExecuteScalarAsync(ct) as string ?? "";
    }

    private static async Task<List<string>> Names(DbConnection connection, DbTransaction? within, CancellationToken ct)
    {
        await using var command = connection.CreateCommand();
        command.Transaction = within;
        command.CommandText = connection is SqliteConnection ? SqliteNames : PostgresNames;
        await using var reader = await command.ExecuteReaderAsync(ct);
        var names = new List<string>();
        while (await reader.ReadAsync(ct)) names.Add(reader.GetString(0));
        return names;
    }
}
