using System.Text.RegularExpressions;
using Deque.AxeCore.Playwright;
using Lakudo.Hall;
using Lakudo.Hall.Setup;
using Lakudo.Identity;
using Lakudo.Kernel;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Playwright;

namespace Lakudo.E2E;

/// <summary>What only a browser can show: a board that was cut off, a slip on paper, keys under a clerk's fingers.</summary>
[Collection("browser")]
public sealed class HallScreensTests(Browser browser)
{
    [Fact]
    public async Task A_board_that_was_cut_off_says_so_and_speaks_the_call_it_missed()
    {
        var board = await browser.Page(1920, 1080);
        await using var cable = new CutLine(browser.Lakudo.Address);
        await board.GotoAsync($"{cable.Address}papan");
        await board.ClickAsync("#suara");
        cable.Cut(true);
        var missed = await Do<TakeTicket, TicketAnswer>(v => v.Run(As(Role.Kiosk), new(1, null, 2)));
        await CallUntil(4, missed.Number);
        await Do<StartService, TicketAnswer>(v => v.Run(As(Role.CounterOfficer), new(1, 4, missed.Id)));

        await Assertions.Expect(board.Locator("#basi")).ToBeVisibleAsync(new() { Timeout = 60_000 });
        Assert.Matches(@"data dari \d\d\.\d\d", await board.Locator("#basi").TextContentAsync());
        cable.Cut(false);

        await board.WaitForFunctionAsync("() => window.announcer.spoken.length >= 1", null, new() { Timeout = 120_000 });
        var spoken = await board.EvaluateAsync<string[]>("() => window.announcer.spoken");
        Assert.Contains(spoken, s => s.StartsWith("nomor-antrean be", StringComparison.Ordinal) && s.EndsWith("silakan-menuju-loket empat", StringComparison.Ordinal));
        await Assertions.Expect(board.Locator("#basi")).ToBeHiddenAsync();
        await Do<FinishService, TicketAnswer>(v => v.Run(As(Role.CounterOfficer), new(1, 4, missed.Id)));
    }

    [Theory]
    [InlineData(80)]
    [InlineData(58)]
    public async Task The_slip_is_one_page_as_wide_as_the_kiosks_roll_with_the_number_and_nothing_else(int roll)
    {
        var kiosk = await browser.Page(1080, 1920);
        // The page prints by itself; the test prints in its place, since a browser may refuse to print a page twice at once.
        await kiosk.AddInitScriptAsync("window.printed = 0; window.print = () => { window.printed++; };");
        var made = await Do<RegisterDevice, RegisterDevice.Answer>(v => v.Run(As(Role.HallManager), new(1, DeviceKind.Kiosk, "Uji cetak", Roll: roll)));
        await kiosk.GotoAsync("perangkat");
        await kiosk.FillAsync("#kode", made.Code);
        await kiosk.ClickAsync("main button[type=submit]");
        await kiosk.WaitForURLAsync("**/anjungan");
        await kiosk.ClickAsync(".tile:has-text('Informasi')");
        var number = (await kiosk.Locator(".slip .number").TextContentAsync())!.Trim();
        await kiosk.WaitForFunctionAsync("() => window.printed === 1");

        var pdf = System.Text.Encoding.Latin1.GetString(await kiosk.PdfAsync(new() { PreferCSSPageSize = true }));
        await kiosk.EmulateMediaAsync(new() { Media = Media.Print });

        Assert.Single(Regex.Matches(pdf, @"/Type\s*/Page\b"));
        var width = double.Parse(Regex.Match(pdf, @"/MediaBox\s*\[0 0 ([\d.]+)").Groups[1].Value, System.Globalization.CultureInfo.InvariantCulture);
        Assert.InRange(width * 25.4 / 72, roll - 0.5, roll + 0.5);
        await Assertions.Expect(kiosk.Locator(".paper .number")).ToHaveTextAsync(number);
        await Assertions.Expect(kiosk.Locator(".paper .qr img")).ToBeVisibleAsync();
        await Assertions.Expect(kiosk.Locator(".kiosk-body")).ToBeHiddenAsync();
    }

    [Fact]
    public async Task A_kiosk_whose_line_is_cut_says_so_and_gives_one_number_and_its_slip_when_it_is_back()
    {
        var kiosk = await browser.Page(1080, 1920);
        await kiosk.AddInitScriptAsync("window.printed = 0; window.print = () => { window.printed++; };");
        await using var cable = new CutLine(browser.Lakudo.Address);
        var made = await Do<RegisterDevice, RegisterDevice.Answer>(v => v.Run(As(Role.HallManager), new(1, DeviceKind.Kiosk, "Uji putus")));
        await kiosk.GotoAsync($"{cable.Address}perangkat");
        await kiosk.FillAsync("#kode", made.Code);
        await kiosk.ClickAsync("main button[type=submit]");
        await kiosk.WaitForURLAsync("**/anjungan");
        var before = (await Do<Floor, Floor.Answer>(v => v.Run(As(Role.HallManager), 1))).Lines.Sum(l => l.Waiting);

        cable.Cut(true);
        await kiosk.ClickAsync(".tile:has-text('Informasi')");
        await Assertions.Expect(kiosk.Locator("#putus")).ToContainTextAsync("Sambungan terputus");
        await Browser.Picture(kiosk, "anjungan-putus");
        cable.Cut(false);
        await Assertions.Expect(kiosk.Locator(".slip .number")).ToContainTextAsync("-", new() { Timeout = 60_000 });
        var number = (await kiosk.Locator(".slip .number").TextContentAsync())!.Trim();
        await kiosk.WaitForFunctionAsync("() => window.printed === 1");
        await Assertions.Expect(kiosk.Locator("#putus")).ToHaveCountAsync(0);

        // Loaded again before the visitor is done, it shows the same slip; then the next visitor's two quick touches give one number.
        await kiosk.ReloadAsync();
        await Assertions.Expect(kiosk.Locator(".slip .number")).ToHaveTextAsync(number);
        await kiosk.ClickAsync("text=Selesai");
        await Assertions.Expect(kiosk.Locator("h1")).ToHaveTextAsync("Mau mengurus apa?");
        await kiosk.EvaluateAsync("() => { const tiles = document.querySelectorAll('.tile[name=\"Form.Choice\"]'); tiles[0].click(); tiles[1].click(); }");
        await Assertions.Expect(kiosk.Locator(".slip .number")).Not.ToHaveTextAsync(number);
        await Assertions.Expect(kiosk.Locator(".slip .number")).ToContainTextAsync("-");
        Assert.Equal(before + 2, (await Do<Floor, Floor.Answer>(v => v.Run(As(Role.HallManager), 1))).Lines.Sum(l => l.Waiting));

        // Cut while nobody takes a number, it comes back to its first screen by itself.
        cable.Cut(true);
        await kiosk.ClickAsync("text=Selesai");
        await Assertions.Expect(kiosk.Locator("#putus")).ToBeVisibleAsync();
        cable.Cut(false);
        await Assertions.Expect(kiosk.Locator("h1")).ToHaveTextAsync("Mau mengurus apa?", new() { Timeout = 60_000 });
    }

    [Fact]
    public async Task A_clerk_takes_a_registered_counter_over_by_name_and_pin_without_the_mouse()
    {
        foreach (var (user, pin) in new[] { ("loket.2", "408215"), ("loket.3", "719364") })
        {
            var account = (await Do<StaffList, System.Collections.Immutable.ImmutableArray<StaffList.Row>>(v => v.Run(As(Role.RegionAdmin)))).Single(r => r.UserName == user).Account;
            await Do<SetPin, Done>(v => v.Run(As(Role.CounterOfficer) with { Id = account }, new(pin)));
        }

        var counter = await browser.Page(1280, 800);
        var made = await Do<RegisterDevice, RegisterDevice.Answer>(v => v.Run(As(Role.HallManager), new(1, DeviceKind.Counter, "Uji loket", Counter: 8)));
        await counter.GotoAsync("perangkat");
        await counter.FillAsync("#kode", made.Code);
        await counter.ClickAsync("main button[type=submit]");
        await counter.SelectOptionAsync("#nama", "loket.2");
        await counter.FillAsync("#pin", "408215");
        await counter.PressAsync("#pin", "Enter");
        await Assertions.Expect(counter.Locator("nav[aria-label='Menu petugas']")).ToContainTextAsync("La Contoh");

        // A colleague comes: G, her name's first letters, six digits, Enter.
        await counter.Keyboard.PressAsync("g");
        await counter.Keyboard.TypeAsync("Wa Contoh");
        await counter.Keyboard.PressAsync("Tab");
        await counter.Keyboard.TypeAsync("719364");
        await counter.Keyboard.PressAsync("Enter");
        await Assertions.Expect(counter.Locator("nav[aria-label='Menu petugas']")).ToContainTextAsync("Wa Contoh");
        await Assertions.Expect(counter.Locator("h1")).ToContainTextAsync("Loket 8");

        await counter.Keyboard.PressAsync("g");
        await counter.Keyboard.PressAsync("Tab");
        await counter.Keyboard.TypeAsync("000001");
        await counter.Keyboard.PressAsync("Enter");
        await Assertions.Expect(counter.Locator("#ganti [role=alert]")).ToContainTextAsync("PIN tidak diterima");
    }

    [Fact]
    public async Task A_clerk_sees_which_groups_were_named_and_corrects_them_by_keyboard()
    {
        var taken = await Do<TakeTicket, TicketAnswer>(v => v.Run(As(Role.Kiosk), new(1, null, 6, PriorityGroups.Elderly)));
        var counter = await browser.Page(1280, 800);
        await browser.SignIn(counter, "loket.1");
        await counter.GotoAsync("petugas/loket?nomor=8");
        if (await counter.Locator("button[value=buka]:not([disabled])").CountAsync() > 0)
        {
            await counter.ClickAsync("button[value=buka]");
            await Assertions.Expect(counter.Locator("button[value=panggil]:not([disabled])")).ToBeVisibleAsync();
        }

        await CallUntil(8, taken.Number);
        await counter.ReloadAsync();
        await counter.Keyboard.PressAsync("k");
        await Assertions.Expect(counter.GetByLabel("Lansia, 60 tahun ke atas")).ToBeCheckedAsync();
        await counter.Keyboard.PressAsync("Space");
        await counter.ClickAsync("button[value=prioritas]");

        await Assertions.Expect(counter.Locator(".acts summary").First).ToContainTextAsync("Prioritas: tidak");
        Assert.Equal(PriorityGroups.None, await Do<StatedPriority, PriorityGroups>(v => v.Run(As(Role.CounterOfficer), 1, taken.Id)));
        await Do<MarkNoShow, TicketAnswer>(v => v.Run(As(Role.CounterOfficer), new(1, 8, taken.Id)));
    }

    [Fact]
    public async Task Axe_finds_nothing_on_the_managers_and_the_admins_pages()
    {
        foreach (var (user, paths) in new[] { ("pengelola", new[] { "petugas/pengaturan", "petugas/perangkat", "petugas/lantai", "petugas/lantai/tutup" }), ("admin", ["petugas/pegawai", "petugas/jurnal"]) })
        {
            var page = await browser.Page(1280, 900);
            await browser.SignIn(page, user);
            foreach (var path in paths)
            {
                await page.GotoAsync(path);
                await Browser.Picture(page, path.Replace('/', '-'));
                Assert.Empty((await page.RunAxe()).Violations.Select(v => $"{path} {v.Id}: {string.Join(" | ", v.Nodes.Select(n => n.Html).Take(3))}"));
            }
        }
    }

    /// <summary>Serves whoever is before a number at a counter, until it is called.</summary>
    private async Task CallUntil(int counter, string number)
    {
        await using var scope = browser.Lakudo.Services.CreateAsyncScope();
        await scope.ServiceProvider.GetRequiredService<OpenCounter>().Run(As(Role.CounterOfficer), new(1, counter));
        for (var i = 0; i < 40; i++)
        {
            var called = await scope.ServiceProvider.GetRequiredService<CallNext>().Run(As(Role.CounterOfficer), new(1, counter));
            if (called.IsRefused || called.Value.Number == number)
            {
                Assert.False(called.IsRefused, called.Refusal?.English);
                return;
            }

            await scope.ServiceProvider.GetRequiredService<StartService>().Run(As(Role.CounterOfficer), new(1, counter, called.Value.Id));
            await scope.ServiceProvider.GetRequiredService<FinishService>().Run(As(Role.CounterOfficer), new(1, counter, called.Value.Id));
        }

        Assert.Fail($"{number} was not called.");
    }

    private static Caller As(Role role) => new(1, Guid.CreateVersion7(), [new Assignment(role, 1, role == Role.RegionAdmin ? null : 1)]) { Key = Guid.CreateVersion7().ToString("N") };

    private async Task<T> Do<TVerb, T>(Func<TVerb, Task<Outcome<T>>> run)
        where TVerb : notnull
    {
        await using var scope = browser.Lakudo.Services.CreateAsyncScope();
        return (await run(scope.ServiceProvider.GetRequiredService<TVerb>())).Value;
    }
}
