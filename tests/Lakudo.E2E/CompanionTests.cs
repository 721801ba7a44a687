using Deque.AxeCore.Playwright;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace Lakudo.E2E;

/// <summary>A companion at the door with a phone, and the puskesmas that reads the visit.</summary>
[Collection("browser")]
public sealed class CompanionTests(Browser browser)
{
    [Fact]
    public async Task A_companion_reads_an_entrusted_family_on_a_phone_and_writes_a_visit_that_the_midwife_sees()
    {
        var phone = await browser.Page(360, 740);
        await browser.SignIn(phone, "tpk");
        await phone.GotoAsync("petugas/keluarga-saya");
        // Three in the sample; another test may have taken consent of one back.
        await Expect(phone.GetByRole(AriaRole.Heading, new() { Name = "Keluarga Ibu" }).First).ToBeVisibleAsync();
        Assert.Equal(360, await phone.EvaluateAsync<int>("document.documentElement.scrollWidth"));
        await Look(phone, "pendamping-keluarga");
        await phone.GetByText("Catat kunjungan ke keluarga ini").First.ClickAsync();
        var form = phone.Locator("details[open] form");
        // It says today, by the region's clock.
        await Expect(form.GetByLabel("Tanggal")).ToHaveValueAsync("2026-11-25");
        await form.GetByLabel("Catatan singkat").FillAsync("Anak batuk tiga hari");
        await form.GetByLabel("Perlu bidan").CheckAsync();
        await Look(phone, "pendamping-kunjungan");
        await form.GetByRole(AriaRole.Button, new() { Name = "Catat kunjungan" }).ClickAsync();
        await Expect(phone.GetByRole(AriaRole.Status)).ToContainTextAsync("Kunjungan tercatat");

        var desk = await browser.Page(1280, 900);
        await browser.SignIn(desk, "bidan");
        await desk.GotoAsync("petugas/pendampingan");
        await Expect(desk.GetByText("Anak batuk tiga hari")).ToBeVisibleAsync();
        await Look(desk, "pendampingan");
        await desk.GotoAsync(await desk.Locator("main ul.rows a").First.GetAttributeAsync("href") ?? "");
        await Expect(desk.GetByRole(AriaRole.Heading, new() { Name = "Pendamping keluarga" })).ToBeVisibleAsync();
        await Look(desk, "anak-pendamping");
    }

    private static async Task Look(IPage page, string name)
    {
        await Browser.Picture(page, name);
        Assert.Empty((await page.RunAxe()).Violations.Select(v => $"{v.Id} {name}: {string.Join(" | ", v.Nodes.Select(n => n.Html).Take(3))}"));
    }
}
