using System.Collections.Concurrent;
using System.Net;
using System.Text;
using Lakudo.Kernel;
using Lakudo.Testing;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Npgsql;

namespace Lakudo.Web.Tests.Operations;

/// <summary>How an installation is watched: health, figures, logs and traces without anybody's data.</summary>
[Collection("programs")]
public sealed class WatchTests(BothPrograms programs)
{
    public static TheoryData<Vendor> Both => BothPrograms.Both;

    [Theory, MemberData(nameof(Both))]
    public async Task A_healthy_program_is_alive_and_ready_and_says_no_more(Vendor vendor)
    {
        using var probe = programs[vendor].Browser();
        Assert.Equal("ok\n", await probe.GetStringAsync("health/live"));
        Assert.Equal("ok\n", await probe.GetStringAsync("health/ready"));
        Assert.Equal(HttpStatusCode.NotFound, (await probe.GetAsync("health/other")).StatusCode);
    }

    [Fact]
    public async Task Without_its_database_a_program_is_alive_but_not_ready_and_ready_again_when_it_is_back()
    {
        await using var lakudo = await RunningLakudo.Start(Vendor.Postgres);
        using var probe = lakudo.Browser();
        var name = new NpgsqlConnectionStringBuilder(lakudo.Place).Database;
        await PostgresCluster.Execute($"ALTER DATABASE {name} ALLOW_CONNECTIONS false");
        await PostgresCluster.Execute($"SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = '{name}'");
        try
        {
            Assert.Equal(HttpStatusCode.OK, (await probe.GetAsync("health/live")).StatusCode);
            Assert.Equal(HttpStatusCode.ServiceUnavailable, (await probe.GetAsync("health/ready")).StatusCode);
        }
        finally
        {
            await PostgresCluster.Execute($"ALTER DATABASE {name} ALLOW_CONNECTIONS true");
        }

        await Task.Delay(1_100);
        Assert.Equal(HttpStatusCode.OK, (await probe.GetAsync("health/ready")).StatusCode);
    }

    [Theory, MemberData(nameof(Both))]
    public async Task The_IT_officer_sees_figures_by_route_with_nobody_s_secret_and_a_clerk_sees_none(Vendor vendor)
    {
        var lakudo = programs[vendor];
        using var citizen = lakudo.Browser();
        await citizen.GetAsync("lacak/CONTOH-77/rahasiaku99");
        using var officer = await StaffSession.SignIn(lakudo, "petugas.ti");
        var page = WebUtility.HtmlDecode(await officer.Http.GetStringAsync("petugas/ukuran"));
        Assert.Contains("GET /lacak/{Number}/{Secret}", page, StringComparison.Ordinal);
        Assert.DoesNotContain("rahasiaku99", page, StringComparison.Ordinal);

        using var clerk = await StaffSession.SignIn(lakudo, "loket.1");
        Assert.Contains("K-001", await StaffSession.Refused(clerk.Http, "petugas/ukuran"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Logs_name_the_route_and_the_scan_finds_what_they_must_not_hold()
    {
        Assert.Equal("NIK", LogScan.LeakIn("filed by 7414010101900001 today"));
        Assert.Equal("nomor telepon", LogScan.LeakIn("code sent to 0812 3456 7999"));
        Assert.Equal("nomor telepon", LogScan.LeakIn("code sent to +6281234567999"));
        Assert.Equal("alamat surel", LogScan.LeakIn("mail to warga@contoh.id failed"));
        Assert.Equal("rahasia di alamat", LogScan.LeakIn("GET /lacak/DKC-2026-7/h7Kq2mPx 200"));
        Assert.Equal("rahasia di alamat", LogScan.LeakIn("GET /nomor/01900000-0000-7000-8000-000000000001/h7Kq2mPx 200"));
        Assert.Equal("nama", LogScan.LeakIn("La Ode Contoh signed in"));
        Assert.Null(LogScan.LeakIn("GET /lacak/{Number}/{Secret} 200 12.5 ms"));

        var before = LogScan.Lines;
        using var citizen = programs[Vendor.Sqlite].Browser();
        await citizen.GetAsync("lacak/CONTOH-78/rahasiaku99");
        await citizen.GetAsync("nomor/01900000-0000-7000-8000-000000000001/rahasiaku99");
        Assert.True(LogScan.Lines > before, "The scan hears nothing of the running programs.");
    }

    [Fact]
    public async Task Traces_metrics_and_logs_reach_a_collector_and_hold_no_secret()
    {
        var received = new ConcurrentDictionary<string, StringBuilder>();
        await using var collector = WebApplication.CreateSlimBuilder().Build();
        collector.Urls.Add("http://127.0.0.1:0");
        collector.MapPost("/v1/{signal}", async (string signal, HttpRequest request) =>
        {
            using var body = new MemoryStream();
            await request.Body.CopyToAsync(body);
            lock (received)
            {
                received.GetOrAdd(signal, _ => new()).Append(Encoding.UTF8.GetString(body.ToArray()));
            }
        });
        await collector.StartAsync();
        await using (var lakudo = await RunningLakudo.Start(Vendor.Sqlite, $"--OTEL_EXPORTER_OTLP_ENDPOINT={collector.Urls.First()}", "--OTEL_EXPORTER_OTLP_PROTOCOL=http/protobuf", "--Logging:LogLevel:Default=Information"))
        {
            using var citizen = lakudo.Browser();
            await citizen.GetAsync("lacak/CONTOH-79/rahasiaku99?cari=7414010101900001");
        }

        Assert.Equal(["logs", "metrics", "traces"], received.Keys.Order(StringComparer.Ordinal));
        Assert.Contains("/lacak/{Number}/{Secret}", received["traces"].ToString(), StringComparison.Ordinal);
        Assert.Contains("/lacak/{Number}/{Secret}", received["logs"].ToString(), StringComparison.Ordinal);
        Assert.Contains("http.server.request.duration", received["metrics"].ToString(), StringComparison.Ordinal);
        foreach (var (signal, text) in received)
        {
            Assert.False(text.ToString().Contains("rahasiaku99", StringComparison.Ordinal), signal + " holds the receipt's secret");
            Assert.False(text.ToString().Contains("7414010101900001", StringComparison.Ordinal), signal + " holds the query");
        }
    }

    [Fact]
    public async Task Passwords_cannot_be_tried_quickly_from_one_address_while_others_go_on()
    {
        var lakudo = programs[Vendor.Sqlite];
        var answers = new List<HttpStatusCode>();
        for (var i = 0; i < 121; i++)
        {
            answers.Add(await Try(lakudo, "203.0.113.7"));
        }

        Assert.DoesNotContain(HttpStatusCode.TooManyRequests, answers.Take(120));
        Assert.Equal(HttpStatusCode.TooManyRequests, answers[120]);
        Assert.NotEqual(HttpStatusCode.TooManyRequests, await Try(lakudo, "203.0.113.8"));
    }

    [Fact]
    public async Task One_address_cannot_take_the_whole_server_and_the_machine_itself_is_never_locked_out()
    {
        await using var lakudo = await RunningLakudo.Start(Vendor.Sqlite, "--Lakudo:RequestsPerSecond=1");
        using var browser = lakudo.Browser();
        var flood = new List<HttpStatusCode>();
        for (var i = 0; i < 40; i++)
        {
            using var request = new HttpRequestMessage(HttpMethod.Get, "img/lakudo.svg");
            request.Headers.Add("X-Forwarded-For", "203.0.113.9");
            using var answer = await browser.SendAsync(request);
            flood.Add(answer.StatusCode);
        }

        Assert.Equal(HttpStatusCode.OK, flood[0]);
        Assert.Contains(HttpStatusCode.TooManyRequests, flood);
        for (var i = 0; i < 40; i++)
        {
            Assert.Equal(HttpStatusCode.OK, (await browser.GetAsync("img/lakudo.svg")).StatusCode);
        }
    }

    [Fact]
    public async Task A_request_without_a_file_may_not_be_large_and_cookies_are_for_HTTPS_where_it_is()
    {
        using var browser = programs[Vendor.Sqlite].Browser();
        using var large = new ByteArrayContent(new byte[5 * 1024 * 1024]);
        large.Headers.ContentType = new("application/x-www-form-urlencoded");
        using var post = new HttpRequestMessage(HttpMethod.Post, "masuk") { Content = large };
        // The answer comes instead of the leave to send.
        post.Headers.ExpectContinue = true;
        using var refused = await browser.SendAsync(post);
        Assert.Equal(HttpStatusCode.RequestEntityTooLarge, refused.StatusCode);

        using var secure = new HttpRequestMessage(HttpMethod.Get, "masuk");
        secure.Headers.Add("X-Forwarded-Proto", "https");
        using var answer = await browser.SendAsync(secure);
        var cookie = Assert.Single(answer.Headers.GetValues("Set-Cookie"), c => c.StartsWith("lakudo.anti", StringComparison.Ordinal));
        Assert.Contains("secure", cookie, StringComparison.OrdinalIgnoreCase);
        Assert.Contains("httponly", cookie, StringComparison.OrdinalIgnoreCase);
        Assert.Contains("script-src 'self'", answer.Headers.GetValues("Content-Security-Policy").Single(), StringComparison.Ordinal);
    }

    private static async Task<HttpStatusCode> Try(RunningLakudo lakudo, string address)
    {
        using var browser = lakudo.Browser();
        using var request = new HttpRequestMessage(HttpMethod.Post, "masuk") { Content = new FormUrlEncodedContent([KeyValuePair.Create("Form.Password", "coba")]) };
        request.Headers.Add("X-Forwarded-For", address);
        using var answer = await browser.SendAsync(request);
        return answer.StatusCode;
    }
}
