using Deque.AxeCore.Playwright;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace Lakudo.E2E;

/// <summary>A household in a browser: opened from a child's page, numbered, found by its number, corrected, and one of it leaves.</summary>
[Collection("browser")]
public sealed class HouseholdTests(Browser browser)
{
    private const string Number = "7472019904180012";

    [Fact]
    public async Task A_household_is_opened_from_a_child_found_by_its_number_and_somebody_leaves_it()
    {
        var page = await browser.Page(1280, 900);
        await browser.SignIn(page, "gizi");
        // One of the sample's, with what its children's last measurements say.
        await page.GotoAsync("petugas/posyandu");
        await page.GetByRole(AriaRole.Link, new() { Name = "Posyandu Lakudo 1" }).ClickAsync();
        await page.GetByRole(AriaRole.Region, new() { Name = "Balita posyandu ini" }).GetByRole(AriaRole.Link).Last.ClickAsync();
        await page.GetByRole(AriaRole.Link, new() { Name = "Keluarga", Exact = true }).ClickAsync();
        await Expect(page.GetByRole(AriaRole.Region, new() { Name = "Anak keluarga ini" })).ToContainTextAsync("(hasil ukur)");
        await Look(page, "keluarga-contoh");
        await page.GotoAsync("petugas/posyandu/impor");
        await page.GetByLabel("Berkas, paling besar 32 MB").SetInputFilesAsync(new FilePayload { Name = "kk.csv", MimeType = "text/csv", Buffer = System.Text.Encoding.UTF8.GetBytes("""
            Nomor KK,Nama,JK,Tgl Lahir,Nama Ortu,NIK Ibu,Posyandu,RT,RW
            ,Wa Kakak Keluarga,P,10/01/2023,Wa Ibu Keluarga,7414016505950088,Lakudo 1,3,1
            ,Wa Adik Keluarga,P,12/02/2025,Wa Ibu Keluarga,7414016505950088,Lakudo 1,3,1
            7414019904180077,Wa Sepupu Keluarga,P,12/03/2024,Wa Bibi Keluarga,,Lakudo 1,3,1

            """) });
        await page.GetByRole(AriaRole.Button, new() { Name = "Periksa berkas" }).ClickAsync();
        await Expect(page.GetByRole(AriaRole.Row, new() { Name = "Masuk ke keluarga dengan nomor itu 1" })).ToBeVisibleAsync();
        await Look(page, "keluarga-impor");
        await page.GetByLabel("Data anak-anak ini boleh disimpan").CheckAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Masukkan 3 baris" }).ClickAsync();
        await Expect(page.GetByText("2 ibu dan anak masuk ke keluarga menurut nomor KK")).ToBeVisibleAsync();

        await page.GotoAsync("petugas/posyandu");
        await page.GetByRole(AriaRole.Link, new() { Name = "Posyandu Lakudo 1" }).ClickAsync();
        await page.GetByRole(AriaRole.Link, new() { Name = "Wa Kakak Keluarga" }).ClickAsync();
        await page.GetByRole(AriaRole.Link, new() { Name = "Keluarga, belum tercatat" }).ClickAsync();
        await Expect(page.GetByText("Wa Ibu Keluarga (ibu), Wa Kakak Keluarga, Wa Adik Keluarga")).ToBeVisibleAsync();
        await Look(page, "keluarga-baru");
        // A number that is none is refused, and what was typed stays.
        await page.GetByLabel("Nomor KK, bila ada").FillAsync("7472 0199 0418");
        await page.GetByRole(AriaRole.Button, new() { Name = "Catat keluarga" }).ClickAsync();
        await Expect(page.GetByText("C-611").First).ToBeVisibleAsync();
        await Expect(page.GetByLabel("Nomor KK, bila ada")).ToHaveValueAsync("7472 0199 0418");
        await page.GetByLabel("Nomor KK, bila ada").FillAsync("7472 0199 0418 0012");
        await page.GetByRole(AriaRole.Button, new() { Name = "Catat keluarga" }).ClickAsync();
        await Expect(page.GetByText("Keluarga tercatat.")).ToBeVisibleAsync();
        await Expect(page.GetByText("Nomor KK ini terbit di luar kabupaten ini")).ToBeVisibleAsync();
        await Expect(page.GetByText("RT 003 RW 001")).ToBeVisibleAsync();
        await Expect(page.GetByText(Number)).ToHaveCountAsync(0);
        await Expect(page.GetByRole(AriaRole.Cell, new() { Name = "46 bulan", Exact = true })).ToBeVisibleAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Lihat lengkap" }).ClickAsync();
        await Expect(page.GetByText("7472 0199 0418 0012")).ToBeVisibleAsync();

        // The number was read wrongly; the right one is the cousin's, and then neither.
        await page.GetByText("Perbaiki nomor KK").ClickAsync();
        await page.GetByLabel("Nomor KK", new() { Exact = true }).FillAsync("7414019904180077");
        await page.GetByLabel("Alasan", new() { Exact = true }).First.FillAsync("Salah baca");
        await page.GetByRole(AriaRole.Button, new() { Name = "Simpan nomor" }).ClickAsync();
        await Expect(page.GetByText("C-613").First).ToBeVisibleAsync();
        await page.GetByLabel("Nomor KK", new() { Exact = true }).FillAsync("7414019904180012");
        await page.GetByRole(AriaRole.Button, new() { Name = "Simpan nomor" }).ClickAsync();
        await Expect(page.GetByText("7472**********12")).ToBeVisibleAsync();
        await Look(page, "keluarga");

        // Found by the number; the cousin's household as well, and the younger one leaves hers.
        await page.GotoAsync("petugas/keluarga");
        await page.GetByLabel("Nomor KK").FillAsync("1234567890123456");
        await page.GetByRole(AriaRole.Button, new() { Name = "Cari" }).ClickAsync();
        await Expect(page.GetByText("C-620").First).ToBeVisibleAsync();
        await Look(page, "keluarga-cari");
        await page.GetByLabel("Nomor KK").FillAsync("7414-0199-0418-0012");
        await page.GetByRole(AriaRole.Button, new() { Name = "Cari" }).ClickAsync();
        await Expect(page.GetByRole(AriaRole.Heading, new() { Name = "Keluarga Wa Ibu Keluarga" })).ToBeVisibleAsync();
        await page.GetByText("Ada yang keluar dari keluarga ini").ClickAsync();
        await page.GetByLabel("Wa Adik Keluarga").CheckAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Keluarkan yang dipilih" }).ClickAsync();
        await Expect(page.GetByText("C-616").First).ToBeVisibleAsync();
        await Expect(page.GetByLabel("Wa Adik Keluarga")).ToBeCheckedAsync();
        await page.Locator("#sebab").SelectOptionAsync("3");
        await Look(page, "keluarga-keluar");
        await page.GetByRole(AriaRole.Button, new() { Name = "Keluarkan yang dipilih" }).ClickAsync();
        await Expect(page.GetByRole(AriaRole.Heading, new() { Name = "Pernah dalam keluarga ini" })).ToBeVisibleAsync();
        await Expect(page.Locator("section[aria-labelledby=pernah]")).ToContainTextAsync("diasuh keluarga lain");
        await page.GotoAsync("petugas/posyandu");
        await page.GetByRole(AriaRole.Link, new() { Name = "Posyandu Lakudo 1" }).ClickAsync();
        await page.GetByRole(AriaRole.Link, new() { Name = "Wa Adik Keluarga" }).ClickAsync();
        await Expect(page.GetByRole(AriaRole.Heading, new() { Name = "Wa Adik Keluarga" })).ToBeVisibleAsync();
        await Look(page, "keluarga-anak");
        await page.GetByRole(AriaRole.Link, new() { Name = "Keluarga, belum tercatat" }).ClickAsync();
        await Expect(page.GetByRole(AriaRole.Heading, new() { Name = "Keluarga ibunya" })).ToBeVisibleAsync();
        await Look(page, "keluarga-pilih");
        await page.GetByLabel("Nomor KK pada Kartu Keluarga").FillAsync("7414019904180077");
        await page.GetByRole(AriaRole.Button, new() { Name = "Masukkan", Exact = true }).ClickAsync();
        await Expect(page.GetByRole(AriaRole.Region, new() { Name = "Anak keluarga ini" }).GetByRole(AriaRole.Row)).ToHaveCountAsync(3);
        await page.GetByText("Tempat tinggal", new() { Exact = true }).ClickAsync();
        await page.GetByLabel("RT", new() { Exact = true }).FillAsync("tiga");
        await page.GetByRole(AriaRole.Button, new() { Name = "Simpan tempat tinggal" }).ClickAsync();
        await Expect(page.GetByText("C-621").First).ToBeVisibleAsync();
        await page.GetByLabel("RT", new() { Exact = true }).FillAsync("7");
        await page.GetByRole(AriaRole.Button, new() { Name = "Simpan tempat tinggal" }).ClickAsync();
        await Expect(page.GetByText("RT 007 RW 001")).ToBeVisibleAsync();
        await Expect(page.GetByText("Tempat tinggal tercatat.")).ToBeVisibleAsync();
        await page.SetViewportSizeAsync(390, 844);
        await Look(page, "keluarga-hp");
    }

    private static async Task Look(IPage page, string name)
    {
        if (Environment.GetEnvironmentVariable("LAKUDO_PICTURES") is { Length: > 0 } folder) await page.ScreenshotAsync(new() { Path = Path.Combine(folder, name + ".png"), FullPage = true });
        // A button that has just come under the mouse is between two colours for a moment.
        await page.Mouse.MoveAsync(0, 0);
        await page.EvaluateAsync("Promise.all(document.getAnimations().map(a => a.finished.catch(() => {})))");
        Assert.Empty((await page.RunAxe()).Violations.Select(v => $"{v.Id} {name}: {string.Join(" | ", v.Nodes.Select(n => n.Html).Take(3))}"));
    }
}
