using System.Collections.Concurrent;
using System.Diagnostics;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json;

namespace Lakudo.Bench.Hall;

/// <summary>Sixteen kiosks and sixty counters over HTTP, each command with a token and a key of its own. Doubles are counted from what is answered here.</summary>
internal sealed class Hands(HttpClient http)
{
    private readonly ConcurrentDictionary<string, int> _issued = new();
    private readonly ConcurrentDictionary<string, int> _called = new();
    private int _doubles;
    private int _refused;

    /// <summary>Numbers that were given twice, or called twice though they had been served.</summary>
    public int Doubles => _doubles;

    /// <summary>Requests that were refused, such as a call where nobody waits.</summary>
    public int Refused => _refused;

    public static async Task<Hands> SignIn(int port, string id, string secret)
    {
        var http = new HttpClient(new SocketsHttpHandler { MaxConnectionsPerServer = 256 }) { BaseAddress = new Uri($"http://127.0.0.1:{port}/") };
        using var form = new FormUrlEncodedContent(new Dictionary<string, string> { ["grant_type"] = "client_credentials", ["client_id"] = id, ["client_secret"] = secret, ["scope"] = "hall" });
        var token = await (await http.PostAsync("connect/token", form)).Content.ReadFromJsonAsync<JsonElement>();
        http.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", token.GetProperty("access_token").GetString());
        return new Hands(http);
    }

    /// <summary>Everybody goes on as soon as the answer is there.</summary>
    public Task Closed(TimeSpan howLong, ConcurrentBag<double>? into)
    {
        var until = Stopwatch.GetTimestamp() + (long)(howLong.TotalSeconds * Stopwatch.Frequency);
        return Task.WhenAll(
            Enumerable.Range(0, 16).Select(k => While(until, () => Issue((k % 15) + 1, into)))
                .Concat(Enumerable.Range(1, 60).Select(c => While(until, () => Serve(c, into)))));
    }

    /// <summary>Fifty times a second, whether or not the last was answered: three numbers, then a call (with its start and finish behind it), and so on. Timed from when each was due.</summary>
    public async Task<double[]> Open(TimeSpan howLong, Action<string, long>? called = null)
    {
        var into = new ConcurrentBag<double>();
        var start = Stopwatch.GetTimestamp();
        var sent = new List<Task>();
        for (var i = 0; i < howLong.TotalSeconds * 50; i++)
        {
            var due = start + (i * Stopwatch.Frequency / 50);
            if (due > Stopwatch.GetTimestamp())
            {
                await Task.Delay(Stopwatch.GetElapsedTime(Stopwatch.GetTimestamp(), due));
            }

            var number = i;
            sent.Add(number % 4 == 3 ? Serve((number / 4 % 60) + 1, into, due, called) : Issue((number % 15) + 1, into, due));
        }

        await Task.WhenAll(sent);
        return [.. into.Order()];
    }

    private static async Task While(long until, Func<Task> act)
    {
        while (Stopwatch.GetTimestamp() < until)
        {
            await act();
        }
    }

    private async Task Issue(int line, ConcurrentBag<double>? into, long? due = null)
    {
        if (await Post("api/v1/halls/1/tickets", new { line }, into, due) is { } ticket && !_issued.TryAdd(ticket.GetProperty("number").GetString()!, 0))
        {
            Interlocked.Increment(ref _doubles);
        }
    }

    /// <summary>A call frees its counter by start and finish, as a clerk does; all three are counted.</summary>
    private async Task Serve(int counter, ConcurrentBag<double>? into, long? due = null, Action<string, long>? called = null)
    {
        var begun = Stopwatch.GetTimestamp();
        if (await Post($"api/v1/halls/1/counters/{counter}/call-next", new { }, into, due) is not { } ticket)
        {
            return;
        }

        called?.Invoke(ticket.GetProperty("number").GetString()!, begun);
        var id = ticket.GetProperty("id").GetString()!;
        if (!_called.TryAdd(id, 0))
        {
            Interlocked.Increment(ref _doubles);
        }

        await Post($"api/v1/halls/1/counters/{counter}/start", new { ticket = id }, into);
        await Post($"api/v1/halls/1/counters/{counter}/finish", new { ticket = id }, into);
    }

    private async Task<JsonElement?> Post(string path, object body, ConcurrentBag<double>? into, long? due = null)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, path) { Content = JsonContent.Create(body) };
        request.Headers.Add("Idempotency-Key", Guid.CreateVersion7().ToString("N"));
        var begun = due ?? Stopwatch.GetTimestamp();
        using var response = await http.SendAsync(request);
        var answer = await response.Content.ReadFromJsonAsync<JsonElement>();
        if (!response.IsSuccessStatusCode)
        {
            Interlocked.Increment(ref _refused);
            return null;
        }

        into?.Add(Stopwatch.GetElapsedTime(begun).TotalMilliseconds);
        return answer;
    }
}
