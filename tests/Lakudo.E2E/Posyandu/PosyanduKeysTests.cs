using System.Net.Http.Json;
using System.Security.Cryptography;
using System.Text;
using Lakudo.Field;
using Lakudo.Field.Protection;
using Microsoft.Playwright;

namespace Lakudo.E2E.Posyandu;

/// <summary>What lies in the files of a phone, and what it opens: the list of the day by the PIN, the history with a signal, nothing without either.</summary>
[Collection("browser")]
public sealed class PosyanduKeysTests(Browser browser)
{
    /// <summary>The beginning of every private key on P-256 in PKCS #8, up to the key's own bytes.</summary>
    private static readonly byte[] KeyHead = Convert.FromHexString("308187020100301306072A8648CE3D020106082A8648CE3D030107046D306B0201010420");

    private const int KeyBytes = 138;

    [Fact]
    public async Task The_files_of_a_locked_and_of_a_wiped_phone_hold_no_name_and_no_key_that_reads()
    {
        var folder = Directory.CreateTempSubdirectory("lakudo-phone-").FullName;
        try
        {
            var child = Scene.Child("Wa Zubaedah", "Wa Ode Lampirusa");
            var scene = await Scene.Make(browser.Lakudo, child);
            await scene.Weighed(child, (new(2026, 10, 25), 7_890, null));
            Guid device;
            await using (var locked = await browser.Kept(folder, 360, 640))
            {
                var phone = await scene.Phone(locked.Pages[0]);
                await phone.ClickAsync("ul.people a");
                await phone.FillAsync("#berat", "8,135");
                await phone.ClickAsync("button.stick");
                await phone.WaitForSelectorAsync(".verdict");
                device = await Scene.Device(phone);
                await phone.ClickAsync("button.lock");
                await phone.WaitForSelectorAsync("#pin");
            }

            await HoldsNothing(folder, device);
            await scene.Wipe(device);
            await using (var wiped = await browser.Kept(folder, 360, 640))
            {
                var phone = wiped.Pages[0];
                await phone.Clock.InstallAsync(new() { TimeDate = Scene.Today.ToDateTime(new TimeOnly(2, 30), DateTimeKind.Utc) });
                await phone.GotoAsync("posyandu/");
                await phone.WaitForSelectorAsync("#pin", new() { Timeout = 60_000 });
                await Type(phone, Scene.Pin);
                // The history was asked for, and the server's answer was to forget.
                await Assertions.Expect(phone.Locator("h1")).ToContainTextAsync("sudah dihapus");
                await Assertions.Expect(phone.Locator("main")).ToContainTextAsync("1 catatan yang belum terkirim masih tersimpan");
                await phone.ClickAsync("button.main");
                await Assertions.Expect(phone.Locator("[role=status]")).ToContainTextAsync("1 catatan sudah diterima puskesmas");
                Assert.Equal(1, await scene.Release(phone));
            }

            await HoldsNothing(folder, device);
            Assert.Contains((await scene.Register()).Children[0].Measurements, one => one.Weight == 8_135);
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    [Fact]
    public async Task Without_a_signal_the_list_opens_for_its_days_and_the_history_says_that_it_is_closed()
    {
        var rini = Scene.Child("Wa Rini", "Wa Ode Sari");
        var scene = await Scene.Make(browser.Lakudo, rini);
        await scene.Weighed(rini, (new(2026, 6, 25), 7_000, 6_500), (new(2026, 9, 25), 8_050, null), (new(2026, 10, 25), 8_000, null));
        var phone = await scene.Phone(browser);
        await phone.ClickAsync("button.lock");
        await phone.Context.SetOfflineAsync(true);
        await phone.ReloadAsync();
        await Scene.Unlock(phone);
        await phone.ClickAsync("ul.people a");
        await Assertions.Expect(phone.Locator("#berat-lalu")).ToHaveTextAsync("Lalu: 8,0 kg (25 Okt)");
        await Assertions.Expect(phone.Locator("#riwayat")).ToContainTextAsync("perlu sinyal");
        await PosyanduDayTests.Clean(phone, "posyandu-riwayat-tertutup");
        await phone.FillAsync("#berat", "8,4");
        await phone.ClickAsync("button.stick");
        await Assertions.Expect(phone.Locator(".verdict .mark b")).ToHaveTextAsync("N");
        await phone.ClickAsync("nav.tabs >> text=Kirim");
        await Assertions.Expect(phone.Locator("dt:text-is('Riwayat') + dd")).ToContainTextAsync("perlu sinyal");
        await Assertions.Expect(phone.Locator("dt:text-is('Daftar hari ini') + dd")).ToContainTextAsync("sampai 2 Des");

        // The days are over: the PIN alone opens nothing any more, and its try is not counted where nobody could be asked.
        await phone.Clock.FastForwardAsync(8 * 24 * 3_600_000);
        await phone.ReloadAsync();
        await Assertions.Expect(phone.Locator("#kedaluwarsa")).ToContainTextAsync("Cari sinyal");
        await PosyanduDayTests.Clean(phone, "posyandu-kedaluwarsa");
        await Type(phone, Scene.Pin);
        await Assertions.Expect(phone.Locator(".trouble")).ToContainTextAsync("belum dihitung");
        Assert.True(await phone.EvaluateAsync<bool>("async () => !(await (await import('/posyandu/js/store.js')).get('meta', 'phone')).today"));
        await phone.Context.SetOfflineAsync(false);
        await Type(phone, "111222");
        await Assertions.Expect(phone.Locator(".trouble")).ToContainTextAsync("Sisa 9 kali");
        await Scene.Unlock(phone);
        Assert.Equal("Semua sudah terkirim.", await Scene.Send(phone));
        await Assertions.Expect(phone.Locator("dt:text-is('Riwayat') + dd")).ToContainTextAsync("terbuka");
        Assert.Contains((await scene.Register()).Children[0].Measurements, one => one.Weight == 8_400);
        await phone.ClickAsync("nav.tabs >> text=Anak");
        await phone.ClickAsync("ul.people a");
        await Assertions.Expect(phone.Locator("figure.chart")).ToBeVisibleAsync();
    }

    [Fact]
    public async Task A_phone_of_before_works_without_a_signal_changes_its_key_at_its_next_sending_and_loses_nothing()
    {
        var rini = Scene.Child("Wa Rini", "Wa Ode Sari");
        var scene = await Scene.Make(browser.Lakudo, rini);
        await scene.Weighed(rini, (new(2026, 9, 25), 8_050, 6_900), (new(2026, 10, 25), 8_000, null));
        var phone = await browser.Page(360, 640);
        await phone.Clock.InstallAsync(new() { TimeDate = Scene.Today.ToDateTime(new TimeOnly(1, 30), DateTimeKind.Utc) });
        await phone.GotoAsync("posyandu/");
        await phone.WaitForSelectorAsync("#kode", new() { Timeout = 60_000 });
        var former = await phone.EvaluateAsync<string>(FormerPhone, new { code = await scene.Code(), pin = Scene.Pin });
        var device = await Scene.Device(phone);
        await phone.Context.SetOfflineAsync(true);
        await phone.ReloadAsync();
        await Scene.Unlock(phone);
        await phone.ClickAsync("ul.people a");
        await phone.FillAsync("#berat", "8,4");
        await phone.ClickAsync("button.stick");
        await Assertions.Expect(phone.Locator(".verdict .mark b")).ToHaveTextAsync("N");
        await phone.Context.SetOfflineAsync(false);
        // The answer to the change of keys is lost; the next sending asks again with the same keys.
        var lost = false;
        await phone.Context.RouteAsync("**/api/keys", async route =>
        {
            if (lost)
            {
                await route.ContinueAsync();
                return;
            }

            lost = true;
            await route.FetchAsync();
            await route.AbortAsync();
        });
        Assert.Contains("Belum ada sinyal", await Scene.Send(phone), StringComparison.Ordinal);
        Assert.Equal("Semua sudah terkirim.", await Scene.Send(phone));
        Assert.Contains((await scene.Register()).Children[0].Measurements, one => one.Weight == 8_400);
        Assert.Equal("browser,hand", await phone.EvaluateAsync<string>("async () => (await (await import('/posyandu/js/store.js')).all('keys')).map(([name]) => name).sort().join()"));
        using var key = ECDsa.Create();
        key.ImportPkcs8PrivateKey(Convert.FromBase64String(former), out _);
        Assert.False(await Reads(device, key));

        await phone.Context.SetOfflineAsync(true);
        await phone.ReloadAsync();
        await Scene.Unlock(phone);
        await phone.ClickAsync("nav.tabs >> text=Anak");
        await Assertions.Expect(phone.Locator("ul.people")).ToContainTextAsync("Wa Rini");
    }

    /// <summary>No file holds a name or a value, in any encoding; and no private key that lies in one reads at the server.</summary>
    private async Task HoldsNothing(string folder, Guid device)
    {
        var keys = new List<byte[]>();
        foreach (var file in Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories).Where(file => new FileInfo(file).LinkTarget is null))
        {
            var content = await File.ReadAllBytesAsync(file);
            foreach (var word in new[] { "Zubaedah", "Lampirusa", "8135", "7890", Scene.Pin })
            {
                // A number of four digits stands in any file by chance; as a value it stands behind its name.
                var wanted = char.IsDigit(word[0]) && word != Scene.Pin ? $"\"weight\":{word}" : word;
                foreach (var encoding in new[] { Encoding.UTF8, Encoding.Unicode })
                    Assert.True(word == Scene.Pin && !file.Contains("IndexedDB", StringComparison.Ordinal) || content.AsSpan().IndexOf(encoding.GetBytes(wanted)) < 0, $"{wanted} stands in {Path.GetRelativePath(folder, file)}");
            }

            for (var at = content.AsSpan().IndexOf(KeyHead); at >= 0 && at + KeyBytes <= content.Length; at = Next(content, at)) keys.Add(content[at..(at + KeyBytes)]);
        }

        // The key that hands in lies there, so the search finds what there is.
        Assert.NotEmpty(keys);
        foreach (var found in keys)
        {
            using var key = ECDsa.Create();
            key.ImportPkcs8PrivateKey(found, out _);
            Assert.False(await Reads(device, key));
        }
    }

    private static int Next(byte[] content, int at) => content.AsSpan(at + 1).IndexOf(KeyHead) is >= 0 and var further ? at + 1 + further : -1;

    /// <summary>Whether the server gives anything to this key, with and without a number, or a share of the history for no secret.</summary>
    private async Task<bool> Reads(Guid device, ECDsa key)
    {
        using var http = new HttpClient { BaseAddress = browser.Lakudo.Address };
        foreach (var number in new long?[] { null, long.MaxValue - Random.Shared.Next() })
        {
            using var changes = await http.PostAsync("posyandu/api/changes", JsonContent.Create(Signing.Sign(device, new AskChanges(null, DateTime.UtcNow), FieldJson.Default.AskChanges, key, number), FieldJson.Default.Signed));
            if ((await changes.Content.ReadAsStringAsync()).Contains("\"name\":\"Wa ", StringComparison.Ordinal)) return true;
        }

        return false;
    }

    private static async Task Type(IPage phone, string pin)
    {
        await phone.FillAsync("#pin", pin);
        await phone.ClickAsync("button.main");
    }

    /// <summary>Leaves a phone as an app of the earlier edition left it: one key, one compartment. Gives its private key, which that app could not.</summary>
    private const string FormerPhone = """
        async ({ code, pin }) => {
            const { sign, base64 } = await import('/posyandu/js/seal.js');
            const { write } = await import('/posyandu/js/store.js');
            const utf8 = new TextEncoder(), random = size => crypto.getRandomValues(new Uint8Array(size)), aes = { name: 'AES-GCM', length: 256 }, ec = { name: 'ECDSA', namedCurve: 'P-256' };
            const pair = await crypto.subtle.generateKey(ec, true, ['sign', 'verify']);
            const own = await crypto.subtle.exportKey('pkcs8', pair.privateKey);
            const post = async (path, body) => (await fetch('/posyandu/api/' + path, { method: 'POST', body, headers: { 'content-type': 'application/json' } })).json();
            const publicKey = base64(await crypto.subtle.exportKey('spki', pair.publicKey)), clock = new Date().toISOString();
            const { device, cadre, posyandu, regionKey } = await post('register', JSON.stringify({ code, publicKey, model: 'Uji', clock }));
            const data = await post('changes', await sign(device, pair.privateKey, JSON.stringify({ since: null, clock, message: 'changes' })));
            const encrypt = async (key, text) => {
                const iv = random(12);
                return { iv, data: new Uint8Array(await crypto.subtle.encrypt({ name: 'AES-GCM', iv }, key, utf8.encode(text))) };
            };
            const [browser, raw, salt] = [await crypto.subtle.generateKey(aes, false, ['encrypt', 'decrypt']), random(32), random(16)];
            const dataKey = await crypto.subtle.importKey('raw', raw, 'AES-GCM', false, ['encrypt', 'decrypt']);
            const typed = await crypto.subtle.importKey('raw', utf8.encode(pin), 'PBKDF2', false, ['deriveKey']);
            const pinKey = await crypto.subtle.deriveKey({ name: 'PBKDF2', hash: 'SHA-256', salt, iterations: 310_000 }, typed, aes, false, ['encrypt', 'decrypt']);
            const wrapped = await encrypt(browser, JSON.stringify(await encrypt(pinKey, base64(raw))));
            const records = [['book', { device, cadre, posyandu, cursor: data.cursor, wanted: [], seq: 0, mine: [], mineOn: '2026-11-01', notes: [], handOvers: [] }], ...data.children.map(child => ['child:' + child.id, child])];
            await write([
                ...await Promise.all(records.map(async ([key, value]) => ['records', key, await encrypt(dataKey, JSON.stringify(value))])),
                ['keys', 'browser', browser], ['keys', 'sign', await crypto.subtle.importKey('pkcs8', own, ec, false, ['sign'])],
                ['meta', 'phone', { device, name: posyandu.name, regionKey, salt, wrapped, wrong: 0, unsent: 0, oldest: 0 }],
            ]);
            return base64(own);
        }
        """;
}
