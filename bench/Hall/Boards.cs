using System.Collections.Concurrent;
using System.Diagnostics;
using System.Text.RegularExpressions;

namespace Lakudo.Bench.Hall;

/// <summary>Boards that listen to the hall's events and note when they were told of each call.</summary>
internal sealed partial class Boards : IAsyncDisposable
{
    private readonly HttpClient _http;
    private readonly CancellationTokenSource _stop = new();
    private readonly ConcurrentDictionary<string, ConcurrentBag<long>> _heard = new();
    private readonly ConcurrentDictionary<string, long> _called = new();
    private readonly Task[] _listening;
    private int _ready;

    public Boards(int port, int count)
    {
        _http = new HttpClient(new SocketsHttpHandler { MaxConnectionsPerServer = count }) { BaseAddress = new Uri($"http://127.0.0.1:{port}/"), Timeout = Timeout.InfiniteTimeSpan };
        _listening = [.. Enumerable.Range(0, count).Select(_ => Task.Run(Listen))];
    }

    /// <summary>How many have got their first board.</summary>
    public int Ready => _ready;

    /// <summary>Notes when a call was sent.</summary>
    public void Called(string number, long at) => _called.TryAdd(number, at);

    /// <summary>Milliseconds from sending each call to each board's hearing of it, in order; and how many should have been heard and were not.</summary>
    public (double[] Times, int Missing) Figures()
    {
        var times = new List<double>();
        var missing = 0;
        foreach (var (number, at) in _called)
        {
            var heard = _heard.TryGetValue(number, out var all) ? [.. all] : Array.Empty<long>();
            times.AddRange(heard.Select(h => Stopwatch.GetElapsedTime(at, h).TotalMilliseconds));
            missing += _listening.Length - heard.Length;
        }

        return ([.. times.Order()], missing);
    }

    public async ValueTask DisposeAsync()
    {
        await _stop.CancelAsync();
        await Task.WhenAll(_listening);
        _http.Dispose();
        _stop.Dispose();
    }

    private async Task Listen()
    {
        try
        {
            using var response = await _http.GetAsync("api/v1/halls/1/events?after=0", HttpCompletionOption.ResponseHeadersRead, _stop.Token);
            using var reader = new StreamReader(await response.Content.ReadAsStreamAsync(_stop.Token));
            var first = true;
            while (await reader.ReadLineAsync(_stop.Token) is { } line)
            {
                if (!line.StartsWith("data: ", StringComparison.Ordinal))
                {
                    continue;
                }

                var now = Stopwatch.GetTimestamp();
                if (first)
                {
                    Interlocked.Increment(ref _ready);
                    first = false;
                    continue;
                }

                // Only the calls are read; taking the whole board apart 200 times would measure the client.
                var from = line.IndexOf("\"announcements\":", StringComparison.Ordinal);
                foreach (Match call in Number().Matches(line[from..line.IndexOf(']', from)]))
                {
                    _heard.GetOrAdd(call.Groups[1].Value, _ => []).Add(now);
                }
            }
        }
        catch (Exception e) when (e is OperationCanceledException or IOException or HttpRequestException)
        {
            // Stopped.
        }
    }

    [GeneratedRegex("\"number\":\"([^\"]+)\"")]
    private static partial Regex Number();
}
