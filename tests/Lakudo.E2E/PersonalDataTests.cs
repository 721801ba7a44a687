using System.IO.Compression;
using System.Text.RegularExpressions;
using Deque.AxeCore.Playwright;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace Lakudo.E2E;

/// <summary>The officer for personal data answers a request in a browser.</summary>
[Collection("browser")]
public sealed class PersonalDataTests(Browser browser)
{
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

    private static async Task Look(IPage page, string name)
    {
        await Browser.Picture(page, name);
        Assert.Empty((await page.RunAxe()).Violations.Select(v => $"{v.Id} {name}: {string.Join(" | ", v.Nodes.Select(n => n.Html).Take(3))}"));
    }
}
