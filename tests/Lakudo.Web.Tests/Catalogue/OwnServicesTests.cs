using System.Net;
using Lakudo.Testing;

namespace Lakudo.Web.Tests.Catalogue;

[Collection("programs")]
public sealed class OwnServicesTests(BothPrograms programs)
{
    public static TheoryData<Vendor> Both => BothPrograms.Both;

    [Theory, MemberData(nameof(Both))]
    public async Task An_agencys_admin_edits_and_confirms_its_own_service_without_script_and_not_anothers(Vendor vendor)
    {
        var lakudo = programs[vendor];
        using var browser = lakudo.Browser();
        await HtmlForms.SignIn(browser, "admin.dinsos", lakudo.PasswordOf("admin.dinsos"));

        var list = await browser.GetStringAsync("petugas/layanan");
        Assert.Contains("petugas/layanan/SOS-004", list, StringComparison.Ordinal);
        Assert.DoesNotContain("petugas/layanan/DKC-001", list, StringComparison.Ordinal);
        Assert.Contains("K-001", await StaffSession.Refused(browser, "petugas/layanan/DKC-001"), StringComparison.Ordinal);

        var refused = await HtmlForms.Post(browser, "petugas/layanan/SOS-004", "ubah", ("Form.Fee", "mahal"), ("Form.Notes", "tetap ada"));
        Assert.Contains("L-010", refused, StringComparison.Ordinal);
        Assert.Contains("tetap ada", refused, StringComparison.Ordinal);

        var saved = await HtmlForms.Post(browser, "petugas/layanan/SOS-004", "ubah", ("Form.Fee", "Rp2.500"), ("Form.Texts[2]", "Ambil nomor, lalu serahkan berkas."));
        Assert.Contains("Perubahan disimpan", saved, StringComparison.Ordinal);
        var confirmed = await HtmlForms.Post(browser, "petugas/layanan/SOS-004", "konfirmasi", ("Decree", "7/SK/2026"), ("DecreeDate", "2026-11-02"));
        Assert.Contains("Layanan dikonfirmasi", confirmed, StringComparison.Ordinal);

        using var citizen = lakudo.Browser();
        var page = WebUtility.HtmlDecode(await citizen.GetStringAsync("layanan/SOS-004"));
        Assert.Contains("Rp2.500", page, StringComparison.Ordinal);
        Assert.Contains("Ambil nomor, lalu serahkan berkas.", page, StringComparison.Ordinal);
        Assert.Contains("keputusan 7/SK/2026, 2 November 2026", page, StringComparison.Ordinal);
        Assert.DoesNotContain("Contoh, belum dikonfirmasi", page, StringComparison.Ordinal);
    }
}
