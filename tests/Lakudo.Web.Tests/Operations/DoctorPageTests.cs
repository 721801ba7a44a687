using System.Net;
using Lakudo.Hall.Setup;
using Lakudo.Kernel;
using Lakudo.Testing;
using Lakudo.Web.Identity;
using Lakudo.Web.Operations;
using Microsoft.Extensions.DependencyInjection;

namespace Lakudo.Web.Tests.Operations;

/// <summary>The doctor's page and command at a running installation.</summary>
[Collection("programs")]
public sealed class DoctorPageTests(BothPrograms programs)
{
    public static TheoryData<Vendor> Both => BothPrograms.Both;

    [Theory, MemberData(nameof(Both))]
    public async Task The_IT_officer_reads_every_line_and_a_clerk_none(Vendor vendor)
    {
        var lakudo = programs[vendor];
        using var officer = await StaffSession.SignIn(lakudo, "petugas.ti");
        var page = WebUtility.HtmlDecode(await officer.Http.GetStringAsync("petugas/pemeriksaan?isi=true"));
        string[] subjects = ["Ruang disk", "Jam", "Zona waktu", "Basis data", "Bentuk data", "Kunci", "Hak baca kunci", "Kunci sesi", "Sertifikat tanda tangan", "Cadangan", "HTTPS", "Simulator", "Kotak keluar", "Kalender", "Pengingat posyandu"];
        Assert.All(subjects, subject => Assert.Contains($"<th scope=\"row\">{subject}</th>", page, StringComparison.Ordinal));
        // The tests' own PostgreSQL does not wait for the disk, which is exactly what is wrong with it.
        Assert.Contains(vendor == Vendor.Sqlite ? ">0 salah," : ">1 salah,", page, StringComparison.Ordinal);
        Assert.Equal(vendor == Vendor.Postgres, page.Contains("nomor yang sudah diberikan dapat hilang saat listrik padam", StringComparison.Ordinal));

        using var clerk = await StaffSession.SignIn(lakudo, "loket.1");
        var refused = await StaffSession.Refused(clerk.Http, "petugas/pemeriksaan");
        Assert.Contains("K-001", refused, StringComparison.Ordinal);
        Assert.DoesNotContain("Ruang disk", refused, StringComparison.Ordinal);
    }

    [Theory, MemberData(nameof(Both))]
    public async Task A_device_that_asks_is_seen_and_one_that_does_not_is_named(Vendor vendor)
    {
        var lakudo = programs[vendor];
        var manager = new Caller(1, Guid.CreateVersion7(), [new Assignment(Role.HallManager, 1)]);
        var token = await Pair(lakudo, manager, "Papan uji menyala");
        await Pair(lakudo, manager, "Papan uji padam");
        using var board = lakudo.Browser();
        using var request = new HttpRequestMessage(HttpMethod.Get, "papan");
        request.Headers.Add("Cookie", $"{DeviceAuthentication.Cookie}={token}");
        using var answer = await board.SendAsync(request);

        var findings = (await lakudo.Services.GetRequiredService<Doctor>().Run(Caller.System(1), thorough: false)).Value;
        var boards = findings.Single(f => f.Subject == "Papan");
        Assert.Contains("Papan uji padam (belum pernah)", boards.Found, StringComparison.Ordinal);
        Assert.DoesNotContain("menyala", boards.Found, StringComparison.Ordinal);
    }

    private static async Task<string> Pair(RunningLakudo lakudo, Caller manager, string name)
    {
        await using var scope = lakudo.Services.CreateAsyncScope();
        var code = (await scope.ServiceProvider.GetRequiredService<RegisterDevice>().Run(manager with { Key = name }, new(1, DeviceKind.Board, name, null, null, 80))).Value;
        return (await scope.ServiceProvider.GetRequiredService<PairDevice>().Run(Caller.Public(1) with { Key = name + " p" }, new(1, code.Code))).Value.Token;
    }
}
