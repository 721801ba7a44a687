using Npgsql;

namespace Lakudo.Migrations.Postgres;

/// <summary>How a PostgreSQL server is set, as far as keeping data depends on it.</summary>
/// <param name="Version">Its version as a number, 170004 for 17.4.</param>
/// <param name="Fsync">Whether it waits for the disk.</param>
/// <param name="FullPageWrites">Whether a page torn by a power cut can be repaired.</param>
/// <param name="SynchronousCommit">Whether a commit is on the disk when it is answered.</param>
/// <param name="Checksums">Whether a page the disk changed is noticed.</param>
/// <param name="Now">UTC moment on the server's clock.</param>
/// <param name="Connections">Connections open now.</param>
/// <param name="MostConnections">Connections it allows.</param>
public sealed record PostgresCondition(int Version, bool Fsync, bool FullPageWrites, bool SynchronousCommit, bool Checksums, DateTime Now, long Connections, int MostConnections)
{
    private const string Question = """
        SELECT current_setting('server_version_num')::int, current_setting('fsync') = 'on', current_setting('full_page_writes') = 'on',
               current_setting('synchronous_commit') <> 'off', current_setting('data_checksums') = 'on', clock_timestamp(),
               (SELECT count(*) FROM pg_stat_activity WHERE backend_type = 'client backend'), current_setting('max_connections')::int
        """;

    /// <summary>Asks the server by the program's own connection string, so that what is set for this user or database counts.</summary>
    /// <exception cref="NpgsqlException">It cannot be reached.</exception>
    public static async Task<PostgresCondition> Read(string connection, CancellationToken ct = default)
    {
        await using var source = new NpgsqlConnection(connection);
        await source.OpenAsync(ct);
        await using var command = new NpgsqlCommand(Question, source);
        await using var row = await command.ExecuteReaderAsync(ct);
        await row.ReadAsync(ct);
        return new(row.GetInt32(0), row.GetBoolean(1), row.GetBoolean(2), row.GetBoolean(3), row.GetBoolean(4), row.GetDateTime(5), row.GetInt64(6), row.GetInt32(7));
    }
}
