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
        await Receipt(phone, "serah", "ABCD EFGH");
        await Assertions.Expect(phone.Locator(".trouble")).ToContainTextAsync("bukan tanda terima");
        await Assertions.Expect(phone.Locator(".count")).ToContainTextAsync("2");
        await PosyanduDayTests.Clean(phone, "posyandu-serah-salah");
        await Receipt(phone, "serah", code.ToLowerInvariant());
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

    [Fact]
    public async Task Thirty_measurements_are_read_from_the_screen_by_a_camera_that_first_misses_two_pictures()
    {
        var children = Enumerable.Range(1, 30).Select(i => Scene.Child($"Anak {i:00}", $"Ibu {i:00}")).ToArray();
        var scene = await Scene.Make(browser.Lakudo, children);
        var phone = await scene.Phone(browser);
        await phone.Context.SetOfflineAsync(true);
        foreach (var child in children) await Measure(phone, child.Name, "8,2");
        await phone.ClickAsync("nav.tabs >> text=Kirim");
        await phone.ClickAsync("a:has-text('Tidak ada sinyal?')");
        await phone.ClickAsync("a:has-text('QR')");
        await phone.WaitForSelectorAsync("button:has-text('Berhenti')");
        await PosyanduDayTests.Clean(phone, "posyandu-qr");
        var pictures = await Film(phone);
        TestContext.Current.SendDiagnosticMessage($"30 measurements: {pictures.Count} frames, {pictures.Count * 0.2} s a loop");
        // A loop of more than five seconds would be too long to hold a phone still.
        Assert.InRange(pictures.Count, 4, 25);

        var film = Path.Combine(Path.GetTempPath(), $"lakudo-{Guid.NewGuid():N}.mjpeg");
        await Write(film, pictures);
        var desk = await browser.WithCamera(film, 1280, 900);
        try
        {
            await browser.SignIn(desk, "bidan");
            await desk.GotoAsync("petugas/posyandu/serahan");
            await Look(desk, "serahan-kosong");
            await desk.ClickAsync("#pindai-mulai");
            await Assertions.Expect(desk.Locator("#pindai-kabar")).ToContainTextAsync($"{pictures.Count - 2} dari {pictures.Count} gambar terbaca. Belum: 2, 4.", new() { Timeout = 30_000 });
            await Look(desk, "serahan-kamera");
            await Assertions.Expect(desk.Locator("section:has(#hasil-serahan)")).ToContainTextAsync("30 hasil ukur masuk", new() { Timeout = 60_000 });
            await Assertions.Expect(desk.Locator("tbody tr").First).ToContainTextAsync("QR");
            await Look(desk, "serahan-qr");
            await Receipt(phone, "serah", (await desk.Locator(".notice-good b").TextContentAsync())!);
        }
        finally
        {
            await desk.Context.Browser!.CloseAsync();
            File.Delete(film);
        }

        await Assertions.Expect(phone.Locator("[role=status]")).ToContainTextAsync("30 catatan sudah diserahkan");
        await phone.Context.SetOfflineAsync(false);
        Assert.Equal("Semua sudah terkirim.", await Scene.Send(phone));
        Assert.All((await scene.Register()).Children, child => Assert.Single(child.Measurements));
    }

    /// <summary>Each frame on the phone's screen as a cheap camera sees it: 640 x 480, a little turned, a little blurred, grainy.</summary>
    private static async Task<List<byte[]>> Film(IPage phone)
    {
        await phone.ClickAsync("button:has-text('Berhenti')");
        var many = int.Parse((await phone.Locator("#berikut").TextContentAsync())!.Split(" dari ")[1].Split(' ')[0], System.Globalization.CultureInfo.InvariantCulture);
        var pictures = new SortedDictionary<int, byte[]>();
        while (pictures.Count < many)
        {
            var number = int.Parse((await phone.Locator("#berikut").TextContentAsync())!.Split(' ')[1], System.Globalization.CultureInfo.InvariantCulture);
            pictures[number] = Convert.FromBase64String(await phone.EvaluateAsync<string>("""
                () => {
                    const seen = document.createElement('canvas');
                    [seen.width, seen.height] = [640, 480];
                    const paper = seen.getContext('2d');
                    paper.fillStyle = '#6b6f72';
                    paper.fillRect(0, 0, 640, 480);
                    paper.translate(320, 240);
                    paper.rotate(0.06);
                    paper.filter = 'blur(0.7px) brightness(0.9)';
                    paper.drawImage(document.getElementById('qr'), -215, -215, 430, 430);
                    paper.setTransform(1, 0, 0, 1, 0, 0);
                    const image = paper.getImageData(0, 0, 640, 480);
                    for (let i = 0, grain = 7; i < image.data.length; i += 4) {
                        grain = grain * 1103515245 + 12345 & 0x7fffffff;
                        for (let c = 0; c < 3; c++) image.data[i + c] += grain % 31 - 15;
                    }
                    paper.putImageData(image, 0, 0);
                    return seen.toDataURL('image/jpeg', 0.8).split(',')[1];
                }
                """));
            await phone.ClickAsync("#berikut");
        }

        return [.. pictures.Values];
    }

    /// <summary>The loop at five pictures a second: three times without the second and the fourth, then whole.</summary>
    private static async Task Write(string film, List<byte[]> pictures)
    {
        await using var file = File.Create(film);
        for (var loop = 0; loop < 6; loop++)
        {
            for (var i = 0; i < pictures.Count; i++)
            {
                for (var again = 0; again < 6 && (loop >= 3 || i is not (1 or 3)); again++) await file.WriteAsync(pictures[i]);
            }
        }
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

    private static async Task Receipt(IPage phone, string screen, string code)
    {
        if (!new Uri(phone.Url).AbsolutePath.EndsWith(screen, StringComparison.Ordinal)) await phone.ClickAsync("a.plain:has-text('ketik kode')");
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
