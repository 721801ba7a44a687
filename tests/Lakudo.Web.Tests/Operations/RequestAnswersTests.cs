using System.Net;
using System.Text;
using System.Text.RegularExpressions;
using Lakudo.Kernel;
using Lakudo.Testing;
using Lakudo.Web.Host;
using Microsoft.AspNetCore.Components.Endpoints;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace Lakudo.Web.Tests.Operations;

/// <summary>What every answer says of itself, whatever page or call it is of. A page that is added is tried by itself.</summary>
[Collection("programs")]
public sealed partial class RequestAnswersTests(BothPrograms programs)
{
    private static readonly string[] Staff = ["admin", "gizi", "pengelola", "petugas.ti", "loket.1"];

    private RunningLakudo Lakudo => programs[Vendor.Sqlite];

    [Fact]
    public async Task Nothing_private_is_kept_and_a_page_that_is_not_yours_says_403()
    {
        foreach (var user in Staff)
        {
            using var session = await StaffSession.SignIn(Lakudo, user);
            foreach (var path in Pages())
            {
                using var answer = await session.Http.GetAsync(path);
                var text = await answer.Content.ReadAsStringAsync();
                Assert.True(answer.Headers.CacheControl?.NoStore == true, $"{user}: {path} {answer.StatusCode} may be kept: {answer.Headers.CacheControl}");
                Assert.True(!text.Contains("(K-001)", StringComparison.Ordinal) || answer.StatusCode == HttpStatusCode.Forbidden, $"{user}: {path} {answer.StatusCode}");
                Assert.True((int)answer.StatusCode < 500, $"{user}: {path} {answer.StatusCode}");
            }
        }
    }

    [Fact]
    public async Task A_form_that_comes_without_its_fields_is_refused_and_no_fault()
    {
        var tried = 0;
        var wrong = new List<string>();
        foreach (var user in Staff.Prepend(""))
        {
            using var session = user.Length > 0 ? await StaffSession.SignIn(Lakudo, user) : null;
            using var citizen = Lakudo.Browser();
            var http = session?.Http ?? citizen;
            foreach (var path in Pages())
            {
                using var page = await http.GetAsync(path);
                if (page.StatusCode != HttpStatusCode.OK) continue;
                foreach (var (handler, token) in Forms(await page.Content.ReadAsStringAsync()))
                {
                    // Only what the framework itself asks for: which form, and that it came from this page.
                    using var bare = new FormUrlEncodedContent([new("_handler", handler), new("__RequestVerificationToken", token)]);
                    using var answer = await http.PostAsync(path, bare);
                    tried++;
                    if ((int)answer.StatusCode >= 500) wrong.Add($"{user}: {path} {handler} {(int)answer.StatusCode}");
                }
            }
        }

        Assert.Empty(wrong);
        Assert.True(tried > 40, $"Only {tried} forms were found.");
    }

    [Fact]
    public async Task HEAD_is_answered_as_GET_without_a_body_and_a_stream_ends_at_once()
    {
        using var http = Lakudo.Browser();
        foreach (var path in new[] { "", "cari?q=ktp", "layanan/DKC-001", "masuk", "hari-ini", "tidak-ada", "api/v1/services", "api/v1/halls/1/board", "petugas/loket", "img/lakudo.svg" })
        {
            using var get = await http.GetAsync(path);
            using var head = await http.SendAsync(new HttpRequestMessage(HttpMethod.Head, path));
            Assert.True(get.StatusCode == head.StatusCode, $"{path}: {get.StatusCode} by GET, {head.StatusCode} by HEAD");
            Assert.Equal(get.Content.Headers.ContentType?.MediaType, head.Content.Headers.ContentType?.MediaType);
            Assert.Empty(await head.Content.ReadAsByteArrayAsync());
        }

        using var stream = await http.SendAsync(new HttpRequestMessage(HttpMethod.Head, "api/v1/halls/1/events"));
        Assert.Equal((HttpStatusCode.OK, "text/event-stream"), (stream.StatusCode, stream.Content.Headers.ContentType?.MediaType));
    }

    [Theory]
    [InlineData("POST", "api/v1/halls/1/tickets", "{", "application/json", 400)]
    [InlineData("POST", "api/v1/halls/1/tickets", "{\"line\":\"satu\"}", "application/json", 400)]
    [InlineData("POST", "api/v1/halls/1/tickets", "line=1", "application/x-www-form-urlencoded", 415)]
    [InlineData("POST", "api/v1/applications", "[1", "application/json", 400)]
    [InlineData("PUT", "api/v1/services", "{}", "application/json", 405)]
    [InlineData("GET", "api/v1/tidak-ada", null, null, 404)]
    [InlineData("GET", "api/v1/halls/99/board", null, null, 404)]
    [InlineData("POST", "api/v1/halls/1/counters/1/call-next", "{}", "application/json", 401)]
    [InlineData("GET", "api/v1/applications", null, null, 401)]
    public async Task A_program_is_told_its_mistake_as_ProblemDetails(string method, string path, string? body, string? type, int status)
    {
        using var http = Lakudo.Browser();
        foreach (var token in new[] { null, "bukan-token" })
        {
            using var request = new HttpRequestMessage(new HttpMethod(method), path);
            request.Headers.Add(CurrentCaller.KeyHeader, Guid.CreateVersion7().ToString("N"));
            if (token is not null) request.Headers.Authorization = new("Bearer", token);
            if (body is not null) request.Content = new StringContent(body, Encoding.UTF8, type!);
            using var answer = await http.SendAsync(request);
            Assert.Equal((status, "application/problem+json"), ((int)answer.StatusCode, answer.Content.Headers.ContentType?.MediaType));
            var problem = System.Text.Json.JsonDocument.Parse(await answer.Content.ReadAsStringAsync()).RootElement;
            Assert.Equal(status, problem.GetProperty("status").GetInt32());
            Assert.NotEqual("", problem.GetProperty("title").GetString());
            if (status == 401) Assert.Contains("Bearer", answer.Headers.WwwAuthenticate.ToString(), StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task Headers_forbid_inline_style_and_what_no_page_asks_for()
    {
        using var http = Lakudo.Browser();
        foreach (var path in new[] { "", "masuk", "posyandu/" })
        {
            using var answer = await http.GetAsync(path);
            Assert.DoesNotContain("unsafe-inline", answer.Headers.GetValues("Content-Security-Policy").Single(), StringComparison.Ordinal);
            Assert.Contains("geolocation=()", answer.Headers.GetValues("Permissions-Policy").Single(), StringComparison.Ordinal);
        }
    }

    /// <summary>The addresses of all pages that need no id.</summary>
    private IEnumerable<string> Pages() => Lakudo.Services.GetRequiredService<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>()
        .Where(e => e.Metadata.GetMetadata<ComponentTypeMetadata>() is not null && e.RoutePattern.Parameters.Count == 0)
        .Select(e => e.RoutePattern.RawText!.Trim('/')).Where(p => !p.StartsWith("galat", StringComparison.Ordinal)).Distinct().Order(StringComparer.Ordinal);

    private static IEnumerable<(string Handler, string Token)> Forms(string page) => Form().Matches(page)
        .Select(m => (Handler: Handler().Match(m.Value).Groups[1].Value, Token: Token().Match(m.Value).Groups[1].Value)).Where(f => f.Handler.Length > 0).DistinctBy(f => f.Handler);

    [GeneratedRegex("<form.*?</form>", RegexOptions.Singleline)]
    private static partial Regex Form();

    [GeneratedRegex("name=\"_handler\" value=\"([^\"]+)\"")]
    private static partial Regex Handler();

    [GeneratedRegex("name=\"__RequestVerificationToken\" value=\"([^\"]+)\"")]
    private static partial Regex Token();
}
