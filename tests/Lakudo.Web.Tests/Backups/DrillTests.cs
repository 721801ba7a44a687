using System.Net;
using Lakudo.Applications;
using Lakudo.Catalogue;
using Lakudo.Kernel;
using Lakudo.Testing;
using Lakudo.Web.Backups;
using Lakudo.Web.Host;
using Lakudo.Web.Sample;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.DependencyInjection;

namespace Lakudo.Web.Tests.Backups;

/// <summary>The whole drill: back up while clerks work, lose everything, restore elsewhere, go on.</summary>
public sealed class DrillTests : IDisposable
{
    private readonly string _stick = Directory.CreateTempSubdirectory("lakudo-stick-").FullName;

    public static TheoryData<Vendor> Both => new(Vendor.Sqlite, Vendor.Postgres);

    public void Dispose() => Directory.Delete(_stick, recursive: true);

    [Theory, MemberData(nameof(Both))]
    public async Task Backed_up_while_clerks_work_lost_and_restored_elsewhere_the_papers_hold_and_no_number_comes_twice(Vendor vendor)
    {
        string sheet, archive;
        byte[] pdf;
        var given = new System.Collections.Concurrent.ConcurrentBag<string>();
        await using (var old = await RunningLakudo.Start(vendor))
        {
            sheet = InitBackup.Run(old.Services.GetRequiredService<KeyFiles>(), old.Services.GetRequiredService<Clock>(), replace: false).Value;
            pdf = await OldestSigned(old.Data, old.Services);
            using var evening = new CancellationTokenSource();
            var work = Enumerable.Range(0, 3).Select(_ => Task.Run(async () =>
            {
                while (!evening.IsCancellationRequested) given.Add(await File(old.Services));
            })).ToArray();
            while (given.Count < 20) await Task.Delay(10);
            var made = await Backup(old.Services);
            Assert.False(made.IsRefused, made.Refusal?.English);
            archive = made.Value.Archive!;
            var during = given.Count;
            while (given.Count < during + 10) await Task.Delay(10);
            await evening.CancelAsync();
            await Task.WhenAll(work);
        }

        Assert.Equal(given.Count, given.Distinct().Count());
        await using var place = await TestDatabase.Empty(vendor);
        var data = Path.Combine(_stick, "baru");
        string[] arguments = [$"--Lakudo:Data={data}", $"--Lakudo:Database={place.Setting}", "--Clock:Start=2026-11-25T14:00:00+08:00"];
        var settings = new Settings { Data = data, Database = place.Setting };
        var restored = await new RestoreBackup(settings, arguments).Run(archive, InitBackup.GroupsOf(sheet), 100_000);
        Assert.False(restored.IsRefused, restored.Refusal?.English);
        var region = Assert.Single(restored.Value.Regions);
        Assert.True(region.Journal > 100);
        Assert.True(region.Documents.Documents > 0);
        Assert.Equal("B-008", (await new RestoreBackup(settings, arguments).Run(archive, InitBackup.GroupsOf(sheet), 0)).Refusal?.Code);

        await using var app = WebProgram.Build(["--urls=http://127.0.0.1:0", .. arguments, "--Lakudo:Simulators=true", "--Logging:LogLevel:Default=Warning"]);
        await app.StartAsync();
        Assert.Null((await SampleRegion.Run<JournalCheck, JournalCheck.Answer>(app.Services, v => v.Run(Caller.System(1)))).FirstBroken);
        await using (var scope = app.Services.CreateAsyncScope())
        {
            var answer = await scope.ServiceProvider.GetRequiredService<VerifyDocument>().ByFile(Caller.Public(1), pdf);
            Assert.Equal(DocumentStanding.Valid, answer.Standing);
        }

        var next = await File(app.Services);
        Assert.DoesNotContain(next, given);
        Assert.True(Sequence(next) > given.Max(Sequence), $"{next} is not after {given.MaxBy(Sequence)}");
        using var http = new HttpClient { BaseAddress = new Uri(app.Urls.First()) };
        Assert.Equal(HttpStatusCode.OK, (await http.GetAsync("")).StatusCode);
        await app.StopAsync();
    }

    [Theory, MemberData(nameof(Both))]
    public async Task A_wrong_sheet_a_damaged_archive_and_a_wrong_place_restore_nothing(Vendor vendor)
    {
        await using var old = await RunningLakudo.Start(vendor);
        var sheet = InitBackup.GroupsOf(InitBackup.Run(old.Services.GetRequiredService<KeyFiles>(), old.Services.GetRequiredService<Clock>(), false).Value);
        var archive = (await Backup(old.Services)).Value.Archive!;
        await using var place = await TestDatabase.Empty(vendor);
        var settings = new Settings { Data = Path.Combine(_stick, "baru"), Database = place.Setting };
        var restore = new RestoreBackup(settings, [$"--Lakudo:Database={place.Setting}"]);

        Assert.Equal("B-005", (await restore.Run(archive, string.Concat(RecoveryKey.Make().Sheet), 0)).Refusal?.Code);
        Assert.Equal("B-003", (await restore.Run(archive, "", 0)).Refusal?.Code);
        Assert.Equal("B-006", (await restore.Run(archive + ".sha256", sheet, 0)).Refusal?.Code);
        var cut = Path.Combine(_stick, "cut");
        var whole = await System.IO.File.ReadAllBytesAsync(archive);
        await System.IO.File.WriteAllBytesAsync(cut, whole[..^20]);
        Assert.Equal("B-007", (await restore.Run(cut, sheet, 0)).Refusal?.Code);
        var other = new Settings { Data = settings.Data, Database = vendor is Vendor.Postgres ? "sqlite" : $"postgres:{await EmptyPostgres()}" };
        Assert.Equal("B-018", (await new RestoreBackup(other, []).Run(archive, sheet, 0)).Refusal?.Code);
        Assert.Empty(Directory.EnumerateFileSystemEntries(settings.Data));
        Assert.Null(await EmptyTarget.Check(settings, "", default));

        var used = new Settings { Data = old.Data, Database = place.Setting };
        Assert.Equal("B-008", (await new RestoreBackup(used, []).Run(archive, sheet, 0)).Refusal?.Code);
    }

    private static async Task<string> EmptyPostgres() => (await TestDatabase.Empty(Vendor.Postgres)).Place;

    private async Task<Outcome<BackupState>> Backup(IServiceProvider services)
    {
        await using var scope = services.CreateAsyncScope();
        return await scope.ServiceProvider.GetRequiredService<MakeBackup>().Run(_stick);
    }

    /// <summary>A clerk takes an application in; its number.</summary>
    private static async Task<string> File(IServiceProvider services)
    {
        var card = (await services.GetRequiredService<CatalogueEdition>().Of(1)).Find("SOS-003")!;
        var clerk = new Caller(1, Guid.CreateVersion7(), [new Assignment(Role.CounterOfficer, 1)]);
        return (await SampleRegion.Run<FileApplication, FileApplication.Receipt>(services, v => v.Run(clerk, new(card.Service.Id, "Wa Contoh", "9914014505900001")))).Number;
    }

    private static int Sequence(string number) => int.Parse(number.Split('/', '-').Where(p => p.Length > 0 && p.All(char.IsDigit)).MaxBy(p => p.Length == 4 ? 0 : p.Length)!, System.Globalization.CultureInfo.InvariantCulture);

    /// <summary>The file of a document that was signed before the backup.</summary>
    private static async Task<byte[]> OldestSigned(string data, IServiceProvider services)
    {
        foreach (var file in Directory.EnumerateFiles(Path.Combine(data, "files"), "*", SearchOption.AllDirectories))
        {
            var bytes = await System.IO.File.ReadAllBytesAsync(file);
            await using var scope = services.CreateAsyncScope();
            if ((await scope.ServiceProvider.GetRequiredService<VerifyDocument>().ByFile(Caller.Public(1), bytes)).Standing is DocumentStanding.Valid) return bytes;
        }

        throw new InvalidOperationException("The sample has no signed document.");
    }
}
