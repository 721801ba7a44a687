using System.Net;
using System.Text;
using System.Text.RegularExpressions;
using Lakudo.Hall;
using Lakudo.Hall.Setup;
using Lakudo.Identity;
using Lakudo.Kernel;
using Lakudo.Testing;
using Lakudo.Web.Identity;
using Lakudo.Web.Sample;
using Lakudo.Web.Tests.Feedback;
using Microsoft.AspNetCore.Routing;
using Microsoft.AspNetCore.StaticAssets;
using Microsoft.Extensions.DependencyInjection;

namespace Lakudo.Web.Tests.Pages;

/// <summary>
/// Every page and download of the program is looked at by everybody who has an account in the sample, by devices, a client and by nobody, and no table changes: a GET only looks.
/// The addresses are found by following links; a route that no link leads to stands in <see cref="Further"/>, and one that neither reaches fails the test.
/// </summary>
public sealed partial class LookingChangesNothingTests
{
    /// <summary>So many addresses of one route are looked at by each person.</summary>
    private const int OfEach = 2;

    /// <summary>What the sample holds none of; it is looked at with an id that is none. A page that is added here is looked at by no real id, so make one in <see cref="Further"/> instead.</summary>
    private static readonly string[] _noneInSample =
    [
        "/petugas/anak/{child:guid}/rujukan/{referral:guid}", "/petugas/permohonan/{id:guid}/berkas/{file:guid}", "/petugas/permohonan/{id:guid}/lembar/{document:guid}",
        "/simulator/sms/3rdparty/v1/messages/{id}", "/simulator/sms/messages/{id}",
    ];

    [Fact]
    public async Task No_page_that_is_only_looked_at_changes_a_table()
    {
        await using var lakudo = await RunningLakudo.Start(Vendor.Sqlite, "--Lakudo:RequestsPerSecond=100000");
        var routes = Routes(lakudo);
        var further = await Further(lakudo);
        var (mother, children) = await Family(lakudo);
        further = [.. further, .. children];
        var people = await People(lakudo);
        people.Add(("family", mother));
        using var tables = new TableWatch(lakudo);
        // What the program still had to do by itself after its start is done first.
        for (var quiet = 0; quiet < 2;)
        {
            await Task.Delay(1_500);
            quiet = tables.Changes().Count == 0 ? quiet + 1 : 0;
        }

        var changed = new List<string>();
        var reached = new HashSet<string>();
        foreach (var (who, browser) in people)
        {
            foreach (var route in await Look(who, browser, routes, further, tables, changed)) reached.Add(route);
        }

        // What the sample has none of is asked for by an id that is none.
        IReadOnlyList<string> madeUp = [.. routes.Where(r => !reached.Contains(r.Pattern)).Select(r => r.MadeUp)];
        foreach (var (who, browser) in people)
        {
            using var own = browser;
            await Look(who, browser, routes, madeUp, tables, changed, follows: false);
        }

        var unreached = routes.Where(r => !reached.Contains(r.Pattern)).Select(r => r.Pattern).Order().ToList();
        Assert.True(changed.Count == 0, string.Join('\n', changed));
        Assert.Equal([], unreached.Except(_noneInSample));
    }

    /// <summary>Follows the links one person sees, with GET and HEAD. Answers the routes that were opened.</summary>
    private static async Task<IEnumerable<string>> Look(string who, HttpClient browser, IReadOnlyList<Route> routes, IReadOnlyList<string> further, TableWatch tables, List<string> changed, bool follows = true)
    {
        var seen = new Dictionary<string, int>();
        var asked = new HashSet<string>();
        var waiting = new Queue<string>(follows ? [.. further, "", "petugas"] : further);
        while (waiting.TryDequeue(out var address))
        {
            if (!asked.Add(address) || routes.FirstOrDefault(r => r.Fits(address)) is not { } route) continue;
            if (!further.Contains(address) && (seen[route.Pattern] = seen.GetValueOrDefault(route.Pattern) + 1) > OfEach) continue;
            seen.TryAdd(route.Pattern, 1);
            HttpMethod[] methods = who is "nobody" or "admin" ? [HttpMethod.Get, HttpMethod.Head] : [HttpMethod.Get];
            foreach (var method in methods)
            {
                using var request = new HttpRequestMessage(method, address);
                request.Headers.Add("Sec-Purpose", "prefetch");
                // An event stream does not end.
                using var answer = await browser.SendAsync(request, HttpCompletionOption.ResponseHeadersRead);
                if (follows && method == HttpMethod.Get && answer.Content.Headers.ContentType?.MediaType is "text/html" or "text/plain")
                {
                    foreach (var link in Links(await answer.Content.ReadAsStringAsync())) waiting.Enqueue(link);
                }
                else if (answer.Content.Headers.ContentType?.MediaType is not "text/event-stream")
                {
                    await answer.Content.ReadAsByteArrayAsync();
                }

                if (follows && answer.Headers.Location is { } to) waiting.Enqueue(WebUtility.HtmlDecode(to.IsAbsoluteUri ? to.PathAndQuery : to.ToString()).TrimStart('/'));
                if ((int)answer.StatusCode >= 500) changed.Add($"{who} {method} {address}: {answer.StatusCode}");
                changed.AddRange(tables.Changes().Select(c => $"{who} {method} {address}: {c}"));
            }
        }

        return seen.Keys;
    }

    private static IEnumerable<string> Links(string page) => Link().Matches(page).Select(m => WebUtility.HtmlDecode(m.Groups[1].Value).Split('#')[0].TrimStart('/'))
        .Where(l => !l.Contains(':', StringComparison.Ordinal)).Select(l => l == "./" ? "" : l);

    /// <summary>Every route that answers a GET, the most definite first.</summary>
    private static IReadOnlyList<Route> Routes(RunningLakudo lakudo) =>
    [
        .. lakudo.Services.GetServices<EndpointDataSource>().SelectMany(s => s.Endpoints).OfType<RouteEndpoint>()
            .Where(e => e.Metadata.GetMetadata<HttpMethodMetadata>() is not { } m || m.HttpMethods.Count == 0 || m.HttpMethods.Contains("GET"))
            // Files of the program itself: fonts, scripts, styles, sounds.
            .Where(e => e.Metadata.GetMetadata<StaticAssetDescriptor>() is null)
            .Select(e => new Route("/" + e.RoutePattern.RawText!.Trim('/')))
            .Where(r => !r.Pattern.Contains("{*", StringComparison.Ordinal) && !r.Pattern.StartsWith("/_framework", StringComparison.Ordinal) && r.Pattern != "/api/{documentName}/openapi.json").DistinctBy(r => r.Pattern).OrderBy(r => r.Pattern.Count(c => c == '{')).ThenByDescending(r => r.Pattern.Length),
    ];

    /// <summary>Everybody with an account, one who has yet to set an authenticator up, one with a first password, three devices, a client and nobody.</summary>
    private static async Task<List<(string Who, HttpClient Browser)>> People(RunningLakudo lakudo)
    {
        var people = new List<(string, HttpClient)>
        {
            ("nobody", lakudo.Browser()), ("hall's client", await lakudo.Client("hall", new Assignment(Role.HallClient, 1, 1))),
            ("agencies' client", await lakudo.Client("applications", new Assignment(Role.ApplicationsClient, 1))),
        };
        foreach (var user in Printed().Matches(lakudo.Console).Select(m => m.Groups[1].Value))
        {
            people.Add((user, (await StaffSession.SignIn(lakudo, user)).Http));
        }

        foreach (var (role, mustChange) in new[] { (Role.ItOfficer, false), (Role.CounterOfficer, true) })
        {
            var made = await SampleRegion.Run<AddStaff, AddStaff.Answer>(lakudo.Services, v => v.Run(Caller.System(1), new($"baru.{role}".ToLowerInvariant(), "Petugas Baru Contoh", role, MustChangePassword: mustChange)));
            var browser = lakudo.Browser();
            await HtmlForms.Post(browser, "masuk", "masuk", ("Form.UserName", made.UserName), ("Form.Password", made.Password));
            people.Add((made.UserName, browser));
        }

        foreach (var kind in Enum.GetValues<DeviceKind>())
        {
            var made = await SampleRegion.Run<RegisterDevice, RegisterDevice.Answer>(lakudo.Services, v => v.Run(Manager(), new(1, kind, $"Uji {kind}", Counter: kind == DeviceKind.Counter ? 1 : null)));
            var browser = lakudo.Browser();
            await HtmlForms.Post(browser, "perangkat", "pasang", ("Form.Code", made.Code));
            people.Add((kind.ToString(), browser));
        }

        return people;
    }

    /// <summary>What no link of a page leads to: addresses on paper, in messages and in programs.</summary>
    private static async Task<IReadOnlyList<string>> Further(RunningLakudo lakudo)
    {
        var filed = await FinishedApplications.Make(lakudo, "DKC-001");
        using var client = await lakudo.Client("hall", new Assignment(Role.HallClient, 1, 1));
        var (_, ticket) = await RunningLakudo.Post(client, "api/v1/halls/1/tickets", new { line = 1 });
        var (id, secret) = (ticket.GetProperty("id").GetString(), ticket.GetProperty("url").GetString()!.Split('/')[^1]);
        using var officer = await StaffSession.SignIn(lakudo, "petugas.pdp");
        await officer.Post("petugas/data-pribadi/permintaan", "permintaan", ("Form.Kind", "Access"), ("Form.Key", "0812 3456 7899"), ("Form.Proof", "CardSeen"));
        await officer.Post("petugas/data-pribadi/kejadian", "kejadian",
            ("Form.Source", "Store"), ("Form.Name", "USB cadangan"), ("Form.From", "2026-11-20T08:00"), ("Form.Until", "2026-11-24T08:00"), ("Form.KnownAt", "2026-11-24T09:00"), ("Form.How", "USB hilang"));
        using var gizi = await StaffSession.SignIn(lakudo, "gizi");
        var trial = await Trial(gizi);
        return
        [
            $"nomor/{id}/{secret}",
            $"lacak/{filed.Number}/{filed.Secret}", $"survei/{filed.Number}/{filed.Secret}", $"lacak/{filed.Number}/{filed.Secret}/dokumen",
            "masuk", "perangkat", "anjungan", "papan", "papan/1", "galat", "galat/404", "aula", "api", "ajukan?layanan=DKC-001", "ambil-nomor?layanan=DKC-001", "verifikasi?kode=K7QM-2XPD-9FAT", "verifikasi/K7QM-2XPD-9FAT",
            "petugas/permohonan?langkah=Ready", "petugas/permohonan?langkah=Received", "petugas/hitungan.csv", "petugas/posyandu/skdn.pdf", "petugas/posyandu/skdn.xlsx",
            "keluarga/1/ABCDEFGHJKMNPQRSTUVWXYZ234", "keluarga/anak", "keluarga/pengingat", "simulator/bsre", "simulator/pesan", trial, $"{trial}/sisa.xlsx",
            "petugas/keluarga", "petugas/keluarga-saya", "petugas/posyandu/bertentangan",
            "api/v1/openapi.json", "api/v1/halls/1/board", "api/v1/halls/1/events", $"api/v1/halls/1/tickets/{id}?secret={secret}",
            "api/v1/applications", $"api/v1/applications/{filed.Id}", $"api/v1/applications/track?number={filed.Number}&secret={filed.Secret}", "api/v1/documents/verify?code=K7QM-2XPD-9FAT",
            "api/v1/services", "api/v1/services/DKC-001", "api/v1/surveys/results",
        ];
    }

    /// <summary>A mother who has opened her child's page, and the addresses about the child and its household that its midwife opens by searching.</summary>
    private static async Task<(HttpClient Mother, IReadOnlyList<string> Addresses)> Family(RunningLakudo lakudo)
    {
        using var midwife = await StaffSession.SignIn(lakudo, "bidan");
        var posyandu = Regex.Match(await midwife.Http.GetStringAsync("petugas/posyandu"), "href=\"petugas/posyandu/([0-9a-f-]{36})\">Posyandu Lakudo 1<").Groups[1].Value;
        var all = Regex.Matches(await midwife.Http.GetStringAsync($"petugas/posyandu/{posyandu}"), "href=\"(petugas/anak/[0-9a-f-]{36})\"").Select(m => m.Groups[1].Value).Distinct().ToList();
        var child = all[0];
        var page = await midwife.Post(child, "kartu-buat");
        var pin = Regex.Match(page, "PIN keluarga: <b[^>]*>(\\d{3}) (\\d{3})</b>");
        var birth = DateOnly.ParseExact(Regex.Match(page, "<dt>Lahir</dt><dd>([^<]+)<").Groups[1].Value, ["d MMM yyyy", "d MMMM yyyy"], Formats.Indonesian);
        var address = Regex.Match(page, "href=\"(petugas/anak/kartu/[0-9a-f]{32}/stiker)\"").Groups[1].Value;
        var sticker = await midwife.Http.GetByteArrayAsync(address);
        var mother = lakudo.Browser();
        await HtmlForms.Post(mother, Regex.Match(Encoding.Latin1.GetString(sticker), "keluarga/1/[2-9A-Z]{26}").Value, "buka",
            ("Form.Day", $"{birth.Day}"), ("Form.Month", $"{birth.Month}"), ("Form.Year", $"{birth.Year}"), ("Form.Pin", pin.Groups[1].Value + pin.Groups[2].Value));
        // Not every child of the sample belongs to a household.
        using var nutritionist = await StaffSession.SignIn(lakudo, "gizi");
        foreach (var one in all)
        {
            var household = Links(await nutritionist.Http.GetStringAsync(one)).FirstOrDefault(l => l.StartsWith("petugas/keluarga/", StringComparison.Ordinal));
            if (household is not null) return (mother, [child, $"{child}/keluarga", address, household]);
        }

        throw new InvalidOperationException("The sample has no household.");
    }

    /// <summary>A file that was tried and not yet entered.</summary>
    private static async Task<string> Trial(StaffSession gizi)
    {
        using var content = new MultipartFormDataContent();
        foreach (var (name, value) in HtmlForms.Fields(await gizi.Http.GetStringAsync("petugas/posyandu/impor"), "berkas")) content.Add(new StringContent(value), name);
        content.Add(new ByteArrayContent("Nama,JK,Tgl Lahir,Posyandu\nContoh,L,2025-01-02,Posyandu Lakudo 1\n"u8.ToArray()), "Form.File", "register.csv");
        using var answer = await gizi.Http.PostAsync("petugas/posyandu/impor", content);
        var to = answer.Headers.Location!;
        return (to.IsAbsoluteUri ? to.PathAndQuery : to.ToString()).TrimStart('/');
    }

    private static Caller Manager() => new(1, Guid.CreateVersion7(), [new Assignment(Role.HallManager, 1)]) { Key = Guid.CreateVersion7().ToString("N") };

    private sealed record Route(string Pattern)
    {
        private readonly Regex _fits = new("^" + Regex.Replace(Pattern.TrimStart('/'), @"\{[^}]*?(:guid|:int)?\}", m => m.Groups[1].Value switch { ":guid" => "[0-9a-fA-F-]{32,36}", ":int" => "[0-9]+", _ => "[^/]+" }) + "$");

        public string MadeUp => Regex.Replace(Pattern.TrimStart('/'), @"\{[^}]*?(:guid|:int)?\}", m => m.Groups[1].Value == ":guid" ? "01900000-0000-7000-8000-000000000001" : "1");

        public bool Fits(string address) => _fits.IsMatch(address.Split('?')[0].TrimEnd('/'));
    }

    [GeneratedRegex("(?:href|src)=\"([^\"#][^\"]*)\"")]
    private static partial Regex Link();

    [GeneratedRegex(@"^  (\S+) +\S+ ", RegexOptions.Multiline)]
    private static partial Regex Printed();
}
