using System.Net;
using Lakudo.Catalogue;
using Lakudo.Kernel;
using Lakudo.Testing;
using Lakudo.Web.Operations;
using Lakudo.Web.Sample;
using Microsoft.Extensions.DependencyInjection;

namespace Lakudo.Web.Tests.BadDays;

/// <summary>The server's clock goes back an hour while everybody works.</summary>
public sealed class ClockSetBackTests
{
    public static TheoryData<Vendor> Both => BothPrograms.Both;

    [Theory, MemberData(nameof(Both))]
    public async Task Numbers_go_on_what_was_given_still_holds_the_journal_is_whole_and_the_doctor_says_it(Vendor vendor)
    {
        await using var lakudo = await RunningLakudo.Start(vendor);
        using var kiosk = await lakudo.Client("hall", new Assignment(Role.HallClient, 1, 1));
        using var clerk = await StaffSession.SignIn(lakudo, "loket.1");
        using var citizen = lakudo.Browser();
        var service = (await lakudo.Services.GetRequiredService<CatalogueEdition>().Of(1)).Find("SOS-003")!.Service.Id;
        var (_, first) = await Take("satu");
        var (_, case1) = await RunningLakudo.Post(clerk.Http, "api/v1/applications", new { service, name = "Uji Contoh", nik = "9914010505900009" });
        var clock = lakudo.Services.GetRequiredService<Clock>();
        ((SampleTime)clock.Time).MoveTo(clock.Time.GetUtcNow().AddHours(-1));

        Assert.Equal(Number(first), Number((await Take("satu")).Body));
        var (taken, second) = await Take("dua");
        Assert.Equal((201, true), (taken, Of(Number(second)) > Of(Number(first))));
        // The clerk is still signed in, the token still counts, the receipt still opens; the next case has the next number.
        var (status, case2) = await RunningLakudo.Post(clerk.Http, "api/v1/applications", new { service, name = "Uji Contoh", nik = "9914010505900017" });
        Assert.Equal((201, Of(Number(case1)) + 1), (status, Of(Number(case2))));
        Assert.NotEqual(case1.GetProperty("id").GetString(), case2.GetProperty("id").GetString());
        foreach (var receipt in new[] { case1, case2 })
        {
            Assert.Equal(HttpStatusCode.OK, (await citizen.GetAsync($"lacak/{Number(receipt)}/{receipt.GetProperty("secret").GetString()}")).StatusCode);
        }

        Assert.Null((await SampleRegion.Run<JournalCheck, JournalCheck.Answer>(lakudo.Services, v => v.Run(Caller.System(1)))).FirstBroken);
        var jam = (await lakudo.Services.GetRequiredService<Doctor>().Run(Caller.System(1), thorough: false)).Value.Single(f => f.Subject == "Jam");
        Assert.Equal((Health.Bad, true), (jam.Health, jam.ToDo!.Contains("Jam server mundur", StringComparison.Ordinal)));

        Task<(int Status, System.Text.Json.JsonElement Body)> Take(string key) => RunningLakudo.Post(kiosk, "api/v1/halls/1/tickets", new { line = 6 }, key);
    }

    private static string Number(System.Text.Json.JsonElement thing) => thing.GetProperty("number").GetString()!;

    private static int Of(string number) => int.Parse(number.Split('-', '/')[^1], System.Globalization.CultureInfo.InvariantCulture);
}
