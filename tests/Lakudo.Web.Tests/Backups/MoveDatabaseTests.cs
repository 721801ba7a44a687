using Lakudo.Kernel;
using Lakudo.Testing;
using Lakudo.Web.Backups;
using Lakudo.Web.Host;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Npgsql;

namespace Lakudo.Web.Tests.Backups;

[Collection("programs")]
public sealed class MoveDatabaseTests(BothPrograms programs) : IDisposable
{
    private readonly string _data = Directory.CreateTempSubdirectory("lakudo-move-").FullName;

    public void Dispose() => Directory.Delete(_data, recursive: true);

    [Fact]
    public async Task Every_table_of_the_sample_is_the_same_in_PostgreSQL_and_the_journal_is_whole_there()
    {
        var settings = await Copied();
        await using var target = await TestDatabase.Empty(Vendor.Postgres);
        var moved = await new MoveDatabase(settings).Run(target.Place);
        Assert.False(moved.IsRefused, moved.Refusal?.English);
        Assert.True(moved.Value.Sum(t => t.Rows) > 1000);
        Assert.True(moved.Value.Single(t => t.Name == "applications_document").Rows > 0);
        await using var db = target.Open();
        var journal = (await new JournalCheck(db).Run(Caller.System(1))).Value;
        Assert.Null(journal.FirstBroken);
        Assert.Equal(moved.Value.Single(t => t.Name == "kernel_journal").Rows, journal.Entries);
        Assert.Equal("B-008", (await new MoveDatabase(settings).Run(target.Place)).Refusal?.Code);
    }

    [Fact]
    public async Task A_value_that_changes_on_the_way_stops_the_move_and_leaves_nothing()
    {
        var settings = await Copied();
        await using var target = await TestDatabase.Empty(Vendor.Postgres);
        await using (var db = target.Open())
        {
            await db.Database.MigrateAsync();
        }

        await Sql(target.Place, """
            CREATE FUNCTION lie() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN NEW."Name" := NEW."Name" || '.'; RETURN NEW; END $$;
            CREATE TRIGGER lie BEFORE INSERT ON kernel_area FOR EACH ROW EXECUTE FUNCTION lie();
            """);
        var refused = await new MoveDatabase(settings).Run(target.Place);
        Assert.Equal("B-020", refused.Refusal?.Code);
        Assert.Contains("kernel_area", refused.Refusal!.Message, StringComparison.Ordinal);
        await Sql(target.Place, "DROP TRIGGER lie ON kernel_area");
        Assert.False((await new MoveDatabase(settings).Run(target.Place)).IsRefused);
    }

    [Fact]
    public async Task A_target_with_anything_in_it_and_a_missing_source_are_refused()
    {
        await using var target = await TestDatabase.Empty(Vendor.Postgres);
        await Sql(target.Place, "CREATE TABLE milik_orang (a int); INSERT INTO milik_orang VALUES (1)");
        Assert.Equal("B-008", (await new MoveDatabase(await Copied()).Run(target.Place)).Refusal?.Code);
        Assert.Equal("B-013", (await new MoveDatabase(new Settings { Data = Path.Combine(_data, "kosong") }).Run(target.Place)).Refusal?.Code);
    }

    private async Task<Settings> Copied()
    {
        var settings = new Settings { Data = _data };
        await using var source = new SqliteConnection($"Data Source={programs[Vendor.Sqlite].Place};Pooling=False");
        await using var copy = new SqliteConnection($"Data Source={settings.SqlitePath};Pooling=False");
        await source.OpenAsync();
        await copy.OpenAsync();
        source.BackupDatabase(copy);
        return settings;
    }

    private static async Task Sql(string place, string sql)
    {
        await using var connection = new NpgsqlConnection(place);
        await connection.OpenAsync();
        await using var command = new NpgsqlCommand(sql, connection);
        await command.ExecuteNonQueryAsync();
    }
}
