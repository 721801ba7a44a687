using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using Deque.AxeCore.Playwright;
using Lakudo.Kernel;
using Lakudo.Web.Children.Reminders;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace Lakudo.E2E;

/// <summary>Reminders of the posyandu's day: what the midwife writes down and sees, and what a mother does on her own phone. The sample's posyandu is held on the day the tests live in, so that its reminders are due.</summary>
[Collection("browser")]
public sealed class ReminderTests(Browser browser)
{
    [Fact]
    public async Task The_midwife_writes_a_consent_down_and_sees_what_was_sent_and_a_mother_signs_up_and_stops_on_her_phone()
    {
        var midwife = await browser.Page(1280, 900);
        await browser.SignIn(midwife, "bidan");
        await Give(10, "0812 3456 7890");
        await Look(midwife, "anak-pengingat");
        await Give(11, "0812 3456 0400");
        await Give(12, "ibu@contoh.id");
        await Work();
        await midwife.GotoAsync("petugas/posyandu/pengingat");
        await Look(midwife, "pengingat-semua");
        await midwife.GetByRole(AriaRole.Link, new() { Name = "Posyandu Lakudo 1", Exact = true }).ClickAsync();
        await Expect(midwife.GetByText("Akan diingatkan")).ToBeVisibleAsync();
        await Look(midwife, "pengingat-posyandu");

        // The mother of another child opens its page with the card that her midwife made.
        await Child(13);
        await midwife.GetByRole(AriaRole.Button, new() { Name = "Buat kartu dan PIN" }).ClickAsync();
        var pin = Regex.Match((await midwife.GetByRole(AriaRole.Status).First.TextContentAsync())!, "(\\d{3}) (\\d{3})");
        var birth = DateOnly.ParseExact(Regex.Match(await midwife.ContentAsync(), "<dt>Lahir</dt><dd>([^<]+)<").Groups[1].Value, ["d MMM yyyy", "d MMMM yyyy"], Formats.Indonesian, DateTimeStyles.None);
        var sheet = await midwife.APIRequest.GetAsync(new Uri(browser.Lakudo.Address, (await midwife.GetByRole(AriaRole.Link, new() { Name = "Cetak stiker" }).GetAttributeAsync("href"))!).ToString());
        var address = Regex.Match(Encoding.Latin1.GetString(await sheet.BodyAsync()), "keluarga/1/[2-9A-Z]{26}").Value;
        var phone = await browser.Page(360, 740);
        await phone.GotoAsync(address);
        await phone.Locator("#tgl").SelectOptionAsync($"{birth.Day}");
        await phone.Locator("#bln").SelectOptionAsync($"{birth.Month}");
        await phone.Locator("#thn").SelectOptionAsync($"{birth.Year}");
        await phone.FillAsync("#pin", pin.Groups[1].Value + pin.Groups[2].Value);
        await phone.GetByRole(AriaRole.Button, new() { Name = "Buka" }).ClickAsync();
        await phone.GetByRole(AriaRole.Link, new() { Name = "Ingatkan saya sehari sebelumnya" }).ClickAsync();
        await Look(phone, "keluarga-pengingat");
        await phone.FillAsync("#kontak", "0812 7777 8888");
        await phone.GetByRole(AriaRole.Button, new() { Name = "Kirim kode" }).ClickAsync();
        await Expect(phone.GetByText("Simulator yang menjawab")).ToBeVisibleAsync();
        await Look(phone, "keluarga-pengingat-kode");
        var carried = await browser.Page(360, 740);
        await carried.GotoAsync("simulator/pesan");
        var code = Regex.Match((await carried.Locator("li", new() { HasText = "+6281277778888" }).First.TextContentAsync())!, "(\\d{6}) adalah kode untuk memasang").Groups[1].Value;
        await phone.FillAsync("#kode", code);
        await phone.GetByRole(AriaRole.Button, new() { Name = "Saya setuju diingatkan" }).ClickAsync();
        await Expect(phone.GetByRole(AriaRole.Heading, new() { Name = "Ibu diingatkan" })).ToBeVisibleAsync();
        await Look(phone, "keluarga-pengingat-aktif");
        Assert.Equal(0, await phone.Locator("script").CountAsync());
        Assert.True(await phone.EvaluateAsync<bool>("document.documentElement.scrollWidth <= innerWidth"));
        await phone.GetByRole(AriaRole.Button, new() { Name = "Berhenti diingatkan" }).ClickAsync();
        await Expect(phone.GetByRole(AriaRole.Status)).ToContainTextAsync("tidak diingatkan lagi");

        async Task Child(int which)
        {
            await midwife.GotoAsync("petugas/posyandu");
            await midwife.GetByRole(AriaRole.Link, new() { Name = "Posyandu Lakudo 1", Exact = true }).ClickAsync();
            await midwife.Locator("tbody a").Nth(which).ClickAsync();
        }

        async Task Give(int which, string contact)
        {
            await Child(which);
            await midwife.FillAsync("#kontak-pengingat", contact);
            await midwife.CheckAsync("#setuju-pengingat");
            await midwife.GetByRole(AriaRole.Button, new() { Name = "Catat persetujuan" }).ClickAsync();
            await Expect(midwife.GetByText("Persetujuan dan kontaknya tercatat")).ToBeVisibleAsync();
        }

        // As the server does by itself every half hour.
        async Task Work()
        {
            using var worker = new ReminderWorker(browser.Lakudo.Services.GetRequiredService<IServiceScopeFactory>(), NullLogger<ReminderWorker>.Instance);
            await worker.Round(withPlan: true, default);
        }

        static async Task Look(IPage page, string name)
        {
            if (Environment.GetEnvironmentVariable("LAKUDO_PICTURES") is { Length: > 0 } folder) await page.ScreenshotAsync(new() { Path = Path.Combine(folder, name + ".png"), FullPage = true });
            Assert.Empty((await page.RunAxe()).Violations.Select(v => $"{v.Id} {name}: {string.Join(" | ", v.Nodes.Select(n => n.Html).Take(3))}"));
        }
    }
}
