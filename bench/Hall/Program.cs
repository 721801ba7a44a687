using System.Collections.Concurrent;
using System.Diagnostics;
using System.Globalization;
using Lakudo.Bench.Hall;
using Lakudo.Testing;

// dotnet run -c Release --project bench/Hall [SECONDS [WAITING]]
// One node; SQLite (synchronous=FULL) and PostgreSQL (fsync on); tokens checked, journal written; 16 kiosks and 60 counters over HTTP; 200 boards listening.
CultureInfo.CurrentCulture = CultureInfo.InvariantCulture;
if (args is ["server", var data, var database, var serverPort, var batchSize, var crowd])
{
    await Server.Run(data, database, int.Parse(serverPort), int.Parse(batchSize), int.Parse(crowd));
    return;
}

var seconds = TimeSpan.FromSeconds(args.Length > 0 ? int.Parse(args[0]) : 60);
var warm = TimeSpan.FromSeconds(Math.Min(10, seconds.TotalSeconds));
var waiting = args.Length > 1 ? int.Parse(args[1]) : 20_000;
Console.WriteLine($"{waiting} waiting, {seconds.TotalSeconds} s after {warm.TotalSeconds} s of warm-up, {Environment.ProcessorCount} cores shared by server, database and client");
foreach (var vendor in Enum.GetValues<Vendor>())
{
    foreach (var batch in new[] { 256, 1 })
    {
        await Measure(vendor, batch);
    }
}

async Task Measure(Vendor vendor, int batch)
{
    var folder = Directory.CreateTempSubdirectory("lakudo-hall-").FullName;
    var setting = "sqlite";
    if (vendor == Vendor.Postgres)
    {
        await Postgres.Ready;
        var name = $"bench_{batch}";
        await PostgresCluster.Execute($"CREATE DATABASE {name}");
        setting = "postgres:" + PostgresCluster.Connection(name);
    }

    const int Port = 7321;
    using var server = Process.Start(new ProcessStartInfo(Environment.ProcessPath!, ["server", folder, setting, $"{Port}", $"{batch}", $"{waiting}"]) { RedirectStandardInput = true, RedirectStandardOutput = true })!;
    string line;
    do
    {
        line = await server.StandardOutput.ReadLineAsync() ?? throw new InvalidOperationException("The server did not start.");
    }
    while (!line.StartsWith("READY", StringComparison.Ordinal));
    var words = line.Split(' ');
    var hands = await Hands.SignIn(Port, words[1], words[2]);
    Console.WriteLine($"\n{vendor}, at most {batch} commands in a commit");

    await hands.Closed(warm, null);
    var (before, syncs, own) = (await Count(), await Fsyncs.OfPostgres(vendor), Process.GetCurrentProcess().TotalProcessorTime);
    var times = new ConcurrentBag<double>();
    var watch = Stopwatch.StartNew();
    await hands.Closed(seconds, times);
    watch.Stop();
    var (after, synced) = (await Count(), await Fsyncs.OfPostgres(vendor));
    var client = (Process.GetCurrentProcess().TotalProcessorTime - own).TotalSeconds;
    var sorted = times.Order().ToArray();
    var commits = after.Commits - before.Commits;
    Console.WriteLine($"  closed loop       {sorted.Length / watch.Elapsed.TotalSeconds:N0} commands/s, {Percentiles(sorted)}, {(after.Commands - before.Commands) / (double)Math.Max(1, commits):N1} commands/commit, "
        + $"{commits / watch.Elapsed.TotalSeconds:N0} commits/s, client's share of CPU {client / (client + after.Cpu - before.Cpu):P0} (database apart)");
    if (vendor == Vendor.Postgres)
    {
        Console.WriteLine($"  fsyncs            {(synced - syncs) / watch.Elapsed.TotalSeconds:N0}/s of the WAL, by pg_stat_wal");
    }
    else
    {
        Console.WriteLine($"  fsyncs            {await Fsyncs.OfProcess(server.Id, () => hands.Closed(TimeSpan.FromSeconds(6), null), async () => (await Count()).Commits)}");
    }

    if (batch > 1)
    {
        Console.WriteLine($"  open loop, 50/s   {Percentiles(await hands.Open(seconds))}");
        await using var boards = new Boards(Port, 200);
        for (var i = 0; i < 300 && boards.Ready < 200; i++)
        {
            await Task.Delay(100);
        }

        var listened = await hands.Open(seconds, boards.Called);
        await Task.Delay(2_000);
        var (heard, missing) = boards.Figures();
        Console.WriteLine($"  with {boards.Ready} boards   {Percentiles(listened)}; call to board {Percentiles(heard)}, {heard.Length:N0} heard, {missing} not heard");
    }

    Console.WriteLine($"  doubles           {hands.Doubles} in what the client was answered; {hands.Refused} requests refused by a rule");
    await server.StandardInput.WriteLineAsync("stop");
    await server.WaitForExitAsync();
    Directory.Delete(folder, recursive: true);

    async Task<(long Commits, long Commands, double Cpu)> Count()
    {
        await server.StandardInput.WriteLineAsync("count");
        var counts = (await server.StandardOutput.ReadLineAsync())!.Split(' ');
        return (long.Parse(counts[1]), long.Parse(counts[2]), double.Parse(counts[3]));
    }
}

static string Percentiles(double[] sorted)
{
    double At(double share) => sorted.Length == 0 ? double.NaN : sorted[(int)((sorted.Length - 1) * share)];
    return $"p50 {At(.5):N1} ms, p95 {At(.95):N1} ms, p99 {At(.99):N1} ms";
}

/// <summary>The private PostgreSQL, started once.</summary>
internal static class Postgres
{
    public static readonly Task Ready = PostgresCluster.Start(durable: true);
}
