using Deque.AxeCore.Playwright;
using Lakudo.Field;
using Lakudo.Growth;
using Microsoft.Playwright;

namespace Lakudo.E2E.Posyandu;

/// <summary>A day of the posyandu where there is no signal, on a phone of 360 x 640.</summary>
[Collection("browser")]
public sealed class PosyanduDayTests(Browser browser)
{
    [Fact]
    public async Task A_whole_day_without_signal_is_in_the_register_after_one_sending()
    {
        var (rini, ali) = (Scene.Child("Wa Rini", "Wa Ode Sari"), Scene.Child("La Ali", "Wa Ina", Sex.Male));
        var scene = await Scene.Make(browser.Lakudo, rini, ali);
        await scene.Weighed(rini, (new(2026, 8, 25), 8000, 6900), (new(2026, 9, 25), 8050, null), (new(2026, 10, 25), 8000, null));
        await scene.Weighed(ali, (new(2026, 9, 25), 8600, 7000), (new(2026, 10, 25), 8900, null));
        var phone = await scene.Phone(browser);
        await Clean(phone, "posyandu-hari");
        // Who twice did not gain comes first.
        await Assertions.Expect(phone.Locator("ul.people li").First).ToContainTextAsync("Wa Rini");
        await Assertions.Expect(phone.Locator("ul.people li").First).ToContainTextAsync("2T");

        await phone.Context.SetOfflineAsync(true);
        await phone.ReloadAsync();
        await Clean(phone, "posyandu-pin");
        await Scene.Unlock(phone);
        await phone.ClickAsync("ul.people a:has-text('Wa Rini')");
        await Assertions.Expect(phone.Locator("#berat-lalu")).ToHaveTextAsync("Lalu: 8,0 kg (25 Okt)");
        await phone.FillAsync("#berat", "8,5");
        await phone.FillAsync("#tinggi", "65");
        await phone.ClickAsync("button.stick");
        await Assertions.Expect(phone.Locator(".doubts")).ToContainTextAsync("lebih pendek daripada yang lalu");
        await Clean(phone, "posyandu-ukur-ulang");
        await phone.FillAsync("#tinggi", "70,4");
        await phone.ClickAsync("button.stick");
        await Assertions.Expect(phone.Locator(".verdict .mark b")).ToHaveTextAsync("N");
        await Assertions.Expect(phone.Locator(".say")).ToContainTextAsync("Berat Rini naik bulan ini");
        await Clean(phone, "posyandu-hasil");
        await phone.ClickAsync("#berikut");
        await Assertions.Expect(phone.Locator("h1")).ToHaveTextAsync("La Ali");
        await phone.FillAsync("#berat", "8.9");
        await phone.ClickAsync("button:has-text('Ya')");
        var book = phone.GetByRole(AriaRole.Group, new() { Name = "Buku KIA atau KMS ada?" });
        await book.GetByRole(AriaRole.Button, new() { Name = "Ya" }).ClickAsync();
        await Clean(phone, "posyandu-anak");
        await phone.EvaluateAsync("document.querySelector('fieldset.choice:last-of-type').scrollIntoView({ block: 'center' })");
        await Browser.Picture(phone, "posyandu-anak-buku");
        await phone.ClickAsync("button.stick");
        await Assertions.Expect(phone.Locator(".verdict .mark b")).ToHaveTextAsync("T");

        await phone.ClickAsync("nav.tabs >> text=Anak");
        await phone.ClickAsync("a.add");
        await phone.FillAsync("#nama", "By. Ny. Lia");
        await phone.ClickAsync("button:has-text('Perempuan')");
        await phone.FillAsync("#lahir", "2026-11-03");
        await phone.FillAsync("#ibu", "Wa Lia");
        await phone.FillAsync("#bb", "2,9");
        await phone.ClickAsync("button.stick");
        await Assertions.Expect(phone.Locator(".trouble")).ToContainTextAsync("setuju");
        await Clean(phone, "posyandu-anak-baru");
        await phone.CheckAsync("#setuju");
        await phone.ClickAsync("button.stick");
        await phone.FillAsync("#berat", "3,4");
        await phone.ClickAsync("button.stick");
        await Assertions.Expect(phone.Locator(".verdict .mark b")).ToHaveTextAsync("B");
        // Whether she gains nobody knows yet: neutral, with what is missing, and never green.
        await Assertions.Expect(phone.Locator(".verdict.unknown h2")).ToHaveTextAsync("Belum dapat dinilai");
        await Assertions.Expect(phone.Locator("#belum")).ToContainTextAsync("Timbang lagi bulan depan");
        await Clean(phone, "posyandu-belum-dinilai");

        await phone.ClickAsync("nav.tabs >> text=Ibu hamil");
        await phone.ClickAsync("a.add");
        await phone.FillAsync("#nama", "Wa Ode Mina");
        await phone.FillAsync("#hpht", "2026-05-01");
        await phone.CheckAsync("#setuju");
        await Clean(phone, "posyandu-ibu-baru");
        await phone.ClickAsync("button.stick");
        await phone.FillAsync("#lila", "23,1");
        await phone.FillAsync("#hb", "10,8");
        await phone.FillAsync("#anc", "3");
        await phone.ClickAsync("button.stick");
        await Assertions.Expect(phone.Locator(".say")).ToContainTextAsync("tambahan makanan");
        await Clean(phone, "posyandu-ibu");

        // Closed in the middle of the day, opened again: nothing is gone.
        var again = await phone.Context.NewPageAsync();
        await phone.CloseAsync();
        await again.GotoAsync("posyandu/");
        await Scene.Unlock(again);
        await Assertions.Expect(again.Locator(".progress").First).ToContainTextAsync("3 dari 3");
        Assert.Contains("Belum ada sinyal", await Scene.Send(again), StringComparison.Ordinal);
        await Clean(again, "posyandu-kirim");
        Assert.DoesNotContain((await scene.Register()).Children, child => child.Measurements.Any(one => one.Day == Scene.Today));

        await again.Context.SetOfflineAsync(false);
        await again.ClickAsync("button.main");
        await Assertions.Expect(again.Locator("#kabar")).ToHaveTextAsync("Semua sudah terkirim.");
        var register = await scene.Register();
        Assert.Equal([3400, 8500, 8900], register.Children.Select(child => child.Measurements.Single(one => one.Day == Scene.Today).Weight!.Value).Order());
        var mother = Assert.Single(register.Pregnancies);
        Assert.Equal((2310, 108, 3), (mother.Visits[0].Arm, mother.Visits[0].Haemoglobin, mother.Visits[0].AntenatalVisits));
        var said = register.Children.Single(child => child.Id == ali.Id).Services;
        Assert.Contains(said, service => service is { Kind: ChildServiceKind.ComplementaryFood, Yes: true });
        Assert.Contains(said, service => service is { Kind: ChildServiceKind.KiaBook, Yes: true } && service.Day == Scene.Today);
        // Who was not asked is saved all the same.
        Assert.DoesNotContain(register.Children.Single(child => child.Id == rini.Id).Services, service => service.Kind == ChildServiceKind.KiaBook);
    }

    /// <summary>axe finds nothing, nothing is wider than the phone, and there is a picture of it.</summary>
    internal static async Task Clean(IPage page, string picture)
    {
        // The page that stands while the app loads has a heading too, and goes before the app draws its own.
        await page.WaitForSelectorAsync("main:not(.boot) h1");
        await Browser.Picture(page, picture);
        Assert.Empty((await page.RunAxe()).Violations.Select(v => $"{picture}: {v.Id}: {v.Nodes[0].Html}"));
        Assert.True(await page.EvaluateAsync<bool>("() => document.documentElement.scrollWidth <= innerWidth"), picture);
    }
}
