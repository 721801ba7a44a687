using Npgsql;

namespace Lakudo.Migrations.Postgres;

/// <summary>
/// The turn of one process among several to do what must be done once, such as the nightly backup. It ends when it is disposed of, and also when the process or the
/// connection dies: PostgreSQL lets go of it by itself.
/// </summary>
public sealed class PostgresTurn : IAsyncDisposable
{
    private readonly NpgsqlConnection _connection;

    private PostgresTurn(NpgsqlConnection connection) => _connection = connection;

    /// <summary>Takes the turn for a thing by its name. Null while another process has it.</summary>
    /// <exception cref="NpgsqlException">The database cannot be reached.</exception>
    public static async Task<PostgresTurn?> TryTake(string connection, string name, CancellationToken ct = default)
    {
        // Not from the pool: what holds a turn must really be closed.
        var held = new NpgsqlConnection(new NpgsqlConnectionStringBuilder(connection) { Pooling = false }.ToString());
        try
        {
            await held.OpenAsync(ct);
            await using var command = new NpgsqlCommand("SELECT pg_try_advisory_lock(hashtextextended('lakudo ' || @name, 0))", held);
            command.Parameters.AddWithValue("name", name);
            if ((bool)(await command.ExecuteScalarAsync(ct))!)
            {
                return new PostgresTurn(held);
            }
        }
        catch
        {
            await held.DisposeAsync();
            throw;
        }

        await held.DisposeAsync();
        return null;
    }

    /// <inheritdoc />
    public ValueTask DisposeAsync() => _connection.DisposeAsync();
}
