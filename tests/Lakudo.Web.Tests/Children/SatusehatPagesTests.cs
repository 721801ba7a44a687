using System.Net;
using System.Text.Json;
using System.Text.RegularExpressions;
using Lakudo.Testing;

namespace Lakudo.Web.Tests.Children;

[Collection("programs")]
public sealed class SatusehatPagesTests(BothPrograms programs)
{
    public static TheoryData<Vendor> Both => BothPrograms.Both;

    [Theory, MemberData(nameof(Both))]
    public async Task The_page_counts_what_the_file_holds_and_the_download_stands_in_the_access_log(Vendor vendor)
    {
        using var gizi = await StaffSession.SignIn(programs[vendor], "gizi");
        var list = await gizi.Http.GetStringAsync("petugas/posyandu/satusehat?posyandu=&dari=2026-10-01&sampai=2026-11-20");
        var id = Regex.Match(list, "<option value=\"([0-9a-f-]{36})\"[^>]*>Posyandu Lakudo 1,").Groups[1].Value;
        var query = $"posyandu={id}&dari=2026-10-01&sampai=2026-11-20";
        var page = WebUtility.HtmlDecode(await gizi.Http.GetStringAsync($"petugas/posyandu/satusehat?{query}"));
        var counted = Regex.Match(page, "<li>([0-9]+) hasil ukur dari ([0-9]+) anak</li>");
        Assert.Contains($"petugas/posyandu/satusehat.json?{query}", page);
        using var answer = await gizi.Http.GetAsync($"petugas/posyandu/satusehat.json?{query}");
        Assert.Equal("application/fhir+json", answer.Content.Headers.ContentType?.MediaType);
        Assert.Equal("satusehat-posyandu-lakudo-1-2026-10-01-2026-11-20.json", answer.Content.Headers.ContentDisposition?.FileName?.Trim('"'));
        using var bundle = JsonDocument.Parse(await answer.Content.ReadAsStringAsync());
        var kinds = bundle.RootElement.GetProperty("entry").EnumerateArray().CountBy(e => e.GetProperty("resource").GetProperty("resourceType").GetString()!).ToDictionary();
        Assert.Equal((int.Parse(counted.Groups[1].Value, null), int.Parse(counted.Groups[2].Value, null)), (kinds["Encounter"], kinds["Patient"]));
        Assert.Contains("mengunduh berkas SATUSEHAT", await gizi.Http.GetStringAsync($"petugas/posyandu/{id}/jejak"));
        Assert.Contains("mengunduh berkas SATUSEHAT", await gizi.Http.GetStringAsync($"petugas/anak/{await Child(gizi, id)}/jejak"));
    }

    [Theory, MemberData(nameof(Both))]
    public async Task Others_get_neither_page_nor_file_and_a_wrong_period_says_what_to_choose(Vendor vendor)
    {
        using var gizi = await StaffSession.SignIn(programs[vendor], "gizi");
        using var said = await gizi.Http.GetAsync("petugas/posyandu/satusehat?dari=2026-11-20&sampai=2026-10-01");
        Assert.Contains("C-451", await said.Content.ReadAsStringAsync());
        using var wrong = await gizi.Http.GetAsync("petugas/posyandu/satusehat.json?dari=2024-11-20&sampai=2026-10-01");
        Assert.Equal(HttpStatusCode.UnprocessableEntity, wrong.StatusCode);
        Assert.Equal("text/html", wrong.Content.Headers.ContentType?.MediaType);
        foreach (var account in new[] { "loket.1", "tpps", "desa" })
        {
            using var other = await StaffSession.SignIn(programs[vendor], account);
            using var page = await other.Http.GetAsync("petugas/posyandu/satusehat");
            Assert.Contains("K-001", await page.Content.ReadAsStringAsync());
            using var refused = await other.Http.GetAsync("petugas/posyandu/satusehat.json");
            Assert.Equal(HttpStatusCode.Forbidden, refused.StatusCode);
        }
    }

    private static async Task<string> Child(StaffSession gizi, string posyandu) =>
        Regex.Match(await gizi.Http.GetStringAsync($"petugas/posyandu/{posyandu}"), "petugas/anak/([0-9a-f-]{36})").Groups[1].Value;
}
