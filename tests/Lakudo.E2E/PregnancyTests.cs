using Deque.AxeCore.Playwright;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace Lakudo.E2E;

/// <summary>Pregnant women in a browser: the list from the menu, one woman's page, her NIK for a reason.</summary>
[Collection("browser")]
public sealed class PregnancyTests(Browser browser)
{
    [Fact]
    public async Task A_midwife_sees_who_needs_something_and_opens_her_page()
    {
        var page = await browser.Page(1280, 900);
        await browser.SignIn(page, "bidan");
        await page.GetByRole(AriaRole.Navigation, new() { Name = "Menu petugas" }).GetByRole(AriaRole.Link, new() { Name = "Ibu hamil" }).ClickAsync();
        await Expect(page.GetByRole(AriaRole.Heading, new() { Name = "Ibu hamil", Exact = true })).ToBeVisibleAsync();
        await Look(page, "ibu-hamil-daftar");
        var first = page.Locator("ul.rows li a").First;
        var name = await first.InnerTextAsync();
        await first.ClickAsync();
        await Expect(page.GetByRole(AriaRole.Heading, new() { Name = name })).ToBeVisibleAsync();
        await Expect(page.GetByText("Bidan Wa Ode Contoh").First).ToBeVisibleAsync();
        await Look(page, "ibu-hamil");
        // A value that was read wrongly: the old one stays, struck.
        await page.GetByRole(AriaRole.Region, new() { Name = "Tabel kunjungan" }).GetByRole(AriaRole.Link).First.ClickAsync();
        await page.GetByLabel("LILA (cm)").FillAsync("22,8");
        await page.GetByLabel("Alasan perbaikan, tanpa nama").FillAsync("Salah baca buku KIA");
        await Look(page, "ibu-hamil-perbaiki");
        await page.GetByRole(AriaRole.Button, new() { Name = "Perbaiki" }).ClickAsync();
        await Expect(page.GetByText("Kunjungan diperbaiki")).ToBeVisibleAsync();
        await Expect(page.GetByText("LILA 22,8 cm, di bawah 23,5").First).ToBeVisibleAsync();
        await Look(page, "ibu-hamil-diperbaiki");
        await page.SetViewportSizeAsync(390, 844);
        await Look(page, "ibu-hamil-hp");
        await page.GetByRole(AriaRole.Link, new() { Name = "Semua jejak akses" }).ClickAsync();
        await Expect(page.GetByText("membuka catatan kehamilan").First).ToBeVisibleAsync();
        await page.GotoAsync("petugas/ibu-hamil?nama=" + Uri.EscapeDataString(name));
        await Expect(page.GetByRole(AriaRole.Link, new() { Name = name }).First).ToBeVisibleAsync();
        await Look(page, "ibu-hamil-daftar-hp");
    }

    [Fact]
    public async Task A_birth_is_written_down_the_child_is_named_and_it_is_taken_back()
    {
        var page = await browser.Page(1280, 900);
        await browser.SignIn(page, "gizi");
        // A woman who is due and her newborn, from the paper sheet of the day.
        await page.GotoAsync("petugas/ibu-hamil");
        await page.Locator("ul.rows li a").Last.ClickAsync();
        // The form is on her page only: the heading that is read is hers.
        var born = await page.Locator("#hari").InputValueAsync();
        var name = await page.Locator("h1").InnerTextAsync();
        await page.GotoAsync("petugas/posyandu/impor");
        await page.GetByLabel("Berkas, paling besar 32 MB").SetInputFilesAsync(new FilePayload { Name = "bayi.csv", MimeType = "text/csv", Buffer = System.Text.Encoding.UTF8.GetBytes($"Nama,JK,Tgl Lahir,Nama Ortu,Posyandu\nBayi {name},P,{DateOnly.Parse(born):dd'/'MM'/'yyyy},{name},Lakudo 1\n") });
        await page.GetByRole(AriaRole.Button, new() { Name = "Periksa berkas" }).ClickAsync();
        await page.GetByLabel("Data anak-anak ini boleh disimpan").CheckAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Masukkan 1 baris" }).ClickAsync();
        await Expect(page.GetByText("1 anak baru").First).ToBeVisibleAsync();

        await page.GotoAsync("petugas/ibu-hamil?nama=" + Uri.EscapeDataString(name));
        await page.GetByRole(AriaRole.Link, new() { Name = name }).First.ClickAsync();
        await page.GetByLabel("Bagaimana").SelectOptionAsync("1");
        await page.GetByLabel("Hari", new() { Exact = true }).FillAsync("2020-01-01");
        await page.GetByLabel("Keterangan, bila perlu").FillAsync("Di puskesmas");
        await page.GetByRole(AriaRole.Button, new() { Name = "Nyatakan berakhir" }).ClickAsync();
        await Expect(page.GetByText("C-803").First).ToBeVisibleAsync();
        await Expect(page.GetByLabel("Keterangan, bila perlu")).ToHaveValueAsync("Di puskesmas");
        await page.GetByLabel("Hari", new() { Exact = true }).FillAsync(born);
        await page.GetByRole(AriaRole.Button, new() { Name = "Nyatakan berakhir" }).ClickAsync();
        await Expect(page.GetByText("Kehamilan dinyatakan berakhir.")).ToBeVisibleAsync();
        await Look(page, "ibu-hamil-lahir");
        await page.GetByLabel("Sudah ada di register").SelectOptionAsync(new SelectOptionValue { Index = 1 });
        await page.GetByRole(AriaRole.Button, new() { Name = "Ini anaknya" }).ClickAsync();
        await Expect(page.GetByRole(AriaRole.Link, new() { Name = "Bayi " + name })).ToBeVisibleAsync();
        await Look(page, "ibu-hamil-anak");
        await page.GotoAsync("petugas/ibu-hamil");
        await Expect(page.GetByRole(AriaRole.Link, new() { Name = name, Exact = true })).ToHaveCountAsync(0);
        await page.GetByRole(AriaRole.Link, new() { Name = "Sudah berakhir, 12 bulan" }).ClickAsync();
        await Expect(page.GetByText("1 kehamilan berakhir dalam 12 bulan.")).ToBeVisibleAsync();
        await Look(page, "ibu-hamil-berakhir");
        await page.GetByRole(AriaRole.Link, new() { Name = name, Exact = true }).ClickAsync();
        await page.GetByLabel("Alasan membatalkan").FillAsync("Bayi tetangganya");
        await page.GetByRole(AriaRole.Button, new() { Name = "Ibu ini masih hamil" }).ClickAsync();
        await Expect(page.GetByText("Pembatalan tercatat")).ToBeVisibleAsync();
        await Expect(page.GetByText("dibatalkan: Bayi tetangganya")).ToBeVisibleAsync();
        await Look(page, "ibu-hamil-batal");
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
