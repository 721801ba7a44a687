using Lakudo.Kernel;
using Lakudo.Testing;
using Lakudo.Web.Backups;
using Lakudo.Web.Host;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;

namespace Lakudo.Web.Tests.Backups;

/// <summary>What a server finds before it answers anybody. Nothing that is wrong is made or mended by it.</summary>
[Collection("programs")]
public sealed class StartCheckTests(BothPrograms programs) : IDisposable
{
    private readonly string _data = Directory.CreateTempSubdirectory("lakudo-start-").FullName;

    public static TheoryData<Vendor> Both => BothPrograms.Both;

    private string Database => Path.Combine(_data, "lakudo.db");

    private string Key => Path.Combine(_data, "keys", "personal-data.key");

    public void Dispose() => Directory.Delete(_data, recursive: true);

    [Theory, MemberData(nameof(Both))]
    public async Task A_wrong_and_a_missing_key_of_personal_data_are_named_and_no_new_one_is_made(Vendor vendor)
    {
        var lakudo = programs[vendor];
        var keys = Path.Combine(_data, "keys");
        Directory.CreateDirectory(keys, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
        File.Copy(Path.Combine(lakudo.Data, "keys", "personal-data.key"), Key);
        string[] arguments = [$"--Lakudo:Data={_data}", $"--Lakudo:Database={(vendor is Vendor.Sqlite ? "sqlite" : "postgres")}:{lakudo.Place}"];
        Assert.Null(await StartCheck.Run(arguments));
        File.WriteAllBytes(Key, new byte[32]);
        Assert.Equal("B-025", (await StartCheck.Run(arguments))?.Code);
        File.Delete(Key);
        Assert.Equal("B-024", (await StartCheck.Run(arguments))?.Code);
        Assert.False(File.Exists(Key));
    }

    [Fact]
    public async Task Keys_open_to_others_are_named_with_the_command_that_closes_them()
    {
        await Copied();
        Assert.Null(await Run());
        File.SetUnixFileMode(Key, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.GroupRead);
        var open = await Run();
        Assert.Equal("B-026", open?.Code);
        Assert.Contains($"chmod 600 {Key}", open!.Message, StringComparison.Ordinal);
        File.SetUnixFileMode(Key, UnixFileMode.UserRead | UnixFileMode.UserWrite);
        File.SetUnixFileMode(Path.Combine(_data, "keys"), (UnixFileMode)0b111_101_101);
        Assert.Contains("chmod 700", (await Run())?.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_rotated_key_leaves_old_data_readable_and_the_folder_closed()
    {
        await Copied();
        var keys = new KeyFiles(new Settings { Data = _data });
        Assert.Equal(2, keys.Rotate("personal-data"));
        Assert.Equal(3, keys.Rotate("personal-data"));
        Assert.Equal(3, keys.Ring("personal-data").Count);
        Assert.Null(await Run());
        File.Delete(Key);
        Assert.Equal("B-024", (await Run())?.Code);
    }

    [Fact]
    public async Task A_missing_an_empty_and_a_damaged_file_are_named_and_left_as_they_are()
    {
        await Copied();
        var whole = await File.ReadAllBytesAsync(Database);
        File.Delete(Database);
        Assert.Equal("B-021", (await Run())?.Code);
        Assert.False(File.Exists(Database));
        await File.WriteAllBytesAsync(Database, []);
        Assert.Equal("B-013", (await Run())?.Code);
        var torn = (byte[])whole.Clone();
        torn.AsSpan(0, 4096).Clear();
        await File.WriteAllBytesAsync(Database, torn);
        Assert.Equal("B-013", (await Run())?.Code);
        Assert.Equal(torn, await File.ReadAllBytesAsync(Database));
    }

    [Theory, MemberData(nameof(Both))]
    public async Task An_older_program_says_that_the_database_is_newer_and_touches_nothing(Vendor vendor)
    {
        await using var newer = await TestDatabase.Create(vendor);
        await using (var db = newer.Open())
        {
            await db.Database.OpenConnectionAsync();
            await using var command = db.Database.GetDbConnection().CreateCommand();
            command.CommandText = "INSERT INTO \"__EFMigrationsHistory\" (\"MigrationId\", \"ProductVersion\") VALUES ('20300101000000_DariMasaDepan', '12.0.0')";
            await command.ExecuteNonQueryAsync();
            var refusal = await SchemaVersion.Newer(db, default);
            Assert.Equal("B-015", refusal?.Code);
            Assert.Contains("20300101000000_DariMasaDepan", refusal!.Message, StringComparison.Ordinal);
        }

        Assert.Equal("B-015", (await StartCheck.Run([$"--Lakudo:Data={_data}", $"--Lakudo:Database={newer.Setting}"]))?.Code);
    }

    [Fact]
    public async Task A_second_server_on_the_same_file_is_refused_until_the_first_has_ended()
    {
        await Copied();
        var settings = new Settings { Data = _data };
        using (var first = StartCheck.Alone(settings).Value)
        {
            Assert.NotNull(first);
            Assert.Equal("B-023", StartCheck.Alone(settings).Refusal?.Code);
        }

        using var next = StartCheck.Alone(settings).Value;
        Assert.NotNull(next);
    }

    [Fact]
    public async Task An_upgrade_backs_up_first_and_does_not_touch_the_database_when_that_fails()
    {
        var settings = new Settings { Data = _data };
        await using (var old = new SqliteConnection($"Data Source={Database};Pooling=False"))
        {
            await old.OpenAsync();
            await using var command = old.CreateCommand();
            command.CommandText = "PRAGMA journal_mode=WAL; CREATE TABLE lama (a INTEGER); INSERT INTO lama VALUES (7)";
            await command.ExecuteNonQueryAsync();
        }

        var before = await File.ReadAllBytesAsync(Database);
        await using var options = new TestUpgrade(settings);
        Assert.Equal("B-001", (await options.Run(_data)).Refusal?.Code);
        var sheet = InitBackup.GroupsOf(InitBackup.Run(new KeyFiles(settings), options.Clock, false).Value);
        Assert.Equal("B-017", (await options.Run(Path.Combine(_data, "tidak-ada"))).Refusal?.Code);
        SqliteConnection.ClearAllPools();
        Assert.Equal(before, await File.ReadAllBytesAsync(Database));

        var done = await options.Run(_data);
        Assert.False(done.IsRefused, done.Refusal?.English);
        Assert.NotEmpty(done.Value.Changes);
        using var key = RecoveryKey.FromSheet(sheet).Value;
        var about = ArchiveFile.Read(done.Value.Archive!, h => key.ContentKey(h.OneTime)).Value;
        Assert.Equal(("", 1L), (about.Migration, about.Tables["lama"]));
        Assert.Empty((await options.Run(_data)).Value.Changes);
    }

    private Task<Refusal?> Run() => StartCheck.Run([$"--Lakudo:Data={_data}"]);

    private async Task Copied()
    {
        var keys = Path.Combine(_data, "keys");
        Directory.CreateDirectory(keys, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
        File.Copy(Path.Combine(programs[Vendor.Sqlite].Data, "keys", "personal-data.key"), Key);
        await using var source = new SqliteConnection($"Data Source={programs[Vendor.Sqlite].Place};Pooling=False");
        await using var copy = new SqliteConnection($"Data Source={Database};Pooling=False");
        await source.OpenAsync();
        await copy.OpenAsync();
        source.BackupDatabase(copy);
    }

    /// <summary>The verb on a context of its own.</summary>
    private sealed class TestUpgrade(Settings settings) : IAsyncDisposable
    {
        private readonly LakudoDb _db = new((DbContextOptions<LakudoDb>)Lakudo.Migrations.Sqlite.SqliteDatabase.UseLakudoSqlite(new DbContextOptionsBuilder<LakudoDb>(), settings.SqlitePath).Options);

        public Clock Clock { get; } = new(new MovableTime());

        public Task<Outcome<UpgradeDatabase.Answer>> Run(string folder) =>
            new UpgradeDatabase(_db, new MakeBackup(settings, new KeyFiles(settings), Clock), new JournalCheck(_db), new RegionNumbers(_db), settings).Run(folder);

        public ValueTask DisposeAsync() => _db.DisposeAsync();
    }
}
