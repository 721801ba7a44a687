using Deque.AxeCore.Playwright;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace Lakudo.E2E;

/// <summary>The puskesmas' pages in a browser.</summary>
[Collection("browser")]
public sealed class PuskesmasTests(Browser browser)
{
    [Fact]
    public async Task The_nutritionist_sees_how_well_children_were_measured_and_whom_to_measure_again()
    {
        var page = await browser.Page(1280, 900);
        await browser.SignIn(page, "gizi");
        await page.GotoAsync("petugas/posyandu");
        await page.GetByRole(AriaRole.Link, new() { Name = "Mutu pengukuran" }).ClickAsync();
        await Expect(page.GetByRole(AriaRole.Heading, new() { Name = "Per pengukur" })).ToBeVisibleAsync();
        await Look("posyandu-mutu");
        await page.GetByRole(AriaRole.Link, new() { Name = "12 bulan" }).ClickAsync();
        await page.GetByRole(AriaRole.Region, new() { Name = "Mutu per posyandu" }).GetByRole(AriaRole.Link).First.ClickAsync();
        await Expect(page.GetByRole(AriaRole.Heading, new() { Name = "Ukur ulang bersama kadernya" })).ToBeVisibleAsync();
        await Look("posyandu-mutu-satu");
        await page.GotoAsync("petugas/posyandu/mutu?bulan=7");
        await Expect(page.GetByText("C-391")).ToBeVisibleAsync();

        async Task Look(string name)
        {
            await Browser.Picture(page, name);
            Assert.Empty((await page.RunAxe()).Violations.Select(v => $"{v.Id} {name}: {string.Join(" | ", v.Nodes.Select(n => n.Html).Take(3))}"));
        }
    }

    [Fact]
    public async Task The_nutritionist_finds_a_posyandu_makes_a_code_and_opens_a_child_without_barriers()
    {
        var page = await browser.Page(1280, 900);
        await browser.SignIn(page, "gizi");
        await Look("petugas/posyandu", "posyandu");
        await Look("petugas/posyandu/validasi", "posyandu-validasi");
        await Look("petugas/posyandu/ganda", "posyandu-ganda");
        await page.GetByRole(AriaRole.Button, new() { Name = "Dua anak" }).First.ClickAsync();
        await page.GotoAsync("petugas/posyandu/ganda/dua-anak");
        await Look(null, "posyandu-dua-anak");
        await page.GetByRole(AriaRole.Button, new() { Name = "Periksa lagi" }).ClickAsync();
        await Expect(page.GetByText("Belum ada.")).ToBeVisibleAsync();
        await page.GotoAsync("petugas/posyandu");
        await page.GetByRole(AriaRole.Link, new() { Name = "Posyandu Lakudo 1" }).ClickAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Buat kode ponsel" }).ClickAsync();
        await Expect(page.GetByRole(AriaRole.Status)).ToContainTextAsync("Kode ponsel");
        await Look(null, "posyandu-kode");
        await page.Locator("tbody a").First.ClickAsync();
        await Expect(page.GetByRole(AriaRole.Heading, new() { Name = "Siapa yang membaca catatan ini" })).ToBeVisibleAsync();
        await Look(null, "anak");
        await page.GetByRole(AriaRole.Link, new() { Name = "Semua jejak akses" }).ClickAsync();
        await Expect(page.GetByRole(AriaRole.Cell, new() { Name = "membuka catatan anak" }).First).ToBeVisibleAsync();
        await Look(null, "anak-jejak");
        await page.GotoAsync("petugas/posyandu");
        await page.GetByRole(AriaRole.Link, new() { Name = "Posyandu Lakudo 1" }).ClickAsync();
        await page.GetByRole(AriaRole.Link, new() { Name = "Jejak akses" }).ClickAsync();
        await Look(null, "posyandu-jejak");

        async Task Look(string? path, string name)
        {
            if (path is not null) await page.GotoAsync(path);
            await Browser.Picture(page, name);
            Assert.Empty((await page.RunAxe()).Violations.Select(v => $"{v.Id} {name}: {string.Join(" | ", v.Nodes.Select(n => n.Html).Take(3))}"));
        }
    }
}
