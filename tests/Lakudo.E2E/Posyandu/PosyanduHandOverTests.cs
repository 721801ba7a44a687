using Deque.AxeCore.Playwright;
using Microsoft.Playwright;

namespace Lakudo.E2E.Posyandu;

/// <summary>Where there is never a signal: a file is carried to the puskesmas, a code comes back by word of mouth.</summary>
[Collection("browser")]
public sealed class PosyanduHandOverTests(Browser browser)
{
    [Fact]
    public async Task A_carried_file_is_taken_its_code_ends_the_waiting_and_the_next_contact_doubles_nothing()
    {
        var (rini, ali) = (Scene.Child("Wa Rini", "Wa Ode Sari"), Scene.Child("La Ali", "Wa Ina"));
        var scene = await Scene.Make(browser.Lakudo, rini, ali);
        var phone = await scene.Phone(browser);
        await phone.Context.SetOfflineAsync(true);
        await Measure(phone, "Wa Rini", "8,2");
        await Measure(phone, "La Ali", "8,6");
        await phone.ClickAsync("nav.tabs >> text=Kirim");
        await phone.ClickAsync("a:has-text('Tidak ada sinyal?')");
        await PosyanduDayTests.Clean(phone, "posyandu-serah");
        var file = await phone.RunAndWaitForDownloadAsync(() => phone.ClickAsync("button:has-text('Simpan berkas')"));
        var path = (await file.PathAsync())!;
        Assert.DoesNotContain("Rini", await File.ReadAllTextAsync(path), StringComparison.Ordinal);

        var desk = await browser.Page(1280, 900);
        await browser.SignIn(desk, "bidan");
        await desk.GotoAsync("petugas/posyandu");
        await desk.GetByRole(AriaRole.Link, new() { Name = "Serahan tanpa sinyal" }).ClickAsync();
        await Upload(desk, path, file.SuggestedFilename);
        await Assertions.Expect(desk.Locator("section:has(#hasil-serahan)")).ToContainTextAsync("2 hasil ukur masuk");
        await Look(desk, "serahan-diterima");
        var code = (await desk.Locator(".notice-good b").TextContentAsync())!;
        await Upload(desk, path, file.SuggestedFilename);
        await Assertions.Expect(desk.Locator("#hasil-serahan")).ToContainTextAsync("sudah pernah diterima");
        Assert.Equal(code, await desk.Locator(".notice-good b").TextContentAsync());
        await desk.SetInputFilesAsync("#unggahan", new FilePayload { Name = "catatan.lakudo", MimeType = "application/octet-stream", Buffer = (await File.ReadAllBytesAsync(path))[..300] });
        await desk.ClickAsync("button:has-text('Terima berkas')");
        await Assertions.Expect(desk.GetByRole(AriaRole.Alert)).ToContainTextAsync("C-037");

        // A guessed code changes nothing; the right one, as told by telephone, ends the waiting without a signal.
        await Receipt(phone, "ABCD EFGH");
        await Assertions.Expect(phone.Locator(".trouble")).ToContainTextAsync("bukan tanda terima");
        await Assertions.Expect(phone.Locator(".count")).ToContainTextAsync("2");
        await PosyanduDayTests.Clean(phone, "posyandu-serah-salah");
        await Receipt(phone, code.ToLowerInvariant());
        await Assertions.Expect(phone.Locator("[role=status]")).ToContainTextAsync("2 catatan sudah diserahkan");
        Assert.Equal(0, await phone.Locator(".count").CountAsync());
        await phone.ReloadAsync();
        await Scene.Unlock(phone);
        await phone.ClickAsync("nav.tabs >> text=Kirim");
        await Assertions.Expect(phone.Locator("#diserahkan")).ToContainTextAsync("2 catatan sudah diserahkan");
        await PosyanduDayTests.Clean(phone, "posyandu-diserahkan");
        Assert.Equal(2, await Sealed(phone));

        await phone.Context.SetOfflineAsync(false);
        Assert.Equal("Semua sudah terkirim.", await Scene.Send(phone));
        Assert.Equal(0, await Sealed(phone));
        Assert.Equal([8200, 8600], (await scene.Register()).Children.Select(child => Assert.Single(child.Measurements).Weight!.Value).Order());
    }

    private static Task<int> Sealed(IPage phone) => phone.EvaluateAsync<int>("async () => (await import('/posyandu/js/store.js')).count('sealed')");

    private static async Task Measure(IPage phone, string child, string weight)
    {
        await phone.ClickAsync("nav.tabs >> text=Anak");
        await phone.ClickAsync($"ul.people a:has-text('{child}')");
        await phone.FillAsync("#berat", weight);
        await phone.ClickAsync("button.stick");
        await phone.WaitForSelectorAsync(".verdict");
    }

    private static async Task Receipt(IPage phone, string code)
    {
        await phone.FillAsync("#terima", code);
        await phone.ClickAsync("button:has-text('Sudah diterima')");
    }

    private static async Task Upload(IPage desk, string path, string name)
    {
        await desk.SetInputFilesAsync("#unggahan", new FilePayload { Name = name, MimeType = "application/octet-stream", Buffer = await File.ReadAllBytesAsync(path) });
        await desk.ClickAsync("button:has-text('Terima berkas')");
    }

    private static async Task Look(IPage page, string name)
    {
        await Browser.Picture(page, name);
        Assert.Empty((await page.RunAxe()).Violations.Select(v => $"{v.Id} {name}: {string.Join(" | ", v.Nodes.Select(n => n.Html).Take(3))}"));
    }
}
