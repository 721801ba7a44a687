using System.Data.Common;
using System.Net;
using System.Net.Http.Headers;
using Lakudo.Catalogue;
using Lakudo.Kernel;
using Lakudo.Testing;
using Lakudo.Web.Backups;
using Lakudo.Web.Host;
using Lakudo.Web.Sample;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;

namespace Lakudo.Web.Tests.BadDays;

/// <summary>The whole program on a real disk without a block left: a commit, an upload and a backup, and what is there when there is room again.</summary>
public sealed class FullDiskTests
{
    private static readonly byte[] _png = Convert.FromBase64String("iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==");

    public static TheoryData<Vendor> Both => BothPrograms.Both;

    [Theory, MemberData(nameof(Both))]
    public async Task A_commit_and_an_upload_on_a_full_disk_are_refused_in_words_and_done_once_when_there_is_room(Vendor vendor)
    {
        using var disk = new SmallDisk(120);
        await using var place = await Place(vendor, disk);
        await using (var lakudo = await RunningLakudo.Start(vendor, $"--Lakudo:Data={Path.Combine(disk.Folder, "data")}", $"--Lakudo:Database={place.Setting}"))
        {
            using var kiosk = await lakudo.Client("hall", new Assignment(Role.HallClient, 1, 1));
            using var clerk = await StaffSession.SignIn(lakudo, "loket.1");
            var card = (await lakudo.Services.GetRequiredService<CatalogueEdition>().Of(1)).Find("SOS-003")!;
            var (_, filed) = await RunningLakudo.Post(clerk.Http, "api/v1/applications", new { service = card.Service.Id, name = "Uji Contoh", nik = "9914010505900009" });
            var files = $"api/v1/applications/{filed.GetProperty("id").GetString()}/files?requirement={card.Requirements[0].Id}";
            var given = new List<string>();
            var before = await Tickets(vendor, place);
            disk.Fill();

            // What the database's files still have room for is still given; then it is refused, and not one thing more is kept.
            (int Status, System.Text.Json.JsonElement Body) refused;
            for (var n = 0; ; n++)
            {
                Assert.True(n < 20_000, "The disk never was full.");
                refused = await RunningLakudo.Post(kiosk, "api/v1/halls/1/tickets", new { line = 6 }, $"penuh-{n}");
                if (refused.Status != 201) break;
                given.Add(refused.Body.GetProperty("number").GetString()!);
            }

            Assert.Equal((503, "K-005"), (refused.Status, refused.Body.GetProperty("code").GetString()));
            Assert.Equal((503, "A-007"), await Upload(clerk.Http, files));
            Assert.Empty(Directory.GetFiles(Path.Combine(disk.Folder, "data", "files"), "*.new", SearchOption.AllDirectories));
            using (var citizen = lakudo.Browser())
            {
                Assert.Equal(HttpStatusCode.OK, (await citizen.GetAsync("layanan/DKC-001")).StatusCode);
            }

            disk.MakeRoom();
            // PostgreSQL may need a moment to recover; nobody has to do anything.
            var key = $"penuh-{given.Count}";
            await Https.HttpsServedTests.Eventually(async () =>
            {
                var again = await RunningLakudo.Post(kiosk, "api/v1/halls/1/tickets", new { line = 6 }, key);
                if (again.Status == 201) given.Add(again.Body.GetProperty("number").GetString()!);
                return again.Status == 201;
            });
            Assert.Equal(given[^1], (await RunningLakudo.Post(kiosk, "api/v1/halls/1/tickets", new { line = 6 }, key)).Body.GetProperty("number").GetString());
            Assert.Equal(given.Count, given.Distinct().Count());
            Assert.Equal(given.Count, await Tickets(vendor, place) - before);
            Assert.Equal((201, null), await Upload(clerk.Http, files));
            Assert.Null((await SampleRegion.Run<JournalCheck, JournalCheck.Answer>(lakudo.Services, v => v.Run(Caller.System(1)))).FirstBroken);
        }
    }

    [Theory, MemberData(nameof(Both))]
    public async Task A_backup_whose_disk_or_whose_server_s_disk_is_full_leaves_the_old_archive_and_nothing_half(Vendor vendor)
    {
        using var stick = new SmallDisk(40);
        using var disk = new SmallDisk(120);
        await using var lakudo = await RunningLakudo.Start(vendor, $"--Lakudo:Data={Path.Combine(disk.Folder, "data")}");
        Assert.False(InitBackup.Run(lakudo.Services.GetRequiredService<KeyFiles>(), lakudo.Services.GetRequiredService<Clock>(), replace: false).IsRefused);
        var first = await Backup(lakudo.Services, stick.Folder);
        Assert.False(first.IsRefused, first.Refusal?.English);
        string[] old = [first.Value.Archive!, first.Value.Archive + ".sha256"];

        stick.Fill();
        await Task.Delay(1100);
        Assert.Equal("B-011", (await Backup(lakudo.Services, stick.Folder)).Refusal?.Code);
        stick.MakeRoom();
        Assert.Equal(old, Directory.GetFiles(stick.Folder).Order());

        disk.Fill();
        var refused = (await Backup(lakudo.Services, stick.Folder)).Refusal;
        Assert.True(refused?.Code is "B-011" or "B-010", refused?.English);
        Assert.Equal(old, Directory.GetFiles(stick.Folder).Order());
        Assert.False(Directory.Exists(Path.Combine(disk.Folder, "data", "backup-work")));
        disk.MakeRoom();
        var made = await Backup(lakudo.Services, stick.Folder);
        Assert.False(made.IsRefused, made.Refusal?.English);
    }

    /// <summary>A database whose own files lie on the disk.</summary>
    private static async Task<TestPlace> Place(Vendor vendor, SmallDisk disk)
    {
        Directory.CreateDirectory(Path.Combine(disk.Folder, "data"));
        if (vendor == Vendor.Sqlite)
        {
            await using var template = await TestDatabase.Create(vendor);
            var file = Path.Combine(disk.Folder, "data", "lakudo.db");
            File.Copy(template.Place, file);
            return new($"sqlite:{file}", $"Data Source={file};Pooling=False", null);
        }

        var database = await TestDatabase.Create(vendor);
        var space = Path.Combine(disk.Folder, "postgres");
        Directory.CreateDirectory(space);
        SmallDisk.Give(space, "postgres");
        var name = new NpgsqlConnectionStringBuilder(database.Place).Database;
        await PostgresCluster.Execute($"CREATE TABLESPACE kecil LOCATION '{space}'");
        await PostgresCluster.Execute($"ALTER DATABASE {name} SET TABLESPACE kecil");
        return new(database.Setting, database.Place, database);
    }

    private static async Task<Outcome<BackupState>> Backup(IServiceProvider services, string folder)
    {
        await using var scope = services.CreateAsyncScope();
        return await scope.ServiceProvider.GetRequiredService<MakeBackup>().Run(folder);
    }

    private static async Task<(int Status, string? Code)> Upload(HttpClient http, string path)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, path) { Content = new ByteArrayContent(_png) };
        request.Content.Headers.ContentType = new MediaTypeHeaderValue("image/png");
        request.Headers.Add("X-File-Name", "kk.png");
        request.Headers.Add(CurrentCaller.KeyHeader, Guid.CreateVersion7().ToString("N"));
        using var response = await http.SendAsync(request);
        var body = System.Text.Json.JsonSerializer.Deserialize<System.Text.Json.JsonElement>(await response.Content.ReadAsStringAsync());
        return ((int)response.StatusCode, body.TryGetProperty("code", out var code) ? code.GetString() : null);
    }

    private static async Task<long> Tickets(Vendor vendor, TestPlace place)
    {
        await using DbConnection connection = vendor == Vendor.Sqlite ? new SqliteConnection(place.Connection) : new NpgsqlConnection(place.Connection);
        await connection.OpenAsync();
        await using var command = connection.CreateCommand();
        command.CommandText = "SELECT COUNT(*) FROM hall_ticket";
        return (long)(await command.ExecuteScalarAsync())!;
    }

    private sealed record TestPlace(string Setting, string Connection, TestDatabase? Database) : IAsyncDisposable
    {
        public async ValueTask DisposeAsync()
        {
            if (Database is null) return;
            await Database.DisposeAsync();
            await PostgresCluster.Execute("DROP TABLESPACE kecil");
        }
    }
}
