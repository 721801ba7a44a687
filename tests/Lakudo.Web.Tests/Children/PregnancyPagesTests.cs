using System.Net;
using System.Text.RegularExpressions;
using Lakudo.Testing;

namespace Lakudo.Web.Tests.Children;

[Collection("programs")]
public sealed partial class PregnancyPagesTests(BothPrograms programs)
{
    public static TheoryData<Vendor> Both => BothPrograms.Both;

    [Theory, MemberData(nameof(Both))]
    public async Task The_midwife_finds_a_pregnant_woman_and_reads_her_page_and_who_looked(Vendor vendor)
    {
        using var midwife = await StaffSession.SignIn(programs[vendor], "bidan");
        Assert.Contains("href=\"petugas/ibu-hamil\"", await midwife.Http.GetStringAsync("petugas"));
        var list = WebUtility.HtmlDecode(await midwife.Http.GetStringAsync("petugas/ibu-hamil"));
        Assert.Matches(@"\d+ ibu hamil, \d+ di antaranya perlu sesuatu", list);
        Assert.DoesNotMatch("KEK|anemia", list);
        var (id, name) = (Woman().Match(list).Groups[1].Value, Woman().Match(list).Groups[2].Value);
        var page = WebUtility.HtmlDecode(await midwife.Http.GetStringAsync($"petugas/ibu-hamil/{id}"));
        Assert.Contains($"<h1>{name}</h1>", page);
        Assert.Contains("Kata-kata untuk Ibu", page);
        Assert.DoesNotMatch(@"\b\d{16}\b", page);
        // Found by her name, and nobody by one that is none.
        Assert.Contains(id, await midwife.Http.GetStringAsync($"petugas/ibu-hamil?nama={Uri.EscapeDataString(name)}"));
        Assert.Contains("Tidak ada ibu hamil yang cocok", await midwife.Http.GetStringAsync("petugas/ibu-hamil?nama=Xyzzy"));
        var log = WebUtility.HtmlDecode(await midwife.Http.GetStringAsync($"petugas/ibu-hamil/{id}/jejak"));
        Assert.Contains("membuka catatan kehamilan", log);
        Assert.Matches(@"melihat daftar ibu hamil, \d+ ibu hamil", log);
    }

    [Theory, MemberData(nameof(Both))]
    public async Task A_NIK_is_shown_once_for_a_reason(Vendor vendor)
    {
        using var gizi = await StaffSession.SignIn(programs[vendor], "gizi");
        var path = await WithNik(gizi);
        Assert.Contains("K-020", await gizi.Post(path, "lihat-nik", ("alasan-nik", " ")));
        var shown = WebUtility.HtmlDecode(await gizi.Post(path, "lihat-nik", ("alasan-nik", "Surat rujukan")));
        Assert.Matches(@"7414 01\d\d \d{4} \d{4}", shown);
        Assert.DoesNotMatch(@"7414 01\d\d \d{4} \d{4}", await gizi.Http.GetStringAsync(path));
        Assert.Contains("Surat rujukan", WebUtility.HtmlDecode(await gizi.Http.GetStringAsync($"{path}/jejak")));
    }

    [Theory, MemberData(nameof(Both))]
    public async Task A_pregnancy_ends_on_a_day_that_can_be_and_the_mistake_is_taken_back(Vendor vendor)
    {
        using var gizi = await StaffSession.SignIn(programs[vendor], "gizi");
        var id = Woman().Matches(await gizi.Http.GetStringAsync("petugas/ibu-hamil"))[^1].Groups[1].Value;
        var path = $"petugas/ibu-hamil/{id}";
        // What was typed and refused stays.
        var refused = WebUtility.HtmlDecode(await gizi.Post(path, "akhir", ("cara", "3"), ("hari", "2020-01-01"), ("keterangan", "Kata tetangga")));
        Assert.Contains("C-803", refused);
        Assert.Contains("value=\"Kata tetangga\"", refused);
        Assert.Contains("C-803", await gizi.Post(path, "akhir", ("cara", "3"), ("hari", "bukan hari")));
        await gizi.Post(path, "akhir", ("cara", "3"), ("hari", Today(await gizi.Http.GetStringAsync(path))), ("keterangan", "Kata tetangga"));
        var page = WebUtility.HtmlDecode(await gizi.Http.GetStringAsync(path));
        Assert.Contains("Pindah ke luar daerah pada", page);
        Assert.DoesNotContain("Nyatakan berakhir", page);
        Assert.DoesNotContain(id, await gizi.Http.GetStringAsync("petugas/ibu-hamil"));
        Assert.Contains(id, await gizi.Http.GetStringAsync("petugas/ibu-hamil?keadaan=berakhir"));
        Assert.Contains("C-806", await gizi.Post(path, "batal-akhir", ("alasan-batal", " ")));
        await gizi.Post(path, "batal-akhir", ("alasan-batal", "Hanya berkunjung"));
        page = WebUtility.HtmlDecode(await gizi.Http.GetStringAsync(path));
        Assert.Contains("Nyatakan berakhir", page);
        Assert.Contains("dibatalkan: Hanya berkunjung", page);
        Assert.Contains("membatalkan kehamilan berakhir", WebUtility.HtmlDecode(await gizi.Http.GetStringAsync($"{path}/jejak")));
    }

    [Theory, MemberData(nameof(Both))]
    public async Task A_visit_is_corrected_and_the_old_one_stays_struck(Vendor vendor)
    {
        using var midwife = await StaffSession.SignIn(programs[vendor], "bidan");
        var (path, visit) = ("", "");
        foreach (Match woman in Woman().Matches(await midwife.Http.GetStringAsync("petugas/ibu-hamil")))
        {
            path = $"petugas/ibu-hamil/{woman.Groups[1].Value}";
            visit = Regex.Match(await midwife.Http.GetStringAsync(path), "href=\"(petugas/ibu-hamil/[0-9a-f-]{36}/kunjungan/[0-9a-f-]{36})\"").Groups[1].Value;
            if (visit.Length > 0) break;
        }

        var refused = WebUtility.HtmlDecode(await midwife.Post(visit, "perbaiki-kunjungan", ("lila", "245"), ("sebab", "Salah baca")));
        Assert.Contains("C-053", refused);
        Assert.Contains("value=\"245\"", refused);
        Assert.Contains("C-053", await midwife.Post(visit, "perbaiki-kunjungan", ("ttd", "tiga"), ("sebab", "Salah baca")));
        await midwife.Post(visit, "perbaiki-kunjungan", ("lila", "21,7"), ("sebab", "Salah baca"));
        var page = WebUtility.HtmlDecode(await midwife.Http.GetStringAsync(path));
        Assert.Contains("dicoret: Salah baca", page);
        Assert.Contains("LILA 21,7 cm, di bawah 23,5", page);
        using var again = await midwife.Http.GetAsync(visit);
        Assert.Contains("C-808", await again.Content.ReadAsStringAsync());
    }

    [Theory, MemberData(nameof(Both))]
    public async Task Village_officers_clerks_offices_and_IT_may_not(Vendor vendor)
    {
        using var gizi = await StaffSession.SignIn(programs[vendor], "gizi");
        var id = Woman().Match(await gizi.Http.GetStringAsync("petugas/ibu-hamil")).Groups[1].Value;
        foreach (var user in new[] { "loket.1", "desa", "tpps", "petugas.ti" })
        {
            using var other = await StaffSession.SignIn(programs[vendor], user);
            foreach (var path in new[] { "petugas/ibu-hamil", $"petugas/ibu-hamil/{id}", $"petugas/ibu-hamil/{id}/jejak", $"petugas/ibu-hamil/{id}/kunjungan/{id}" })
            {
                using var answer = await other.Http.GetAsync(path);
                Assert.NotEqual(HttpStatusCode.OK, answer.StatusCode);
                Assert.DoesNotContain("Perkiraan lahir", await answer.Content.ReadAsStringAsync());
            }
        }
    }

    /// <summary>The page of the first woman of the sample whose NIK is known.</summary>
    private static async Task<string> WithNik(StaffSession staff)
    {
        foreach (Match woman in Woman().Matches(await staff.Http.GetStringAsync("petugas/ibu-hamil")))
        {
            var path = $"petugas/ibu-hamil/{woman.Groups[1].Value}";
            if ((await staff.Http.GetStringAsync(path)).Contains("lihat-nik", StringComparison.Ordinal)) return path;
        }

        throw new InvalidOperationException("No pregnant woman on the sample's first page has a NIK.");
    }

    /// <summary>The day that the form offers.</summary>
    private static string Today(string page) => Regex.Match(page, "id=\"hari\"[^>]*max=\"([0-9-]+)\"").Groups[1].Value;

    [GeneratedRegex("href=\"petugas/ibu-hamil/([0-9a-f-]{36})\">([^<]+)<")]
    private static partial Regex Woman();
}
