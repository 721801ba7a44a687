using System.Text.Json;
using Deque.AxeCore.Playwright;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace Lakudo.E2E;

/// <summary>The nutritionist takes some months of a posyandu out for SATUSEHAT and e-PPGBM.</summary>
[Collection("browser")]
public sealed class ExportTests(Browser browser)
{
    [Fact]
    public async Task A_period_is_chosen_its_content_counted_and_the_file_saved()
    {
        var page = await browser.Page(1366, 900);
        await browser.SignIn(page, "gizi");
        await page.GotoAsync("petugas/posyandu");
        await page.GetByRole(AriaRole.Link, new() { Name = "Ekspor data" }).ClickAsync();
        await page.GetByLabel("Posyandu", new() { Exact = true }).SelectOptionAsync(await page.Locator("#posyandu option", new() { HasText = "Posyandu Lakudo 1," }).GetAttributeAsync("value") ?? "");
        await page.GetByLabel("Diukur dari").FillAsync("2026-09-01");
        await page.GetByLabel("sampai", new() { Exact = true }).FillAsync("2026-11-20");
        await page.GetByRole(AriaRole.Button, new() { Name = "Hitung isinya" }).ClickAsync();
        await Expect(page.GetByText("hasil ukur dari")).ToBeVisibleAsync();
        Assert.Empty((await page.RunAxe()).Violations.Select(v => $"{v.Id}: {string.Join(" | ", v.Nodes.Select(n => n.Html).Take(3))}"));
        await Browser.Picture(page, "ekspor-data");
        var saved = await page.RunAndWaitForDownloadAsync(() => page.GetByRole(AriaRole.Link, new() { Name = "Berkas SATUSEHAT (FHIR)" }).ClickAsync());
        Assert.Equal("satusehat-posyandu-lakudo-1-2026-09-01-2026-11-20.json", saved.SuggestedFilename);
        await using var file = await saved.CreateReadStreamAsync();
        using var bundle = await JsonDocument.ParseAsync(file);
        Assert.Equal(("Bundle", "transaction"), (bundle.RootElement.GetProperty("resourceType").GetString(), bundle.RootElement.GetProperty("type").GetString()));
        var sheet = await page.RunAndWaitForDownloadAsync(() => page.GetByRole(AriaRole.Link, new() { Name = "Lembar e-PPGBM (xlsx)" }).ClickAsync());
        Assert.Equal("eppgbm-posyandu-lakudo-1-2026-09-01-2026-11-20.xlsx", sheet.SuggestedFilename);

        await page.GotoAsync("petugas/posyandu/ekspor?dari=2025-01-01&sampai=2026-11-20");
        await Expect(page.GetByText("paling lama dua belas bulan")).ToBeVisibleAsync();
    }
}
