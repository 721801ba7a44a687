using Lakudo.Field;
using Microsoft.Playwright;

namespace Lakudo.E2E.Posyandu;

/// <summary>What may happen to a phone and its work: two of them, a cut line, a lost PIN, a lost phone, an app half installed.</summary>
[Collection("browser")]
public sealed class PosyanduPhoneTests(Browser browser)
{
    private const int Hour = 3_600_000;

    [Fact]
    public async Task Two_phones_that_measured_one_child_both_keep_their_number_and_say_so()
    {
        var rini = Scene.Child("Wa Rini", "Wa Ode Sari");
        var scene = await Scene.Make(browser.Lakudo, rini);
        var (first, second) = (await scene.Phone(browser), await scene.Phone(browser));
        await first.Context.SetOfflineAsync(true);
        await second.Context.SetOfflineAsync(true);
        await Measure(first, "Wa Rini", "8,2");
        await Measure(second, "Wa Rini", "8,6");
        await first.Context.SetOfflineAsync(false);
        Assert.Equal("Semua sudah terkirim.", await Scene.Send(first));
        await second.Context.SetOfflineAsync(false);
        Assert.Equal("Semua sudah terkirim.", await Scene.Send(second));

        await Assertions.Expect(second.Locator(".doubts")).ToContainTextAsync("Wa Rini");
        await PosyanduDayTests.Clean(second, "posyandu-bentrok");
        Assert.Equal([8200, 8600], (await scene.Register()).Children[0].Measurements.Select(one => one.Weight!.Value).Order());
        Assert.All((await scene.Register()).Children[0].Measurements, one => Assert.Equal(MeasurementState.InQuestion, one.State));
        await second.ClickAsync("nav.tabs >> text=Anak");
        await second.ClickAsync("ul.people a");
        await second.ClickAsync("summary:has-text('Angka')");
        await Assertions.Expect(second.Locator("tbody")).ToContainTextAsync("diperiksa puskesmas");
    }

    [Fact]
    public async Task A_child_who_was_referred_is_asked_after_and_keeps_it_without_a_signal()
    {
        var rini = Scene.Child("Wa Rini", "Wa Ode Sari");
        var scene = await Scene.Make(browser.Lakudo, rini);
        var phone = await scene.Phone(browser);
        await scene.Refer(rini.Id);
        await Scene.Send(phone);
        await phone.ClickAsync("nav.tabs >> text=Anak");
        await Assertions.Expect(phone.Locator("ul.people a")).ToContainTextAsync("dirujuk");
        await phone.Context.SetOfflineAsync(true);
        await phone.ClickAsync("ul.people a");
        await Assertions.Expect(phone.Locator("#rujukan")).ToContainTextAsync("Dirujuk ke puskesmas, 25 Nov");
        await Assertions.Expect(phone.Locator("#rujukan")).ToContainTextAsync("Apakah Rini sudah sempat ke puskesmas?");
        await PosyanduDayTests.Clean(phone, "posyandu-dirujuk");
    }

    [Fact]
    public async Task An_answer_that_was_cut_off_is_asked_for_again_and_nothing_is_twice()
    {
        var rini = Scene.Child("Wa Rini", "Wa Ode Sari");
        var scene = await Scene.Make(browser.Lakudo, rini);
        var phone = await scene.Phone(browser);
        await Measure(phone, "Wa Rini", "8,2");
        var sent = new List<byte[]>();
        await phone.Context.RouteAsync("**/api/batches", async route =>
        {
            sent.Add(route.Request.PostDataBuffer!);
            if (sent.Count > 1)
            {
                await route.ContinueAsync();
                return;
            }

            await route.FetchAsync();
            await route.AbortAsync();
        });
        Assert.Contains("Belum ada sinyal", await Scene.Send(phone), StringComparison.Ordinal);
        Assert.Single((await scene.Register()).Children[0].Measurements);
        await phone.ReloadAsync();
        await Scene.Unlock(phone);
        Assert.Equal("Semua sudah terkirim.", await Scene.Send(phone));

        Assert.Equal(Payload(sent[0]), Payload(sent[1]));
        Assert.Single((await scene.Register()).Children[0].Measurements);
    }

    [Fact]
    public async Task Wrong_PINs_make_wait_and_a_forgotten_one_hands_the_work_to_the_puskesmas()
    {
        var rini = Scene.Child("Wa Rini", "Wa Ode Sari");
        var scene = await Scene.Make(browser.Lakudo, rini);
        var phone = await scene.Phone(browser);
        await phone.Context.SetOfflineAsync(true);
        await Measure(phone, "Wa Rini", "8,2");
        await phone.ClickAsync("button.lock");
        for (var left = 9; left > 5; left--)
        {
            await phone.FillAsync("#pin", "111222");
            await phone.ClickAsync("button.main");
            await Assertions.Expect(phone.Locator(".trouble")).ToContainTextAsync($"Sisa {left} kali");
        }

        await phone.FillAsync("#pin", "111222");
        await phone.ClickAsync("button.main");
        await Assertions.Expect(phone.Locator(".trouble")).ToContainTextAsync("Coba lagi dalam");
        Assert.True(await phone.Locator("#pin").IsDisabledAsync());
        await PosyanduDayTests.Clean(phone, "posyandu-tunggu");
        // Closing the app does not shorten the wait.
        await phone.ReloadAsync();
        await Assertions.Expect(phone.Locator("#pin")).ToBeDisabledAsync();

        await phone.ClickAsync("summary");
        await phone.ClickAsync("details button");
        await phone.ClickAsync("details button:has-text('sekali lagi')");
        await Assertions.Expect(phone.Locator("main")).ToContainTextAsync("1 catatan yang belum terkirim masih tersimpan");
        await PosyanduDayTests.Clean(phone, "posyandu-lupa");
        var file = await phone.RunAndWaitForDownloadAsync(() => phone.ClickAsync("button:has-text('Simpan berkas')"));
        Assert.EndsWith(".lakudo", file.SuggestedFilename, StringComparison.Ordinal);
        Assert.DoesNotContain("Rini", await File.ReadAllTextAsync((await file.PathAsync())!), StringComparison.Ordinal);
        await phone.Context.SetOfflineAsync(false);
        await phone.ClickAsync("button.main");
        await Assertions.Expect(phone.Locator("[role=status]")).ToContainTextAsync("1 catatan sudah diterima puskesmas");
        Assert.Equal(1, await scene.Release(phone));
        Assert.Equal(8200, (await scene.Register()).Children[0].Measurements.Single().Weight);
    }

    [Fact]
    public async Task A_lost_phone_forgets_at_its_next_contact_but_not_its_unsent_work()
    {
        var rini = Scene.Child("Wa Rini", "Wa Ode Sari");
        var scene = await Scene.Make(browser.Lakudo, rini);
        var phone = await scene.Phone(browser);
        await Measure(phone, "Wa Rini", "8,2");
        await scene.Wipe(await Scene.Device(phone));
        await phone.ClickAsync("nav.tabs >> text=Kirim");
        await phone.ClickAsync("button.main");

        await Assertions.Expect(phone.Locator("h1")).ToContainTextAsync("sudah dihapus");
        Assert.Equal(0, await phone.EvaluateAsync<int>("async () => (await (await import('/posyandu/js/store.js')).all('records')).length"));
        await phone.ClickAsync("button.main");
        await Assertions.Expect(phone.Locator("[role=status]")).ToContainTextAsync("1 catatan sudah diterima puskesmas");
    }

    [Fact]
    public async Task Five_idle_minutes_lock_and_what_was_typed_is_still_there()
    {
        var rini = Scene.Child("Wa Rini", "Wa Ode Sari");
        var scene = await Scene.Make(browser.Lakudo, rini);
        var phone = await scene.Phone(browser);
        await phone.ClickAsync("ul.people a");
        await phone.FillAsync("#berat", "8,3");
        await phone.ClickAsync("#tinggi");
        await Until(phone, "async () => (await (await import('/posyandu/js/store.js')).all('records')).some(([key]) => key.startsWith('draft:'))");
        await phone.Clock.FastForwardAsync("05:30");
        await phone.WaitForSelectorAsync("#pin");
        await Scene.Unlock(phone);

        await Assertions.Expect(phone.Locator("#berat")).ToHaveValueAsync("8,3");
    }

    [Fact]
    public async Task Nothing_on_the_phone_can_be_read_without_the_PIN()
    {
        var rini = Scene.Child("Wa Rini", "Wa Ode Sari");
        var scene = await Scene.Make(browser.Lakudo, rini);
        var phone = await scene.Phone(browser);
        await Measure(phone, "Wa Rini", "8,2");
        await phone.ClickAsync("button.lock");
        var stored = await phone.EvaluateAsync<string>("""
            async () => {
                const { all } = await import('/posyandu/js/store.js');
                const text = value => value instanceof Uint8Array ? new TextDecoder('latin1').decode(value)
                    : value instanceof CryptoKey ? `key extractable=${value.extractable}` : value && typeof value === 'object' ? Object.values(value).map(text).join(' ') : String(value);
                return (await Promise.all(['keys', 'meta', 'records', 'sealed'].map(all))).flat().map(([key, value]) => key + ' ' + text(value)).join('\n');
            }
            """);

        Assert.Contains("extractable=false", stored, StringComparison.Ordinal);
        Assert.DoesNotContain("extractable=true", stored, StringComparison.Ordinal);
        Assert.DoesNotContain("Rini", stored, StringComparison.Ordinal);
        Assert.DoesNotContain("8200", stored, StringComparison.Ordinal);
        Assert.Contains($"child:{rini.Id}", stored, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_installation_that_was_cut_goes_on_with_the_missing_files_only()
    {
        var page = await browser.Page(360, 640);
        var asked = new List<string>();
        var cut = true;
        await page.Context.RouteAsync("**/posyandu/**", async route =>
        {
            var url = route.Request.Url;
            if (!url.Contains("?berkas=", StringComparison.Ordinal))
            {
                await route.ContinueAsync();
                return;
            }

            lock (asked) asked.Add(url);
            if (cut && url.Contains("System.Private.CoreLib", StringComparison.Ordinal)) await route.AbortAsync();
            else await route.ContinueAsync();
        });
        await page.GotoAsync("posyandu/");
        await Assertions.Expect(page.Locator("#boot-note")).ToContainTextAsync("Sinyal terputus", new() { Timeout = 60_000 });
        cut = false;
        await page.ReloadAsync();
        await page.WaitForSelectorAsync("#kode", new() { Timeout = 60_000 });

        Assert.All(asked.GroupBy(url => url).Where(url => !url.Key.Contains("CoreLib", StringComparison.Ordinal)), url => Assert.True(url.Count() <= 2, url.Key));
        Assert.True(asked.Count < asked.Distinct().Count() * 2 - 10, $"{asked.Count} requests for {asked.Distinct().Count()} files");
    }

    [Fact]
    public async Task A_newer_app_comes_in_the_background_by_its_changed_files_only_and_takes_over_at_the_next_opening()
    {
        var scene = await Scene.Make(browser.Lakudo);
        var phone = await scene.Phone(browser);
        var asked = new List<string>();
        const string Newer = "h1 { text-decoration: underline; }";
        var hash = "sha256-" + Convert.ToBase64String(System.Security.Cryptography.SHA256.HashData(System.Text.Encoding.UTF8.GetBytes(Newer)));
        await phone.Context.RouteAsync("**/posyandu/berkas.json", async route =>
        {
            var list = System.Text.Json.Nodes.JsonNode.Parse(await (await route.FetchAsync()).TextAsync())!;
            list["version"] = "newer";
            list["assets"]!.AsArray().Single(file => (string?)file!["url"] == "css/posyandu.css")!["hash"] = hash;
            await route.FulfillAsync(new() { ContentType = "application/json", Body = list.ToJsonString() });
        });
        await phone.Context.RouteAsync("**/posyandu/**?berkas=*", async route =>
        {
            asked.Add(route.Request.Url);
            await route.FulfillAsync(new() { ContentType = "text/css", Body = Newer });
        });
        await phone.Clock.FastForwardAsync("00:09");
        await Until(phone, "async () => !!await (await caches.open('posyandu-versions')).match(new URL('next', document.baseURI).href)");
        Assert.Contains("css/posyandu.css", Assert.Single(asked), StringComparison.Ordinal);
        Assert.False(await Underlined(phone));

        await phone.Context.SetOfflineAsync(true);
        await phone.ReloadAsync();
        await phone.WaitForSelectorAsync("#pin");
        await phone.ReloadAsync();
        await phone.WaitForSelectorAsync("#pin");
        Assert.True(await Underlined(phone));
        Assert.Contains("wasm-unsafe-eval", await phone.EvaluateAsync<string>("async () => (await fetch('index.html')).headers.get('content-security-policy')"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task After_three_days_unsent_work_is_warned_of_even_before_the_PIN()
    {
        var rini = Scene.Child("Wa Rini", "Wa Ode Sari");
        var scene = await Scene.Make(browser.Lakudo, rini);
        var phone = await scene.Phone(browser);
        await phone.Context.SetOfflineAsync(true);
        await Measure(phone, "Wa Rini", "8,2");
        await phone.Clock.FastForwardAsync(71 * Hour);
        await phone.WaitForSelectorAsync("#pin");
        Assert.Equal(0, await phone.Locator(".band").CountAsync());
        await phone.Clock.FastForwardAsync(2 * Hour);
        await phone.ReloadAsync();

        await Assertions.Expect(phone.Locator(".band")).ToContainTextAsync("1 catatan belum terkirim sejak 3 hari");
        await Scene.Unlock(phone);
        await Assertions.Expect(phone.Locator(".band").First).ToContainTextAsync("belum terkirim 3 hari");
        await PosyanduDayTests.Clean(phone, "posyandu-tiga-hari");
    }

    /// <summary>Asks the page until it says yes; the page's own clock stands still in these tests.</summary>
    private static async Task Until(IPage page, string question)
    {
        for (var tries = 0; !await page.EvaluateAsync<bool>(question); tries++)
        {
            Assert.True(tries < 100, question);
            await Task.Delay(100);
        }
    }

    private static Task<bool> Underlined(IPage page) => page.EvaluateAsync<bool>("() => getComputedStyle(document.querySelector('h1')).textDecorationLine === 'underline'");

    private static async Task Measure(IPage phone, string child, string weight)
    {
        await phone.ClickAsync("nav.tabs >> text=Anak");
        await phone.ClickAsync($"ul.people a:has-text('{child}')");
        await phone.FillAsync("#berat", weight);
        await phone.ClickAsync("button.stick");
        await phone.WaitForSelectorAsync(".verdict");
    }

    private static string Payload(byte[] packed)
    {
        using var signed = System.Text.Json.JsonDocument.Parse(new System.IO.Compression.GZipStream(new MemoryStream(packed), System.IO.Compression.CompressionMode.Decompress));
        return signed.RootElement.GetProperty("payload").GetString()!;
    }
}
