using System.Net;
using System.Text.Json;
using System.Text.RegularExpressions;
using Lakudo.Testing;
using MiniExcelLibs;

namespace Lakudo.Web.Tests.Children;

[Collection("programs")]
public sealed class ExportPagesTests(BothPrograms programs)
{
    public static TheoryData<Vendor> Both => BothPrograms.Both;

    [Theory, MemberData(nameof(Both))]
    public async Task The_page_counts_what_the_file_holds_and_the_download_stands_in_the_access_log(Vendor vendor)
    {
        using var gizi = await StaffSession.SignIn(programs[vendor], "gizi");
        var list = await gizi.Http.GetStringAsync("petugas/posyandu/ekspor?posyandu=&dari=2026-10-01&sampai=2026-11-20");
        var id = Regex.Match(list, "<option value=\"([0-9a-f-]{36})\"[^>]*>Posyandu Lakudo 1,").Groups[1].Value;
        var query = $"posyandu={id}&dari=2026-10-01&sampai=2026-11-20";
        var page = WebUtility.HtmlDecode(await gizi.Http.GetStringAsync($"petugas/posyandu/ekspor?{query}"));
        var counted = Regex.Match(page, "<li>([0-9]+) hasil ukur dari ([0-9]+) anak</li>");
        Assert.Contains($"petugas/posyandu/satusehat.json?{query}", page);
        using var answer = await gizi.Http.GetAsync($"petugas/posyandu/satusehat.json?{query}");
        Assert.Equal("application/fhir+json", answer.Content.Headers.ContentType?.MediaType);
        Assert.Equal("satusehat-posyandu-lakudo-1-2026-10-01-2026-11-20.json", answer.Content.Headers.ContentDisposition?.FileName?.Trim('"'));
        using var bundle = JsonDocument.Parse(await answer.Content.ReadAsStringAsync());
        var kinds = bundle.RootElement.GetProperty("entry").EnumerateArray().CountBy(e => e.GetProperty("resource").GetProperty("resourceType").GetString()!).ToDictionary();
        Assert.Equal((int.Parse(counted.Groups[1].Value, null), int.Parse(counted.Groups[2].Value, null)), (kinds["Encounter"], kinds["Patient"]));
        Assert.Contains($"petugas/posyandu/eppgbm.xlsx?{query}", page);
        using var sheet = await gizi.Http.GetAsync($"petugas/posyandu/eppgbm.xlsx?{query}");
        Assert.Equal("eppgbm-posyandu-lakudo-1-2026-10-01-2026-11-20.xlsx", sheet.Content.Headers.ContentDisposition?.FileName?.Trim('"'));
        using var book = new MemoryStream(await sheet.Content.ReadAsByteArrayAsync());
        var rows = MiniExcel.Query(book, useHeaderRow: true).Cast<IDictionary<string, object?>>().ToList();
        Assert.Equal(int.Parse(counted.Groups[1].Value, null), rows.Count);
        Assert.Equal(["No", "NIK", "Nama", "JK", "Tgl Lahir", "BB Lahir", "TB Lahir", "Nama Ortu", "Prov", "Kab/Kota", "Kec", "Pukesmas", "Desa/Kel", "Posyandu", "RT", "RW", "Alamat", "Usia Saat Ukur", "Tanggal Pengukuran", "Berat", "Tinggi",
            "Cara Ukur", "LiLA", "BB/U", "ZS BB/U", "TB/U", "ZS TB/U", "BB/TB", "ZS BB/TB", "Naik Berat Badan", "PMT Diterima (kg)", "Jml Vit A", "KPSP", "KIA", "Detail"], rows[0].Keys);
        Assert.Equal(("Sulawesi Tenggara", "Lakudo"), (rows[0]["Prov"], rows[0]["Kec"]));
        Assert.Contains("mengunduh lembar e-PPGBM", await gizi.Http.GetStringAsync($"petugas/posyandu/{id}/jejak"));

        // The program's own import reads every line of it and has nothing to add.
        var plan = WebUtility.HtmlDecode(await Tried(gizi, book.ToArray()));
        Assert.Matches($"<th scope=\"row\">Sudah ada[^<]*</th><td>{rows.Count}</td>", plan);
        Assert.Contains("Masukkan 0 baris", plan);
        Assert.Contains("mengunduh berkas SATUSEHAT", await gizi.Http.GetStringAsync($"petugas/posyandu/{id}/jejak"));
        Assert.Contains("mengunduh berkas SATUSEHAT", await gizi.Http.GetStringAsync($"petugas/anak/{await Child(gizi, id)}/jejak"));
    }

    [Theory, MemberData(nameof(Both))]
    public async Task Others_get_neither_page_nor_file_and_a_wrong_period_says_what_to_choose(Vendor vendor)
    {
        using var gizi = await StaffSession.SignIn(programs[vendor], "gizi");
        using var said = await gizi.Http.GetAsync("petugas/posyandu/ekspor?dari=2026-11-20&sampai=2026-10-01");
        Assert.Contains("C-402", await said.Content.ReadAsStringAsync());
        using var wrong = await gizi.Http.GetAsync("petugas/posyandu/satusehat.json?dari=2024-11-20&sampai=2026-10-01");
        Assert.Equal(HttpStatusCode.UnprocessableEntity, wrong.StatusCode);
        Assert.Equal("text/html", wrong.Content.Headers.ContentType?.MediaType);
        foreach (var account in new[] { "loket.1", "tpps", "desa" })
        {
            using var other = await StaffSession.SignIn(programs[vendor], account);
            using var page = await other.Http.GetAsync("petugas/posyandu/ekspor");
            Assert.Contains("K-001", await page.Content.ReadAsStringAsync());
            foreach (var file in new[] { "satusehat.json", "eppgbm.xlsx" })
            {
                using var refused = await other.Http.GetAsync("petugas/posyandu/" + file);
                Assert.Equal(HttpStatusCode.Forbidden, refused.StatusCode);
            }
        }
    }

    private static async Task<string> Tried(StaffSession gizi, byte[] file)
    {
        using var content = new MultipartFormDataContent();
        foreach (var (name, value) in HtmlForms.Fields(await gizi.Http.GetStringAsync("petugas/posyandu/impor"), "berkas")) content.Add(new StringContent(value), name);
        content.Add(new ByteArrayContent(file), "Form.File", "eppgbm.xlsx");
        using var answer = await gizi.Http.PostAsync("petugas/posyandu/impor", content);
        Assert.NotNull(answer.Headers.Location);
        return await gizi.Http.GetStringAsync(answer.Headers.Location);
    }

    private static async Task<string> Child(StaffSession gizi, string posyandu) =>
        Regex.Match(await gizi.Http.GetStringAsync($"petugas/posyandu/{posyandu}"), "petugas/anak/([0-9a-f-]{36})").Groups[1].Value;
}
