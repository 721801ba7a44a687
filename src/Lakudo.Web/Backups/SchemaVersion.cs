using Lakudo.Kernel;
using Lakudo.Migrations.Postgres;
using Lakudo.Migrations.Sqlite;
using Lakudo.Web.Host;
using Microsoft.EntityFrameworkCore;

namespace Lakudo.Web.Backups;

/// <summary>The schema's changes that this program knows, and whether a database has others.</summary>
public static class SchemaVersion
{
    /// <summary>Every change this program knows, oldest first.</summary>
    public static IReadOnlyList<string> Known(Settings settings)
    {
        var options = new DbContextOptionsBuilder<LakudoDb>();
        _ = settings.IsSqlite ? options.UseLakudoSqlite(":memory:") : options.UseLakudoPostgres("Host=none");
        using var db = new LakudoDb((DbContextOptions<LakudoDb>)options.Options);
        return [.. db.Database.GetMigrations()];
    }

    /// <summary>Refused with B-015 when the database has a change this program does not know: it was made by a newer one.</summary>
    public static async Task<Refusal?> Newer(LakudoDb db, CancellationToken ct)
    {
        var unknown = (await db.Database.GetAppliedMigrationsAsync(ct)).Except(db.Database.GetMigrations()).FirstOrDefault();
        return unknown is null ? null : BackupRefusals.DatabaseNewer.With(unknown);
    }
}
