using System.Net;
using System.Text.RegularExpressions;
using Lakudo.Kernel;
using Lakudo.Testing;
using MiniExcelLibs;
using PdfSharp.Pdf.IO;

namespace Lakudo.Web.Tests.Children;

[Collection("programs")]
public sealed class SkdnPagesTests(BothPrograms programs)
{
    public static TheoryData<Vendor> Both => BothPrograms.Both;

    [Theory, MemberData(nameof(Both))]
    public async Task Page_paper_and_workbook_say_the_same(Vendor vendor)
    {
        using var gizi = await StaffSession.SignIn(programs[vendor], "gizi");
        var page = WebUtility.HtmlDecode(await gizi.Http.GetStringAsync("petugas/posyandu/skdn?bulan=2026-10&posyandu="));
        Assert.Contains("Laporan SKDN Oktober 2026", page);
        var cells = Regex.Match(page, "Posyandu Lakudo 1<small.*?</tr>", RegexOptions.Singleline).Value;
        var shown = Regex.Matches(cells, "<td[^>]*>([^<]*)").Select(m => m.Groups[1].Value).ToList();
        using var file = await gizi.Http.GetAsync("petugas/posyandu/skdn.xlsx?bulan=2026-10");
        using var book = new MemoryStream(await file.Content.ReadAsByteArrayAsync());
        Assert.Equal(["F1 SKDN", "R1 SIP", "Keterangan"], MiniExcel.GetSheetNames(book));
        var row = MiniExcel.Query(book, useHeaderRow: true, sheetName: "F1 SKDN").Cast<IDictionary<string, object?>>().Single(r => "Posyandu Lakudo 1".Equals(r["Posyandu"]));
        Assert.Equal([shown[0], shown[1], shown[2], shown[3]], new[] { row["S"], row["K"], row["D"], row["N"] }.Select(n => $"{n}"));
        var (s, k, d) = (Convert.ToDouble(row["S"]), Convert.ToDouble(row["K"]), Convert.ToDouble(row["D"]));
        Assert.True(k > 0 && k < s, $"{k} of {s}");
        Assert.Equal((Math.Round(k / s, 4), Math.Round(d / k, 4)), (Convert.ToDouble(row["K/S"]), Convert.ToDouble(row["D/K"])));
        Assert.Equal(new[] { k / s, d / k }.Select(share => (share * 100).ToString("N1", Formats.Indonesian) + " %"), shown[9..11]);
        // Who was never asked is told at the posyandu and as a note, the same on the page and in the workbook.
        var unasked = Regex.Match(cells, @"K: (\d+) belum ditanya").Groups[1].Value;
        var note = Regex.Match(page, @"K belum lengkap: (\d+) anak belum ditanya").Groups[1].Value;
        Assert.True(int.Parse(unasked) > 0 && int.Parse(note) >= int.Parse(unasked), $"{unasked} of {note}");
        Assert.Contains(MiniExcel.Query(book, sheetName: "Keterangan").Cast<IDictionary<string, object?>>(), r => r["A"] is string text && text.StartsWith($"K belum lengkap: {note} anak belum ditanya", StringComparison.Ordinal));
        var register = MiniExcel.Query(book, useHeaderRow: true, sheetName: "R1 SIP").Cast<IDictionary<string, object?>>().Where(r => "Posyandu Lakudo 1".Equals(r["Posyandu"])).ToList();
        Assert.Equal($"{row["D"]}", $"{register.Single(r => "Semua".Equals(r["Umur"]) && "L+P".Equals(r["Kelamin"]))["D"]}");
        Assert.Equal(15, register.Count);
        using var paper = await gizi.Http.GetAsync("petugas/posyandu/skdn.pdf?bulan=2026-10");
        using var pdf = PdfReader.Open(new MemoryStream(await paper.Content.ReadAsByteArrayAsync()), PdfDocumentOpenMode.Import);
        Assert.True(pdf.PageCount >= 1);
    }

    [Theory, MemberData(nameof(Both))]
    public async Task Others_get_none_of_it_and_a_month_to_come_is_refused(Vendor vendor)
    {
        using var gizi = await StaffSession.SignIn(programs[vendor], "gizi");
        using var later = await gizi.Http.GetAsync("petugas/posyandu/skdn?bulan=2027-03");
        Assert.Contains("C-421", await later.Content.ReadAsStringAsync());
        foreach (var account in new[] { "loket.1", "tpps", "desa" })
        {
            using var other = await StaffSession.SignIn(programs[vendor], account);
            using var page = await other.Http.GetAsync("petugas/posyandu/skdn");
            Assert.Contains("K-001", await page.Content.ReadAsStringAsync());
            foreach (var kind in new[] { "pdf", "xlsx" })
            {
                using var refused = await other.Http.GetAsync($"petugas/posyandu/skdn.{kind}");
                Assert.Equal(HttpStatusCode.Forbidden, refused.StatusCode);
            }
        }
    }
}
