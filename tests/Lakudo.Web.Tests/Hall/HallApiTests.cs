using System.Net;
using System.Text.Json;
using Lakudo.Kernel;
using Lakudo.Testing;

namespace Lakudo.Web.Tests.Hall;

[Collection("programs")]
public sealed class HallApiTests(BothPrograms programs)
{
    public static TheoryData<Vendor> Both => BothPrograms.Both;

    [Theory, MemberData(nameof(Both))]
    public async Task A_client_takes_a_number_and_calls_it(Vendor vendor)
    {
        var lakudo = programs[vendor];
        using var client = await lakudo.Client("hall", new Assignment(Role.HallClient, 1, 1));
        var (created, ticket) = await RunningLakudo.Post(client, "api/v1/halls/1/tickets", new { line = 5 });
        await RunningLakudo.Post(client, "api/v1/halls/1/counters/7/open");

        JsonElement called;
        do
        {
            (var status, called) = await RunningLakudo.Post(client, "api/v1/halls/1/counters/7/call-next");
            Assert.Equal(200, status);
            var id = new { ticket = called.GetProperty("id").GetString() };
            Assert.Equal(200, (await RunningLakudo.Post(client, "api/v1/halls/1/counters/7/recall", id)).Status);
            Assert.Equal(200, (await RunningLakudo.Post(client, "api/v1/halls/1/counters/7/start", id)).Status);
            Assert.Equal(200, (await RunningLakudo.Post(client, "api/v1/halls/1/counters/7/finish", id)).Status);
        }
        while (called.GetProperty("id").GetString() != ticket.GetProperty("id").GetString());

        Assert.Equal(201, created);
        Assert.Equal(ticket.GetProperty("number").GetString(), called.GetProperty("number").GetString());
        Assert.Contains("/nomor/", ticket.GetProperty("url").GetString(), StringComparison.Ordinal);
        Assert.Equal(409, (await RunningLakudo.Post(client, "api/v1/halls/1/counters/7/open")).Status);
        await RunningLakudo.Post(client, "api/v1/halls/1/counters/7/close");
    }

    [Theory, MemberData(nameof(Both))]
    public async Task The_same_request_again_gives_the_same_ticket(Vendor vendor)
    {
        using var client = await programs[vendor].Client("hall", new Assignment(Role.HallClient, 1, 1));
        var key = Guid.CreateVersion7().ToString("N");

        var first = await RunningLakudo.Post(client, "api/v1/halls/1/tickets", new { line = 1 }, key);
        var second = await RunningLakudo.Post(client, "api/v1/halls/1/tickets", new { line = 1 }, key);
        var other = await RunningLakudo.Post(client, "api/v1/halls/1/tickets", new { line = 2 }, key);

        Assert.Equal(first.Body.GetProperty("id").GetString(), second.Body.GetProperty("id").GetString());
        Assert.Equal((409, "K-003"), (other.Status, other.Body.GetProperty("code").GetString()));
    }

    [Theory, MemberData(nameof(Both))]
    public async Task Whoever_has_no_token_or_another_halls_is_refused(Vendor vendor)
    {
        var lakudo = programs[vendor];
        using var nobody = lakudo.Browser();
        using var neighbour = await lakudo.Client("hall", new Assignment(Role.HallClient, 1, 99));

        Assert.Equal(401, (await RunningLakudo.Post(nobody, "api/v1/halls/1/tickets", new { line = 1 })).Status);
        Assert.Equal(401, (await RunningLakudo.Post(nobody, "api/v1/halls/1/counters/7/call-next")).Status);
        Assert.Equal(403, (await RunningLakudo.Post(neighbour, "api/v1/halls/1/tickets", new { line = 1 })).Status);
        Assert.Equal(404, (await RunningLakudo.Post(neighbour, "api/v1/halls/99/tickets", new { line = 1 })).Status);
    }

    [Theory, MemberData(nameof(Both))]
    public async Task A_request_without_a_key_or_with_a_forged_token_is_refused(Vendor vendor)
    {
        var lakudo = programs[vendor];
        using var client = await lakudo.Client("hall", new Assignment(Role.HallClient, 1, 1));
        using var keyless = await client.PostAsync("api/v1/halls/1/tickets", JsonContent("{\"line\":1}"));
        var token = client.DefaultRequestHeaders.Authorization!.Parameter!;
        client.DefaultRequestHeaders.Authorization = new("Bearer", token[..^4] + (token.EndsWith("AAAA", StringComparison.Ordinal) ? "BBBB" : "AAAA"));
        var forged = await RunningLakudo.Post(client, "api/v1/halls/1/tickets", new { line = 1 });

        Assert.Equal(HttpStatusCode.UnprocessableEntity, keyless.StatusCode);
        Assert.Equal(401, forged.Status);
    }

    [Theory, MemberData(nameof(Both))]
    public async Task A_listener_that_was_cut_off_gets_the_present_board_at_once(Vendor vendor)
    {
        var lakudo = programs[vendor];
        using var client = await lakudo.Client("hall", new Assignment(Role.HallClient, 1, 1));
        await RunningLakudo.Post(client, "api/v1/halls/1/tickets", new { line = 1 });
        using var listener = lakudo.Browser();
        using var request = new HttpRequestMessage(HttpMethod.Get, "api/v1/halls/1/events");
        request.Headers.Add("Last-Event-ID", "1");

        using var response = await listener.SendAsync(request, HttpCompletionOption.ResponseHeadersRead);
        using var reader = new StreamReader(await response.Content.ReadAsStreamAsync());
        var lines = new List<string>();
        while (await reader.ReadLineAsync() is { Length: > 0 } line)
        {
            lines.Add(line);
        }

        Assert.Contains("event: board", lines);
        Assert.Contains(lines, l => l.StartsWith("data: {", StringComparison.Ordinal));
        Assert.True(long.Parse(lines.Single(l => l.StartsWith("id: ", StringComparison.Ordinal))[4..], System.Globalization.CultureInfo.InvariantCulture) > 1);
    }

    private static StringContent JsonContent(string json) => new(json, System.Text.Encoding.UTF8, "application/json");
}
