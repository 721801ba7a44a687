using System.Collections.Concurrent;
using System.Diagnostics;
using System.Globalization;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json;
using Lakudo.Bench.Hall;

// dotnet run -c Release --project bench/Hall [SECONDS] [WAITING]
// One node, SQLite with synchronous=FULL, tokens checked, journal written; 16 kiosks and 60 counters over HTTP.
CultureInfo.CurrentCulture = CultureInfo.InvariantCulture;
if (args is ["server", var data, var serverPort, var batchSize, var crowd])
{
    await Server.Run(data, int.Parse(serverPort), int.Parse(batchSize), int.Parse(crowd));
    return;
}

var seconds = args.Length > 0 ? int.Parse(args[0]) : 60;
var waiting = args.Length > 1 ? int.Parse(args[1]) : 20_000;
foreach (var batch in new[] { 256, 1 })
{
    var folder = Directory.CreateTempSubdirectory("lakudo-hall-").FullName;
    var port = 7321;
    using var server = Process.Start(new ProcessStartInfo(Environment.ProcessPath!, ["server", folder, $"{port}", $"{batch}", $"{waiting}"]) { RedirectStandardInput = true, RedirectStandardOutput = true })!;
    string? line;
    do
    {
        line = await server.StandardOutput.ReadLineAsync() ?? throw new InvalidOperationException("The server did not start.");
    }
    while (!line.StartsWith("READY", StringComparison.Ordinal));
    var words = line.Split(' ');
    using var http = new HttpClient(new SocketsHttpHandler { MaxConnectionsPerServer = 256 }) { BaseAddress = new Uri($"http://127.0.0.1:{port}/") };
    using var form = new FormUrlEncodedContent(new Dictionary<string, string> { ["grant_type"] = "client_credentials", ["client_id"] = words[1], ["client_secret"] = words[2], ["scope"] = "hall" });
    var token = await (await http.PostAsync("connect/token", form)).Content.ReadFromJsonAsync<JsonElement>();
    http.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", token.GetProperty("access_token").GetString());
    var numbers = new ConcurrentDictionary<string, int>();
    var doubles = 0;
    Console.WriteLine($"batch {batch}, {waiting} waiting, {Environment.ProcessorCount} cores shared by server and client");
    await Closed(TimeSpan.FromSeconds(Math.Min(10, seconds)), null);
    var before = await Count();
    var own = Process.GetCurrentProcess().TotalProcessorTime;
    var times = new ConcurrentBag<double>();
    var watch = Stopwatch.StartNew();
    await Closed(TimeSpan.FromSeconds(seconds), times);
    watch.Stop();
    var after = await Count();
    var client = (Process.GetCurrentProcess().TotalProcessorTime - own).TotalSeconds;
    var sorted = times.Order().ToArray();
    Console.WriteLine(
        $"closed loop: {sorted.Length / watch.Elapsed.TotalSeconds:N0} commands/s, p50 {At(sorted, .5):N1} ms, p95 {At(sorted, .95):N1} ms, p99 {At(sorted, .99):N1} ms, "
        + $"{(after.Commands - before.Commands) / (double)Math.Max(1, after.Commits - before.Commits):N1} commands/commit, {(after.Commits - before.Commits) / watch.Elapsed.TotalSeconds:N0} commits/s, "
        + $"client's share of CPU {client / (client + after.Cpu - before.Cpu):P0}, doubles {doubles}");
    if (batch > 1)
    {
        var open = await Open(Math.Min(seconds, 30));
        Console.WriteLine($"open loop at 50/s: p50 {At(open, .5):N1} ms, p95 {At(open, .95):N1} ms, p99 {At(open, .99):N1} ms");
    }

    await server.StandardInput.WriteLineAsync("stop");
    await server.WaitForExitAsync();
    Directory.Delete(folder, recursive: true);

    async Task<(long Commits, long Commands, double Cpu)> Count()
    {
        await server.StandardInput.WriteLineAsync("count");
        var counts = (await server.StandardOutput.ReadLineAsync())!.Split(' ');
        return (long.Parse(counts[1]), long.Parse(counts[2]), double.Parse(counts[3]));
    }

    async Task Closed(TimeSpan howLong, ConcurrentBag<double>? into)
    {
        var until = Stopwatch.GetTimestamp() + (long)(howLong.TotalSeconds * Stopwatch.Frequency);
        var kiosks = Enumerable.Range(0, 16).Select(async k =>
        {
            while (Stopwatch.GetTimestamp() < until)
            {
                await Issue(k % 15 + 1, into);
            }
        });
        var counters = Enumerable.Range(1, 60).Select(async c =>
        {
            while (Stopwatch.GetTimestamp() < until)
            {
                await Serve(c, into);
            }
        });
        await Task.WhenAll(kiosks.Concat(counters));
    }

    async Task Issue(int inLine, ConcurrentBag<double>? into)
    {
        if (await Post("api/v1/halls/1/tickets", new { line = inLine }, into) is { } ticket && !numbers.TryAdd(ticket.GetProperty("number").GetString()!, 0))
        {
            Interlocked.Increment(ref doubles);
        }
    }

    // A call frees its counter by start and finish, as a clerk does; all three are counted.
    async Task Serve(int counter, ConcurrentBag<double>? into)
    {
        if (await Post($"api/v1/halls/1/counters/{counter}/call-next", new { }, into) is { } called)
        {
            var body = new { ticket = called.GetProperty("id").GetString() };
            await Post($"api/v1/halls/1/counters/{counter}/start", body, into);
            await Post($"api/v1/halls/1/counters/{counter}/finish", body, into);
        }
    }

    async Task<double[]> Open(int howLong)
    {
        var into = new ConcurrentBag<double>();
        var start = Stopwatch.GetTimestamp();
        var sent = new List<Task>();
        for (var i = 0; i < howLong * 50; i++)
        {
            var due = start + i * Stopwatch.Frequency / 50;
            if (due > Stopwatch.GetTimestamp())
            {
                await Task.Delay(Stopwatch.GetElapsedTime(Stopwatch.GetTimestamp(), due));
            }

            sent.Add(Issue(i % 15 + 1, into));
        }

        await Task.WhenAll(sent);
        return [.. into.Order()];
    }

    async Task<JsonElement?> Post(string path, object body, ConcurrentBag<double>? into)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, path) { Content = JsonContent.Create(body) };
        request.Headers.Add("Idempotency-Key", Guid.CreateVersion7().ToString("N"));
        var begun = Stopwatch.GetTimestamp();
        using var response = await http.SendAsync(request);
        var answer = await response.Content.ReadFromJsonAsync<JsonElement>();
        if (response.IsSuccessStatusCode)
        {
            into?.Add(Stopwatch.GetElapsedTime(begun).TotalMilliseconds);
        }

        return response.IsSuccessStatusCode ? answer : null;
    }

    static double At(double[] sorted, double share) => sorted.Length == 0 ? double.NaN : sorted[(int)((sorted.Length - 1) * share)];
}
