using Lakudo.Kernel;
using Lakudo.Migrations.Postgres;
using Lakudo.Migrations.Sqlite;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Npgsql;

namespace Lakudo.Testing;

/// <summary>The two databases every data test runs on.</summary>
public enum Vendor
{
    Sqlite,
    Postgres,
}

/// <summary>
/// A fresh, migrated database for one test. Made by copying one that was migrated once: a file for SQLite, a template for PostgreSQL.
/// </summary>
public sealed class TestDatabase : IAsyncDisposable
{
    private static readonly SemaphoreSlim Gate = new(1, 1);
    private static string? _sqliteTemplate;
    private static string? _postgresTemplate;
    private static int _count;
    private readonly string _place;

    private TestDatabase(Vendor vendor, string place)
    {
        Vendor = vendor;
        _place = place;
        var options = new DbContextOptionsBuilder<LakudoDb>();
        _ = vendor == Vendor.Sqlite ? options.UseLakudoSqlite(place) : options.UseLakudoPostgres(place);
        Options = (DbContextOptions<LakudoDb>)options.Options;
        Lane = new WriterLane(single: vendor == Vendor.Sqlite);
    }

    public Vendor Vendor { get; }

    public DbContextOptions<LakudoDb> Options { get; }

    /// <summary>The process's writer lane for this database.</summary>
    public WriterLane Lane { get; }

    /// <summary>The file, or the connection string.</summary>
    public string Place => _place;

    /// <summary>Settings by which the web program finds this database.</summary>
    public string Setting => Vendor == Vendor.Sqlite ? $"sqlite:{_place}" : $"postgres:{_place}";

    public static async Task<TestDatabase> Create(Vendor vendor)
    {
        var name = $"lakudo_{Environment.ProcessId}_{Interlocked.Increment(ref _count)}";
        if (vendor == Vendor.Sqlite)
        {
            var template = await SqliteTemplate();
            var file = Path.Combine(Path.GetTempPath(), name + ".db");
            File.Copy(template, file, overwrite: true);
            return new TestDatabase(vendor, file);
        }

        var source = await PostgresTemplate();
        await Gate.WaitAsync();
        try
        {
            await PostgresCluster.Execute($"CREATE DATABASE {name} TEMPLATE {source}");
        }
        finally
        {
            Gate.Release();
        }

        return new TestDatabase(vendor, PostgresCluster.Connection(name));
    }

    /// <summary>A place with nothing in it: no file, or a database without tables.</summary>
    public static async Task<TestDatabase> Empty(Vendor vendor)
    {
        var name = $"lakudo_{Environment.ProcessId}_{Interlocked.Increment(ref _count)}";
        if (vendor == Vendor.Sqlite) return new TestDatabase(vendor, Path.Combine(Path.GetTempPath(), name + ".db"));
        await PostgresTemplate();
        await PostgresCluster.Execute($"CREATE DATABASE {name}");
        return new TestDatabase(vendor, PostgresCluster.Connection(name));
    }

    /// <summary>A new context that sees nothing until a caller is named.</summary>
    public LakudoDb Open() => new(Options);

    public async ValueTask DisposeAsync()
    {
        if (Vendor == Vendor.Sqlite)
        {
            SqliteConnection.ClearAllPools();
            foreach (var file in new[] { _place, _place + "-wal", _place + "-shm" })
            {
                File.Delete(file);
            }

            return;
        }

        var name = new NpgsqlConnectionStringBuilder(_place).Database;
        await using (var connection = new NpgsqlConnection(_place))
        {
            NpgsqlConnection.ClearPool(connection);
        }

        await PostgresCluster.Execute($"DROP DATABASE IF EXISTS {name} WITH (FORCE)");
    }

    private static async Task<string> SqliteTemplate()
    {
        await Gate.WaitAsync();
        try
        {
            if (_sqliteTemplate is null)
            {
                var file = Path.Combine(Path.GetTempPath(), $"lakudo_{Environment.ProcessId}_template.db");
                File.Delete(file);
                var made = new TestDatabase(Vendor.Sqlite, file);
                await using (var db = made.Open())
                {
                    await db.Database.MigrateAsync();
                }

                SqliteConnection.ClearAllPools();
                _sqliteTemplate = file;
                AppDomain.CurrentDomain.ProcessExit += (_, _) => File.Delete(file);
            }

            return _sqliteTemplate;
        }
        finally
        {
            Gate.Release();
        }
    }

    private static async Task<string> PostgresTemplate()
    {
        await Gate.WaitAsync();
        try
        {
            if (_postgresTemplate is null)
            {
                await PostgresCluster.Start();
                await PostgresCluster.Execute("CREATE DATABASE lakudo_template");
                var made = new TestDatabase(Vendor.Postgres, PostgresCluster.Connection("lakudo_template", pooled: false));
                await using (var db = made.Open())
                {
                    await db.Database.MigrateAsync();
                }

                NpgsqlConnection.ClearAllPools();
                _postgresTemplate = "lakudo_template";
            }

            return _postgresTemplate;
        }
        finally
        {
            Gate.Release();
        }
    }
}
