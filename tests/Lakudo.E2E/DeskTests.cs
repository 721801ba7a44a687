using Deque.AxeCore.Playwright;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace Lakudo.E2E;

/// <summary>The puskesmas' desk in a browser: a case found, referred with a letter, answered and closed; a child not seen that has left; a height made sure, and a diagnosis on it.</summary>
[Collection("browser")]
public sealed class DeskTests(Browser browser)
{
    [Fact]
    public async Task A_case_is_referred_with_a_letter_answered_and_closed()
    {
        var page = await browser.Page(1280, 900);
        await browser.SignIn(page, "gizi");
        await page.GotoAsync("petugas/posyandu");
        await Expect(page.GetByRole(AriaRole.Heading, new() { Name = "Yang menunggu hari ini" })).ToBeVisibleAsync();
        await Look(page, "meja");
        await page.GotoAsync("petugas/posyandu/kasus?tahap=1");
        await Look(page, "kasus");
        await page.Locator("ul.rows li a").First.ClickAsync();
        await page.GetByLabel("Nama puskesmas atau rumah sakit").FillAsync("RSUD Buton Tengah");
        await page.GetByLabel("Ke", new() { Exact = true }).SelectOptionAsync("2");
        await page.GetByRole(AriaRole.Button, new() { Name = "Rujuk dan siapkan surat" }).ClickAsync();
        await Expect(page.GetByText("menunggu jawaban", new() { Exact = true })).ToBeVisibleAsync();
        await Look(page, "kasus-dirujuk");
        var letter = await page.APIRequest.GetAsync(new Uri(new Uri(page.Url), "/" + (await page.GetByRole(AriaRole.Link, new() { Name = "Surat rujukan" }).GetAttributeAsync("href"))!).ToString());
        Assert.Equal("%PDF", System.Text.Encoding.ASCII.GetString((await letter.BodyAsync())[..4]));
        if (Environment.GetEnvironmentVariable("LAKUDO_PICTURES") is { Length: > 0 } folder) await File.WriteAllBytesAsync(Path.Combine(folder, "surat-rujukan.pdf"), await letter.BodyAsync());

        // Somebody who came without a finding is asked for it, and what was typed stays.
        await page.GetByLabel("Yang diberikan atau dianjurkan").FillAsync("F100, edukasi makan");
        await page.GetByRole(AriaRole.Button, new() { Name = "Catat jawaban" }).ClickAsync();
        await Expect(page.GetByText("C-30").First).ToBeVisibleAsync();
        await Expect(page.GetByLabel("Yang diberikan atau dianjurkan")).ToHaveValueAsync("F100, edukasi makan");
        await page.GetByLabel("Temuan").FillAsync("Gizi kurang tanpa penyulit");
        await page.GetByRole(AriaRole.Button, new() { Name = "Catat jawaban" }).ClickAsync();
        await Expect(page.GetByText("Gizi kurang tanpa penyulit. Diberikan: F100, edukasi makan")).ToBeVisibleAsync();
        await page.GetByLabel("Hasil", new() { Exact = true }).SelectOptionAsync("1");
        await page.GetByRole(AriaRole.Button, new() { Name = "Tutup kasus" }).ClickAsync();
        await Expect(page.GetByRole(AriaRole.Heading, new() { Name = "Kasus yang sudah ditutup" })).ToBeVisibleAsync();
        await Look(page, "kasus-ditutup");
    }

    [Fact]
    public async Task A_height_is_made_sure_and_a_named_doctor_diagnoses_on_it()
    {
        var page = await browser.Page(1280, 900);
        await browser.SignIn(page, "gizi");
        await page.GotoAsync("petugas/posyandu");
        await page.GetByRole(AriaRole.Link, new() { Name = "Posyandu Lakudo 1" }).ClickAsync();
        await page.GetByRole(AriaRole.Row).Filter(new() { HasText = "pendek (hasil ukur)" }).GetByRole(AriaRole.Link).First.ClickAsync();
        await page.GetByRole(AriaRole.Link, new() { Name = "Kasus, rujukan, diagnosis" }).ClickAsync();
        await Expect(page.GetByText("Belum ada hasil ukur pendek yang dipastikan puskesmas")).ToBeVisibleAsync();
        await page.GetByRole(AriaRole.Link, new() { Name = "Pastikan dulu di catatan anak." }).ClickAsync();
        var shortHeight = page.Locator("td:nth-of-type(5)", new() { HasTextRegex = new(@"^-(2,(0[1-9]|[1-9]\d)|[3-9],)") });
        await page.GetByRole(AriaRole.Row).Filter(new() { Has = shortHeight }).GetByRole(AriaRole.Link).First.ClickAsync();
        await Look(page, "ukur");
        await page.GetByRole(AriaRole.Button, new() { Name = "Benar, pastikan" }).ClickAsync();
        await Expect(page.GetByText("dipastikan").First).ToBeVisibleAsync();
        await page.GetByRole(AriaRole.Link, new() { Name = "Kasus, rujukan, diagnosis" }).ClickAsync();
        await page.GetByLabel("Ditetapkan oleh").FillAsync("dr. Contoh, Sp.A");
        await page.GetByRole(AriaRole.Button, new() { Name = "Catat diagnosis" }).ClickAsync();
        await Expect(page.GetByText("dr. Contoh, Sp.A").First).ToBeVisibleAsync();
        await Look(page, "diagnosis");
    }

    [Fact]
    public async Task Who_is_not_seen_is_listed_and_who_has_left_is_said_and_taken_back()
    {
        var page = await browser.Page(1280, 900);
        await browser.SignIn(page, "gizi");
        await page.GotoAsync("petugas/posyandu/tak-terukur");
        await Look(page, "tak-terukur");
        await page.GetByRole(AriaRole.Region, new() { Name = "Tidak terukur per posyandu" }).GetByRole(AriaRole.Link).First.ClickAsync();
        await Look(page, "tak-terukur-satu");
        await page.GotoAsync("petugas/posyandu");
        await page.GetByRole(AriaRole.Link, new() { Name = "Posyandu Lakudo 1" }).ClickAsync();
        await page.GetByRole(AriaRole.Region, new() { Name = "Balita posyandu ini" }).GetByRole(AriaRole.Link).Last.ClickAsync();
        await page.GetByRole(AriaRole.Link, new() { Name = "Kasus, rujukan, diagnosis" }).ClickAsync();
        await page.GetByLabel("Sebab", new() { Exact = true }).SelectOptionAsync("1");
        await page.Locator("section[aria-labelledby=pergi] input:not([type])").FillAsync("Ikut orang tua ke Baubau");
        await page.Locator("section[aria-labelledby=pergi] button[type=submit]").ClickAsync();
        await Expect(page.GetByText("Dinyatakan pergi sejak")).ToBeVisibleAsync();
        await Look(page, "pergi");
        await page.Locator("section[aria-labelledby=pergi] input:not([type])").FillAsync("Kembali lagi");
        await page.Locator("section[aria-labelledby=pergi] button[type=submit]").ClickAsync();
        await Expect(page.GetByText("Dinyatakan pergi sejak")).ToHaveCountAsync(0);
    }

    private static async Task Look(IPage page, string name)
    {
        await Browser.Picture(page, name);
        Assert.Empty((await page.RunAxe()).Violations.Select(v => $"{v.Id} {name}: {string.Join(" | ", v.Nodes.Select(n => n.Html).Take(3))}"));
    }
}
