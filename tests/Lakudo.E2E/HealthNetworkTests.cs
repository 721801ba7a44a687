using Deque.AxeCore.Playwright;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace Lakudo.E2E;

/// <summary>The admin sets the network of puskesmas and posyandu up in a browser.</summary>
[Collection("browser")]
public sealed class HealthNetworkTests(Browser browser)
{
    [Fact]
    public async Task The_admin_pastes_posyandu_looks_first_and_appoints_a_cadre_without_barriers()
    {
        var page = await browser.Page(1280, 1000);
        await browser.SignIn(page, "admin");
        await Look("petugas/jejaring?puskesmas=1", "jejaring");
        await Look("petugas/jejaring/petugas?peran=Nutritionist", "jejaring-petugas");
        await page.GotoAsync("petugas/jejaring/tabel");
        await page.GetByLabel("Tabel dari lembar kerja").FillAsync("Puskesmas\tKecamatan\tDesa\tPosyandu\tHari\nPuskesmas Lakudo\tLakudo\tMetere\tPosyandu Kenanga\t11\nPuskesmas Lakudo\tLakudo\tMeteree\tPosyandu Teratai\t12");
        await page.GetByRole(AriaRole.Button, new() { Name = "Periksa dulu" }).ClickAsync();
        await Expect(page.GetByRole(AriaRole.Button, new() { Name = "Simpan 1 baris" })).ToBeDisabledAsync();
        await Look(null, "jejaring-tabel");
        await page.GetByLabel("Tabel dari lembar kerja").FillAsync("Puskesmas\tKecamatan\tDesa\tPosyandu\tHari\nPuskesmas Lakudo\tLakudo\tMetere\tPosyandu Kenanga\t11");
        await page.GetByRole(AriaRole.Button, new() { Name = "Periksa dulu" }).ClickAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Simpan 1 baris" }).ClickAsync();
        await Expect(page.GetByRole(AriaRole.Status)).ToContainTextAsync("1 baru");
        await page.GotoAsync("petugas/jejaring?puskesmas=1");
        await page.GetByRole(AriaRole.Link, new() { Name = "Posyandu Kenanga" }).ClickAsync();
        await page.GetByLabel("Nama kader").FillAsync("Wa Kenanga Contoh");
        await page.GetByRole(AriaRole.Button, new() { Name = "Tugaskan di sini" }).ClickAsync();
        await Expect(page.GetByRole(AriaRole.Status)).ToContainTextAsync("Kader sudah ditugaskan");
        await Look(null, "jejaring-posyandu");

        async Task Look(string? path, string name)
        {
            if (path is not null) await page.GotoAsync(path);
            await Browser.Picture(page, name);
            Assert.Empty((await page.RunAxe()).Violations.Select(v => $"{v.Id} {name}: {string.Join(" | ", v.Nodes.Select(n => n.Html).Take(3))}"));
        }
    }
}
