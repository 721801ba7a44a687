using System.Net;
using Lakudo.Web.Host;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;

namespace Lakudo.Web.Tests.Operations;

/// <summary>The limits by themselves, on a server that does nothing else; a header says from where a request comes.</summary>
public sealed class PublicLimitsTests
{
    private const string From = "X-Test-From";
    private const int Streams = 3;

    [Fact]
    public async Task One_network_holds_so_many_streams_and_another_goes_on()
    {
        await using var app = await Serve();
        using var http = Client(app);
        var held = new List<HttpResponseMessage>();
        for (var i = 0; i < Streams; i++) held.Add(await Ask(http, "aliran", $"2001:db8:1:2::{i + 1}"));

        Assert.All(held, h => Assert.Equal(HttpStatusCode.OK, h.StatusCode));
        using var over = await Ask(http, "aliran", "2001:db8:1:2:ffff::9");
        using var other = await Ask(http, "aliran", "2001:db8:1:3::1");
        Assert.Equal((HttpStatusCode.TooManyRequests, HttpStatusCode.OK), (over.StatusCode, other.StatusCode));

        foreach (var stream in held) stream.Dispose();
        await Eventually(async () =>
        {
            using var again = await Ask(http, "aliran", "2001:db8:1:2::1");
            return again.StatusCode == HttpStatusCode.OK;
        });
    }

    [Fact]
    public async Task A_household_with_countless_addresses_has_one_household_s_guesses()
    {
        await using var app = await Serve();
        using var http = Client(app);
        var answers = new List<HttpStatusCode>();
        for (var i = 1; i <= 121; i++)
        {
            using var answer = await Ask(http, "tebak", $"2001:db8:7:7::{i:x}");
            answers.Add(answer.StatusCode);
        }

        Assert.Equal(120, answers.Count(a => a == HttpStatusCode.OK));
        Assert.Equal(HttpStatusCode.TooManyRequests, answers[^1]);
    }

    private static async Task<WebApplication> Serve()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.Services.AddPublicLimits(new Settings { StreamsPerNetwork = Streams });
        var app = builder.Build();
        app.Use((context, next) =>
        {
            context.Connection.RemoteIpAddress = IPAddress.Parse(context.Request.Headers[From].ToString());
            return next(context);
        });
        app.UseRouting();
        app.UseRateLimiter();
        app.MapGet("/aliran", async (HttpContext context) =>
        {
            await context.Response.Body.FlushAsync(context.RequestAborted);
            await Task.Delay(Timeout.Infinite, context.RequestAborted).ContinueWith(_ => { }, TaskScheduler.Default);
        }).RequireRateLimiting(PublicLimits.Streams);
        app.MapGet("/tebak", () => "").RequireRateLimiting(PublicLimits.Guess);
        await app.StartAsync();
        return app;
    }

    private static HttpClient Client(WebApplication app) => new() { BaseAddress = new Uri(app.Urls.First()) };

    private static Task<HttpResponseMessage> Ask(HttpClient http, string path, string from)
    {
        var request = new HttpRequestMessage(HttpMethod.Get, path);
        request.Headers.Add(From, from);
        return http.SendAsync(request, HttpCompletionOption.ResponseHeadersRead);
    }

    private static async Task Eventually(Func<Task<bool>> holds)
    {
        for (var i = 0; i < 600 && !await holds(); i++) await Task.Delay(100);
        Assert.True(await holds());
    }
}
