using Deque.AxeCore.Playwright;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace Lakudo.E2E;

/// <summary>The numbers for villages and offices in a browser.</summary>
[Collection("browser")]
public sealed class CountsTests(Browser browser)
{
    [Fact]
    public async Task The_office_divides_by_village_and_the_village_officer_reads_on_a_phone_without_barriers()
    {
        var page = await browser.Page(1280, 900);
        await browser.SignIn(page, "tpps");
        await page.GotoAsync("petugas");
        await page.GetByRole(AriaRole.Link, new() { Name = "Angka balita Per bulan" }).ClickAsync();
        await Look(page, "hitungan");
        await page.GetByLabel("Menurut").SelectOptionAsync("Village");
        await page.GetByRole(AriaRole.Button, new() { Name = "Tampilkan" }).ClickAsync();
        await Expect(page.GetByRole(AriaRole.Rowheader, new() { Name = "Metere" })).ToBeVisibleAsync();
        await Look(page, "hitungan-desa");
        var phone = await browser.Page(390, 900);
        await browser.SignIn(phone, "desa");
        await phone.GotoAsync("petugas/hitungan");
        await Expect(phone.GetByRole(AriaRole.Table)).ToContainTextAsync("Lakudo");
        await Look(phone, "hitungan-ponsel");
        var admin = await browser.Page(1280, 900);
        await browser.SignIn(admin, "admin");
        await admin.GotoAsync("petugas/jejaring/desa");
        await Look(admin, "jejaring-desa");
    }

    private static async Task Look(IPage page, string name)
    {
        await Browser.Picture(page, name);
        Assert.Empty((await page.RunAxe()).Violations.Select(v => $"{v.Id} {name}: {string.Join(" | ", v.Nodes.Select(n => n.Html).Take(3))}"));
    }
}
