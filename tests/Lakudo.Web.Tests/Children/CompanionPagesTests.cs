using System.Net;
using System.Text.RegularExpressions;
using Lakudo.Testing;

namespace Lakudo.Web.Tests.Children;

/// <summary>The companion's and the puskesmas' pages of entrusted families, without script.</summary>
[Collection("programs")]
public sealed class CompanionPagesTests(BothPrograms programs)
{
    private const string Own = "petugas/keluarga-saya";
    private const string All = "petugas/pendampingan";

    public static TheoryData<Vendor> Both => BothPrograms.Both;

    [Theory, MemberData(nameof(Both))]
    public async Task A_companion_writes_a_visit_the_midwife_reads_it_and_ends_what_is_done(Vendor vendor)
    {
        var lakudo = programs[vendor];
        using var companion = await StaffSession.SignIn(lakudo, "tpk");
        var page = await Read(companion, Own);
        var families = Regex.Matches(page, "<h2 id=\"k-([0-9a-f]{32})\">Keluarga Ibu ([^<]+)</h2>");
        Assert.NotEmpty(families);
        Assert.DoesNotMatch("(?i)NIK|z-score|TB/U|stunting", Regex.Match(page, "<main.*</main>", RegexOptions.Singleline).Value);
        Assert.Contains("(hasil ukur)", page);
        var key = families[0].Groups[1].Value;
        var refused = await companion.Post(Own, $"kunjungan-{key}", ("Form.Day", "2020-01-01"), ("Form.Met", "false"), ("Form.Words", "Rumah terkunci"), ("Form.NeedsMidwife", "true"));
        Assert.Contains("C-642", refused);
        Assert.Contains("value=\"2020-01-01\"", refused);
        Assert.Contains("value=\"Rumah terkunci\"", refused);
        Assert.Matches($"<input[^>]*id=\"bidan-{key}\"[^>]*checked", refused);
        Assert.Matches("<option value=\"false\" selected", refused);

        using var midwife = await StaffSession.SignIn(lakudo, "bidan");
        var list = await Read(midwife, All);
        Assert.Contains("Wa Ode Pendamping Contoh, tim pendamping keluarga (TPK)", list);
        var child = Regex.Match(list, "petugas/anak/([0-9a-f-]{36})").Groups[1].Value;
        var log = await Read(midwife, $"petugas/anak/{child}/jejak");
        Assert.Contains("melihat sebagai pendamping keluarga", log);
        Assert.Contains("C-636", await midwife.Post($"petugas/anak/{child}", "pendamping-serahkan", ("Form.Words", "Uji tanpa persetujuan")));
        Assert.Contains("K-020", await midwife.Post(All, "akhiri", ("Which", new Guid(key).ToString()), ("Why", "")));
        Assert.DoesNotContain("K-020", await midwife.Post(All, "akhiri", ("Which", new Guid(key).ToString()), ("Why", "Tujuan tercapai")));
        Assert.DoesNotContain(key, await Read(companion, Own));

        using var officer = await StaffSession.SignIn(lakudo, "desa");
        Assert.Contains("Sekarang tidak ada keluarga", await Read(officer, Own));
        using var office = await StaffSession.SignIn(lakudo, "tpps");
        Assert.Contains("K-001", await Read(office, Own));
        Assert.Contains("K-001", await Read(office, All));
        Assert.Contains("K-001", await Read(companion, "petugas/hitungan"));
    }

    private static async Task<string> Read(StaffSession by, string path)
    {
        using var answer = await by.Http.GetAsync(path);
        return WebUtility.HtmlDecode(await answer.Content.ReadAsStringAsync());
    }
}
