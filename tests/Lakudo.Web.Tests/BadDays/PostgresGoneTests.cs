using System.Collections.Concurrent;
using System.Diagnostics;
using System.Net;
using Lakudo.Kernel;
using Lakudo.Migrations.Postgres;
using Lakudo.Testing;
using Lakudo.Web.Sample;
using Microsoft.EntityFrameworkCore;
using Npgsql;

namespace Lakudo.Web.Tests.BadDays;

/// <summary>PostgreSQL dies in the middle of the morning and comes back: for five seconds in every run, for a minute under <c>./test --long</c>.</summary>
public sealed class PostgresGoneTests
{
    private static readonly TimeSpan _gone = TimeSpan.FromSeconds(Environment.GetEnvironmentVariable("LAKUDO_LONG") == "1" ? 60 : 5);

    [Fact]
    public async Task While_it_is_gone_everybody_is_told_and_afterwards_nothing_is_lost_nothing_doubled_and_nobody_had_to_do_anything()
    {
        using var server = new PostgresServer(Path.Combine(Path.GetTempPath(), $"lakudo-pg-gone-{Environment.ProcessId}"));
        await server.Execute("CREATE DATABASE lakudo");
        var connection = server.Connection("lakudo");
        await using (var db = new LakudoDb((DbContextOptions<LakudoDb>)new DbContextOptionsBuilder<LakudoDb>().UseLakudoPostgres(connection).Options))
        {
            await db.Database.MigrateAsync();
        }

        await using var lakudo = await RunningLakudo.Start(Vendor.Postgres, $"--Lakudo:Database=postgres:{connection}");
        using var kiosk = await lakudo.Client("hall", new Assignment(Role.HallClient, 1, 1));
        using var browser = lakudo.Browser();
        var before = await Tickets(connection);
        var given = new ConcurrentDictionary<string, string>();
        var refused = new ConcurrentBag<(int Status, string? Code)>();
        var slowest = 0L;
        using var evening = new CancellationTokenSource();
        // Eight kiosks that press again with the same request until they hold a number, as kiosks do.
        var kiosks = Enumerable.Range(0, 8).Select(_ => Task.Run(async () =>
        {
            while (!evening.IsCancellationRequested)
            {
                var key = Guid.CreateVersion7().ToString("N");
                while (true)
                {
                    var begun = Stopwatch.GetTimestamp();
                    var (status, body) = await RunningLakudo.Post(kiosk, "api/v1/halls/1/tickets", new { line = 6 }, key);
                    if (status == 201)
                    {
                        given[key] = body.GetProperty("number").GetString()!;
                        break;
                    }

                    refused.Add((status, body.GetProperty("code").GetString()));
                    InterlockedMax(ref slowest, (long)Stopwatch.GetElapsedTime(begun).TotalMilliseconds);
                    await Task.Delay(200);
                }
            }
        })).ToList();

        await Https.HttpsServedTests.Eventually(() => Task.FromResult(given.Count > 40));
        server.Stop();
        var stopped = given.Count;
        await Task.Delay(1500);
        using (var page = await browser.GetAsync("ambil-nomor?layanan=DKC-001"))
        {
            Assert.Equal(HttpStatusCode.ServiceUnavailable, page.StatusCode);
            Assert.Contains("Penyimpanan data sedang tidak dapat dipakai", WebUtility.HtmlDecode(await page.Content.ReadAsStringAsync()), StringComparison.Ordinal);
        }

        Assert.Equal((HttpStatusCode.ServiceUnavailable, HttpStatusCode.OK), ((await browser.GetAsync("health/ready")).StatusCode, (await browser.GetAsync("health/live")).StatusCode));
        await Task.Delay(_gone);
        server.Start();
        var back = Stopwatch.GetTimestamp();
        var during = given.Count;
        await Https.HttpsServedTests.Eventually(() => Task.FromResult(given.Count > during + 40));
        TestContext.Current.SendDiagnosticMessage($"back at work after {Stopwatch.GetElapsedTime(back).TotalSeconds:N1} s with 40 numbers; {refused.Count} refusals, the slowest after {slowest} ms");
        await evening.CancelAsync();
        await Task.WhenAll(kiosks);

        Assert.InRange(during - stopped, 0, 8);
        Assert.NotEmpty(refused);
        Assert.All(refused, r => Assert.Equal((503, "K-005"), r));
        Assert.Equal(given.Count, given.Values.Distinct().Count());
        Assert.Equal(given.Count, await Tickets(connection) - before);
        foreach (var (key, number) in given.Take(20)) Assert.Equal(number, (await RunningLakudo.Post(kiosk, "api/v1/halls/1/tickets", new { line = 6 }, key)).Body.GetProperty("number").GetString());
        Assert.Null((await SampleRegion.Run<JournalCheck, JournalCheck.Answer>(lakudo.Services, v => v.Run(Caller.System(1)))).FirstBroken);
        Assert.Equal(HttpStatusCode.OK, (await browser.GetAsync("health/ready")).StatusCode);
        await lakudo.Stop();
        NpgsqlConnection.ClearPool(new NpgsqlConnection(connection));
    }

    private static void InterlockedMax(ref long most, long value)
    {
        for (long seen; (seen = Interlocked.Read(ref most)) < value && Interlocked.CompareExchange(ref most, value, seen) != seen;)
        {
        }
    }

    private static async Task<long> Tickets(string connection)
    {
        await using var postgres = new NpgsqlConnection(connection);
        await postgres.OpenAsync();
        await using var command = new NpgsqlCommand("SELECT COUNT(*) FROM hall_ticket", postgres);
        return (long)(await command.ExecuteScalarAsync())!;
    }
}
