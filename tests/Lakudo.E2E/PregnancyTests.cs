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
        await page.SetViewportSizeAsync(390, 844);
        await Look(page, "ibu-hamil-hp");
        await page.GetByRole(AriaRole.Link, new() { Name = "Semua jejak akses" }).ClickAsync();
        await Expect(page.GetByText("membuka catatan kehamilan").First).ToBeVisibleAsync();
        await page.GotoAsync("petugas/ibu-hamil?nama=" + Uri.EscapeDataString(name));
        await Expect(page.GetByRole(AriaRole.Link, new() { Name = name }).First).ToBeVisibleAsync();
        await Look(page, "ibu-hamil-daftar-hp");
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
