using System.Data.Common;
using Microsoft.Data.Sqlite;

namespace Lakudo.Migrations.Sqlite;

/// <summary>How a SQLite file is: read without changing, making or migrating anything.</summary>
/// <param name="JournalMode"><c>wal</c> where the program has ever opened it.</param>
/// <param name="Damage">What the check found, or null when it found nothing or was not asked to look.</param>
public sealed record SqliteCondition(string JournalMode, string? Damage)
{
    /// <summary>What <c>PRAGMA synchronous</c> answers for FULL.</summary>
    public const long Full = 2;

    /// <summary>Reads it. The file must exist.</summary>
    /// <param name="path">The file.</param>
    /// <param name="thorough">Whether every page is read (<c>quick_check</c>): about ten seconds for a gigabyte on a slow disk.</param>
    /// <param name="ct">Stops.</param>
    /// <exception cref="SqliteException">It is no database, or cannot be opened.</exception>
    public static async Task<SqliteCondition> Read(string path, bool thorough, CancellationToken ct = default)
    {
        var open = new SqliteConnectionStringBuilder { DataSource = path, Mode = SqliteOpenMode.ReadWrite, Pooling = false, DefaultTimeout = 5 };
        await using var connection = new SqliteConnection(open.ToString());
        await connection.OpenAsync(ct);
        var mode = (string)(await Ask(connection, "PRAGMA journal_mode", ct))!;
        // Reads the schema, which fails on a file whose first page is no longer one.
        await Ask(connection, "SELECT count(*) FROM sqlite_schema", ct);
        var found = thorough ? (string?)await Ask(connection, "PRAGMA quick_check(1)", ct) : "ok";
        return new(mode, found == "ok" ? null : found);
    }

    /// <summary>How the program's own connections wait for the disk: <see cref="Full"/> where what was answered survives a power cut.</summary>
    public static async Task<long> Synchronous(DbConnection connection, CancellationToken ct = default) => (long)(await Ask(connection, "PRAGMA synchronous", ct))!;

    private static async Task<object?> Ask(DbConnection connection, string question, CancellationToken ct)
    {
        await using var command = connection.CreateCommand();
        command.CommandText = question;
        return await command.ExecuteScalarAsync(ct);
    }
}
