using System.Net;
using System.Net.Security;
using System.Net.Sockets;
using System.Security.Cryptography.X509Certificates;
using Lakudo.Testing;
using Lakudo.Web.Host;
using Lakudo.Web.Https;
using Lakudo.Web.Operations;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;

namespace Lakudo.Web.Tests.Https;

/// <summary>The program on a certificate of its own and behind a proxy.</summary>
public sealed class HttpsServedTests : IDisposable
{
    private const string Public = "https://mpp.contoh.go.id";
    private readonly string _folder = Directory.CreateTempSubdirectory("lakudo-https-").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public async Task An_own_certificate_is_shown_with_its_chain_changed_without_a_restart_and_a_wrong_one_leaves_the_old()
    {
        var ended = MadeCertificate.For("mpp.contoh.go.id", -90, -1);
        var (certificate, key) = ended.Write(_folder);
        await using var lakudo = await RunningLakudo.Start(Vendor.Sqlite,
            "--urls=http://127.0.0.1:0;https://127.0.0.1:0", "--Https:Way=certificate", $"--Https:Certificate={certificate}", $"--Https:Key={key}", $"--Lakudo:PublicAddress={Public}");

        // An ended certificate is served, so that the hall goes on; everybody is told.
        Assert.Equal((ended.Leaf.Thumbprint, true), await Shown(lakudo));
        var settings = lakudo.Services.GetRequiredService<Settings>();
        var https = lakudo.Services.GetRequiredService<HttpsSettings>();
        var finding = Assert.Single(await HttpsChecks.All(https, settings, Now, default));
        Assert.Equal(Health.Bad, finding.Health);
        Assert.Contains("sudah kedaluwarsa", finding.Found, StringComparison.Ordinal);

        var renewed = MadeCertificate.For("mpp.contoh.go.id");
        renewed.Write(_folder);
        await Eventually(async () => (await Shown(lakudo)).Thumbprint == renewed.Leaf.Thumbprint);
        Assert.Equal(Health.Good, Assert.Single(await HttpsChecks.All(https, settings, Now, default)).Health);

        await File.WriteAllTextAsync(key, MadeCertificate.For("lain").KeyPem);
        await Task.Delay(TimeSpan.FromSeconds(5));
        Assert.Equal(renewed.Leaf.Thumbprint, (await Shown(lakudo)).Thumbprint);
        Assert.Contains("T-007", HttpsStart.Check(https, settings, "https://*:443")!.Code, StringComparison.Ordinal);
        Assert.Equal(Health.Bad, (await HttpsChecks.All(https, settings, Now, default))[0].Health);

        // Over HTTPS: cookies that never travel without it, and a browser that remembers.
        using var browser = Citizen(lakudo.Services);
        using var page = await browser.GetAsync("masuk");
        Assert.Equal(HttpStatusCode.OK, page.StatusCode);
        Assert.Equal("max-age=31536000", page.Headers.GetValues("Strict-Transport-Security").Single());
        Assert.All(page.Headers.GetValues("Set-Cookie"), c => Assert.Contains("secure", c, StringComparison.OrdinalIgnoreCase));
        // Nobody is in front of it, so nobody's word about the address counts.
        Assert.Empty(https.KnownProxies().Value);
    }

    [Fact]
    public async Task Behind_a_known_proxy_its_word_counts_and_plain_HTTP_is_led_to_the_public_address()
    {
        await using var lakudo = await RunningLakudo.Start(Vendor.Sqlite, "--Https:Way=proxy", "--Https:Proxies=127.0.0.1, 10.0.0.0/8", $"--Lakudo:PublicAddress={Public}");
        using var secure = Forwarded(lakudo, "203.0.113.9", "https");
        using var page = await secure.GetAsync("masuk");
        Assert.Equal(HttpStatusCode.OK, page.StatusCode);
        Assert.NotEmpty(page.Headers.GetValues("Strict-Transport-Security"));
        Assert.All(page.Headers.GetValues("Set-Cookie"), c => Assert.Contains("secure", c, StringComparison.OrdinalIgnoreCase));

        using var plain = Forwarded(lakudo, "203.0.113.9", "http");
        using var led = await plain.GetAsync("layanan/DKC-001?a=1");
        Assert.Equal((HttpStatusCode.TemporaryRedirect, Public + "/layanan/DKC-001?a=1"), (led.StatusCode, led.Headers.Location?.OriginalString));
        using var sent = await plain.PostAsync("connect/token", new FormUrlEncodedContent([]));
        Assert.Equal(HttpStatusCode.Forbidden, sent.StatusCode);
        Assert.Equal(HttpStatusCode.OK, (await plain.GetAsync("health/ready")).StatusCode);
        using (lakudo.Services.GetRequiredService<AcmeChallenges>().Put("abc", "abc.def"))
        {
            Assert.Equal("abc.def", await plain.GetStringAsync(".well-known/acme-challenge/abc"));
        }

        Assert.Equal(HttpStatusCode.NotFound, (await plain.GetAsync(".well-known/acme-challenge/abc")).StatusCode);
        // A proxy that does not say by which scheme would be led back to itself for ever.
        using var silent = Forwarded(lakudo, "203.0.113.9", null);
        Assert.Contains("X-Forwarded-Proto", await (await silent.GetAsync("")).Content.ReadAsStringAsync(), StringComparison.Ordinal);
        // In a row of proxies the citizen is the first one that is not known, whatever the citizen wrote before it.
        using var row = Forwarded(lakudo, "198.51.100.1, 203.0.113.9, 10.2.2.2", "http, https, https");
        Assert.Equal(HttpStatusCode.TemporaryRedirect, (await plain.GetAsync("")).StatusCode);
        Assert.Equal(HttpStatusCode.OK, (await row.GetAsync("masuk")).StatusCode);
    }

    [Fact]
    public async Task Forwarded_headers_from_anywhere_else_are_ignored()
    {
        await using var lakudo = await RunningLakudo.Start(Vendor.Sqlite, "--Https:Way=proxy", "--Https:Proxies=10.0.0.7", $"--Lakudo:PublicAddress={Public}");
        using var liar = Forwarded(lakudo, "203.0.113.9", "https");
        using var page = await liar.GetAsync("masuk");
        // Neither the scheme nor the address was believed: no HTTPS mark, and the machine itself is let through.
        Assert.Equal(HttpStatusCode.OK, page.StatusCode);
        Assert.False(page.Headers.Contains("Strict-Transport-Security"));
        // Where HTTPS is set up a form's cookie is bound to this host and to HTTPS, whatever a header says.
        Assert.All(page.Headers.GetValues("Set-Cookie"), c => Assert.StartsWith("__Host-", c, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("certificate", "GET", 307)]
    [InlineData("acme", "HEAD", 307)]
    [InlineData("certificate", "POST", 403)]
    [InlineData("", "GET", 200)]
    public async Task Whoever_comes_from_another_machine_by_HTTP_is_led_away_once_HTTPS_is_set_up(string way, string method, int status)
    {
        var context = new DefaultHttpContext { Request = { Method = method, Scheme = "http", Path = "/masuk" }, Connection = { RemoteIpAddress = IPAddress.Parse("192.168.1.20") } };
        await new HttpsOnly(_ => Task.CompletedTask, new HttpsSettings { Way = way }, new Settings { PublicAddress = Public }).InvokeAsync(context);
        Assert.Equal(status, context.Response.StatusCode);
        Assert.Equal(status == 307 ? Public + "/masuk" : "", context.Response.Headers.Location.ToString());
    }

    [Fact]
    public async Task The_doctor_says_what_is_wrong_with_the_certificate_its_name_its_key_and_the_proxy()
    {
        var (certificate, key) = MadeCertificate.For("mpp.contoh.go.id", -80, 9.5).Write(_folder);
        var own = new HttpsSettings { Way = "certificate", Certificate = certificate, Key = key };
        Assert.Contains("tinggal 9 hari", (await Look(own))[0].Found, StringComparison.Ordinal);
        var other = (await Look(own, "https://mpp.lain.go.id"))[0];
        Assert.Equal((Health.Bad, true), (other.Health, other.Found.Contains("bukan untuk mpp.lain.go.id", StringComparison.Ordinal)));
        File.SetUnixFileMode(key, UnixFileMode.UserRead | UnixFileMode.OtherRead);
        Assert.Contains(await Look(own), f => f is { Subject: "Kunci HTTPS", Health: Health.Bad });

        Assert.Contains("belum ada", (await Look(new() { Way = "acme" }))[0].Found, StringComparison.Ordinal);
        Assert.Equal(Health.Warning, (await Look(new(), Public))[0].Health);
        Assert.Empty(await Look(new(), "http://localhost:5080"));
        var proxy = await Look(new() { Way = "proxy", Proxies = "" }, "https://localhost:1");
        Assert.Equal([Health.Bad, Health.Warning], proxy.Select(f => f.Health));
        Assert.Equal(Health.Bad, Assert.Single(await Look(new() { Way = "proxy", Proxies = "x" })).Health);

        // Behind a proxy the certificate that citizens are shown is looked at where they see it.
        var shown = MadeCertificate.For("localhost", -80, 3.5);
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        var shows = Task.Run(async () =>
        {
            using var client = await listener.AcceptTcpClientAsync();
            await using var tls = new SslStream(client.GetStream());
            await tls.AuthenticateAsServerAsync(shown.Leaf.CopyWithPrivateKey(shown.Key));
            Assert.Equal(0, await tls.ReadAsync(new byte[1]));
        });
        var seen = (await Look(new() { Way = "proxy" }, $"https://localhost:{((IPEndPoint)listener.LocalEndpoint).Port}"))[1];
        Assert.Equal((Health.Warning, true), (seen.Health, seen.Found.Contains("tinggal 3 hari", StringComparison.Ordinal)));
        await shows;
    }

    private static DateTime Now => TimeProvider.System.GetUtcNow().UtcDateTime;

    private Task<IReadOnlyList<Finding>> Look(HttpsSettings https, string address = Public) => HttpsChecks.All(https, new Settings { Data = _folder, PublicAddress = address }, Now, default);

    private static HttpClient Forwarded(RunningLakudo lakudo, string chain, string? scheme)
    {
        var http = lakudo.Browser();
        http.DefaultRequestHeaders.Host = "mpp.contoh.go.id";
        http.DefaultRequestHeaders.Add("X-Forwarded-For", chain);
        if (scheme is not null) http.DefaultRequestHeaders.Add("X-Forwarded-Proto", scheme);
        return http;
    }

    internal static Uri HttpsAddress(IServiceProvider services) =>
        new(services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.First(a => a.StartsWith("https:", StringComparison.Ordinal)));

    private static HttpClient Citizen(IServiceProvider services) => new(new SocketsHttpHandler { AllowAutoRedirect = false, SslOptions = { RemoteCertificateValidationCallback = (_, _, _, _) => true } })
    {
        BaseAddress = HttpsAddress(services),
        DefaultRequestHeaders = { Host = "mpp.contoh.go.id" },
    };

    /// <summary>The certificate a new connection is shown, and whether its chain came along.</summary>
    internal static async Task<(string Thumbprint, bool Chain)> Shown(RunningLakudo lakudo)
    {
        var address = HttpsAddress(lakudo.Services);
        using var tcp = new TcpClient();
        await tcp.ConnectAsync(address.Host, address.Port);
        var (thumbprint, chain) = ("", false);
        await using var tls = new SslStream(tcp.GetStream());
        await tls.AuthenticateAsClientAsync(new SslClientAuthenticationOptions
        {
            TargetHost = "mpp.contoh.go.id",
            RemoteCertificateValidationCallback = (_, certificate, built, _) =>
            {
                (thumbprint, chain) = (((X509Certificate2)certificate!).Thumbprint, built!.ChainPolicy.ExtraStore.Count > 0);
                return true;
            },
        });
        return (thumbprint, chain);
    }

    internal static async Task Eventually(Func<Task<bool>> holds, int seconds = 40)
    {
        var until = Environment.TickCount64 + (seconds * 1000);
        while (!await holds())
        {
            Assert.True(Environment.TickCount64 < until, $"Not within {seconds} seconds.");
            await Task.Delay(200);
        }
    }
}
