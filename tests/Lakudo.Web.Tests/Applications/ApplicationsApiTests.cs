using System.Net;
using System.Net.Http.Headers;
using System.Text.Json;
using Lakudo.Catalogue;
using Lakudo.Kernel;
using Lakudo.Testing;
using Lakudo.Web.Host;
using Microsoft.Extensions.DependencyInjection;

namespace Lakudo.Web.Tests.Applications;

/// <summary>The main flow over HTTP: from a number at the kiosk to the verified document, each step by the one whose it is.</summary>
[Collection("programs")]
public sealed class ApplicationsApiTests(BothPrograms programs)
{
    /// <summary>The address under which a case's page offers the first file that was handed in.</summary>
    private static async Task<string> HandedIn(HttpClient staff, Guid application) =>
        System.Text.RegularExpressions.Regex.Match(await staff.GetStringAsync($"petugas/permohonan/{application:N}"), @"petugas/permohonan/\w+/berkas/\w+").Value;

    private static readonly byte[] Png = Convert.FromBase64String(
        "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mP8z8BQDwAEhQGAhKmMIQAAAABJRU5ErkJggg==");

    public static TheoryData<Vendor> Both => BothPrograms.Both;

    [Theory, MemberData(nameof(Both))]
    public async Task A_visitor_finds_a_service_takes_a_number_is_called_and_leaves_with_a_document_that_anyone_verifies(Vendor vendor)
    {
        var lakudo = programs[vendor];
        using var citizen = lakudo.Browser();
        var found = JsonSerializer.Deserialize<JsonElement>(await citizen.GetStringAsync("api/v1/services?q=surat%20tidak%20mampu"));
        Assert.Contains("SOS-002", found.ToString(), StringComparison.Ordinal);
        var service = (await Card(lakudo, "SOS-002")).Service.Id;

        // The hall: a number, a call, a start.
        using var hall = await lakudo.Client("hall", new Assignment(Role.HallClient, 1, 1));
        var (created, ticket) = await RunningLakudo.Post(hall, "api/v1/halls/1/tickets", new { service });
        Assert.Equal(201, created);

        // The clerk files it, scans a paper in, and declares it complete.
        using var clerk = await StaffSession.SignIn(lakudo, "loket.1");
        var (filedStatus, filed) = await RunningLakudo.Post(clerk.Http, "api/v1/applications", new { service, name = "La Ode Uji Contoh", nik = "9914010505900007", cardSeen = true });
        Assert.Equal(201, filedStatus);
        var path = $"api/v1/applications/{filed.GetProperty("id").GetString()}";
        var requirements = (await Card(lakudo, "SOS-002")).Requirements.Select(r => r.Id).ToArray();
        Assert.Equal(201, await Upload(clerk.Http, $"{path}/files?requirement={requirements[0]}", Png, "kk.png"));
        Assert.Equal((409, "A-043"), await Refused(clerk.Http, $"{path}/complete", new { seen = requirements[1..] }));
        Assert.Equal(200, (await RunningLakudo.Post(clerk.Http, $"{path}/complete", new { seen = requirements })).Status);

        // Verifier and official do their own step and nobody else's.
        using var verifier = await StaffSession.SignIn(lakudo, "verifikator");
        using var official = await StaffSession.SignIn(lakudo, "penandatangan");
        Assert.Equal((403, "K-001"), await Refused(clerk.Http, $"{path}/verify", new { text = "Benar." }));
        Assert.Equal(200, (await RunningLakudo.Post(verifier.Http, $"{path}/verify", new { text = "Benar dari keluarga tidak mampu." })).Status);
        Assert.Equal((403, "K-001"), await Refused(verifier.Http, $"{path}/decide", new { grant = true }));
        Assert.Equal(200, (await RunningLakudo.Post(official.Http, $"{path}/decide", new { grant = true })).Status);
        var (numbered, document) = await RunningLakudo.Post(official.Http, $"{path}/document", new { });
        Assert.Equal(201, numbered);
        Assert.Equal(200, (await RunningLakudo.Post(official.Http, $"api/v1/documents/{document.GetProperty("document").GetString()}/sign", new { })).Status);

        // The applicant fetches it; anyone verifies it by code and by file, and one changed byte is found.
        var (number, secret) = (filed.GetProperty("number").GetString(), filed.GetProperty("secret").GetString());
        var pdf = await citizen.GetByteArrayAsync($"lacak/{number}/{secret}/dokumen");
        // Files are saved and may run nothing, the applicant's own and what was handed in.
        var handedIn = await HandedIn(clerk.Http, filed.GetProperty("id").GetGuid());
        foreach (var (browser, address) in new[] { (citizen, $"lacak/{number}/{secret}/dokumen"), (verifier.Http, handedIn) })
        {
            using var file = await browser.GetAsync(address);
            Assert.Equal(HttpStatusCode.OK, file.StatusCode);
            Assert.Equal("attachment", file.Content.Headers.ContentDisposition?.DispositionType);
            Assert.StartsWith("sandbox", string.Join(';', file.Headers.GetValues("Content-Security-Policy")), StringComparison.Ordinal);
            Assert.Equal("nosniff", string.Join(';', file.Headers.GetValues("X-Content-Type-Options")));
            Assert.True(file.Headers.CacheControl?.NoStore);
        }

        Assert.Equal("Valid", JsonSerializer.Deserialize<JsonElement>(await citizen.GetStringAsync($"api/v1/documents/verify?code={document.GetProperty("code").GetString()}")).GetProperty("standing").GetString());
        Assert.Equal("Valid", await Verify(citizen, pdf));
        pdf[^500] ^= 1;
        Assert.Equal("NotAsIssued", await Verify(citizen, pdf));
        Assert.Equal(200, (await RunningLakudo.Post(clerk.Http, $"{path}/hand-over")).Status);
        var track = JsonSerializer.Deserialize<JsonElement>(await citizen.GetStringAsync($"api/v1/applications/track?number={number}&secret={secret}"));
        Assert.Equal("HandedOver", track.GetProperty("state").GetString());
        Assert.DoesNotContain("La Ode Uji", track.ToString(), StringComparison.Ordinal);
        Assert.NotEqual(default, ticket);
    }

    [Theory, MemberData(nameof(Both))]
    public async Task An_agencys_system_files_and_follows_its_own_and_sees_nobody_elses(Vendor vendor)
    {
        var lakudo = programs[vendor];
        var (own, other) = (await Card(lakudo, "SOS-003"), await Card(lakudo, "PTS-042"));
        using var system = await lakudo.Client("applications", new Assignment(Role.ApplicationsClient, 1, Agency: own.Agency.Id));
        using var neighbour = await lakudo.Client("applications", new Assignment(Role.ApplicationsClient, 1, Agency: other.Agency.Id));
        var key = Guid.CreateVersion7().ToString("N");
        var body = new { service = own.Service.Id, name = "Samsiah", nik = "9914014505900003" };
        var first = await RunningLakudo.Post(system, "api/v1/applications", body, key);
        var again = await RunningLakudo.Post(system, "api/v1/applications", body, key);
        Assert.Equal((201, first.Body.GetProperty("id").GetString()), (again.Status, again.Body.GetProperty("id").GetString()));

        var path = $"api/v1/applications/{first.Body.GetProperty("id").GetString()}";
        Assert.Equal((403, "K-001"), await Refused(system, "api/v1/applications", new { service = other.Service.Id, name = "Samsiah", nik = "9914014505900003" }));
        Assert.Equal((422, "K-006"), await Refused(system, "api/v1/applications", new { service = own.Service.Id, name = "Samsiah", nik = "12" }));
        Assert.Equal((404, "A-040"), await Refused(neighbour, $"{path}/return", new { text = "x" }));
        Assert.Equal(HttpStatusCode.NotFound, (await neighbour.GetAsync(path)).StatusCode);
        var file = JsonSerializer.Deserialize<JsonElement>(await system.GetStringAsync(path));
        Assert.Equal("S******"[..6], file.GetProperty("name").GetString()![..6]);
        Assert.DoesNotContain("9914014505900003", file.ToString(), StringComparison.Ordinal);
        Assert.Equal((403, "K-001"), await Refused(system, $"{path}/decide", new { grant = true }));
        using var nobody = lakudo.Browser();
        Assert.Equal(HttpStatusCode.Unauthorized, (await nobody.GetAsync("api/v1/applications")).StatusCode);
        Assert.Equal(HttpStatusCode.Unauthorized, (await nobody.GetAsync(path)).StatusCode);
        Assert.Equal((422, "A-056"), await Refused(nobody, "api/v1/applications", body));
    }

    [Theory, MemberData(nameof(Both))]
    public async Task A_large_or_disguised_upload_and_a_forged_code_get_a_clear_no(Vendor vendor)
    {
        var lakudo = programs[vendor];
        var card = await Card(lakudo, "SOS-003");
        using var clerk = await StaffSession.SignIn(lakudo, "loket.1");
        var (_, filed) = await RunningLakudo.Post(clerk.Http, "api/v1/applications", new { service = card.Service.Id, name = "Hasan", nik = "9914010505900009" });
        var files = $"api/v1/applications/{filed.GetProperty("id").GetString()}/files?requirement={card.Requirements[0].Id}";
        var big = new byte[50 * 1024 * 1024];
        Png.CopyTo(big, 0);
        Assert.Equal(422, await Upload(clerk.Http, files, big, "besar.png"));
        Assert.Equal(422, await Upload(clerk.Http, files, "MZ program"u8.ToArray(), "surat.pdf"));
        Assert.Equal(422, await Upload(clerk.Http, files, Png, "surat.pdf"));

        using var citizen = lakudo.Browser();
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await citizen.GetAsync("verifikasi/AAAA-AAAA-AAAA")).StatusCode);
        using var wrong = await citizen.GetAsync($"lacak/{filed.GetProperty("number").GetString()}/AAAAAAAA");
        Assert.Equal(HttpStatusCode.NotFound, wrong.StatusCode);
        Assert.Contains("A-040", await wrong.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NotFound, (await citizen.GetAsync($"lacak/{filed.GetProperty("number").GetString()}/AAAAAAAA/dokumen")).StatusCode);
    }

    [Theory, MemberData(nameof(Both))]
    public async Task One_address_that_tries_codes_out_is_slowed_and_told_so(Vendor vendor)
    {
        var lakudo = programs[vendor];
        using var guesser = lakudo.Browser();
        guesser.DefaultRequestHeaders.Add("X-Forwarded-For", "203.0.113.77");
        var answers = new List<HttpStatusCode>();
        for (var i = 0; i < 125; i++)
        {
            using var answer = await guesser.GetAsync("api/v1/applications/track?number=P-2026-000001&secret=AAAAAAAA");
            answers.Add(answer.StatusCode);
        }

        Assert.Equal(HttpStatusCode.NotFound, answers[0]);
        Assert.Equal(HttpStatusCode.TooManyRequests, answers[^1]);
    }

    private static async Task<ServiceCard> Card(RunningLakudo lakudo, string code) => (await lakudo.Services.GetRequiredService<CatalogueEdition>().Of(1)).Find(code)!;

    private static async Task<(int, string?)> Refused(HttpClient http, string path, object body)
    {
        var (status, answer) = await RunningLakudo.Post(http, path, body);
        return (status, answer.GetProperty("code").GetString());
    }

    private static async Task<int> Upload(HttpClient http, string path, byte[] content, string name)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, path) { Content = new ByteArrayContent(content) };
        request.Content.Headers.ContentType = new MediaTypeHeaderValue("image/png");
        request.Headers.Add("X-File-Name", name);
        request.Headers.Add(CurrentCaller.KeyHeader, Guid.CreateVersion7().ToString("N"));
        using var answer = await http.SendAsync(request);
        return (int)answer.StatusCode;
    }

    private static async Task<string?> Verify(HttpClient http, byte[] pdf)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, "api/v1/documents/verify") { Content = new ByteArrayContent(pdf) };
        request.Content.Headers.ContentType = new MediaTypeHeaderValue("application/pdf");
        request.Headers.Add(CurrentCaller.KeyHeader, Guid.CreateVersion7().ToString("N"));
        using var answer = await http.SendAsync(request);
        return JsonSerializer.Deserialize<JsonElement>(await answer.Content.ReadAsStringAsync()).GetProperty("standing").GetString();
    }
}
