using Lakudo.Hall.Setup;
using Lakudo.Kernel;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Playwright;

namespace Lakudo.E2E;

/// <summary>A visitor's way through the hall, as people at kiosk, counter, board and phone see it.</summary>
[Collection("browser")]
public sealed class HallDayTests(Browser browser)
{
    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_visitor_takes_a_number_at_the_kiosk_is_called_and_served(bool script)
    {
        // The kiosk is paired by a code, finds a service and hands out a number.
        var kiosk = await browser.Page(1080, 1920, script);
        await Pair(kiosk, DeviceKind.Kiosk);
        await Browser.Picture(kiosk, "anjungan");
        await kiosk.FillAsync("input[name=cari]", "akta lahir");
        await kiosk.ClickAsync(".search button");
        await kiosk.Locator(".tile").First.ClickAsync();
        var number = (await kiosk.Locator(".slip .number").TextContentAsync())!.Trim();
        await Browser.Picture(kiosk, "anjungan-karcis");
        Assert.StartsWith("A-", number, StringComparison.Ordinal);

        // The clerk of counter 1 calls until that number comes.
        var counter = await browser.Page(1280, 800, script);
        await browser.SignIn(counter, "loket.1");
        await counter.GotoAsync("petugas/loket?nomor=1");
        for (var calls = 0; calls < 12; calls++)
        {
            await Press(counter, "mulai", "selesai", "panggil");
            if ((await counter.Locator(".serving .number").TextContentAsync())!.Trim() == number)
            {
                break;
            }
        }

        Assert.Equal(number, (await counter.Locator(".serving .number").TextContentAsync())!.Trim());
        await Browser.Picture(counter, "loket");

        // The board shows the call.
        var board = await browser.Page(1920, 1080, script);
        await board.GotoAsync("papan");
        await Assertions.Expect(board.Locator("#panggilan .number")).ToHaveTextAsync(number);
        await Browser.Picture(board, "papan");

        await Press(counter, "mulai");
        await Press(counter, "selesai");
        Assert.Equal("–", (await counter.Locator(".serving .number").TextContentAsync())!.Trim());
    }

    [Fact]
    public async Task A_clerk_works_by_keyboard_alone()
    {
        var counter = await browser.Page(1280, 800);
        await browser.SignIn(counter, "loket.2");
        await using (var scope = browser.Lakudo.Services.CreateAsyncScope())
        {
            var kiosk = new Caller(1, Guid.CreateVersion7(), [new Assignment(Role.Kiosk, 1, 1)]);
            for (var i = 0; i < 2; i++) await scope.ServiceProvider.GetRequiredService<Lakudo.Hall.TakeTicket>().Run(kiosk, new(1, null, 2));
        }

        await counter.GotoAsync("petugas/loket?nomor=3");
        await Press(counter, "mulai", "selesai");
        await Key(counter, "P");
        var called = await counter.Locator(".serving .number").TextContentAsync();
        await Assertions.Expect(counter.Locator("[data-done]")).ToContainTextAsync("dipanggil ke Loket 3.");
        await Key(counter, "M");
        await Key(counter, "S");
        await Browser.Picture(counter, "loket-urungkan");
        // Pressed too early: taken back, and finished again.
        await Key(counter, "Z");
        Assert.Equal(called!.Trim(), (await counter.Locator(".serving .number").TextContentAsync())!.Trim());
        await Key(counter, "S");

        Assert.NotEqual("–", called!.Trim());
        Assert.Equal("–", (await counter.Locator(".serving .number").TextContentAsync())!.Trim());

        // The next goes to another line: A, the line, and the reason by its number.
        await Key(counter, "P");
        await counter.Keyboard.PressAsync("a");
        await counter.SelectOptionAsync("#ke", "3");
        await counter.Locator("#ke").FocusAsync();
        await Key(counter, "1");
        await Assertions.Expect(counter.Locator("[data-done]")).ToContainTextAsync("dialihkan ke antrean C.");
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_citizen_takes_a_number_from_afar_and_follows_it(bool script)
    {
        var phone = await browser.Page(390, 844, script);
        await phone.GotoAsync("");
        await Browser.Picture(phone, "portal");
        await phone.Locator("input[type=search]").First.FillAsync("kk baru");
        await phone.Locator("form[role=search] button").First.ClickAsync();
        await Browser.Picture(phone, "cari");
        await phone.Locator("main a[href*='layanan/']").First.ClickAsync();
        await Browser.Picture(phone, "layanan");
        await phone.Locator("a[href*=ambil-nomor]").First.ClickAsync();
        var contact = script ? "0812 3456 7001" : "0812 3456 7002";
        await phone.FillAsync("#kontak", contact);
        await phone.ClickAsync("main button[type=submit]");
        await phone.WaitForSelectorAsync("#kode");

        var inbox = await browser.Page(390, 844, script);
        await inbox.GotoAsync("simulator/pesan");
        var message = await inbox.Locator("li.list-group-item").First.TextContentAsync();
        await phone.FillAsync("#kode", System.Text.RegularExpressions.Regex.Match(message!, @"(\d{6}) adalah").Groups[1].Value);
        await phone.ClickAsync("main button[type=submit]");
        await phone.WaitForURLAsync("**/nomor/**");

        Assert.Contains("anjungan", await phone.Locator(".slip .where").TextContentAsync(), StringComparison.Ordinal);
        await Browser.Picture(phone, "nomor-saya");
        await phone.ClickAsync("text=Batalkan nomor ini");
        await phone.ClickAsync("text=Ya, batalkan");
        await Assertions.Expect(phone.Locator(".slip .where")).ToContainTextAsync("Dibatalkan");
    }

    [Fact]
    public async Task The_board_speaks_each_call_to_its_end_and_in_order()
    {
        var board = await browser.Page(1920, 1080);
        await board.GotoAsync("papan");
        await board.ClickAsync("#suara");
        var counter = await browser.Page(1280, 800);
        await browser.SignIn(counter, "loket.1");
        await counter.GotoAsync("petugas/loket?nomor=5");
        await Press(counter, "mulai", "selesai");
        await Press(counter, "panggil");
        await Press(counter, "ulang");

        await board.WaitForFunctionAsync("() => window.announcer.spoken.length >= 2", null, new() { Timeout = 60_000 });
        var spoken = await board.EvaluateAsync<string[]>("() => window.announcer.spoken");

        Assert.StartsWith("nomor-antrean ce", spoken[^2], StringComparison.Ordinal);
        Assert.StartsWith("kembali-dipanggil ce", spoken[^1], StringComparison.Ordinal);
        Assert.EndsWith("silakan-menuju-loket lima", spoken[^1], StringComparison.Ordinal);
        await Press(counter, "absen");
    }

    private async Task Pair(IPage page, DeviceKind kind)
    {
        await using var scope = browser.Lakudo.Services.CreateAsyncScope();
        var manager = new Caller(1, Guid.CreateVersion7(), [new Assignment(Role.HallManager, 1, 1)]) { Key = Guid.CreateVersion7().ToString("N") };
        var made = (await scope.ServiceProvider.GetRequiredService<RegisterDevice>().Run(manager, new(1, kind, "Uji"))).Value;
        await page.GotoAsync("perangkat");
        await page.FillAsync("#kode", made.Code);
        await page.ClickAsync("main button[type=submit]");
        await page.WaitForURLAsync("**/anjungan");
    }

    /// <summary>Presses the first of these buttons that can be pressed, and again until none of the earlier ones can.</summary>
    private static async Task Press(IPage page, params string[] acts)
    {
        foreach (var act in acts)
        {
            var button = page.Locator($"button[value={act}]:not([disabled])");
            if (await button.CountAsync() > 0)
            {
                var key = await page.Locator("input[name=_key]").Last.GetAttributeAsync("value");
                await button.First.ClickAsync();
                // The page that answers carries a new key.
                await Assertions.Expect(page.Locator("#tombol input[name=_key]")).Not.ToHaveAttributeAsync("value", key!);
            }
        }
    }

    private static async Task Key(IPage page, string key)
    {
        var before = await page.Locator("#tombol input[name=_key]").GetAttributeAsync("value");
        await page.Keyboard.PressAsync(key);
        await Assertions.Expect(page.Locator("#tombol input[name=_key]")).Not.ToHaveAttributeAsync("value", before!);
    }
}
