using System.Net;
using System.Text;
using Lakudo.Catalogue;
using Lakudo.Hall;
using Lakudo.Hall.Setup;
using Lakudo.Kernel;
using Lakudo.Testing;
using Lakudo.Web.Sample;
using Microsoft.Extensions.DependencyInjection;

namespace Lakudo.Web.Tests.Hall;

/// <summary>Two regions with a hall each in one installation: each sees its own, and the address names the hall.</summary>
public sealed class SeveralHallsTests
{
    public static TheoryData<Vendor> Both => new(Vendor.Sqlite, Vendor.Postgres);

    [Theory, MemberData(nameof(Both))]
    public async Task Each_region_sees_its_own_and_the_address_names_the_hall(Vendor vendor)
    {
        await using var lakudo = await RunningLakudo.Start(vendor);
        await FoundNeighbour(lakudo);
        using var browser = lakudo.Browser();

        var front = await browser.GetStringAsync("");
        using var board = await browser.GetAsync("papan");
        var here = await browser.GetStringAsync("buton-tengah/instansi");
        var there = await browser.GetStringAsync("tetangga/instansi");

        Assert.Contains("href=\"tetangga/\"", front, StringComparison.Ordinal);
        Assert.Contains("href=\"buton-tengah/\"", front, StringComparison.Ordinal);
        Assert.Equal((HttpStatusCode.Redirect, "/"), (board.StatusCode, board.Headers.Location!.ToString()));
        Assert.Contains("MPP Tetangga", await browser.GetStringAsync("tetangga/papan"), StringComparison.Ordinal);
        Assert.Contains("Dinas Sosial", here, StringComparison.Ordinal);
        Assert.DoesNotContain("Dinas Sosial", there, StringComparison.Ordinal);
        Assert.Contains("Kantor Uji Tetangga", there, StringComparison.Ordinal);
        Assert.DoesNotContain("Kantor Uji Tetangga", here, StringComparison.Ordinal);

        // The catalogue's cache is kept apart by the address, also for pages of the same name.
        Assert.Contains("MPP Buton Tengah", await browser.GetStringAsync("buton-tengah/hari-ini"), StringComparison.Ordinal);
        Assert.Contains("MPP Tetangga", await browser.GetStringAsync("tetangga/hari-ini"), StringComparison.Ordinal);
    }

    [Theory, MemberData(nameof(Both))]
    public async Task Staff_clients_and_devices_of_one_hall_do_nothing_in_the_other(Vendor vendor)
    {
        await using var lakudo = await RunningLakudo.Start(vendor);
        await FoundNeighbour(lakudo);
        using var clerk = lakudo.Browser();
        await HtmlForms.Post(clerk, "buton-tengah/masuk", "masuk", ("Form.UserName", "loket.1"), ("Form.Password", lakudo.PasswordOf("loket.1")));
        using var client = await lakudo.Client("hall", new Assignment(Role.HallClient, 1, 1));
        using var neighbour = await lakudo.Client("hall", new Assignment(Role.HallClient, 2, 2));

        Assert.Contains("Panggil berikutnya", await clerk.GetStringAsync("buton-tengah/petugas/loket?nomor=1"), StringComparison.Ordinal);
        Assert.Contains("K-001", await StaffSession.Refused(clerk, "tetangga/petugas/loket?nomor=1"), StringComparison.Ordinal);
        Assert.Equal(201, (await RunningLakudo.Post(client, "api/v1/halls/1/tickets", new { line = 1 })).Status);
        Assert.Equal(403, (await RunningLakudo.Post(client, "api/v1/halls/2/tickets", new { line = 1 })).Status);
        Assert.Equal(201, (await RunningLakudo.Post(neighbour, "api/v1/halls/2/tickets", new { line = 1 })).Status);
        Assert.Equal(403, (await RunningLakudo.Post(neighbour, "api/v1/halls/1/counters/1/call-next")).Status);

        var made = (await Do<RegisterDevice, RegisterDevice.Answer>(lakudo, v => v.Run(Manager(2), new(2, DeviceKind.Kiosk, "Uji")))).Value;
        using var kiosk = lakudo.Browser();
        Assert.Contains("H-041", await HtmlForms.Post(kiosk, "buton-tengah/perangkat", "pasang", ("Form.Code", made.Code)), StringComparison.Ordinal);
        await HtmlForms.Post(kiosk, "tetangga/perangkat", "pasang", ("Form.Code", made.Code));
        Assert.Contains("Mau mengurus apa?", await kiosk.GetStringAsync("tetangga/anjungan"), StringComparison.Ordinal);
        Assert.Contains("Anjungan belum dipasang", await kiosk.GetStringAsync("buton-tengah/anjungan"), StringComparison.Ordinal);
    }

    private static async Task FoundNeighbour(RunningLakudo lakudo)
    {
        var system = Caller.System(2);
        Assert.Equal("K-010", (await Do<FoundRegion, Done>(lakudo, v => v.Run(system, new("74.04", "Kabupaten Tetangga", "Asia/Lakudo", false, new(2026, 1, 1), [])))).Refusal?.Code);
        Assert.Equal("K-011", (await Do<FoundRegion, Done>(lakudo, v => v.Run(system,
            new("74.04", "Kabupaten Tetangga", "Asia/Makassar", false, new(2026, 1, 1), [new(AreaLevel.Village, "74.04.01.2001", "Desa Yatim")])))).Refusal?.Code);
        await SampleRegion.Run<FoundRegion, Done>(lakudo.Services, v => v.Run(system, new("74.04", "Kabupaten Tetangga", "Asia/Makassar", true, new(2026, 1, 1), [])));
        foreach (var (slug, code) in new[] { ("api", "H-050"), ("MPP", "H-050"), ("ab", "H-050"), ("buton-tengah", "H-051") })
        {
            Assert.Equal(code, (await Do<FoundHall, int>(lakudo, v => v.Run(system, new(slug, "MPP Tetangga", "Pasarwajo")))).Refusal?.Code);
        }

        Assert.Equal("K-007", (await Do<FoundHall, int>(lakudo, v => v.Run(Caller.System(3), new("jauh", "MPP Jauh", "Jauh")))).Refusal?.Code);
        Assert.Equal("K-001", (await Do<FoundHall, int>(lakudo, v => v.Run(Manager(2), new("lain", "MPP Lain", "Lain")))).Refusal?.Code);
        Assert.Equal(2, await SampleRegion.Run<FoundHall, int>(lakudo.Services, v => v.Run(system, new("tetangga", "MPP Tetangga", "Pasarwajo"))));
        var file = DataFile.Open("catalogue/services.csv");
        using var reader = new StreamReader(file);
        var lines = (await reader.ReadToEndAsync()).Split('\n').Take(2).ToArray();
        await SampleRegion.Run<ImportCatalogue, ImportCatalogue.Report>(lakudo.Services, v => v.Run(system, new(Encoding.UTF8.GetBytes(
            string.Join('\n', lines[0], lines[1].Replace("Dinas Kependudukan dan Pencatatan Sipil", "Kantor Uji Tetangga", StringComparison.Ordinal))))));
        await SampleRegion.Run<SetUpHall, Done>(lakudo.Services, v => v.Run(Manager(2), new(2, [new(1, "Depan")], [new(1, "A", "Umum", 10, [])], [new(1, "1", 1, [1])],
            [.. Enum.GetValues<DayOfWeek>().Select(d => new SetUpHall.HoursRow(d, new(7, 0), new(15, 0), new(16, 0)))], [])));
        await lakudo.Services.GetRequiredService<HallDirectory>().Read();
        await SampleRegion.Run<OpenDay, Done>(lakudo.Services, v => v.Run(Manager(2), new(2)));
    }

    private static Caller Manager(int region) => new(region, Guid.CreateVersion7(), [new Assignment(Role.HallManager, region)]) { Key = Guid.CreateVersion7().ToString("N") };

    private static async Task<Outcome<T>> Do<TVerb, T>(RunningLakudo lakudo, Func<TVerb, Task<Outcome<T>>> run)
        where TVerb : notnull
    {
        await using var scope = lakudo.Services.CreateAsyncScope();
        return await run(scope.ServiceProvider.GetRequiredService<TVerb>());
    }
}
