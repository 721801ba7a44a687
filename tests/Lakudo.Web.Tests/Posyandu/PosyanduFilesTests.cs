using System.IO.Compression;
using System.Net;
using System.Net.Http.Headers;
using System.Security.Cryptography;
using System.Text.Json;
using Lakudo.Testing;

namespace Lakudo.Web.Tests.Posyandu;

/// <summary>The posyandu app as the server gives it; ./posyandu-app has published it before.</summary>
[Collection("programs")]
public sealed class PosyanduFilesTests(BothPrograms programs)
{
    private readonly HttpClient _client = new(new HttpClientHandler { AllowAutoRedirect = false }) { BaseAddress = programs[Vendor.Sqlite].Address };

    [Fact]
    public async Task Every_file_of_the_list_is_given_with_that_hash_and_a_first_visit_stays_below_2_8_megabytes()
    {
        using var list = JsonDocument.Parse(await _client.GetStringAsync("posyandu/berkas.json"));
        long bytes = 0;
        var files = list.RootElement.GetProperty("assets").EnumerateArray().ToList();
        foreach (var file in files)
        {
            var hash = file.GetProperty("hash").GetString()!;
            using var request = new HttpRequestMessage(HttpMethod.Get, $"posyandu/{file.GetProperty("url").GetString()}?berkas={Uri.EscapeDataString(hash)}");
            request.Headers.AcceptEncoding.Add(new StringWithQualityHeaderValue("br"));
            using var answer = await _client.SendAsync(request);
            var body = await answer.Content.ReadAsByteArrayAsync();
            bytes += body.Length;
            Assert.Contains("immutable", answer.Headers.CacheControl!.ToString(), StringComparison.Ordinal);
            using var plain = new MemoryStream();
            if (answer.Content.Headers.ContentEncoding.Contains("br")) await new BrotliStream(new MemoryStream(body), CompressionMode.Decompress).CopyToAsync(plain);
            else plain.Write(body);
            Assert.Equal(hash, "sha256-" + Convert.ToBase64String(SHA256.HashData(plain.ToArray())));
        }

        Assert.InRange(files.Count, 30, 100);
        Assert.InRange(bytes, 1_000_000, 2_800_000);
    }

    [Fact]
    public async Task Any_screen_is_the_app_and_carries_no_inline_script()
    {
        using var answer = await _client.GetAsync("posyandu/anak/baru");
        var html = await answer.Content.ReadAsStringAsync();

        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        Assert.Contains("<base href=\"/posyandu/\">", html, StringComparison.Ordinal);
        Assert.DoesNotContain("<script>", html, StringComparison.Ordinal);
        var policy = answer.Headers.GetValues("Content-Security-Policy").Single();
        Assert.Contains("script-src 'self' 'wasm-unsafe-eval'", policy, StringComparison.Ordinal);
        Assert.DoesNotContain("unsafe-inline", policy, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Only_the_app_may_run_WebAssembly()
    {
        using var answer = await _client.GetAsync("");

        Assert.DoesNotContain("wasm-unsafe-eval", answer.Headers.GetValues("Content-Security-Policy").Single(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_the_phone_has_is_not_sent_again()
    {
        using var first = await _client.GetAsync("posyandu/js/boot.js");
        using var request = new HttpRequestMessage(HttpMethod.Get, "posyandu/js/boot.js");
        request.Headers.IfNoneMatch.Add(first.Headers.ETag!);
        using var second = await _client.SendAsync(request);

        Assert.Equal("no-cache", first.Headers.CacheControl!.ToString());
        Assert.Equal(HttpStatusCode.NotModified, second.StatusCode);
    }

    [Theory]
    [InlineData("posyandu/js/tidak-ada.js")]
    [InlineData("posyandu/..%2fappsettings.json")]
    [InlineData("posyandu/_framework/../../appsettings.json")]
    public async Task Nothing_else_is_given(string path)
    {
        using var answer = await _client.GetAsync(path);

        Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
    }

    [Fact]
    public async Task Without_the_last_stroke_the_way_leads_on()
    {
        using var answer = await _client.GetAsync("posyandu");

        Assert.Equal("/posyandu/", answer.Headers.Location!.ToString());
    }
}
