using System.Data.Common;

namespace Lakudo.Migrations.Sqlite;

/// <summary>What earlier releases deleted without overwriting it lies in free pages of the file, and in its log.</summary>
public static class SqliteErased
{
    /// <summary>Writes the file anew without free pages and empties the log. It takes as much room again as the file has, and a minute for ten gigabytes.</summary>
    /// <param name="connection">An open connection without a transaction; nobody else uses the file.</param>
    /// <param name="ct">Gives up.</param>
    public static async Task Overwrite(DbConnection connection, CancellationToken ct = default)
    {
        await using var command = connection.CreateCommand();
        command.CommandText = "PRAGMA wal_checkpoint(TRUNCATE); VACUUM; PRAGMA wal_checkpoint(TRUNCATE);";
        command.CommandTimeout = 0;
        await command.ExecuteNonQueryAsync(ct);
    }
}
