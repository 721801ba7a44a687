using System.Data.Common;

namespace Lakudo.Migrations.Postgres;

/// <summary>Rows that were deleted or replaced stay in a table's files until it is written anew.</summary>
public static class PostgresErased
{
    /// <summary>Writes the tables anew that held unkeyed hashes and answers in clear.</summary>
    /// <param name="connection">An open connection without a transaction.</param>
    /// <param name="ct">Gives up.</param>
    public static async Task Overwrite(DbConnection connection, CancellationToken ct = default)
    {
        foreach (var table in (string[])["kernel_stored_answer", "children_batch", "identity_token"])
        {
            await using var command = connection.CreateCommand();
            command.CommandText = $"VACUUM FULL {table}";
            command.CommandTimeout = 0;
            await command.ExecuteNonQueryAsync(ct);
        }
    }
}
