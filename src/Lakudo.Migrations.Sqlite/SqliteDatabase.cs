using System.Data.Common;
using Lakudo.Kernel;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Design;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace Lakudo.Migrations.Sqlite;

/// <summary>Lakudo's database in one SQLite file: WAL, and synchronous=FULL so that what was answered survives a power cut, and secure_delete=ON, so that what was erased is not left in free pages.</summary>
public static class SqliteDatabase
{
    /// <summary>Uses the file at a path.</summary>
    public static DbContextOptionsBuilder UseLakudoSqlite(this DbContextOptionsBuilder options, string path) => options
        .UseSqlite(
            new SqliteConnectionStringBuilder { DataSource = path, ForeignKeys = true, DefaultTimeout = 5 }.ToString(),
            sqlite => sqlite.MigrationsAssembly(typeof(SqliteDatabase).Assembly.GetName().Name))
        .UseOpenIddict()
        .ConfigureWarnings(w => w.Ignore(RelationalEventId.PendingModelChangesWarning))
        .AddInterceptors(new Pragmas());

    private sealed class Pragmas : DbConnectionInterceptor
    {
        public override void ConnectionOpened(DbConnection connection, ConnectionEndEventData eventData)
        {
            using var command = connection.CreateCommand();
            command.CommandText = "PRAGMA journal_mode=WAL; PRAGMA synchronous=FULL; PRAGMA busy_timeout=5000; PRAGMA secure_delete=ON;";
            command.ExecuteNonQuery();
        }

        public override Task ConnectionOpenedAsync(DbConnection connection, ConnectionEndEventData eventData, CancellationToken cancellationToken = default)
        {
            ConnectionOpened(connection, eventData);
            return Task.CompletedTask;
        }
    }
}

/// <summary>Makes the context when migrations are written.</summary>
internal sealed class DesignTime : IDesignTimeDbContextFactory<LakudoDb>
{
    public LakudoDb CreateDbContext(string[] args) =>
        new((DbContextOptions<LakudoDb>)new DbContextOptionsBuilder<LakudoDb>().UseLakudoSqlite("design.db").Options);
}
