using System.Net;
using Lakudo.Hall;
using Lakudo.Hall.Setup;
using Lakudo.Kernel;
using Lakudo.Notifications;
using Lakudo.Testing;
using Lakudo.Web.Simulators;
using Microsoft.Extensions.DependencyInjection;

namespace Lakudo.Web.Tests.Hall;

/// <summary>The hall's pages over HTTP, without script.</summary>
[Collection("programs")]
public sealed class HallPagesTests(BothPrograms programs)
{
    public static TheoryData<Vendor> Both => BothPrograms.Both;

    [Theory, MemberData(nameof(Both))]
    public async Task The_manager_changes_rules_and_setup_in_the_page_and_a_wrong_figure_keeps_what_was_typed(Vendor vendor)
    {
        var lakudo = programs[vendor];
        using var browser = lakudo.Browser();
        await HtmlForms.SignIn(browser, "pengelola", lakudo.PasswordOf("pengelola"));

        var refused = await HtmlForms.Post(browser, "petugas/pengaturan", "aturan", ("Rules.MaxOvertakes", "banyak"), ("Rules.CheckInMinutes", "90"));
        Assert.Contains("H-048", refused, StringComparison.Ordinal);
        Assert.Contains("value=\"banyak\"", refused, StringComparison.Ordinal);
        Assert.Contains("value=\"90\"", refused, StringComparison.Ordinal);

        Assert.Contains("Sudah berlaku hari ini", await HtmlForms.Post(browser, "petugas/pengaturan", "aturan", ("Rules.CheckInMinutes", "75")), StringComparison.Ordinal);
        var saved = await HtmlForms.Post(browser, "petugas/pengaturan", "aula",
            ("Form.Lines[6].Code", "g"), ("Form.Lines[6].Name", "Pengaduan"), ("Form.Lines[6].Minutes", "15"), ("Form.Counters[7].Lines", "F C G"));
        Assert.Contains("Pengaturan tersimpan. Sudah berlaku hari ini.", saved, StringComparison.Ordinal);

        var setup = (await Do<HallAsSetUp, HallAsSetUp.Answer>(lakudo, v => v.Run(As(Role.HallManager), 1))).Value;
        Assert.Equal(75, setup.Rules.CheckInMinutes);
        Assert.Equal(("G", "Pengaduan", 15), (setup.Setup.Lines[^1].Code, setup.Setup.Lines[^1].Name, setup.Setup.Lines[^1].StandardMinutes));
        Assert.Equal([3, 6, 7], setup.Setup.Counters[7].Lines);
        Assert.Equal(239, setup.Setup.Lines.Sum(l => l.Services.Count));
        using var client = await lakudo.Client("hall", new Assignment(Role.HallClient, 1, 1));
        Assert.Equal("G-001", (await RunningLakudo.Post(client, "api/v1/halls/1/tickets", new { line = 7 })).Body.GetProperty("number").GetString());
        Assert.Contains("H-042", await HtmlForms.Post(browser, "petugas/pengaturan", "aula", ("Form.Counters[0].Lines", "A Z")), StringComparison.Ordinal);
    }

    [Theory, MemberData(nameof(Both))]
    public async Task A_clerk_tells_in_two_taps_what_cannot_be_had_and_the_portal_shows_it_with_its_time(Vendor vendor)
    {
        var lakudo = programs[vendor];
        using var clerk = lakudo.Browser();
        await SignIn(clerk, lakudo, "loket.2");
        var service = await IdOf(lakudo, "PTS-002");

        await HtmlForms.Post(clerk, "petugas/hari-ini?instansi=DPMPTSP", "kabar", ("Form.Said", $"{service}:{(int)ServiceObstacles.NoBlanks}"));

        using var citizen = lakudo.Browser();
        var told = (await Do<TodayStatus>(lakudo, v => v.Run(Caller.Public(1), 1)))[service];
        Assert.Equal(ServiceObstacles.NoBlanks, told.Obstacles);
        var sheet = await citizen.GetStringAsync("hari-ini?segar");
        Assert.Contains("blangko habis", sheet, StringComparison.Ordinal);
    }

    [Theory, MemberData(nameof(Both))]
    public async Task Staff_of_an_agency_speak_of_its_services_only(Vendor vendor)
    {
        var lakudo = programs[vendor];
        var (own, foreign) = (await IdOf(lakudo, "SOS-002"), await IdOf(lakudo, "PTS-001"));
        await using var scope = lakudo.Services.CreateAsyncScope();
        var agency = (await scope.ServiceProvider.GetRequiredService<Lakudo.Catalogue.CatalogueEdition>().Of(1)).Find("SOS-002")!.Agency.Id;
        Task<Outcome<Done>> Tell(params Guid[] services) => Do<SetServiceStatus, Done>(lakudo, v => v.Run(As(Role.AgencyAdmin, agency), new(1, services, ServiceObstacles.None)));

        Assert.Null((await Tell(own)).Refusal);
        Assert.Equal("K-001", (await Tell(own, foreign)).Refusal?.Code);
        Assert.Equal("K-007", (await Tell(Guid.CreateVersion7())).Refusal?.Code);
    }

    [Theory, MemberData(nameof(Both))]
    public async Task A_number_from_afar_is_checked_in_at_the_kiosk_and_printed(Vendor vendor)
    {
        var lakudo = programs[vendor];
        using var kiosk = await Kiosk(lakudo, roll: 58);
        var ticket = await FromAfar(lakudo, "warga.kiosk@contoh.id");

        var wrong = await HtmlForms.Post(kiosk, "anjungan", "hadir", ("Arrival.Shown", "Z-999"));
        var slip = await HtmlForms.Post(kiosk, "anjungan", "hadir", ("Arrival.Shown", ticket.Number.ToLowerInvariant()));
        var twice = await HtmlForms.Post(kiosk, "anjungan", "hadir", ("Arrival.Shown", $"http://x/nomor/{ticket.Id:N}/{ticket.Secret}"));

        Assert.Contains("H-007", wrong, StringComparison.Ordinal);
        Assert.Contains("value=\"Z-999\"", wrong, StringComparison.Ordinal);
        Assert.Contains("data-roll=\"58\"", slip, StringComparison.Ordinal);
        Assert.Contains(ticket.Number, slip, StringComparison.Ordinal);
        Assert.Contains($"Cetak lagi karcis {ticket.Number}", await kiosk.GetStringAsync("anjungan"), StringComparison.Ordinal);
        Assert.Contains("H-022", twice, StringComparison.Ordinal);
    }

    [Theory, MemberData(nameof(Both))]
    public async Task One_visit_to_a_kiosk_gets_one_number_and_always_its_slip(Vendor vendor)
    {
        var lakudo = programs[vendor];
        using var kiosk = await Kiosk(lakudo, roll: 80);
        var page = await kiosk.GetStringAsync("anjungan");
        async Task<string> Touch(string choice)
        {
            using var content = new FormUrlEncodedContent(HtmlForms.Fields(page, "ambil", ("Form.Choice", choice)));
            using var answer = await kiosk.PostAsync("anjungan", content);
            return WebUtility.HtmlDecode(await answer.Content.ReadAsStringAsync());
        }

        static string Number(string slip) => System.Text.RegularExpressions.Regex.Match(slip, "data-roll.*?<p class=\"number\">([^<]+)</p>", System.Text.RegularExpressions.RegexOptions.Singleline).Groups[1].Value;
        var service = (await IdOf(lakudo, "DKC-005")).ToString();
        var slips = await Task.WhenAll(Touch("1"), Touch("2"), Touch(service), Touch("1"));
        var number = Assert.Single(slips.Select(Number).Distinct());
        Assert.Matches(@"^[A-Z]-\d{3}$", number);
        Assert.Contains(slips, s => s.Contains("Satu kunjungan mendapat satu nomor", StringComparison.Ordinal));
        Assert.Contains(slips, s => !s.Contains("Satu kunjungan mendapat satu nomor", StringComparison.Ordinal));

        // The power fails before the slip is out: the next screen offers it, until the visitor is done.
        var visit = System.Text.RegularExpressions.Regex.Match(slips[0], "data-cetak=\"anjungan\\?cetak=([0-9a-f]{32})").Groups[1].Value;
        Assert.Contains($"Cetak lagi karcis {number}", await kiosk.GetStringAsync("anjungan"), StringComparison.Ordinal);
        Assert.Equal(number, Number(await kiosk.GetStringAsync($"anjungan?cetak={visit}")));
        Assert.DoesNotContain(number, await kiosk.GetStringAsync($"anjungan?selesai={visit}"), StringComparison.Ordinal);
        Assert.DoesNotContain(number, await kiosk.GetStringAsync("anjungan"), StringComparison.Ordinal);
        Assert.Contains($"<meta http-equiv=\"refresh\" content=\"20;url=/anjungan?selesai={visit}\"", slips[0], StringComparison.Ordinal);

        // The next visitor has a number of their own; another kiosk prints nobody's slip.
        page = await kiosk.GetStringAsync("anjungan?cari=ktp");
        Assert.NotEqual(number, Number(await Touch("1")));
        using var neighbour = await Kiosk(lakudo, roll: 80);
        Assert.Contains("Mau mengurus apa?", await neighbour.GetStringAsync($"anjungan?cetak={visit}"), StringComparison.Ordinal);
    }

    [Theory, MemberData(nameof(Both))]
    public async Task A_token_for_the_catalogue_calls_nobody_though_the_client_may(Vendor vendor)
    {
        var lakudo = programs[vendor];
        var (id, secret) = await Lakudo.Web.Identity.ClientsCommand.Add(lakudo.Services, "uji", [new Assignment(Role.HallClient, 1, 1), new Assignment(Role.Public, 1)], ["hall", "catalogue"], default);
        using var http = new HttpClient { BaseAddress = lakudo.Address };
        async Task<int> Take(string scope)
        {
            var token = await RunningLakudo.Token(http, id, secret, scope);
            http.DefaultRequestHeaders.Authorization = new("Bearer", token.GetProperty("access_token").GetString());
            return (await RunningLakudo.Post(http, "api/v1/halls/1/tickets", new { line = 3 })).Status;
        }

        Assert.Equal(403, await Take("catalogue"));
        Assert.Equal(201, await Take("hall"));
        Assert.False((await RunningLakudo.Token(http, id, secret, "applications")).TryGetProperty("access_token", out _));
        Assert.False((await RunningLakudo.Token(http, id, secret + "x", "hall")).TryGetProperty("access_token", out _));
    }

    private static async Task<TicketAnswer> FromAfar(RunningLakudo lakudo, string contact)
    {
        var caller = Caller.Public(1) with { Key = Guid.CreateVersion7().ToString("N"), Address = "10.9.9.9" };
        var sent = (await Do<SendContactCode, SendContactCode.Answer>(lakudo, v => v.Run(caller with { Key = caller.Key + "/kirim" }, new(contact)))).Value;
        using var browser = lakudo.Browser();
        var digits = "";
        for (var i = 0; i < 50 && digits.Length == 0; i++, await Task.Delay(100))
        {
            var inbox = WebUtility.HtmlDecode(await browser.GetStringAsync("simulator/pesan"));
            var at = inbox.IndexOf(contact, StringComparison.Ordinal);
            digits = at < 0 ? "" : System.Text.RegularExpressions.Regex.Match(inbox[at..], @"(\d{6}) adalah").Groups[1].Value;
        }

        var service = await IdOf(lakudo, "DKC-005");
        return (await Do<TakeWebTicket, TicketAnswer>(lakudo, v => v.Run(caller, new(1, service, sent.Code, digits)))).Value;
    }

    private static async Task<HttpClient> Kiosk(RunningLakudo lakudo, int roll)
    {
        var made = (await Do<RegisterDevice, RegisterDevice.Answer>(lakudo, v => v.Run(As(Role.HallManager), new(1, DeviceKind.Kiosk, "Uji", Roll: roll)))).Value;
        var browser = lakudo.Browser();
        await HtmlForms.Post(browser, "perangkat", "pasang", ("Form.Code", made.Code));
        return browser;
    }

    private static Task SignIn(HttpClient browser, RunningLakudo lakudo, string user) =>
        HtmlForms.Post(browser, "masuk", "masuk", ("Form.UserName", user), ("Form.Password", lakudo.PasswordOf(user)));

    private static async Task<Guid> IdOf(RunningLakudo lakudo, string code) =>
        (await lakudo.Services.GetRequiredService<Lakudo.Catalogue.CatalogueEdition>().Of(1)).Find(code)!.Service.Id;

    private static Caller As(Role role, int? agency = null) => new(1, Guid.CreateVersion7(), [new Assignment(role, 1, null, agency)]) { Key = Guid.CreateVersion7().ToString("N") };

    private static async Task<Outcome<T>> Do<TVerb, T>(RunningLakudo lakudo, Func<TVerb, Task<Outcome<T>>> run)
        where TVerb : notnull
    {
        await using var scope = lakudo.Services.CreateAsyncScope();
        return await run(scope.ServiceProvider.GetRequiredService<TVerb>());
    }

    private static async Task<System.Collections.Immutable.ImmutableDictionary<Guid, TodayStatus.Answer>> Do<TView>(
        RunningLakudo lakudo, Func<TodayStatus, Task<System.Collections.Immutable.ImmutableDictionary<Guid, TodayStatus.Answer>>> run)
        where TView : notnull
    {
        await using var scope = lakudo.Services.CreateAsyncScope();
        return await run(scope.ServiceProvider.GetRequiredService<TodayStatus>());
    }
}
