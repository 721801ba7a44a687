using System.Diagnostics;
using Deque.AxeCore.Playwright;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace Lakudo.E2E;

/// <summary>The nutritionist opens the month's report, narrows the register to one posyandu and prints it.</summary>
[Collection("browser")]
public sealed class SkdnTests(Browser browser)
{
    [Fact]
    public async Task A_month_is_chosen_read_and_printed()
    {
        var page = await browser.Page(1366, 900);
        await browser.SignIn(page, "gizi");
        await page.GotoAsync("petugas/posyandu");
        await page.GetByRole(AriaRole.Link, new() { Name = "Laporan SKDN" }).ClickAsync();
        await page.GetByLabel("Bulan").FillAsync("2026-10");
        await page.GetByLabel("Register umur dan kelamin (R1) untuk").SelectOptionAsync(await page.Locator("#posyandu option", new() { HasText = "Posyandu Lakudo 1," }).GetAttributeAsync("value") ?? "");
        await page.GetByRole(AriaRole.Button, new() { Name = "Tampilkan" }).ClickAsync();
        await Expect(page.GetByRole(AriaRole.Heading, new() { Name = "R1: Posyandu Lakudo 1, menurut umur dan kelamin" })).ToBeVisibleAsync();
        Assert.Empty((await page.RunAxe()).Violations.Select(v => $"{v.Id}: {string.Join(" | ", v.Nodes.Select(n => n.Html).Take(3))}"));
        await Browser.Picture(page, "laporan-skdn");
        var download = await page.RunAndWaitForDownloadAsync(async () =>
        {
            await page.EvaluateAsync("document.querySelector('a[href*=\"skdn.pdf\"]').setAttribute('download', '')");
            await page.Locator("a[href*='skdn.pdf']").ClickAsync();
        });
        var path = Path.Combine(Path.GetTempPath(), $"lakudo-skdn-{Environment.ProcessId}.pdf");
        await download.SaveAsAsync(path);
        try
        {
            var text = Tool("pdftotext", "-layout", path, "-");
            Assert.Contains("F1: menurut posyandu", text, StringComparison.Ordinal);
            Assert.Contains("R1: Posyandu Lakudo 1, menurut umur dan kelamin", text, StringComparison.Ordinal);
            Assert.Contains("24–59 bulan", text, StringComparison.Ordinal);
            if (Environment.GetEnvironmentVariable("LAKUDO_PICTURES") is { Length: > 0 } folder) Tool("pdftoppm", "-r", "80", "-png", path, Path.Combine(folder, "skdn-kertas"));
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
}
