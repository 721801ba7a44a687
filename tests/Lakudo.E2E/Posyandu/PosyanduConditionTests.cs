using System.Globalization;
using System.Text.RegularExpressions;
using Microsoft.Playwright;

namespace Lakudo.E2E.Posyandu;

/// <summary>What the phone says of itself: power, room, and a clock that is wrong.</summary>
[Collection("browser")]
public sealed partial class PosyanduConditionTests(Browser browser)
{
    [Fact]
    public async Task A_low_battery_room_that_may_be_taken_away_and_a_wrong_clock_are_said_in_words()
    {
        var phone = await (await Scene.Make(browser.Lakudo)).Phone(browser);
        await Say(phone, 0.14, charging: false, persisted: false);
        await phone.ClickAsync("nav.tabs >> text=Kirim");
        await Assertions.Expect(Line(phone, "Baterai")).ToHaveTextAsync("14%, segera isi");
        await Assertions.Expect(Line(phone, "Ruang")).ToHaveTextAsync("7 MB dipakai, 53 MB tersisa; peramban dapat menghapus bila penuh, kirim setiap hari");
        await PosyanduDayTests.Clean(phone, "posyandu-ponsel");
        await Say(phone, 0.64, charging: true, persisted: true);
        await phone.ClickAsync("nav.tabs >> text=Anak");
        await phone.ClickAsync("nav.tabs >> text=Kirim");
        await Assertions.Expect(Line(phone, "Baterai")).ToHaveTextAsync("64%, sedang diisi");
        await Assertions.Expect(Line(phone, "Ruang")).ToHaveTextAsync("7 MB dipakai, 53 MB tersisa");

        await Scene.Send(phone);
        var before = Minutes((await Line(phone, "Jam").TextContentAsync())!);
        await phone.Clock.FastForwardAsync("01:30:00");
        await phone.WaitForSelectorAsync("#pin");
        await Scene.Unlock(phone);
        Assert.Equal("Semua sudah terkirim.", await Scene.Send(phone));
        await Assertions.Expect(Line(phone, "Jam")).ToHaveTextAsync(FastClock());
        Assert.InRange(Minutes((await Line(phone, "Jam").TextContentAsync())!) - before, 89, 91);
    }

    private static ILocator Line(IPage page, string name) => page.Locator($"dt:text-is('{name}') + dd");

    /// <summary>By how much the clock is ahead of the server's; 0 where the app finds that it agrees.</summary>
    private static int Minutes(string said) => FastClock().Match(said) is { Success: true } match ? int.Parse(match.Groups[1].Value, CultureInfo.InvariantCulture) : 0;

    private static Task Say(IPage page, double level, bool charging, bool persisted) => page.EvaluateAsync("""
        said => {
            const give = (name, value) => Object.defineProperty(name === 'getBattery' ? navigator : navigator.storage, name, { value: async () => value, configurable: true });
            give('getBattery', { level: said.level, charging: said.charging });
            give('estimate', { usage: 7 * 1048576, quota: 60 * 1048576 });
            give('persisted', said.persisted);
        }
        """, new { level, charging, persisted });

    [GeneratedRegex("^lebih cepat ([0-9]+) menit; perbaiki jam ponsel$")]
    private static partial Regex FastClock();
}
