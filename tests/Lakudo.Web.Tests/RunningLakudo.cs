using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json;
using Lakudo.Kernel;
using Lakudo.Testing;
using Lakudo.Web.Host;
using Lakudo.Web.Identity;
using Lakudo.Web.Sample;
using Lakudo.Web.Tests.Operations;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Lakudo.Web.Tests;

/// <summary>The real program on a loopback port, with the sample region in a fresh database. Its clock begins on Wednesday, 25 November 2026, 09.00 WITA.</summary>
public sealed class RunningLakudo : IAsyncDisposable
{
    private readonly WebApplication _app;
    private readonly TestDatabase _database;
    private readonly string _data;
    private readonly bool _owns;
    private bool _stopped;

    private RunningLakudo(WebApplication app, TestDatabase database, string data, string console, bool owns = true)
    {
        (_app, _database, _data, Console, _owns) = (app, database, data, console, owns);
        Address = new Uri(app.Urls.First().Replace("127.0.0.1", "localhost", StringComparison.Ordinal));
    }

    public Uri Address { get; }

    /// <summary>What the first start printed.</summary>
    public string Console { get; }

    /// <summary>The database's file or connection string.</summary>
    public string Place => _database.Place;

    /// <summary>The setting <c>Lakudo:Database</c> of another program on the same database.</summary>
    public string Setting => _database.Setting;

    /// <summary>The folder of keys and files.</summary>
    public string Data => _data;

    public IServiceProvider Services => _app.Services;

    public static Task<RunningLakudo> Start(Vendor vendor, params string[] more) => Start(vendor, _ => { }, more);

    /// <param name="vendor">The database.</param>
    /// <param name="prepare">Puts things into the data folder before the program starts.</param>
    /// <param name="more">Settings.</param>
    public static async Task<RunningLakudo> Start(Vendor vendor, Action<string> prepare, params string[] more)
    {
        var database = await TestDatabase.Create(vendor);
        var data = Directory.CreateTempSubdirectory("lakudo-web-").FullName;
        prepare(data);
        var app = await Serve(database, data, more);
        var console = new StringWriter();
        await SampleRegion.Fill(app.Services, console, default);
        return new RunningLakudo(app, database, data, console.ToString());
    }

    /// <summary>The first node of a cluster. It may be slow for long: one that is thought dead would end the whole run of tests.</summary>
    public static Task<RunningLakudo> StartNode() => Start(Vendor.Postgres, Node());

    /// <summary>Another node beside this one, on the same database and folder.</summary>
    public async Task<RunningLakudo> Join() => new(await Serve(_database, _data, Node()), _database, _data, Console, owns: false);

    private static string[] Node() => [$"--Lakudo:Cluster:Address=127.0.0.1:{LoopbackPort.Free()}", "--Lakudo:Cluster:ProbeSeconds=60"];

    private static async Task<WebApplication> Serve(TestDatabase database, string data, string[] more)
    {
        var app = WebProgram.Build(
        [
            "--urls=http://127.0.0.1:0", $"--Lakudo:Data={data}", $"--Lakudo:Database={database.Setting}", "--Lakudo:Simulators=true",
            "--Clock:Start=2026-11-25T09:00:00+08:00", "--Sample:FirstVillage=16", "--Logging:LogLevel:Default=Warning", "--Logging:Captured:LogLevel:Default=Trace",
            // What the scan hears is what an installation's log would hold.
            "--Logging:Scanned:LogLevel:Default=Information", "--Logging:Scanned:LogLevel:Microsoft=Warning", "--Logging:Scanned:LogLevel:System.Net.Http=Warning",
            "--Logging:Scanned:LogLevel:OpenIddict=Warning", "--Logging:Scanned:LogLevel:Polly=Warning", "--Logging:Scanned:LogLevel:Orleans=Error", .. more,
        ]);
        app.Services.GetRequiredService<ILoggerFactory>().AddProvider(new ScannedLogs());
        await app.StartAsync();
        return app;
    }

    /// <summary>A browser without JavaScript: keeps cookies, follows no redirects.</summary>
    public HttpClient Browser() => new(new SocketsHttpHandler { AllowAutoRedirect = false, UseCookies = true }) { BaseAddress = Address };

    /// <summary>An API client with a token for these assignments.</summary>
    public async Task<HttpClient> Client(string scope, params Assignment[] assignments)
    {
        var (id, secret) = await ClientsCommand.Add(Services, "uji", assignments, [scope], default);
        var http = new HttpClient { BaseAddress = Address };
        await SignIn(http, id, secret, scope);
        return http;
    }

    /// <summary>Gives a client its token.</summary>
    public static async Task SignIn(HttpClient http, string id, string secret, string scope = "hall")
    {
        var token = await Token(http, id, secret, scope);
        http.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", token.GetProperty("access_token").GetString());
    }

    public static async Task<JsonElement> Token(HttpClient http, string id, string secret, string scope)
    {
        using var form = new FormUrlEncodedContent(new Dictionary<string, string> { ["grant_type"] = "client_credentials", ["client_id"] = id, ["client_secret"] = secret, ["scope"] = scope });
        using var response = await http.PostAsync("connect/token", form);
        return await response.Content.ReadFromJsonAsync<JsonElement>();
    }

    /// <summary>Posts JSON with a fresh idempotency key, or a given one.</summary>
    public static async Task<(int Status, JsonElement Body)> Post(HttpClient http, string path, object? body = null, string? key = null)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, path) { Content = JsonContent.Create(body ?? new { }) };
        request.Headers.Add(CurrentCaller.KeyHeader, key ?? Guid.CreateVersion7().ToString("N"));
        using var response = await http.SendAsync(request);
        var text = await response.Content.ReadAsStringAsync();
        return ((int)response.StatusCode, text.Length == 0 ? default : JsonSerializer.Deserialize<JsonElement>(text));
    }

    /// <summary>The first password that was printed for a user name.</summary>
    public string PasswordOf(string userName) =>
        Console.Split('\n').Select(l => l.Split(' ', StringSplitOptions.RemoveEmptyEntries)).First(w => w.Length >= 2 && w[0] == userName)[1];

    /// <summary>Stops the server and keeps its database and folder until this is disposed.</summary>
    public async Task Stop()
    {
        if (!_stopped)
        {
            _stopped = true;
            await _app.StopAsync();
            await _app.DisposeAsync();
        }
    }

    public async ValueTask DisposeAsync()
    {
        await Stop();
        if (_owns)
        {
            await _database.DisposeAsync();
            Directory.Delete(_data, recursive: true);
        }
    }
}

/// <summary>One running program for each database, shared by the tests of a collection; each test works on things of its own.</summary>
public sealed class BothPrograms : IAsyncLifetime
{
    private readonly Dictionary<Vendor, RunningLakudo> _running = [];

    public static TheoryData<Vendor> Both => new(Vendor.Sqlite, Vendor.Postgres);

    public RunningLakudo this[Vendor vendor] => _running[vendor];

    public async ValueTask InitializeAsync()
    {
        foreach (var vendor in Enum.GetValues<Vendor>())
        {
            _running[vendor] = await RunningLakudo.Start(vendor);
        }
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var program in _running.Values)
        {
            await program.DisposeAsync();
        }
    }
}
