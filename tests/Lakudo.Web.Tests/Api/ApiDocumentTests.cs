using System.Text.Json;
using System.Text.RegularExpressions;
using Lakudo.Testing;

namespace Lakudo.Web.Tests.Api;

/// <summary>The API's document says of every endpoint what a client must know.</summary>
[Collection("programs")]
public sealed class ApiDocumentTests(BothPrograms programs)
{
    [Fact]
    public async Task Every_endpoint_has_words_examples_and_refusals_by_code()
    {
        using var browser = programs[Vendor.Sqlite].Browser();
        using var document = JsonDocument.Parse(await browser.GetStringAsync("api/v1/openapi.json"));
        var operations = document.RootElement.GetProperty("paths").EnumerateObject().SelectMany(p => p.Value.EnumerateObject().Select(o => (Path: p.Name, Method: o.Name, o.Value))).ToList();

        Assert.True(operations.Count >= 37, $"{operations.Count} operations");
        foreach (var (path, method, operation) in operations)
        {
            var name = $"{method} {path}";
            Assert.True(operation.GetProperty("summary").GetString() is { Length: > 10 and < 80 }, $"{name}: summary");
            Assert.True(operation.GetProperty("description").GetString()!.Length > 30, $"{name}: description");
            var responses = operation.GetProperty("responses").EnumerateObject().ToList();
            Assert.All(responses.Where(r => r.Name[0] is '4' or '5'), r => Assert.Matches("^[A-Z]-[0-9]{3}: ", r.Value.GetProperty("description").GetString()));
            Assert.DoesNotContain(responses, r => r.Value.GetProperty("description").GetString()!.Contains("{0}", StringComparison.Ordinal));
            if (method == "post")
            {
                Assert.Contains(operation.GetProperty("parameters").EnumerateArray(), p => p.GetProperty("name").GetString() == "Idempotency-Key");
                Assert.Contains(responses, r => r.Name == "403");
                Assert.True(!operation.TryGetProperty("requestBody", out var body) || !body.GetProperty("content").TryGetProperty("application/json", out var json) || json.TryGetProperty("example", out _), $"{name}: example");
            }
        }
    }

    [Fact]
    public async Task The_page_to_read_it_needs_no_script_and_names_every_endpoint()
    {
        using var browser = programs[Vendor.Sqlite].Browser();

        var page = await browser.GetStringAsync("api");

        Assert.Contains("/api/v1/halls/{hall}/counters/{counter}/call-next", page, StringComparison.Ordinal);
        Assert.Contains("H-014: Nobody is waiting.", page, StringComparison.Ordinal);
        Assert.DoesNotMatch(new Regex("<script"), page);
    }
}
