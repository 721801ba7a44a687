using Npgsql;

namespace Lakudo.Migrations.Postgres;

/// <summary>A node of a cluster as its row in the database says.</summary>
/// <param name="Address">Address and port at which the other nodes reach it.</param>
/// <param name="Generation">Tells one start of it from the next.</param>
/// <param name="Machine">The machine's own name.</param>
/// <param name="Status">Orleans' number of its state: 3 is active, 6 is dead.</param>
/// <param name="StartedAt">UTC moment of its start.</param>
/// <param name="Silent">How long ago it last wrote that it lives, by the database's clock.</param>
public sealed record PostgresNode(string Address, int Generation, string Machine, int Status, DateTime StartedAt, TimeSpan Silent)
{
    private const int Active = 3;

    private const string Question = """
        SELECT DISTINCT ON (address, port) address, port, generation, hostname, status, starttime, clock_timestamp() - iamalivetime FROM cluster_node WHERE cluster = @cluster
        ORDER BY address, port, generation DESC
        """;

    /// <summary>Whether it takes part, or should: a node that died and was not yet noticed still says so.</summary>
    public bool IsActive => Status == Active;

    /// <summary>The latest start of every node of a cluster, in order of address.</summary>
    /// <exception cref="NpgsqlException">The database cannot be reached, or has no such table.</exception>
    public static async Task<IReadOnlyList<PostgresNode>> Read(string connection, string cluster, CancellationToken ct = default)
    {
        await using var source = new NpgsqlConnection(connection);
        await source.OpenAsync(ct);
        await using var command = new NpgsqlCommand(Question, source);
        command.Parameters.AddWithValue("cluster", cluster);
        await using var row = await command.ExecuteReaderAsync(ct);
        var nodes = new List<PostgresNode>();
        while (await row.ReadAsync(ct))
        {
            nodes.Add(new($"{row.GetString(0)}:{row.GetInt32(1)}", row.GetInt32(2), row.GetString(3), row.GetInt32(4), row.GetDateTime(5), row.GetTimeSpan(6)));
        }

        return nodes;
    }
}
