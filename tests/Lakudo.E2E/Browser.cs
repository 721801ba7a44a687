using Lakudo.Testing;
using Microsoft.Playwright;

namespace Lakudo.E2E;

/// <summary>One Chromium and one running sample for the whole assembly.</summary>
public sealed class Browser : IAsyncLifetime
{
    private static readonly string[] Flags = ["--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking", "--disable-component-update", "--disable-sync"];
    private readonly Dictionary<string, string> _keys = [];
    private IPlaywright? _playwright;
    private IBrowser? _browser;
    private string? _chromium;

    public Web.Tests.RunningLakudo Lakudo { get; private set; } = null!;

    public async ValueTask InitializeAsync()
    {
        var chromium = new[] { "/usr/bin/chromium", "/usr/bin/chromium-browser" }.FirstOrDefault(File.Exists)
            ?? throw new InvalidOperationException("Chromium is missing: install the package 'chromium'.");
        Lakudo = await Web.Tests.RunningLakudo.Start(Vendor.Sqlite);
        _playwright = await Playwright.CreateAsync();
        _chromium = chromium;
        _browser = await Launch();
    }

    /// <summary>A page in a Chromium of its own, whose camera sees a film (concatenated JPEGs, 30 a second, from the beginning again at the end). Whoever asks ends its browser.</summary>
    public async Task<IPage> WithCamera(string film, int width, int height)
    {
        var own = await Launch("--use-fake-ui-for-media-stream", "--use-fake-device-for-media-stream", $"--use-file-for-fake-video-capture={film}");
        return await Page(own, width, height);
    }

    /// <summary>A session that keeps its files in a folder, as a browser on a phone does. Whoever asks ends it.</summary>
    public async Task<IBrowserContext> Kept(string folder, int width, int height)
    {
        var context = await _playwright!.Chromium.LaunchPersistentContextAsync(folder, new()
        {
            ExecutablePath = _chromium,
            Headless = true,
            Args = Flags,
            BaseURL = Lakudo.Address.ToString(),
            ViewportSize = new() { Width = width, Height = height },
            Locale = "id-ID",
        });
        context.SetDefaultTimeout(15_000);
        return context;
    }

    /// <summary>A page of a size, with or without JavaScript, in a session of its own.</summary>
    public Task<IPage> Page(int width, int height, bool script = true) => Page(_browser!, width, height, script);

    private Task<IBrowser> Launch(params string[] more) => _playwright!.Chromium.LaunchAsync(new()
    {
        ExecutablePath = _chromium,
        Headless = true,
        Args = [.. Flags, .. more],
    });

    private async Task<IPage> Page(IBrowser browser, int width, int height, bool script = true)
    {
        var context = await browser.NewContextAsync(new()
        {
            BaseURL = Lakudo.Address.ToString(),
            ViewportSize = new() { Width = width, Height = height },
            JavaScriptEnabled = script,
            Locale = "id-ID",
        });
        context.SetDefaultTimeout(15_000);
        return await context.NewPageAsync();
    }

    /// <summary>Takes a picture into the folder named by <c>LAKUDO_PICTURES</c>, where it is set.</summary>
    public static async Task Picture(IPage page, string name)
    {
        if (Environment.GetEnvironmentVariable("LAKUDO_PICTURES") is { Length: > 0 } folder)
        {
            await page.ScreenshotAsync(new() { Path = Path.Combine(folder, name + ".png") });
        }
    }

    /// <summary>Signs a member of staff in by the printed password.</summary>
    public async Task SignIn(IPage page, string user)
    {
        await page.GotoAsync("masuk");
        await page.FillAsync("#nama", user);
        await page.FillAsync("#sandi", Lakudo.PasswordOf(user));
        if (_keys.TryGetValue(user, out var known))
        {
            await page.FillAsync("#kode", Authenticator.Code(known));
        }

        await page.ClickAsync("main button[type=submit]");
        await page.WaitForURLAsync("**/petugas**");
        // Roles that ask for an authenticator set it up the first time.
        if (await page.Locator("#kunci").CountAsync() > 0)
        {
            _keys[user] = (await page.Locator("#kunci").TextContentAsync())!;
            await page.FillAsync("input[name='Totp.Code']", Authenticator.Code(_keys[user]));
            await page.ClickAsync("form:has(input[name='Totp.Code']) button[type=submit]");
            await page.WaitForSelectorAsync("#kunci", new() { State = WaitForSelectorState.Detached });
        }
    }

    public async ValueTask DisposeAsync()
    {
        if (_browser is not null)
        {
            await _browser.DisposeAsync();
        }

        _playwright?.Dispose();
        await Lakudo.DisposeAsync();
    }
}

[CollectionDefinition("browser")]
public sealed class BrowserCollection : ICollectionFixture<Browser>;
