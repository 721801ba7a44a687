using System.Data.Common;
using Microsoft.Data.Sqlite;

namespace Lakudo.Migrations.Sqlite;

/// <summary>
/// What SQLite knows of how many rows a key has. Every table's keys begin with the region, and of a table without statistics SQLite supposes that a region has ten rows: it then reads a whole
/// register where it could have gone by posyandu or child. PostgreSQL keeps its statistics by itself.
/// </summary>
public static class SqliteStatistics
{
    /// <summary>
    /// Looks anew at the tables that have none or grew tenfold since (0x10000: also those that this connection never asked; 0x02: analyse). Of those every row is counted: a sample would
    /// say of a region what it saw of it, a thousand rows, and SQLite would read it whole again. It takes a second for a million rows, a few times in a register's life.
    /// </summary>
    /// <param name="connection">An open connection; whoever calls has the turn to write.</param>
    /// <param name="ct">Gives up.</param>
    /// <remarks>Connections read statistics when they are opened, so those at rest in the pool are closed.</remarks>
    public static async Task Refresh(DbConnection connection, CancellationToken ct = default)
    {
        await using var command = connection.CreateCommand();
        command.CommandText = "PRAGMA analysis_limit=0; PRAGMA optimize=0x10002;";
        await command.ExecuteNonQueryAsync(ct);
        SqliteConnection.ClearPool((SqliteConnection)connection);
    }
}
