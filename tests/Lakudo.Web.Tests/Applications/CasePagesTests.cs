using System.Net;
using System.Text.RegularExpressions;
using Lakudo.Catalogue;
using Lakudo.Testing;
using Microsoft.Extensions.DependencyInjection;

namespace Lakudo.Web.Tests.Applications;

[Collection("programs")]
public sealed partial class CasePagesTests(BothPrograms programs)
{
    public static TheoryData<Vendor> Both => BothPrograms.Both;

    [Theory, MemberData(nameof(Both))]
    public async Task The_sample_has_a_case_in_every_state_and_each_opens(Vendor vendor)
    {
        using var verifier = await StaffSession.SignIn(programs[vendor], "verifikator");
        foreach (var state in new[] { "Received", "Returned", "Complete", "Verified", "Approved", "Ready", "HandedOver", "Rejected" })
        {
            var list = await verifier.Http.GetStringAsync($"petugas/permohonan?langkah={state}");
            var first = CaseLink().Match(list);
            Assert.True(first.Success, $"no case is {state}");
            var page = WebUtility.HtmlDecode(await verifier.Http.GetStringAsync(first.Groups[1].Value));
            Assert.Contains("Langkah berikutnya", page, StringComparison.Ordinal);
            Assert.DoesNotMatch(FullNik(), page);
        }
    }

    [Theory, MemberData(nameof(Both))]
    public async Task Pages_and_files_of_cases_are_closed_to_those_they_are_not_for(Vendor vendor)
    {
        var lakudo = programs[vendor];
        using var verifier = await StaffSession.SignIn(lakudo, "verifikator");
        var signed = CaseLink().Match(await verifier.Http.GetStringAsync("petugas/permohonan?langkah=Ready")).Groups[1].Value;
        using var nobody = lakudo.Browser();
        Assert.Equal(HttpStatusCode.Redirect, (await nobody.GetAsync(signed)).StatusCode);
        Assert.Equal(HttpStatusCode.Redirect, (await nobody.GetAsync($"{signed}/dokumen")).StatusCode);

        // The agency's admin of social affairs sees the own agency's cases, not another's, and opens no file.
        using var admin = await StaffSession.SignIn(lakudo, "admin.dinsos");
        var everything = CaseLink().Matches(await verifier.Http.GetStringAsync("petugas/permohonan")).Select(m => m.Groups[1].Value).ToHashSet();
        var own = CaseLink().Matches(await admin.Http.GetStringAsync("petugas/permohonan")).Select(m => m.Groups[1].Value).ToHashSet();
        Assert.ProperSubset(everything, own);
        Assert.Equal(HttpStatusCode.NotFound, (await admin.Http.GetAsync(everything.Except(own).First())).StatusCode);
        Assert.Equal(HttpStatusCode.Forbidden, (await admin.Http.GetAsync($"{own.First()}/dokumen")).StatusCode);
        Assert.DoesNotContain("Beri nomor", await admin.Http.GetStringAsync(own.First()), StringComparison.Ordinal);
        using var manager = await StaffSession.SignIn(lakudo, "pengelola");
        Assert.Contains("K-001", await StaffSession.Refused(manager.Http, "petugas/permohonan"), StringComparison.Ordinal);
    }

    [Theory, MemberData(nameof(Both))]
    public async Task A_refused_form_keeps_what_was_typed_and_a_stale_page_says_what_happened(Vendor vendor)
    {
        var lakudo = programs[vendor];
        using var clerk = await StaffSession.SignIn(lakudo, "loket.2");
        var refused = await clerk.Post("petugas/permohonan/baru?layanan=SOS-003", "ajukan", ("Form.Name", "Wa Ode Panjang Contoh"), ("Form.Nik", "123"), ("Form.Contact", "0812 3456 7201"));
        Assert.Contains("K-006", refused, StringComparison.Ordinal);
        Assert.Contains("Wa Ode Panjang Contoh", refused, StringComparison.Ordinal);
        Assert.Contains("0812 3456 7201", refused, StringComparison.Ordinal);

        using var stale = await StaffSession.SignIn(lakudo, "loket.1");
        var filed = await RunningLakudo.Post(clerk.Http, "api/v1/applications",
            new { service = (await lakudo.Services.GetRequiredService<CatalogueEdition>().Of(1)).Find("SOS-003")!.Service.Id, name = "Rosmini", nik = "9914014505900008" });
        var id = filed.Body.GetProperty("id").GetGuid();
        Assert.Equal(200, (await RunningLakudo.Post(clerk.Http, $"api/v1/applications/{id}/return", new { text = "KK buram" })).Status);
        var returned = $"petugas/permohonan/{id:N}";
        var opened = await stale.Http.GetStringAsync(returned);
        await clerk.Post(returned, "terima");
        var second = await Send(stale.Http, returned, opened, "terima");
        Assert.Contains("K-019", second, StringComparison.Ordinal);
        Assert.Contains("diterima", second, StringComparison.Ordinal);
    }

    [Theory, MemberData(nameof(Both))]
    public async Task The_service_page_tells_how_long_it_really_took(Vendor vendor)
    {
        using var citizen = programs[vendor].Browser();
        var page = WebUtility.HtmlDecode(await citizen.GetStringAsync("layanan/PTS-013"));
        Assert.Matches("tengah-tengah dari [0-9]+ berkas; 9 dari 10 paling lama [0-9,]+ hari kerja", page);
        Assert.Contains("Ajukan dari rumah", page, StringComparison.Ordinal);
    }

    /// <summary>Sends a form of a page that was opened before.</summary>
    private static async Task<string> Send(HttpClient http, string path, string page, string handler)
    {
        string Field(string name) => Regex.Match(page, $"name=\"{name}\"[^>]*value=\"([^\"]*)\"").Groups[1].Value;
        using var form = new FormUrlEncodedContent(new Dictionary<string, string>
        {
            ["_handler"] = handler,
            ["_key"] = Field("_key"),
            ["__RequestVerificationToken"] = Field("__RequestVerificationToken"),
        });
        using var answer = await http.PostAsync(path, form);
        Assert.Equal(HttpStatusCode.Redirect, answer.StatusCode);
        return WebUtility.HtmlDecode(await http.GetStringAsync(answer.Headers.Location));
    }

    [GeneratedRegex("href=\"(petugas/permohonan/[0-9a-f]{32})\"")]
    private static partial Regex CaseLink();

    [GeneratedRegex("9914[0-9]{12}")]
    private static partial Regex FullNik();
}
