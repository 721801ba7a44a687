using Lakudo.Kernel;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Design;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace Lakudo.Migrations.Postgres;

/// <summary>Lakudo's database in PostgreSQL.</summary>
public static class PostgresDatabase
{
    /// <summary>Uses the database of a connection string.</summary>
    public static DbContextOptionsBuilder UseLakudoPostgres(this DbContextOptionsBuilder options, string connection) => options
        .UseNpgsql(connection, npgsql => npgsql.MigrationsAssembly(typeof(PostgresDatabase).Assembly.GetName().Name))
        .UseOpenIddict()
        .ConfigureWarnings(w => w.Ignore(RelationalEventId.PendingModelChangesWarning));
}

/// <summary>Makes the context when migrations are written.</summary>
internal sealed class DesignTime : IDesignTimeDbContextFactory<LakudoDb>
{
    public LakudoDb CreateDbContext(string[] args) =>
        new((DbContextOptions<LakudoDb>)new DbContextOptionsBuilder<LakudoDb>().UseLakudoPostgres("Host=design").Options);
}
