using System.Net;
using System.Text.Json;
using Lakudo.Kernel;
using Lakudo.Web.Operations;
using Microsoft.Extensions.DependencyInjection;

namespace Lakudo.Web.Tests.Cluster;

/// <summary>Two nodes on one PostgreSQL and one folder: whichever a person reaches, it is the same hall.</summary>
public sealed class TwoNodesTests : IAsyncLifetime
{
    private RunningLakudo _one = null!;
    private RunningLakudo _two = null!;

    public async ValueTask InitializeAsync()
    {
        _one = await RunningLakudo.StartNode();
        _two = await _one.Join();
    }

    public async ValueTask DisposeAsync()
    {
        await _two.DisposeAsync();
        await _one.DisposeAsync();
    }

    [Fact]
    public async Task A_number_has_one_series_on_both_and_a_request_sent_again_to_the_other_node_gets_its_first_answer()
    {
        using var client = await _one.Client("hall", new Assignment(Role.HallClient, 1, 1));
        var numbers = new List<string>();
        foreach (var (node, key) in new[] { (_one, "a"), (_two, "b"), (_one, "c"), (_two, "a"), (_one, "b") })
        {
            var taken = await RunningLakudo.Post(client, new Uri(node.Address, "api/v1/halls/1/tickets").ToString(), new { line = 6 }, key);
            Assert.Equal(201, taken.Status);
            numbers.Add(taken.Body.GetProperty("number").GetString()!);
        }

        Assert.Equal(3, numbers.Distinct().Count());
        Assert.Equal(numbers[..2], numbers[3..]);
    }

    [Fact]
    public async Task What_one_node_decides_shows_in_the_next_answer_of_the_other_and_its_boards_go_on_from_the_same_number()
    {
        using var client = await _one.Client("hall", new Assignment(Role.HallClient, 1, 1));
        using var stop = new CancellationTokenSource(TimeSpan.FromSeconds(30));
        var heard = await Board(client, _two, null, stop.Token);
        await using var more = heard.Boards.GetAsyncEnumerator(stop.Token);
        Assert.True(await more.MoveNextAsync());
        var before = more.Current.GetProperty("seq").GetInt64();

        Assert.Equal(201, (await RunningLakudo.Post(client, new Uri(_one.Address, "api/v1/halls/1/tickets").ToString(), new { line = 6 })).Status);
        Assert.True(await more.MoveNextAsync());
        var seq = more.Current.GetProperty("seq").GetInt64();
        Assert.True(seq > before);

        // The same board, resumed at the node that it was not at before.
        var missed = await Board(client, _one, before, stop.Token);
        await using var again = missed.Boards.GetAsyncEnumerator(stop.Token);
        Assert.True(await again.MoveNextAsync());
        Assert.Equal(seq, again.Current.GetProperty("seq").GetInt64());

        // A decision through one node, whichever holds the day, is on a page of either right after.
        foreach (var node in new[] { _one, _two })
        {
            var taken = (await RunningLakudo.Post(client, new Uri(node.Address, "api/v1/halls/1/tickets").ToString(), new { line = 6 })).Body;
            var secret = taken.GetProperty("url").GetString()!.Split('/')[^1];
            using var status = await client.GetAsync(new Uri(node.Address, $"api/v1/halls/1/tickets/{taken.GetProperty("id").GetString()}?secret={secret}"));
            Assert.Equal(HttpStatusCode.OK, status.StatusCode);
        }
    }

    [Fact]
    public async Task Who_signed_in_at_one_node_works_at_the_other_and_a_form_of_one_is_taken_by_the_other()
    {
        using var manager = await StaffSession.SignIn(_one, "pengelola");
        using var page = await manager.Http.GetAsync(new Uri(_two.Address, "petugas/lantai"));
        Assert.Equal(HttpStatusCode.OK, page.StatusCode);

        using var visitor = _one.Browser();
        var fields = HtmlForms.Fields(await visitor.GetStringAsync("masuk"), "masuk", ("Form.UserName", "pengelola"), ("Form.Password", "bukan sandinya"));
        using var form = new FormUrlEncodedContent(fields);
        using var answer = await visitor.PostAsync(new Uri(_two.Address, "masuk"), form);
        Assert.Contains("I-004", WebUtility.HtmlDecode(await answer.Content.ReadAsStringAsync()), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_node_that_is_stopped_hands_the_hall_over_lets_its_boards_go_and_the_doctor_says_so()
    {
        using var client = await _two.Client("hall", new Assignment(Role.HallClient, 1, 1));
        var first = await RunningLakudo.Post(client, new Uri(_one.Address, "api/v1/halls/1/tickets").ToString(), new { line = 6 });
        var board = await Board(client, _one, null, default);
        Assert.All(await Nodes(), f => Assert.Equal(Health.Good, f.Health));

        await _one.Stop();

        await foreach (var _ in board.Boards)
        {
            // Ends by itself: the stream was let go.
        }

        var second = await RunningLakudo.Post(client, "api/v1/halls/1/tickets", new { line = 6 });
        Assert.Equal((201, 201), (first.Status, second.Status));
        Assert.NotEqual(first.Body.GetProperty("number").GetString(), second.Body.GetProperty("number").GetString());
        using var ready = await client.GetAsync("health/ready");
        Assert.Equal(HttpStatusCode.OK, ready.StatusCode);
        var left = await Nodes();
        Assert.Contains(left, f => f.Health == Health.Warning && f.Found.Contains("berhenti", StringComparison.Ordinal));
        Assert.Contains(left, f => f.Health == Health.Warning && f.Found.StartsWith("1 node aktif", StringComparison.Ordinal));
    }

    private async Task<List<Finding>> Nodes() =>
        [.. (await _two.Services.GetRequiredService<Doctor>().Run(Caller.System(1), false)).Value.Where(f => f.Subject.StartsWith("Node", StringComparison.Ordinal))];

    /// <summary>The boards of a node's stream, as they come.</summary>
    private static async Task<(HttpResponseMessage Response, IAsyncEnumerable<JsonElement> Boards)> Board(HttpClient client, RunningLakudo node, long? after, CancellationToken ct)
    {
        var request = new HttpRequestMessage(HttpMethod.Get, new Uri(node.Address, "api/v1/halls/1/events"));
        if (after is { } seq) request.Headers.Add("Last-Event-ID", seq.ToString(System.Globalization.CultureInfo.InvariantCulture));
        var response = await client.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, ct);
        return (response, Read(response, ct));
    }

    private static async IAsyncEnumerable<JsonElement> Read(HttpResponseMessage response, [System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken ct)
    {
        using var lines = new StreamReader(await response.Content.ReadAsStreamAsync(ct));
        while (await lines.ReadLineAsync(ct) is { } line)
        {
            if (line.StartsWith("data: ", StringComparison.Ordinal))
            {
                yield return JsonSerializer.Deserialize<JsonElement>(line["data: ".Length..]);
            }
        }
    }
}
