using System.Diagnostics;
using System.Globalization;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json;
using Lakudo.Bench.Cluster;
using Lakudo.Bench.Hall;
using Lakudo.Kernel;
using Lakudo.Testing;
using Npgsql;

// dotnet run -c Release --project bench/Cluster [SECONDS]
// Three real programs on one PostgreSQL (fsync on); 16 kiosks, 60 counters and 12 boards over HTTP; kill -9 of one node, then of another, both started again, then PostgreSQL itself broken off.
CultureInfo.CurrentCulture = CultureInfo.InvariantCulture;
if (args is ["server", var data, var database, var serverPort, var batchSize, var crowd])
{
    await Server.Run(data, database, int.Parse(serverPort), int.Parse(batchSize), int.Parse(crowd));
    return 0;
}

var pause = TimeSpan.FromSeconds(args.Length > 0 ? int.Parse(args[0]) : 8);
using var postgres = new PostgresServer(Path.Combine(Path.GetTempPath(), $"lakudo-cluster-{Environment.ProcessId}"), durable: true);
await postgres.Execute("CREATE DATABASE hall");
var connection = postgres.Connection("hall");
var folder = Directory.CreateTempSubdirectory("lakudo-cluster-").FullName;
var (id, secret) = await Found();
var nodes = new BuiltProgram?[3];
for (var i = 0; i < nodes.Length; i++) nodes[i] = await Node();
var token = await Token(nodes[0]!);
Console.WriteLine($"3 nodes, 16 kiosks, 60 counters, 12 boards, 2,000 waiting, {Environment.ProcessorCount} cores shared by nodes, database and clients; {pause.TotalSeconds} s between blows");
var fire = new Fire(nodes, token);
var boards = new RoamingBoards(nodes, token, 12);
var working = fire.Work();
await Task.Delay(pause);
Console.WriteLine($"  all three          {fire.Answered / pause.TotalSeconds:N0} commands/s");
await Blow("one killed (-9)", () => Task.Run(nodes[0]!.Kill));
await Blow("another killed (-9)", () => Task.Run(nodes[1]!.Kill));
await Blow("both started again", async () => (nodes[0], nodes[1]) = (await Node(), await Node()));
await Blow("PostgreSQL broken off and started", async () =>
{
    postgres.Stop();
    await Task.Delay(1_000);
    postgres.Start();
});
fire.Stop();
await working;
await Task.Delay(2_000);
Console.WriteLine($"  answers            {fire.Answered:N0} commands, {fire.Numbers.Count:N0} numbers; {fire.AskedAgain:N0} requests sent again with their key, {fire.GivenUp} given up; {fire.Broken} answers were 500");
var kept = await Kept();
var called = fire.Called;
var lost = fire.Numbers.Count(n => !kept.TryGetValue(n.Key, out var number) || number != n.Value);
var doubles = fire.Numbers.Count - fire.Numbers.Values.Distinct().Count();
Console.WriteLine($"  lost {lost}, given twice {doubles}, called twice {fire.CalledTwice} (answers against {kept.Count:N0} stored answers in the database)");
var missed = boards.Heard.Sum(heard => called.Count(number => !heard.Contains(number)));
Console.WriteLine($"  boards             {boards.Reconnected} times gone on at another node; {missed} of {called.Count * 12:N0} calls not heard");
await boards.DisposeAsync();
foreach (var node in nodes) node?.Dispose();
for (var count = 1; count <= 3; count++) await Cost(count);
Directory.Delete(folder, recursive: true);
// Calls that a board missed are printed, not counted: an event carries the last 200, and here they are called in a second.
return lost + doubles + fire.CalledTwice + fire.GivenUp + fire.Broken == 0 ? 0 : 1;

async Task Blow(string what, Func<Task> blow)
{
    var (since, before) = (Stopwatch.GetTimestamp(), fire.Answered);
    await blow();
    var took = Stopwatch.GetElapsedTime(since);
    await Task.Delay(pause);
    Console.WriteLine($"  {what,-34} longest silence of the whole hall {fire.LongestSilence(since).TotalSeconds:N2} s (the blow itself took {took.TotalSeconds:N1} s); {(fire.Answered - before) / Stopwatch.GetElapsedTime(since).TotalSeconds:N0} commands/s");
}

async Task<BuiltProgram> Node() => await BuiltProgram.Serve(folder, "postgres:" + connection, $"--Lakudo:Cluster:Address=127.0.0.1:{LoopbackPort.Free()}", "--Clock:Start=2026-11-25T09:00:00+08:00");

async Task Cost(int count)
{
    var some = new BuiltProgram?[count];
    for (var i = 0; i < count; i++) some[i] = await Node();
    var load = new Fire(some, token);
    var run = load.Work();
    await Task.Delay(3_000);
    var (cpu, answered, watch) = (some.Sum(n => n!.CpuSeconds), load.Answered, Stopwatch.StartNew());
    await Task.Delay(10_000);
    var done = load.Answered - answered;
    Console.WriteLine($"  {count} node(s)          {done / watch.Elapsed.TotalSeconds:N0} commands/s, {(some.Sum(n => n!.CpuSeconds) - cpu) / done * 1_000:N2} CPU seconds of the nodes per 1,000 commands");
    load.Stop();
    await run;
    foreach (var node in some) node!.Dispose();
}

async Task<(string Id, string Secret)> Found()
{
    using var founder = Process.Start(new ProcessStartInfo(Environment.ProcessPath!, ["server", folder, "postgres:" + connection, $"{LoopbackPort.Free()}", "256", "2000"]) { RedirectStandardInput = true, RedirectStandardOutput = true })!;
    while (await founder.StandardOutput.ReadLineAsync() is { } line)
    {
        if (!line.StartsWith("READY", StringComparison.Ordinal)) continue;
        await founder.StandardInput.WriteLineAsync("stop");
        await founder.WaitForExitAsync();
        return (line.Split(' ')[1], line.Split(' ')[2]);
    }

    throw new InvalidOperationException("The hall could not be founded.");
}

async Task<AuthenticationHeaderValue> Token(BuiltProgram node)
{
    using var http = node.Browser();
    using var form = new FormUrlEncodedContent(new Dictionary<string, string> { ["grant_type"] = "client_credentials", ["client_id"] = id, ["client_secret"] = secret, ["scope"] = "hall" });
    var answer = await (await http.PostAsync("connect/token", form)).Content.ReadFromJsonAsync<JsonElement>();
    return new AuthenticationHeaderValue("Bearer", answer.GetProperty("access_token").GetString());
}

async Task<Dictionary<string, string>> Kept()
{
    await using var own = new NpgsqlConnection(connection);
    await own.OpenAsync();
    var tickets = new Dictionary<string, string>();
    using var personal = new PersonalData(await File.ReadAllBytesAsync(Path.Combine(folder, "keys", "personal-data.key")));
    await using var command = new NpgsqlCommand("SELECT \"Key\", \"Answer\" FROM kernel_stored_answer", own);
    await using (var reader = await command.ExecuteReaderAsync())
    {
        while (await reader.ReadAsync())
        {
            using var answer = JsonDocument.Parse(personal.Open(Convert.FromBase64String(reader.GetString(1))));
            if (answer.RootElement is { ValueKind: JsonValueKind.Object } reply && reply.TryGetProperty("Ticket", out var ticket) && ticket.ValueKind == JsonValueKind.Object)
                tickets[reader.GetString(0)] = ticket.GetProperty("Label").GetString()!;
        }
    }

    return tickets;
}
