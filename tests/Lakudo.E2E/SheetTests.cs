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
