using System.Collections.Concurrent;
using System.Net.Http.Headers;
using System.Text.RegularExpressions;
using Lakudo.Testing;

namespace Lakudo.Bench.Cluster;

/// <summary>Boards that go on at another node, from the last event they had, when theirs breaks off.</summary>
internal sealed partial class RoamingBoards : IAsyncDisposable
{
    private readonly BuiltProgram?[] _nodes;
    private readonly AuthenticationHeaderValue _token;
    private readonly HttpClient _http = new(new SocketsHttpHandler { MaxConnectionsPerServer = 256, ConnectTimeout = TimeSpan.FromSeconds(2) }) { Timeout = Timeout.InfiniteTimeSpan };
    private readonly CancellationTokenSource _stop = new();
    private readonly Task[] _listening;
    private readonly ConcurrentDictionary<string, byte>[] _heard;

    public RoamingBoards(BuiltProgram?[] nodes, AuthenticationHeaderValue token, int count)
    {
        (_nodes, _token) = (nodes, token);
        _heard = [.. Enumerable.Range(0, count).Select(_ => new ConcurrentDictionary<string, byte>())];
        _listening = [.. Enumerable.Range(0, count).Select(board => Task.Run(() => Listen(board)))];
    }

    /// <summary>The numbers that each board has announced.</summary>
    public IEnumerable<IReadOnlyCollection<string>> Heard => _heard.Select(h => (IReadOnlyCollection<string>)h.Keys);

    /// <summary>Connections begun after the first ones.</summary>
    public int Reconnected { get; private set; }

    public async ValueTask DisposeAsync()
    {
        await _stop.CancelAsync();
        await Task.WhenAll(_listening);
        _http.Dispose();
        _stop.Dispose();
    }

    private async Task Listen(int board)
    {
        var last = "0";
        for (var turn = board; !_stop.IsCancellationRequested; turn++)
        {
            try
            {
                if (_nodes[turn % _nodes.Length] is not { HasEnded: false } node)
                {
                    await Task.Delay(20, _stop.Token);
                    continue;
                }

                if (turn != board) Reconnected++;
                using var request = new HttpRequestMessage(HttpMethod.Get, new Uri(node.Address, "api/v1/halls/1/events?after=" + last));
                request.Headers.Authorization = _token;
                if (last != "0") request.Headers.Add("Last-Event-ID", last);
                using var response = await _http.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, _stop.Token);
                using var reader = new StreamReader(await response.Content.ReadAsStreamAsync(_stop.Token));
                var coming = last;
                while (await reader.ReadLineAsync(_stop.Token) is { } line)
                {
                    if (line.StartsWith("id: ", StringComparison.Ordinal)) coming = line[4..];
                    if (!line.StartsWith("data: ", StringComparison.Ordinal) || line.IndexOf("\"announcements\":", StringComparison.Ordinal) is not (>= 0 and var from)) continue;
                    // An event counts when it is whole: a node may die between its number and its words.
                    last = coming;
                    foreach (Match call in Number().Matches(line[from..line.IndexOf(']', from)])) _heard[board].TryAdd(call.Groups[1].Value, 0);
                }
            }
            catch (Exception e) when (e is IOException or HttpRequestException or OperationCanceledException)
            {
                // The node has gone; the next one has the rest.
            }
        }
    }

    [GeneratedRegex("\"number\":\"([^\"]+)\"")]
    private static partial Regex Number();
}
