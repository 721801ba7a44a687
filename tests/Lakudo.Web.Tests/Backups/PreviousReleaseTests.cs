using Lakudo.Applications;
using Lakudo.Kernel;
using Lakudo.Web.Backups;
using Lakudo.Web.CommandLine;
using Lakudo.Web.Host;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;

namespace Lakudo.Web.Tests.Backups;

/// <summary>This program on what an earlier release's program left behind.</summary>
public sealed class PreviousReleaseTests
{
    private const string SqliteSchema = "SELECT type || ' ' || name || ' ' || COALESCE(sql, '') FROM sqlite_master WHERE name NOT LIKE 'sqlite~_%' ESCAPE '~' ORDER BY 1";

    private const string PostgresSchema = """
        SELECT 'column ' || table_name || '.' || column_name || ' ' || data_type || ' ' || is_nullable || ' ' || COALESCE(character_maximum_length::text, '') || ' ' || COALESCE(column_default, '')
        FROM information_schema.columns WHERE table_schema = 'public'
        UNION ALL SELECT 'index ' || indexdef FROM pg_indexes WHERE schemaname = 'public'
        UNION ALL SELECT 'constraint ' || conrelid::regclass || ' ' || pg_get_constraintdef(oid) FROM pg_constraint WHERE connamespace = 'public'::regnamespace AND contype IN ('p', 'f', 'u', 'c')
        ORDER BY 1
        """;

    public static TheoryData<Vendor> Both => new(Vendor.Sqlite, Vendor.Postgres);

    [Theory, MemberData(nameof(Both))]
    public async Task What_release_0_1_0_left_is_upgraded_with_every_row_and_what_citizens_hold_still_holds(Vendor vendor)
    {
        await using var old = await ReleasedInstallation.Unpack("0.1.0", vendor);
        var stick = Directory.CreateDirectory(Path.Combine(old.Root, "stick")).FullName;
        await using (var services = Offline.Services(old.Arguments))
        await using (var scope = services.CreateAsyncScope())
        {
            var done = await scope.ServiceProvider.GetRequiredService<UpgradeDatabase>().Run(stick);
            Assert.False(done.IsRefused, done.Refusal?.English);
            Assert.Equal(SchemaVersion.Known(old.Settings).Where(m => string.CompareOrdinal(m, old.About.Migration) > 0), done.Value.Changes);
            // Whatever is changed has a way back first.
            Assert.Equal(done.Value.Changes.Count > 0 ? 1 : 0, Directory.GetFiles(stick, "*.lakudo").Length);
        }

        var rows = await Counts(old.Settings);
        Assert.True(old.About.Tables["applications_application"] > 60 && old.About.Tables["kernel_journal"] > 600);
        Assert.All(old.About.Tables.Where(t => !t.Key.StartsWith("__EF", StringComparison.Ordinal)), t => Assert.Equal((t.Key, t.Value), (t.Key, rows[t.Key])));

        Assert.Equal(0, await Number(old.Settings, "SELECT COUNT(*) FROM kernel_stored_answer WHERE length(\"Request\") <> 33 OR \"Answer\" LIKE '%{%'"));
        Assert.Equal(0, await Number(old.Settings, "SELECT COUNT(*) FROM identity_token WHERE \"Value\" NOT LIKE 'tersegel:%'"));
        await using var app = WebProgram.Build(["--urls=http://127.0.0.1:0", .. old.Arguments, "--Logging:LogLevel:Default=Warning"]);
        Assert.Null(await StartCheck.Run(old.Arguments));
        await app.StartAsync();
        Assert.Null((await Ask<JournalCheck, JournalCheck.Answer>(app.Services, v => v.Run(Caller.System(1)))).FirstBroken);
        Assert.True((await Ask<DocumentStoreCheck, DocumentStoreCheck.Answer>(app.Services, v => v.Run(Caller.System(1)))).IsWhole);

        // The first visitor of that day is found by her NIK (keyed hash), and it opens (sealed).
        const string nik = "9914014505800001";
        var verifier = new Caller(1, Guid.CreateVersion7(), [new Assignment(Role.Verifier, 1)]);
        var held = old.Held;
        var found = await Ask<Inbox, Inbox.Answer>(app.Services, v => v.Run(verifier, search: nik));
        var first = Assert.Single(found.Rows, r => r.Number == held[0].Number);
        Assert.Equal("Wa Ode Contoh 0", first.Name);
        Assert.Equal(nik, await Ask<RevealNik, string>(app.Services, v => v.Run(verifier, new(first.Id))));

        using var citizen = new HttpClient { BaseAddress = new Uri(app.Urls.First()) };
        Assert.Equal(12, held.Count);
        foreach (var paper in held) Assert.Null(await paper.Wrong(citizen));
        using var clerk = new HttpClient(new SocketsHttpHandler { AllowAutoRedirect = false }) { BaseAddress = citizen.BaseAddress };
        await HtmlForms.SignIn(clerk, "loket.1", WorkedDay.Passwords(await File.ReadAllTextAsync(Path.Combine(old.Release, "accounts.txt")))["loket.1"]);
        Assert.Contains(held[0].Number, await clerk.GetStringAsync($"petugas/permohonan/{first.Id}"), StringComparison.Ordinal);
        await app.StopAsync();
    }

    [Theory, MemberData(nameof(Both))]
    public async Task An_upgraded_database_and_a_new_one_have_the_same_schema(Vendor vendor)
    {
        // Fails when a migration that was released is changed afterwards: a new installation would then differ from an upgraded one.
        await using var old = await ReleasedInstallation.Unpack("0.1.0", vendor);
        await using (var services = Offline.Services(old.Arguments))
        await using (var scope = services.CreateAsyncScope())
        {
            var done = await scope.ServiceProvider.GetRequiredService<UpgradeDatabase>().Run(Directory.CreateDirectory(Path.Combine(old.Root, "stick")).FullName);
            Assert.False(done.IsRefused, done.Refusal?.English);
        }

        await using var fresh = await TestDatabase.Create(vendor);
        Assert.Equal(await Schema(new Settings { Database = fresh.Setting }), await Schema(old.Settings));
    }

    [Fact]
    public async Task Under_a_server_that_runs_nothing_is_upgraded()
    {
        await using var old = await ReleasedInstallation.Unpack("0.1.0", Vendor.Sqlite);
        using var server = StartCheck.Alone(old.Settings).Value;
        await using var services = Offline.Services(old.Arguments);
        await using var scope = services.CreateAsyncScope();
        Assert.Equal("B-023", (await scope.ServiceProvider.GetRequiredService<UpgradeDatabase>().Run(old.Root)).Refusal?.Code);
        Assert.Empty(Directory.GetFiles(old.Root, "*.lakudo"));
    }

    [Fact]
    public async Task An_archive_of_release_0_1_0_is_restored_by_this_program()
    {
        await using var old = await ReleasedInstallation.Unpack("0.1.0", Vendor.Sqlite);
        var settings = new Settings { Data = Path.Combine(old.Root, "baru") };
        var restored = await new RestoreBackup(settings, []).Run(Path.Combine(old.Release, "installation.lakudo"), old.Sheet, 100);
        Assert.False(restored.IsRefused, restored.Refusal?.English);
        Assert.Equal((true, old.About.Tables["kernel_journal"]), (restored.Value.Regions[0].Documents.IsWhole, restored.Value.Regions[0].Journal));
    }

    private static async Task<IReadOnlyDictionary<string, long>> Counts(Settings settings)
    {
        await using System.Data.Common.DbConnection connection = settings.IsSqlite ? new SqliteConnection($"Data Source={settings.SqlitePath}") : new NpgsqlConnection(settings.PostgresConnection);
        await connection.OpenAsync();
        return await TableCounts.Of(connection, null, default);
    }

    private static async Task<long> Number(Settings settings, string sql)
    {
        await using System.Data.Common.DbConnection connection = settings.IsSqlite ? new SqliteConnection($"Data Source={settings.SqlitePath}") : new NpgsqlConnection(settings.PostgresConnection);
        await connection.OpenAsync();
        await using var command = connection.CreateCommand();
        command.CommandText = sql;
        return (long)(await command.ExecuteScalarAsync())!;
    }

    private static async Task<List<string>> Schema(Settings settings)
    {
        await using System.Data.Common.DbConnection connection = settings.IsSqlite ? new SqliteConnection($"Data Source={settings.SqlitePath}") : new NpgsqlConnection(settings.PostgresConnection);
        await connection.OpenAsync();
        await using var command = connection.CreateCommand();
        command.CommandText = settings.IsSqlite ? SqliteSchema : PostgresSchema;
        await using var reader = await command.ExecuteReaderAsync();
        var lines = new List<string>();
        while (await reader.ReadAsync()) lines.Add(reader.GetString(0));
        Assert.True(lines.Count > 50);
        return lines;
    }

    private static async Task<T> Ask<TVerb, T>(IServiceProvider services, Func<TVerb, Task<Outcome<T>>> run)
        where TVerb : notnull
    {
        await using var scope = services.CreateAsyncScope();
        var outcome = await run(scope.ServiceProvider.GetRequiredService<TVerb>());
        Assert.False(outcome.IsRefused, outcome.Refusal?.English);
        return outcome.Value;
    }
}
