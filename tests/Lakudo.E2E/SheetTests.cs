using System.Diagnostics;
using Deque.AxeCore.Playwright;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace Lakudo.E2E;

/// <summary>A midwife types a paper sheet in, by keyboard with script and as a form without.</summary>
[Collection("browser")]
public sealed class SheetTests(Browser browser)
{
    [Fact]
    public async Task A_column_is_typed_with_enter_doubts_stay_by_their_rows_and_the_sheet_is_saved_once()
    {
        var page = await browser.Page(1366, 900);
        await browser.SignIn(page, "gizi");
        await Open(page, "Posyandu Lakudo 1");
        var weights = page.Locator("#lembar input[data-column=bb]");
        var count = await weights.CountAsync();
        Assert.InRange(count, 10, 60);
        await page.GetByLabel("Yang mengukur").SelectOptionAsync(new SelectOptionValue { Index = 1 });
        await weights.First.FocusAsync();
        var watch = Stopwatch.StartNew();
        for (var i = 0; i < 5; i++)
        {
            await page.Keyboard.TypeAsync(i == 2 ? "92" : "9,2");
            await page.Keyboard.PressAsync("Enter");
        }

        await Expect(weights.Nth(5)).ToBeFocusedAsync();
        await page.Keyboard.PressAsync("ArrowUp");
        await Expect(weights.Nth(4)).ToBeFocusedAsync();
        await page.Keyboard.PressAsync("ArrowRight");
        await page.Keyboard.PressAsync("ArrowRight");
        await Expect(page.Locator("#lembar input[data-column=tb]").Nth(4)).ToBeFocusedAsync();
        TestContext.Current.SendDiagnosticMessage($"five rows typed in {watch.ElapsedMilliseconds} ms");
        await page.GetByRole(AriaRole.Button, new() { Name = "Simpan lembar" }).ClickAsync();
        await Expect(page.GetByText("Belum disimpan:")).ToBeVisibleAsync();
        await Expect(page.Locator("#lembar input[data-column=bb]").Nth(2)).ToHaveValueAsync("92");
        await Look(page, "lembar-isian");
        await page.Locator("#lembar input[data-column=bb]").Nth(2).FillAsync("");
        foreach (var box in await page.Locator("#lembar input[name^=yakin]").AllAsync()) await box.CheckAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Simpan lembar" }).ClickAsync();
        await Expect(page.GetByText("Tersimpan: 4 hasil ukur")).ToBeVisibleAsync();
        await Look(page, "lembar-tersimpan");
        await Paper(page);
    }

    [Fact]
    public async Task A_newcomer_and_a_pregnant_woman_are_typed_by_keyboard_alone()
    {
        var page = await browser.Page(1366, 900);
        await browser.SignIn(page, "gizi");
        await Open(page, "Posyandu Lakudo 1");
        await page.GetByLabel("Yang mengukur").FocusAsync();
        await page.Keyboard.PressAsync("ArrowDown");
        // The last child's weight goes on to the first newcomer's by Enter, as the column does on paper.
        var weights = page.Locator("#lembar input[data-column=bb]");
        var newcomer = page.Locator("#lembar input[name='bb-baru1']");
        await weights.Nth(await weights.CountAsync() - 4).FocusAsync();
        await page.Keyboard.PressAsync("Enter");
        await Expect(newcomer).ToBeFocusedAsync();
        await page.Keyboard.TypeAsync("6,9");
        for (var i = 0; i < 5; i++) await page.Keyboard.PressAsync("Shift+Tab");
        await Type(page, "Wa Uji Papan", "P", "5-6-2026", "Wa Ode Uji Kertas", "", null, "63,4", null, null, null, "b");
        await page.Keyboard.PressAsync("Space");
        await page.Locator("#lembar input[data-column=ibb]").First.FocusAsync();
        await page.Keyboard.TypeAsync("51,4");
        await Type(page, null, "22,4", "112", "30", "9");
        await Save(page);
        await Expect(page.GetByText("angka yang tidak mungkin untuk ibu hamil")).ToBeVisibleAsync();
        await page.Locator("#lembar input[data-column=ihb]").First.FocusAsync();
        await page.Keyboard.PressAsync("Control+A");
        await page.Keyboard.TypeAsync("10,4");
        await Look(page, "lembar-baru-dan-hamil");
        await page.Locator("#lembar input[name='nama-baru1']").ScrollIntoViewIfNeededAsync();
        await Browser.Picture(page, "lembar-anak-baru");
        await Save(page);
        await Expect(page.GetByText("Tersimpan: 1 anak baru, 1 hasil ukur, 1 layanan dan 1 ibu hamil")).ToBeVisibleAsync();
        await Expect(page.GetByRole(AriaRole.Rowheader, new() { Name = "Wa Uji Papan" })).ToBeVisibleAsync();
        await Paper(page);
    }

    private static async Task Type(IPage page, params string?[] fields)
    {
        foreach (var typed in fields)
        {
            if (typed is { Length: > 0 }) await page.Keyboard.TypeAsync(typed);
            await page.Keyboard.PressAsync("Tab");
        }
    }

    private static async Task Save(IPage page)
    {
        await page.GetByRole(AriaRole.Button, new() { Name = "Simpan lembar" }).FocusAsync();
        await page.Keyboard.PressAsync("Enter");
    }

    [Fact]
    public async Task Without_script_enter_only_checks_and_keeps_what_was_typed()
    {
        var page = await browser.Page(1366, 900, script: false);
        await browser.SignIn(page, "bidan");
        await Open(page, "Posyandu Lakudo 1");
        await page.GetByLabel("Yang mengukur").SelectOptionAsync(new SelectOptionValue { Index = 1 });
        var weight = page.Locator("#lembar input[data-column=bb]").First;
        await weight.FillAsync("abc");
        await weight.PressAsync("Enter");
        await Expect(page.GetByText("bukan angka. Tulis seperti 9,2.")).ToBeVisibleAsync();
        await Expect(page.Locator("#lembar input[data-column=bb]").First).ToHaveValueAsync("abc");
        await Browser.Picture(page, "lembar-tanpa-skrip");
    }

    private static async Task Open(IPage page, string posyandu)
    {
        await page.GotoAsync("petugas/posyandu");
        await page.GetByRole(AriaRole.Link, new() { Name = posyandu, Exact = true }).ClickAsync();
        await page.GetByRole(AriaRole.Link, new() { Name = "Lembar bulanan" }).ClickAsync();
        await Expect(page.GetByRole(AriaRole.Heading, new() { Name = "Lembar bulanan " + posyandu })).ToBeVisibleAsync();
    }

    /// <summary>The sheet as a printer shows it; the tool that draws it also proves that others than we can read the file.</summary>
    private static async Task Paper(IPage page)
    {
        var download = await page.RunAndWaitForDownloadAsync(async () =>
        {
            await page.EvaluateAsync("document.querySelector('a[href*=\"lembar.pdf\"]').setAttribute('download', '')");
            await page.Locator("a[href*='lembar.pdf']").First.ClickAsync();
        });
        var path = Path.Combine(Path.GetTempPath(), $"lakudo-lembar-{Environment.ProcessId}.pdf");
        await download.SaveAsAsync(path);
        try
        {
            var text = Tool("pdftotext", "-layout", path, "-");
            var pages = text.Split('\f', StringSplitOptions.RemoveEmptyEntries);
            Assert.True(pages.Length > 1);
            Assert.All(pages, (p, i) => Assert.Contains($"Halaman {i + 1} dari {pages.Length}", p, StringComparison.Ordinal));
            Assert.All(pages.SkipLast(1), p => Assert.Contains("BERAT", p, StringComparison.Ordinal));
            Assert.Contains("POSYANDU LAKUDO 1", pages[0], StringComparison.Ordinal);
            if (Environment.GetEnvironmentVariable("LAKUDO_PICTURES") is { Length: > 0 } folder) Tool("pdftoppm", "-r", "80", "-png", path, Path.Combine(folder, "lembar-kertas"));
        }
        finally
        {
            File.Delete(path);
        }
    }

    private static string Tool(string name, params string[] arguments)
    {
        using var process = Process.Start(new ProcessStartInfo(name, arguments) { RedirectStandardOutput = true })!;
        var text = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        Assert.Equal(0, process.ExitCode);
        return text;
    }

    private static async Task Look(IPage page, string name)
    {
        await Browser.Picture(page, name);
        Assert.Empty((await page.RunAxe()).Violations.Select(v => $"{v.Id} {name}: {string.Join(" | ", v.Nodes.Select(n => n.Html).Take(3))}"));
    }
}
