using System.Net;
using Lakudo.Testing;

namespace Lakudo.Web.Tests.Children;

[Collection("programs")]
public sealed class CountsPagesTests(BothPrograms programs)
{
    public static TheoryData<Vendor> Both => BothPrograms.Both;

    [Theory, MemberData(nameof(Both))]
    public async Task The_office_reads_and_loads_numbers_and_the_village_officer_the_own_village(Vendor vendor)
    {
        var lakudo = programs[vendor];
        using var office = await StaffSession.SignIn(lakudo, "tpps");
        var page = WebUtility.HtmlDecode(await office.Http.GetStringAsync("petugas/hitungan?menurut=Puskesmas&bulan=2026-11"));
        Assert.Contains("Puskesmas Lakudo", page);
        Assert.Contains("November 2026, menurut puskesmas", page);
        Assert.DoesNotContain("petugas/anak", page);
        using var file = await office.Http.GetAsync("petugas/hitungan.csv?menurut=Village&bulan=2026-10");
        Assert.Equal("text/csv", file.Content.Headers.ContentType?.MediaType);
        var lines = (await file.Content.ReadAsStringAsync()).Split("\r\n", StringSplitOptions.RemoveEmptyEntries);
        Assert.StartsWith("Bulan;Wilayah;Kecamatan;Balita;Ditimbang;", lines[0], StringComparison.Ordinal);
        Assert.Contains(lines, l => l.StartsWith("2026-10;Kabupaten Buton Tengah;;", StringComparison.Ordinal));
        Assert.All(lines.Skip(1).SelectMany(l => l.Split(';').Skip(3)), cell => Assert.True(cell.Length == 0 || int.Parse(cell, System.Globalization.CultureInfo.InvariantCulture) >= 5));
        Assert.Contains("C-632", await office.Http.GetStringAsync("petugas/hitungan?bulan=2027-06"));

        using var village = await StaffSession.SignIn(lakudo, "desa");
        var own = WebUtility.HtmlDecode(await village.Http.GetStringAsync("petugas/hitungan?menurut=District"));
        Assert.Contains("Kec. Lakudo", own);
        Assert.DoesNotContain("Kabupaten Buton Tengah</th>", own);
        Assert.DoesNotContain("Metere", own);
        using var clerk = await StaffSession.SignIn(lakudo, "loket.1");
        Assert.Contains("K-001", await StaffSession.Refused(clerk.Http, "petugas/hitungan"));
        using var refused = await clerk.Http.GetAsync("petugas/hitungan.csv");
        Assert.Equal(HttpStatusCode.Forbidden, refused.StatusCode);
    }

    [Theory, MemberData(nameof(Both))]
    public async Task The_admin_gives_the_village_officer_another_village_and_takes_it_again(Vendor vendor)
    {
        var lakudo = programs[vendor];
        using var admin = await StaffSession.SignIn(lakudo, "admin");
        const string Page = "petugas/jejaring/desa";
        var page = await admin.Http.GetStringAsync(Page);
        var metere = System.Text.RegularExpressions.Regex.Match(page, "<option value=\"([0-9]+)\"[^>]*>Metere, Kec. Lakudo").Groups[1].Value;
        var given = await admin.Post(Page, "tetapkan", ("Village", metere));
        var office = System.Text.RegularExpressions.Regex.Match(given, "value=\"([0-9a-f-]{36})\" aria-label=\"Akhiri Metere").Groups[1].Value;
        Assert.Contains("C-633", await admin.Post(Page, "tetapkan", ("Village", metere)));
        Assert.DoesNotContain("Akhiri Metere", await admin.Post(Page, "akhiri", ("Office", office)));
        using var gizi = await StaffSession.SignIn(lakudo, "gizi");
        Assert.Contains("K-001", await StaffSession.Refused(gizi.Http, Page));
    }
}
