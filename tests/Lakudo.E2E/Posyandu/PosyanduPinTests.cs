using Microsoft.Playwright;

namespace Lakudo.E2E.Posyandu;

/// <summary>The PIN of a phone is changed where there is no signal.</summary>
[Collection("browser")]
public sealed class PosyanduPinTests(Browser browser)
{
    private const string Fresh = "803472";

    [Fact]
    public async Task A_PIN_is_changed_without_signal_and_only_the_new_one_opens_what_was_kept()
    {
        var rini = Scene.Child("Wa Rini", "Wa Ode Sari");
        var phone = await (await Scene.Make(browser.Lakudo, rini)).Phone(browser);
        await phone.Context.SetOfflineAsync(true);
        await ToPin(phone);
        foreach (var (weak, why) in new[] { ("1234", "6 angka"), ("111111", "tiga angka"), ("345678", "berurutan"), ("199047", "tahun"), ("170845", "tanggal lahir") })
        {
            await Type(phone, Scene.Pin, weak, weak);
            await Assertions.Expect(phone.Locator(".trouble")).ToContainTextAsync(why);
        }

        await Type(phone, Scene.Pin, Scene.Pin, Scene.Pin);
        await Assertions.Expect(phone.Locator(".trouble")).ToContainTextAsync("masih sama");
        await Type(phone, Scene.Pin, Fresh, "803473");
        await Assertions.Expect(phone.Locator(".trouble")).ToContainTextAsync("tidak sama");
        await PosyanduDayTests.Clean(phone, "posyandu-ganti-pin");
        await Type(phone, Scene.Pin, Fresh, Fresh);
        await Assertions.Expect(phone.Locator("[role=status]")).ToContainTextAsync("PIN sudah diganti");
        await PosyanduDayTests.Clean(phone, "posyandu-pin-diganti");

        await phone.ReloadAsync();
        await Door(phone, Scene.Pin);
        await Assertions.Expect(phone.Locator(".trouble")).ToContainTextAsync("Sisa 9 kali");
        await Door(phone, Fresh);
        await phone.WaitForSelectorAsync("nav.tabs");
        await phone.ClickAsync("nav.tabs >> text=Anak");
        await Assertions.Expect(phone.Locator("ul.people")).ToContainTextAsync("Wa Rini");
    }

    [Fact]
    public async Task A_wrong_old_PIN_counts_as_at_the_door_and_the_fifth_locks()
    {
        var phone = await (await Scene.Make(browser.Lakudo)).Phone(browser);
        await ToPin(phone);
        for (var left = 9; left > 5; left--)
        {
            await Type(phone, "111222", Fresh, Fresh);
            await Assertions.Expect(phone.Locator(".trouble")).ToContainTextAsync($"Sisa {left} kali");
        }

        await Type(phone, "111222", Fresh, Fresh);
        await Assertions.Expect(phone.Locator(".trouble")).ToContainTextAsync("Coba lagi dalam");
        await Assertions.Expect(phone.Locator("#pin")).ToBeDisabledAsync();
        Assert.Equal(0, await phone.Locator("nav.tabs").CountAsync());
    }

    [Fact]
    public async Task A_change_that_breaks_off_leaves_the_old_PIN_working()
    {
        var phone = await (await Scene.Make(browser.Lakudo)).Phone(browser);
        await ToPin(phone);
        // The write that carries another salt is the change itself; its transaction dies as when the phone loses power.
        await phone.EvaluateAsync("""
            async () => {
                const { get } = await import('/posyandu/js/store.js');
                const before = String((await get('meta', 'phone')).salt);
                const put = IDBObjectStore.prototype.put;
                window.restorePut = () => { IDBObjectStore.prototype.put = put; };
                IDBObjectStore.prototype.put = function (value, key) {
                    const request = put.call(this, value, key);
                    if (value?.salt && String(value.salt) !== before) { this.transaction.abort(); }
                    return request;
                };
            }
            """);
        await Type(phone, Scene.Pin, Fresh, Fresh);
        await Assertions.Expect(phone.Locator(".trouble")).ToContainTextAsync("PIN lama tetap berlaku");
        await phone.EvaluateAsync("() => window.restorePut()");
        await phone.ReloadAsync();
        await Door(phone, Fresh);
        await Assertions.Expect(phone.Locator(".trouble")).ToContainTextAsync("Sisa 9 kali");
        await Door(phone, Scene.Pin);
        await phone.WaitForSelectorAsync("nav.tabs");
    }

    [Fact]
    public async Task Two_tabs_together_have_no_more_tries_than_one()
    {
        var phone = await (await Scene.Make(browser.Lakudo)).Phone(browser);
        await phone.ClickAsync("button.lock");
        var other = await phone.Context.NewPageAsync();
        await other.GotoAsync("posyandu/");
        await other.WaitForSelectorAsync("#pin");
        const string Guess = "async () => { const { unlock } = await import('/posyandu/js/vault.js'); return Promise.all([unlock('111222'), unlock('222111')]); }";
        var answers = (await Task.WhenAll(phone.EvaluateAsync<string[]>(Guess), other.EvaluateAsync<string[]>(Guess))).SelectMany(answer => answer).ToList();
        Assert.Equal(4, answers.Count(answer => answer == "wrong"));
        Assert.Equal(4, await Wrong(phone));
        Assert.Equal(["wait", "wait", "wait", "wait"], (await Task.WhenAll(phone.EvaluateAsync<string[]>(Guess), other.EvaluateAsync<string[]>(Guess))).SelectMany(answer => answer));
        Assert.Equal(5, await Wrong(phone));
    }

    private static Task<int> Wrong(IPage page) => page.EvaluateAsync<int>("async () => (await (await import('/posyandu/js/store.js')).get('meta', 'phone')).wrong");

    private static async Task ToPin(IPage phone)
    {
        await phone.ClickAsync("nav.tabs >> text=Kirim");
        await phone.ClickAsync("a:has-text('Ganti PIN')");
        await phone.WaitForSelectorAsync("#pin-lama");
    }

    private static async Task Type(IPage phone, string old, string pin, string again)
    {
        await phone.FillAsync("#pin-lama", old);
        await phone.FillAsync("#pin", pin);
        await phone.FillAsync("#pin2", again);
        await phone.ClickAsync("button.main");
    }

    private static async Task Door(IPage phone, string pin)
    {
        await phone.FillAsync("#pin", pin);
        await phone.ClickAsync("button.main");
    }
}
