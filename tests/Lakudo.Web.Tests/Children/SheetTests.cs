using System.Net;
using System.Text.RegularExpressions;
using Lakudo.Testing;
using PdfSharp.Pdf.IO;

namespace Lakudo.Web.Tests.Children;

[Collection("programs")]
public sealed partial class SheetTests(BothPrograms programs)
{
    private const string Day = "2026-11-24";

    public static TheoryData<Vendor> Both => BothPrograms.Both;

    [Theory, MemberData(nameof(Both))]
    public async Task The_grid_keeps_what_was_typed_shows_doubts_by_row_and_enters_once(Vendor vendor)
    {
        var lakudo = programs[vendor];
        using var gizi = await StaffSession.SignIn(lakudo, "gizi");
        var id = await Posyandu(gizi, "Posyandu Lakudo 1");
        var path = $"petugas/posyandu/{id}/lembar?tanggal={Day}";
        var page = await gizi.Http.GetStringAsync(path);
        var measurer = Measurer().Match(page).Groups[1].Value;
        // Asked of whoever has not said yes; who has is told so and has nothing to choose.
        Assert.All(Rows().Matches(page), m => Assert.NotEqual(m.Value.Contains($"name=\"kia-{m.Groups[1].Value}\"", StringComparison.Ordinal), m.Value.Contains(">ada</small>", StringComparison.Ordinal)));
        var open = Rows().Matches(page).Where(m => !m.Value.Contains("sudah", StringComparison.Ordinal)).Select(m => m.Groups[1].Value).Take(2).ToList();
        Assert.Equal(2, open.Count);
        var (first, second) = (open[0], open[1]);

        var wrong = await gizi.Post(path, "lembar", ("Measurer", measurer), ($"bb-{first}", "sembilan"), ($"bb-{second}", "59,9"), ("aksi", "simpan"));
        Assert.Contains("Berat \"sembilan\" bukan angka", wrong);
        Assert.Contains("angka tidak masuk akal menurut WHO", wrong);
        Assert.Contains("2 baris perlu diperiksa", wrong);
        Assert.Contains("value=\"sembilan\"", wrong);
        Assert.Contains("value=\"59,9\"", wrong);

        // Confirmed, but only the doubt that was shown: an impossible value is refused by the register, whole sheet and all.
        var doubts = Regex.Match(wrong, $"name=\"yakin-{second}\" value=\"([^\"]+)\"").Groups[1].Value;
        var refused = await gizi.Post(path, "lembar", ("Measurer", measurer), ($"bb-{first}", "0,1"), ($"yakin-{first}", Every), ($"bb-{second}", "59,9"), ($"yakin-{second}", doubts), ("aksi", "simpan"));
        Assert.Contains("C-013", refused);

        var last = Regex.Match(page, $"bb-{first}").Index;
        var weight = Regex.Match(page[..last], @"<td>(\d+,\d+) kg", RegexOptions.RightToLeft).Groups[1].Value;
        var fields = HtmlForms.Fields(page, "lembar", ("Measurer", measurer), ($"bb-{first}", weight.Length > 0 ? weight : "9,2"), ($"yakin-{first}", Every), ($"pmt-{first}", "1"), ("aksi", "simpan"));
        Assert.Contains("Tersimpan: 1 hasil ukur dan 1 layanan", await Send(fields));
        // The same form again, as after a lost answer: the first answer, nothing more. Now the row shows what was entered.
        Assert.Contains("Tersimpan: 1 hasil ukur dan 1 layanan", await Send(fields));
        // Measured once on that day, however often the page names it: the given service stands there too.
        Assert.Equal(1, Regex.Count(await gizi.Http.GetStringAsync($"petugas/anak/{Guid.ParseExact(first, "N")}"), "/ukur/[0-9a-f-]{36}\">24 November 2026"));

        async Task<string> Send(IEnumerable<KeyValuePair<string, string>> sent)
        {
            using var content = new FormUrlEncodedContent(sent);
            using var answer = await gizi.Http.PostAsync(path, content);
            return WebUtility.HtmlDecode(await answer.Content.ReadAsStringAsync());
        }
    }

    [Theory, MemberData(nameof(Both))]
    public async Task The_book_is_typed_in_stands_on_the_childs_page_and_is_not_asked_again_the_month_after(Vendor vendor)
    {
        using var gizi = await StaffSession.SignIn(programs[vendor], "gizi");
        var id = await Posyandu(gizi, "Posyandu Lakudo 1");
        var path = $"petugas/posyandu/{id}/lembar?tanggal=2026-11-22";
        var page = await gizi.Http.GetStringAsync(path);
        var measurer = Measurer().Match(page).Groups[1].Value;
        // A child of this test alone: others answer for the posyandu's own children.
        var name = $"Uji Buku {vendor}";
        Assert.Contains("Tersimpan: 1 anak baru", await gizi.Post(path, "lembar", ("Measurer", measurer), ("nama-baru1", name), ("jk-baru1", "L"), ("lahir-baru1", "14/1/2026"),
            ("ibu-baru1", "Wa Contoh Buku"), ("setuju-baru1", "1"), ("aksi", "simpan")));
        var child = Rows().Matches(await gizi.Http.GetStringAsync(path)).Single(m => m.Value.Contains(name, StringComparison.Ordinal)).Groups[1].Value;
        var about = $"petugas/anak/{Guid.ParseExact(child, "N")}";
        Assert.Matches("Buku KIA atau KMS</dt><dd>(belum ada|belum ditanya)", await gizi.Http.GetStringAsync(about));
        Assert.Contains("Tersimpan: 0 hasil ukur dan 1 layanan", await gizi.Post(path, "lembar", ("Measurer", measurer), ($"kia-{child}", "1"), ("aksi", "simpan")));
        Assert.Matches("Buku KIA atau KMS</dt><dd>ada\\s*<small>menurut keluarga, 22 November 2026", await gizi.Http.GetStringAsync(about));
        Assert.DoesNotContain($"name=\"kia-{child}\"", await gizi.Http.GetStringAsync($"petugas/posyandu/{id}/lembar?tanggal=2026-11-24"));
        // Of the day itself it can be mended, and on the sheet of an earlier day it had not been said.
        Assert.Contains($"name=\"kia-{child}\"", await gizi.Http.GetStringAsync(path));
        Assert.Contains($"name=\"kia-{child}\"", await gizi.Http.GetStringAsync($"petugas/posyandu/{id}/lembar?tanggal=2026-11-20"));
    }

    [Theory, MemberData(nameof(Both))]
    public async Task The_sheet_is_a_landscape_file_with_heads_and_numbers_on_every_page_for_those_who_care_only(Vendor vendor)
    {
        var lakudo = programs[vendor];
        using var gizi = await StaffSession.SignIn(lakudo, "gizi");
        var id = await Posyandu(gizi, "Posyandu Lakudo 1");
        using var answer = await gizi.Http.GetAsync($"petugas/posyandu/{id}/lembar.pdf?tanggal=2026-12-05");
        Assert.Equal("application/pdf", answer.Content.Headers.ContentType?.MediaType);
        Assert.True(answer.Headers.CacheControl?.NoStore);
        using var pdf = PdfReader.Open(new MemoryStream(await answer.Content.ReadAsByteArrayAsync()), PdfDocumentOpenMode.Import);
        Assert.True(pdf.PageCount >= 2);
        Assert.All(Enumerable.Range(0, pdf.PageCount), n => Assert.True(pdf.Pages[n].Width.Point > pdf.Pages[n].Height.Point));
        foreach (var (path, status) in new[] { ("lembar.pdf?tanggal=2027-12-05", HttpStatusCode.UnprocessableEntity), ("lembar?tanggal=2026-11-26", HttpStatusCode.UnprocessableEntity) })
        {
            using var refused = await gizi.Http.GetAsync($"petugas/posyandu/{id}/{path}");
            Assert.Equal(status, refused.StatusCode);
        }

        using var clerk = await StaffSession.SignIn(lakudo, "loket.1");
        foreach (var path in new[] { "lembar", "lembar.pdf" })
        {
            using var refused = await clerk.Http.GetAsync($"petugas/posyandu/{id}/{path}");
            Assert.Equal(HttpStatusCode.Forbidden, refused.StatusCode);
        }
    }

    [Theory, MemberData(nameof(Both))]
    public async Task A_newcomer_and_a_pregnant_woman_are_entered_from_paper_and_what_is_missing_is_said_by_the_row(Vendor vendor)
    {
        using var gizi = await StaffSession.SignIn(programs[vendor], "gizi");
        var id = await Posyandu(gizi, "Posyandu Lakudo 1");
        var path = $"petugas/posyandu/{id}/lembar?tanggal=2026-11-23";
        var page = await gizi.Http.GetStringAsync(path);
        var (measurer, woman) = (Measurer().Match(page).Groups[1].Value, Women().Match(page).Groups[1].Value);
        (string, string)[] half = [("Measurer", measurer), ("nama-baru1", $"Uji {vendor} Baru"), ("lahir-baru1", "31-31-2025"), ("bb-baru1", "8,4"), ($"ihb-ibu{woman}", "112"), ("aksi", "simpan")];
        var wrong = await gizi.Post(path, "lembar", half);
        foreach (var words in new[] { "\"31-31-2025\" bukan tanggal", "Pilih laki-laki atau perempuan", "Isi nama ibu", "Tanpa persetujuan ibu", "angka yang tidak mungkin untuk ibu hamil", "2 baris perlu diperiksa", $"value=\"Uji {vendor} Baru\"" })
            Assert.Contains(words, wrong);

        (string, string)[] whole = [("Measurer", measurer), ("nama-baru1", $"Uji {vendor} Baru"), ("jk-baru1", "P"), ("lahir-baru1", "3/2/2026"), ("ibu-baru1", "Wa Ode Contoh Uji"), ("setuju-baru1", "1"), ("bb-baru1", "8,4"), ("tb-baru1", "69,5"), ("kia-baru1", "0"),
            ($"ihb-ibu{woman}", "11,2"), ($"ittd-ibu{woman}", "30"), ($"yakin-ibu{woman}", "sudah periksa-kurang"), ("aksi", "simpan")];
        Assert.Contains("Tersimpan: 1 anak baru, 1 hasil ukur, 1 layanan dan 1 ibu hamil", await gizi.Post(path, "lembar", whole));
        // The same child from another sheet: said to be known before it is entered twice.
        var twice = await gizi.Post(path, "lembar", [.. whole.Where(f => !f.Item1.Contains("-ibu", StringComparison.Ordinal))]);
        Assert.Contains("C-051", twice);
        Assert.Contains($"Uji {vendor} Baru, lahir 3 Februari 2026, ibu Wa Ode Contoh Uji", twice);
        Assert.Contains("Anak lain, daftarkan", twice);
    }

    private const string Every = "HeightFell WeightJumped Implausible RoundedDigits TooYoungToStand HeightJumped sudah";

    internal static async Task<string> Posyandu(StaffSession staff, string name) =>
        Regex.Match(await staff.Http.GetStringAsync("petugas/posyandu"), $"href=\"petugas/posyandu/([0-9a-f-]{{36}})\">{name}<").Groups[1].Value;

    [GeneratedRegex("<option value=\"([0-9a-f-]{36})\"")]
    private static partial Regex Measurer();

    [GeneratedRegex("name=\"ihb-ibu([0-9a-f]{32})\"")]
    private static partial Regex Women();

    [GeneratedRegex("<tr(?:(?!</tr>).)*?name=\"bb-([0-9a-f]{32})\".*?</tr>", RegexOptions.Singleline)]
    private static partial Regex Rows();
}
