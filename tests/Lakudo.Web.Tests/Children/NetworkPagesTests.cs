using System.Net;
using System.Text.RegularExpressions;
using Lakudo.Testing;

namespace Lakudo.Web.Tests.Children;

[Collection("programs")]
public sealed class NetworkPagesTests(BothPrograms programs)
{
    public static TheoryData<Vendor> Both => BothPrograms.Both;

    [Theory, MemberData(nameof(Both))]
    public async Task The_admin_pastes_a_table_appoints_a_cadre_changes_the_day_and_closes(Vendor vendor)
    {
        var lakudo = programs[vendor];
        using var admin = await StaffSession.SignIn(lakudo, "admin");
        const string Table = "petugas/jejaring/tabel";
        var tried = await admin.Post(Table, "periksa", ("Form.Text", "Puskesmas;Kecamatan;Desa/Kel;Posyandu;Hari\nPuskesmas Lakudo;Lakudo;Lakudo;Posyandu Uji Tabel;7\nPuskesmas Lakudo;;Desa Entah;Posyandu Y;3"));
        Assert.Contains("1 baru, 0 berubah, 0 sudah ada, 1 salah", tried);
        Assert.Contains("Desa \"Desa Entah\" tidak ada", tried);
        Assert.Contains("C-606", await admin.Post(Table, "periksa", ("Form.Text", "Nama;Desa\nX;Y")));

        // Tried as a browser does: the second form carries what the first was shown.
        var text = "Puskesmas\tKecamatan\tDesa\tPosyandu\tHari\r\nPuskesmas Lakudo\tLakudo\tLakudo\tPosyandu Uji Tabel\t7";
        using (var form = new FormUrlEncodedContent(HtmlForms.Fields(await Page(admin, Table, text), "simpan")))
        using (var answer = await admin.Http.PostAsync(Table, form))
            Assert.Contains("Sudah disimpan: 1 baru", await answer.Content.ReadAsStringAsync());
        var list = await admin.Http.GetStringAsync("petugas/jejaring?puskesmas=1");
        var id = Regex.Match(list, "href=\"petugas/jejaring/posyandu/([0-9a-f-]{36})\">Posyandu Uji Tabel<").Groups[1].Value;
        var page = $"petugas/jejaring/posyandu/{id}";
        Assert.Contains("C-003", await admin.Post(page, "ubah", ("Form.Day", "30")));
        Assert.Contains("Sudah disimpan.", await admin.Post(page, "ubah", ("Form.Day", "9")));
        Assert.Contains("Kader sudah ditugaskan", await admin.Post(page, "kader", ("Cadre", "Wa Uji Kader")));
        Assert.Contains("sudah bertugas di sini", await admin.Post(page, "kader", ("Cadre", "Wa Uji Kader")));
        Assert.Contains("K-020", await admin.Post(page, "tutup", ("Form.Why", "")));
        var closed = await admin.Post(page, "tutup", ("Form.Why", "Digabung"));
        Assert.Contains("Posyandu ini ditutup 25 November 2026", closed);
        Assert.Contains("Wa Uji Kader, 25 November 2026 sampai", closed);
        Assert.Contains("Wa Uji Kader", await admin.Http.GetStringAsync("petugas/jejaring/petugas?cari=uji+kader"));
    }

    [Theory, MemberData(nameof(Both))]
    public async Task The_admin_appoints_by_account_and_ends_one_of_two_assignments(Vendor vendor)
    {
        var lakudo = programs[vendor];
        using var admin = await StaffSession.SignIn(lakudo, "admin");
        const string Page = "petugas/jejaring/petugas?peran=Midwife";
        var account = Regex.Match(await admin.Http.GetStringAsync(Page), "<option value=\"([0-9a-f-]{36})\"[^>]*>Bidan Wa Ode Contoh, bidan").Groups[1].Value;
        Assert.Contains("Tempat tugas belum diisi", await admin.Post(Page, "tugas", ("Form.Account", account), ("Form.Village", "")));
        var given = await admin.Post(Page, "tugas", ("Form.Account", account), ("Form.Village", "74.14.01.2002"));
        Assert.Contains("sudah ditugaskan", given);
        Assert.Contains("Akhiri semua", given);
        using var midwife = await StaffSession.SignIn(lakudo, "bidan");
        var before = Regex.Count(await midwife.Http.GetStringAsync("petugas/posyandu"), "href=\"petugas/posyandu/[0-9a-f-]{36}\"");
        var care = Regex.Matches(given, "value=\"(satu:[0-9a-f-]{36})\">Ya, akhiri tugas ini\\s*<span class=\"visually-hidden\">Bidan Wa Ode Contoh di ([^<]+)<").First(m => !m.Groups[2].Value.EndsWith(" Lakudo", StringComparison.Ordinal)).Groups[1].Value;
        Assert.Contains("Tugas sudah berakhir", await admin.Post(Page, "akhiri", ("Did", care)));
        Assert.InRange(Regex.Count(await midwife.Http.GetStringAsync("petugas/posyandu"), "href=\"petugas/posyandu/[0-9a-f-]{36}\""), 1, before - 1);
    }

    [Theory, MemberData(nameof(Both))]
    public async Task The_admin_sets_how_long_a_list_opens_and_the_nutritionist_notes_where_there_is_no_signal(Vendor vendor)
    {
        var lakudo = programs[vendor];
        using var admin = await StaffSession.SignIn(lakudo, "admin");
        const string Page = "petugas/jejaring";
        foreach (var wrong in new[] { "46", "0", "tujuh", "" }) Assert.Contains("C-072", await admin.Post(Page, "hari-ini", ("Form.Days", wrong)));
        Assert.Contains("terbuka 10 hari tanpa sinyal", await admin.Post(Page, "hari-ini", ("Form.Days", "10")));
        using var gizi = await StaffSession.SignIn(lakudo, "gizi");
        var id = Regex.Match(await gizi.Http.GetStringAsync("petugas/posyandu"), "href=\"petugas/posyandu/([0-9a-f-]{36})\">Posyandu Lakudo 2<").Groups[1].Value;
        Assert.Contains("<b>10 hari</b>", await gizi.Http.GetStringAsync($"petugas/posyandu/{id}"));
        Assert.Contains("<b>45 hari</b>", await gizi.Post($"petugas/posyandu/{id}", "sinyal", ("HasSignal", "false")));
        Assert.Contains("<b>10 hari</b>", await gizi.Post($"petugas/posyandu/{id}", "sinyal", ("HasSignal", "true")));
        Assert.Contains("terbuka 7 hari tanpa sinyal", await admin.Post(Page, "hari-ini", ("Form.Days", "7")));
    }

    [Theory, MemberData(nameof(Both))]
    public async Task Others_do_not_see_the_pages(Vendor vendor)
    {
        var lakudo = programs[vendor];
        using var gizi = await StaffSession.SignIn(lakudo, "gizi");
        foreach (var path in new[] { "petugas/jejaring", "petugas/jejaring/petugas", "petugas/jejaring/tabel", "petugas/jejaring/tabel?isi=petugas" })
        {
            using var refused = await gizi.Http.GetAsync(path);
            Assert.Equal(HttpStatusCode.Forbidden, refused.StatusCode);
            var shown = await refused.Content.ReadAsStringAsync();
            Assert.Contains("K-001", shown);
            Assert.DoesNotContain("<form method=\"post\"", shown);
        }

        using var answer = await gizi.Http.GetAsync($"petugas/jejaring/posyandu/{Guid.CreateVersion7()}");
        Assert.Equal(HttpStatusCode.Forbidden, answer.StatusCode);
    }

    /// <summary>The page that shows what a table would do, as it came.</summary>
    private static async Task<string> Page(StaffSession admin, string path, string text)
    {
        using var form = new FormUrlEncodedContent(HtmlForms.Fields(await admin.Http.GetStringAsync(path), "periksa", ("Form.Text", text)));
        using var answer = await admin.Http.PostAsync(path, form);
        return await answer.Content.ReadAsStringAsync();
    }
}
