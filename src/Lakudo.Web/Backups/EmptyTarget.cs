using Lakudo.Kernel;
using Lakudo.Web.Host;
using Npgsql;

namespace Lakudo.Web.Backups;

/// <summary>Whether a place may be filled: nothing that is there is ever overwritten.</summary>
internal static class EmptyTarget
{
    /// <summary>Refused with B-008 when the data folder or the database holds anything.</summary>
    /// <param name="settings">The place.</param>
    /// <param name="unfinished">A folder that an ended try may have left in it.</param>
    /// <param name="ct">Stops waiting.</param>
    internal static async Task<Refusal?> Check(Settings settings, string unfinished, CancellationToken ct)
    {
        if (Directory.Exists(settings.Data) && Directory.EnumerateFileSystemEntries(settings.Data).Any(e => Path.GetFileName(e) != unfinished)) return BackupRefusals.TargetNotEmpty.With(settings.Data);
        return settings.IsSqlite
            ? File.Exists(settings.SqlitePath) ? BackupRefusals.TargetNotEmpty.With(settings.SqlitePath) : null
            : await Postgres(settings.PostgresConnection, ct);
    }

    /// <summary>Refused with B-008 when the PostgreSQL database has a table.</summary>
    internal static async Task<Refusal?> Postgres(string connection, CancellationToken ct)
    {
        await using var postgres = new NpgsqlConnection(connection);
        await postgres.OpenAsync(ct);
        await using var count = new NpgsqlCommand("SELECT COUNT(*) FROM pg_class WHERE relkind IN ('r','p') AND relnamespace NOT IN (SELECT oid FROM pg_namespace WHERE nspname LIKE 'pg\\_%' OR nspname = 'information_schema')", postgres);
        return (long)(await count.ExecuteScalarAsync(ct))! == 0 ? null : BackupRefusals.TargetNotEmpty.With($"Basis data {postgres.Database}");
    }
}
