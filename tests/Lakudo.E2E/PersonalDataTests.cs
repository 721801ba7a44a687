using System.IO.Compression;
using System.Text.RegularExpressions;
using Deque.AxeCore.Playwright;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace Lakudo.E2E;

/// <summary>Consent and correction at the puskesmas, and the pages of the officer for personal data, in a browser.</summary>
[Collection("browser")]
public sealed class PersonalDataTests(Browser browser)
{
    [Fact]
    public async Task A_child_is_corrected_its_consent_withdrawn_and_given_again()
    {
        var page = await browser.Page(1280, 900);
        await browser.SignIn(page, "gizi");
        await page.GotoAsync("petugas/posyandu");
        await page.GetByRole(AriaRole.Link, new() { Name = "Posyandu Lakudo 1" }).ClickAsync();
        await page.Locator("tbody a[href^='petugas/anak/']").Nth(1).ClickAsync();
        await page.GetByRole(AriaRole.Link, new() { Name = "Persetujuan dan perbaikan data" }).ClickAsync();
        await Expect(page.GetByRole(AriaRole.Heading, new() { Name = "Perbaiki data anak" })).ToBeVisibleAsync();
        await Look(page, "anak-data");
        var number = await page.GetByText(new Regex("^A-[0-9A-Z]{5}-[0-9A-Z]{5}$")).TextContentAsync();
        await page.GetByLabel("Nama anak").FillAsync("Wa Ode Dibetulkan");
        await page.GetByLabel("Alasan").FillAsync("Salah ketik, menurut buku KIA");
        await page.GetByRole(AriaRole.Button, new() { Name = "Perbaiki" }).ClickAsync();
        await Expect(page.GetByRole(AriaRole.Status)).ToContainTextAsync("sudah diperbaiki");
        await Expect(page.GetByText(new Regex("^nama, sebelumnya "))).ToBeVisibleAsync();
        await Look(page, "anak-data-diperbaiki");

        await page.GetByText("Ibu menarik persetujuan").ClickAsync();
        await page.GetByRole(AriaRole.Textbox, new() { Name = "Keterangan" }).FillAsync("Ibu datang ke puskesmas");
        await page.GetByRole(AriaRole.Button, new() { Name = "Tarik persetujuan" }).ClickAsync();
        await Expect(page.GetByText("C-706")).ToBeVisibleAsync();
        await page.GetByLabel("Saya sudah memeriksa").CheckAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Tarik persetujuan" }).ClickAsync();
        await Expect(page.GetByText("Catatan ini ditahan.")).ToBeVisibleAsync();
        await Expect(page.GetByText("Dibetulkan")).ToHaveCountAsync(0);
        await Look(page, "anak-data-ditahan");
        await page.Locator("main").GetByRole(AriaRole.Link, new() { Name = "Posyandu", Exact = true }).ClickAsync();
        await Expect(page.GetByRole(AriaRole.Heading, new() { Name = "Persetujuan ditarik" })).ToBeVisibleAsync(new() { Timeout = 15_000 });
        await Expect(page.GetByText("Dibetulkan")).ToHaveCountAsync(0);
        await Look(page, "posyandu-ditarik");
        await page.GetByRole(AriaRole.Link, new() { Name = number! }).ClickAsync();
        await page.GetByLabel("Saya sudah memeriksa").CheckAsync();
        await page.GetByRole(AriaRole.Textbox, new() { Name = "Keterangan" }).FillAsync("Ibu datang membawa buku KIA");
        await page.GetByRole(AriaRole.Button, new() { Name = "Catat persetujuan" }).ClickAsync();
        await Expect(page.GetByRole(AriaRole.Status)).ToContainTextAsync("kembali seperti semula");
        await Expect(page.GetByRole(AriaRole.Link, new() { Name = "Wa Ode Dibetulkan" })).ToBeVisibleAsync();
    }

    [Fact]
    public async Task The_officer_answers_a_request_of_the_register_from_the_number_to_the_erasure()
    {
        var staff = await browser.Page(1280, 900);
        await browser.SignIn(staff, "gizi");
        await staff.GotoAsync("petugas/posyandu");
        await staff.GetByRole(AriaRole.Link, new() { Name = "Posyandu Lakudo 1" }).ClickAsync();
        await staff.Locator("tbody a[href^='petugas/anak/']").Last.ClickAsync();
        var number = Regex.Match(await staff.Locator("dl.facts").First.InnerTextAsync(), "A-[0-9A-Z]{5}-[0-9A-Z]{5}").Value;

        var page = await browser.Page(1280, 900);
        await browser.SignIn(page, "petugas.pdp");
        await page.GotoAsync("petugas/data-pribadi");
        await Expect(page.GetByText("belum dikonfirmasi").First).ToBeVisibleAsync();
        await Look(page, "pdp-masa-simpan");
        await page.GotoAsync("petugas/data-pribadi/catatan");
        await Look(page, "pdp-catatan");
        await page.GotoAsync("petugas/data-pribadi/permintaan");
        await page.GetByLabel("Yang diminta").SelectOptionAsync(["penghapusan"]);
        await page.GetByLabel("NIK, nomor permohonan").FillAsync(number);
        await page.GetByLabel("Identitas diperiksa dengan").SelectOptionAsync(["CardSeen"]);
        await Look(page, "pdp-permintaan");
        await page.GetByRole(AriaRole.Button, new() { Name = "Catat dan cari" }).ClickAsync();
        await Expect(page.GetByRole(AriaRole.Region, new() { Name = "Yang disimpan" }).GetByText("hasil ukur ·")).ToBeVisibleAsync();
        await Look(page, "pdp-permintaan-satu");
        var download = await page.RunAndWaitForDownloadAsync(() => page.GetByRole(AriaRole.Button, new() { Name = "Unduh salinan" }).ClickAsync());
        await using (var archive = await ZipFile.OpenReadAsync(await download.PathAsync()))
        {
            using var told = new StreamReader(archive.GetEntry("baca-saya.html")!.Open());
            Assert.Contains(number, await told.ReadToEndAsync(), StringComparison.Ordinal);
        }

        await page.GetByRole(AriaRole.Heading, new() { Name = "Hapus", Exact = true }).ScrollIntoViewIfNeededAsync();
        await page.Locator("section:has(#hapus)").GetByLabel("Alasan").FillAsync("Permintaan tertulis 3/2026");
        await page.Locator("section:has(#hapus)").GetByRole(AriaRole.Button, new() { Name = "Hapus" }).ClickAsync();
        await Expect(page.GetByRole(AriaRole.Status)).ToContainTextAsync("catatan dikosongkan");
        await Expect(page.GetByText("tersisa angka tanpa nama")).ToBeVisibleAsync();
        await Look(page, "pdp-dihapus");
        await page.GetByLabel("Yang disampaikan kepada orangnya").FillAsync("Sudah dihapus");
        await page.GetByRole(AriaRole.Button, new() { Name = "Tutup" }).ClickAsync();
        await Expect(page.GetByText("dipenuhi: Sudah dihapus")).ToBeVisibleAsync();
    }

    [Fact]
    public async Task The_officer_opens_a_breach_sheet_downloads_the_list_and_closes_it()
    {
        var page = await browser.Page(1280, 900);
        await browser.SignIn(page, "petugas.pdp");
        await page.GotoAsync("petugas/data-pribadi/kejadian");
        await page.GetByLabel("Lewat apa").SelectOptionAsync(["Account"]);
        await page.GetByLabel("Nama pengguna, nama perangkat").FillAsync("gizi");
        var offered = DateTime.Parse(await page.GetByLabel("Kapan diketahui").InputValueAsync(), System.Globalization.CultureInfo.InvariantCulture);
        await page.GetByLabel("Sejak kapan").FillAsync(Moment(offered.AddHours(-2)));
        // The sample began within this minute; its people were appointed after the moment that is offered.
        await page.GetByLabel("Sampai kapan").FillAsync(Moment(offered.AddMinutes(1)));
        await page.GetByLabel("Bagaimana terjadinya").FillAsync("Sandi tertulis di meja.");
        await Look(page, "pdp-kejadian");
        await page.GetByRole(AriaRole.Button, new() { Name = "Buat lembar kejadian" }).ClickAsync();
        await Expect(page.GetByRole(AriaRole.Heading, new() { Name = "Orang yang terdampak", Exact = true })).ToBeVisibleAsync();
        await Expect(page.GetByText("Posyandu Lakudo 1").First).ToBeVisibleAsync();
        await Look(page, "pdp-kejadian-lembar");
        var download = await page.RunAndWaitForDownloadAsync(() => page.GetByRole(AriaRole.Button, new() { Name = "Daftar lengkap (CSV)" }).ClickAsync());
        Assert.True((await File.ReadAllLinesAsync(await download.PathAsync())).Length > 10);
        await page.GetByLabel("Hasil, atau mengapa").FillAsync("Latihan; tidak ada yang bocor");
        await page.GetByRole(AriaRole.Button, new() { Name = "Tutup lembar" }).ClickAsync();
        await Expect(page.GetByText("D-015")).ToBeVisibleAsync();
        await page.GetByLabel("Pemberitahuan tidak diperlukan").CheckAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Tutup lembar" }).ClickAsync();
        await Expect(page.GetByText("Ditutup").First).ToBeVisibleAsync();
        await Look(page, "pdp-kejadian-ditutup");
    }

    private static string Moment(DateTime at) => at.ToString("yyyy-MM-dd'T'HH:mm", System.Globalization.CultureInfo.InvariantCulture);

    private static async Task Look(IPage page, string name)
    {
        await Browser.Picture(page, name);
        // A button that has just come under the mouse is between two colours for a moment.
        await page.Mouse.MoveAsync(0, 0);
        await page.EvaluateAsync("Promise.all(document.getAnimations().map(a => a.finished.catch(() => {})))");
        Assert.Empty((await page.RunAxe()).Violations.Select(v => $"{v.Id} {name}: {string.Join(" | ", v.Nodes.Select(n => n.Html).Take(3))}"));
    }
}
