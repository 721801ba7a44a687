using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using Deque.AxeCore.Playwright;
using Lakudo.Kernel;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace Lakudo.E2E;

/// <summary>A mother's phone and the midwife's page that made her card. The pages hold no script; the tests of the web say so.</summary>
[Collection("browser")]
public sealed class FamilyPageTests(Browser browser)
{
    [Fact]
    public async Task A_mother_opens_her_childs_page_on_a_narrow_phone_and_closes_it()
    {
        var midwife = await browser.Page(1280, 900);
        await browser.SignIn(midwife, "bidan");
        await midwife.GotoAsync("petugas/posyandu");
        await midwife.GetByRole(AriaRole.Link, new() { Name = "Posyandu Lakudo 1", Exact = true }).ClickAsync();
        await midwife.Locator("tbody a").Nth(9).ClickAsync();
        await midwife.GetByRole(AriaRole.Button, new() { Name = "Buat kartu dan PIN" }).ClickAsync();
        var told = await midwife.GetByRole(AriaRole.Status).TextContentAsync();
        var pin = Regex.Match(told!, "(\\d{3}) (\\d{3})");
        await Look(midwife, "anak-kartu");
        var birth = DateOnly.ParseExact(Regex.Match(await midwife.ContentAsync(), "<dt>Lahir</dt><dd>([^<]+)<").Groups[1].Value, ["d MMM yyyy", "d MMMM yyyy"], Formats.Indonesian, DateTimeStyles.None);
        var sheet = await midwife.APIRequest.GetAsync(new Uri(browser.Lakudo.Address, (await midwife.GetByRole(AriaRole.Link, new() { Name = "Cetak stiker" }).GetAttributeAsync("href"))!).ToString());
        var pdf = await sheet.BodyAsync();
        if (Environment.GetEnvironmentVariable("LAKUDO_PICTURES") is { Length: > 0 } folder) await File.WriteAllBytesAsync(Path.Combine(folder, "stiker.pdf"), pdf);
        var address = Regex.Match(Encoding.Latin1.GetString(pdf), "keluarga/1/[2-9A-Z]{26}").Value;

        var phone = await browser.Page(360, 740);
        await phone.GotoAsync(address);
        Assert.Equal(0, await phone.Locator("script").CountAsync());
        await Look(phone, "keluarga-pintu");
        await Fill("000000" == pin.Groups[1].Value + pin.Groups[2].Value ? "111111" : "000000");
        await Expect(phone.GetByRole(AriaRole.Alert)).ToContainTextAsync("C-502");
        await Look(phone, "keluarga-salah");
        await Fill(pin.Groups[1].Value + pin.Groups[2].Value);
        await Expect(phone.GetByRole(AriaRole.Heading, new() { Name = "Posyandu berikutnya" })).ToBeVisibleAsync();
        await Look(phone, "keluarga-anak");
        Assert.True(await phone.EvaluateAsync<bool>("document.documentElement.scrollWidth <= innerWidth"));
        await phone.GetByRole(AriaRole.Button, new() { Name = "Tutup halaman ini" }).ClickAsync();
        await Expect(phone.GetByRole(AriaRole.Heading, new() { Name = "Halaman sudah ditutup" })).ToBeVisibleAsync();
        await phone.GoBackAsync();
        await Expect(phone.GetByRole(AriaRole.Alert)).ToContainTextAsync("C-506");
        await Look(phone, "keluarga-tertutup");

        async Task Fill(string typed)
        {
            await phone.Locator("#tgl").SelectOptionAsync($"{birth.Day}");
            await phone.Locator("#bln").SelectOptionAsync($"{birth.Month}");
            await phone.Locator("#thn").SelectOptionAsync($"{birth.Year}");
            await phone.FillAsync("#pin", typed);
            await phone.GetByRole(AriaRole.Button, new() { Name = "Buka" }).ClickAsync();
        }

        static async Task Look(IPage page, string name)
        {
            if (Environment.GetEnvironmentVariable("LAKUDO_PICTURES") is { Length: > 0 } folder) await page.ScreenshotAsync(new() { Path = Path.Combine(folder, name + ".png"), FullPage = true });
            Assert.Empty((await page.RunAxe()).Violations.Select(v => $"{v.Id} {name}: {string.Join(" | ", v.Nodes.Select(n => n.Html).Take(3))}"));
        }
    }
}
