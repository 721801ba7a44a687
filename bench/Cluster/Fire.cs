using System.Collections.Concurrent;
using System.Diagnostics;
using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json;
using Lakudo.Testing;

namespace Lakudo.Bench.Cluster;

/// <summary>
/// Sixteen kiosks and sixty counters, each at a node of its own liking. Whoever gets no answer, or one that says "try again", asks the next node with the same idempotency key, as a good client does.
/// </summary>
internal sealed class Fire(BuiltProgram?[] nodes, AuthenticationHeaderValue token)
{
    /// <summary>A request that no node has answered for this long is counted as given up.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    private readonly ConcurrentQueue<long> _answered = new();
    private readonly ConcurrentDictionary<string, string> _numbers = new();
    private readonly HttpClient _http = new(new SocketsHttpHandler { MaxConnectionsPerServer = 256, ConnectTimeout = TimeSpan.FromSeconds(2) }) { Timeout = TimeSpan.FromSeconds(15) };
    private readonly ConcurrentBag<string> _called = [];
    private volatile bool _stop;
    private int _givenUp;
    private int _askedAgain;
    private int _broken;

    /// <summary>Commands answered.</summary>
    public int Answered => _answered.Count;

    /// <summary>Requests that no node answered for a minute.</summary>
    public int GivenUp => _givenUp;

    /// <summary>Requests that were sent again, with their key.</summary>
    public int AskedAgain => _askedAgain;

    /// <summary>Answers 500: a node that did not know what to say. Whatever dies, a node that lives says "try again" (503).</summary>
    public int Broken => _broken;

    /// <summary>Ticket numbers by the key of the request that got them.</summary>
    public IReadOnlyDictionary<string, string> Numbers => _numbers;

    /// <summary>Numbers that were called.</summary>
    public IReadOnlyCollection<string> Called => _called;

    /// <summary>Numbers that were called to more than one counter, or again.</summary>
    public int CalledTwice => _called.Count - _called.Distinct().Count();

    /// <summary>The longest time between two answers to anybody since a moment.</summary>
    public TimeSpan LongestSilence(long since)
    {
        var (last, longest) = (since, TimeSpan.Zero);
        foreach (var at in _answered.Where(a => a >= since).Order())
        {
            var silent = Stopwatch.GetElapsedTime(last, at);
            (last, longest) = (at, silent > longest ? silent : longest);
        }

        return longest;
    }

    /// <summary>Everybody works until told to stop.</summary>
    public Task Work() => Task.WhenAll(
        Enumerable.Range(0, 16).Select(k => Task.Run(() => While(() => Take((k % 15) + 1, k))))
            .Concat(Enumerable.Range(1, 60).Select(c => Task.Run(() => While(() => Serve(c))))));

    /// <summary>Tells everybody to stop after what they are at.</summary>
    public void Stop() => _stop = true;

    private async Task While(Func<Task> act)
    {
        while (!_stop) await act();
    }

    private async Task Take(int line, int liking)
    {
        var key = Guid.CreateVersion7().ToString("N");
        if (await Post("api/v1/halls/1/tickets", new { line }, key, liking) is { } ticket) _numbers[key] = ticket.GetProperty("number").GetString()!;
    }

    private async Task Serve(int counter)
    {
        if (await Post($"api/v1/halls/1/counters/{counter}/call-next", new { }, Guid.CreateVersion7().ToString("N"), counter) is not { } ticket)
        {
            await Task.Delay(50);
            return;
        }

        _called.Add(ticket.GetProperty("number").GetString()!);
        var id = ticket.GetProperty("id").GetString()!;
        await Post($"api/v1/halls/1/counters/{counter}/start", new { ticket = id }, Guid.CreateVersion7().ToString("N"), counter);
        await Post($"api/v1/halls/1/counters/{counter}/finish", new { ticket = id }, Guid.CreateVersion7().ToString("N"), counter);
    }

    /// <summary>The answer, or null where a rule refused.</summary>
    private async Task<JsonElement?> Post(string path, object body, string key, int liking)
    {
        var begun = Stopwatch.GetTimestamp();
        for (var attempt = 0; Stopwatch.GetElapsedTime(begun) < Patience; attempt++)
        {
            if (nodes[(liking + attempt) % nodes.Length] is not { HasEnded: false } node)
            {
                await Task.Delay(5);
                continue;
            }

            try
            {
                using var request = new HttpRequestMessage(HttpMethod.Post, new Uri(node.Address, path)) { Content = JsonContent.Create(body) };
                request.Headers.Add("Idempotency-Key", key);
                request.Headers.Authorization = token;
                using var response = await _http.SendAsync(request);
                if (response.StatusCode is HttpStatusCode.InternalServerError) Interlocked.Increment(ref _broken);
                if (response.StatusCode is not (HttpStatusCode.ServiceUnavailable or HttpStatusCode.InternalServerError or HttpStatusCode.BadGateway))
                {
                    var answer = await response.Content.ReadFromJsonAsync<JsonElement>();
                    _answered.Enqueue(Stopwatch.GetTimestamp());
                    return response.IsSuccessStatusCode ? answer : null;
                }
            }
            catch (Exception e) when (e is HttpRequestException or IOException or TaskCanceledException or JsonException)
            {
                // The node has gone, or goes.
            }

            Interlocked.Increment(ref _askedAgain);
            await Task.Delay(20);
        }

        Interlocked.Increment(ref _givenUp);
        return null;
    }
}
