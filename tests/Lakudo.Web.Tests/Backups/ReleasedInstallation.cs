using System.Text.Json;
using Lakudo.Migrations.Postgres;
using Lakudo.Web.Backups;
using Lakudo.Web.Host;
using Npgsql;

namespace Lakudo.Web.Tests.Backups;

/// <summary>An installation as an earlier release left it (<c>tests/data/releases</c>), unpacked as it was into a place of its own: nothing is migrated.</summary>
public sealed class ReleasedInstallation : IAsyncDisposable
{
    private readonly TestDatabase? _postgres;

    private ReleasedInstallation(string release, string root, TestDatabase? postgres, BackupAbout about)
    {
        (Release, Root, _postgres, About) = (release, root, postgres, about);
        Settings = new Settings { Data = Path.Combine(root, "data"), Database = postgres?.Setting ?? "sqlite" };
    }

    /// <summary>The folder of the release's fixtures.</summary>
    public string Release { get; }

    /// <summary>A folder that goes with this.</summary>
    public string Root { get; }

    /// <summary>What that release said of its own archive: its last migration and the rows of each table.</summary>
    public BackupAbout About { get; }

    public Settings Settings { get; }

    /// <summary>The settings as they are given on a command line.</summary>
    public string[] Arguments => [$"--Lakudo:Data={Settings.Data}", $"--Lakudo:Database={Settings.Database}", "--Lakudo:Simulators=true", "--Clock:Start=2026-11-25T14:00:00+08:00"];

    /// <summary>What citizens had in hand.</summary>
    public List<HeldPaper> Held => JsonSerializer.Deserialize<Dictionary<string, JsonElement>>(File.ReadAllText(Path.Combine(Release, "kept.json")))!["Papers"].Deserialize<List<HeldPaper>>()!;

    /// <summary>The sheet that opens its archive.</summary>
    public string Sheet => InitBackup.GroupsOf(File.ReadAllText(Path.Combine(Release, "sheet.txt")));

    /// <summary>Unpacks one.</summary>
    public static async Task<ReleasedInstallation> Unpack(string version, Vendor vendor)
    {
        var release = Path.Combine(Repository(), "tests", "data", "releases", version);
        var root = Directory.CreateTempSubdirectory("lakudo-release-").FullName;
        using var key = RecoveryKey.FromSheet(InitBackup.GroupsOf(await File.ReadAllTextAsync(Path.Combine(release, "sheet.txt")))).Value;
        var about = ArchiveFile.Read(Path.Combine(release, "installation.lakudo"), h => key.ContentKey(h.OneTime), unpack: name => Place(root, name)).Value;
        File.Move(Path.Combine(root, "data", "database", "lakudo.db"), Path.Combine(root, "data", "lakudo.db"));
        Directory.Delete(Path.Combine(root, "data", "database"));
        if (vendor is Vendor.Sqlite) return new(release, root, null, about);
        File.Delete(Path.Combine(root, "data", "lakudo.db"));
        var postgres = await TestDatabase.Empty(Vendor.Postgres);
        var filled = await PostgresTool.Run("pg_restore", postgres.Place,
            ["--no-owner", "--exit-on-error", $"--dbname={new NpgsqlConnectionStringBuilder(postgres.Place).Database}", Path.Combine(release, "database.pgdump")], default);
        Assert.False(filled.IsRefused, filled.Refusal?.English);
        return new(release, root, postgres, about);
    }

    public async ValueTask DisposeAsync()
    {
        if (_postgres is not null) await _postgres.DisposeAsync();
        Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
        Directory.Delete(Root, recursive: true);
    }

    private static FileStream Place(string root, string name)
    {
        var path = Path.Combine(root, "data", name);
        MakeBackup.OwnFolder(Path.GetDirectoryName(path)!);
        return ArchiveFile.Create(path);
    }

    private static string Repository()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(folder.FullName, "Lakudo.slnx"))) folder = folder.Parent!;
        return folder.FullName;
    }
}
