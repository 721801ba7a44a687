using System.Diagnostics;
using System.Net.Sockets;
using System.Text;
using System.Text.Json;
using Lakudo.Bench.Portal;

// dotnet run -c Release --project bench/Portal            the whole measurement; builds nothing, so run ./lakudo --help once before
// dotnet run -c Release --project bench/Portal bare 7000 6000    a bare ASP.NET page of 6,000 bytes held in memory
if (args is ["bare", var barePort, var bareSize])
{
    var builder = WebApplication.CreateSlimBuilder();
    builder.Logging.ClearProviders();
    var bare = builder.Build();
    var page = Encoding.ASCII.GetBytes(new string('x', int.Parse(bareSize)));
    bare.MapGet("/{**any}", async (HttpContext context) =>
    {
        context.Response.ContentType = "text/html; charset=utf-8";
        context.Response.ContentLength = page.Length;
        await context.Response.Body.WriteAsync(page);
    });
    bare.Run($"http://127.0.0.1:{barePort}");
    return;
}

var root = Path.GetFullPath(Path.Combine(AppContext.BaseDirectory, "../../../../.."));
var lakudo = Path.Combine(root, "src/Lakudo.Web/bin/Release/net10.0/Lakudo.Web");
var seconds = TimeSpan.FromSeconds(double.Parse(Environment.GetEnvironmentVariable("SECONDS_EACH") ?? "10"));
const int Connections = 16;
var folder = Directory.CreateTempSubdirectory("lakudo-bench-").FullName;
var servers = new List<Process>();
try
{
    var port = await Serve("sample", 7311);
    var services = await Catalogue(port);
    Console.WriteLine($"{services.Length} services, {Connections} connections, {seconds.TotalSeconds:N0} s each after as long a warm-up, {Environment.ProcessorCount} cores shared with the client");
    var size = (await Load.Run(port, 1, TimeSpan.FromMilliseconds(500), _ => $"/layanan/{services[0]}")).Bytes;
    servers.Add(Start(Environment.ProcessPath!, ["bare", "7312", size.ToString()], []));
    await Up(7312);
    var unique = 0;
    await Measure($"bare ASP.NET page, {size:N0} bytes", 7312, i => $"/{i % services.Length}");
    await Measure("portal, cached, 239 pages in turn", port, i => $"/layanan/{services[i % services.Length]}");
    await Measure("portal, rendered every time", port, i => $"/layanan/{services[i % services.Length]}?q={Interlocked.Increment(ref unique)}");

    var many = Path.Combine(folder, "many.csv");
    Multiply(Path.Combine(root, "data/catalogue/services.csv"), many, 9);
    var big = await Serve("many", 7313, many);
    var queries = File.ReadAllLines(Path.Combine(root, "tests/data/catalogue/queries.csv")).Skip(1).Select(line => Uri.EscapeDataString(line[..line.LastIndexOf(',')].Trim('"'))).ToArray();
    Console.WriteLine($"search, {(await Catalogue(big)).Length:N0} services, {queries.Length} typed queries over HTTP, one connection:");
    await Measure("search through the API, whole answer", big, i => $"/api/v1/services?q={queries[i % queries.Length]}", 1);
}
finally
{
    servers.ForEach(server => server.Kill());
    servers.ForEach(server => server.WaitForExit());
    Directory.Delete(folder, recursive: true);
}

async Task Measure(string what, int port, Func<int, string> path, int connections = Connections)
{
    await Load.Run(port, connections, seconds, path);
    var server = servers.Last(s => port == 7312 ? s.StartInfo.ArgumentList.Contains("bare") : s.StartInfo.ArgumentList.Contains($"http://127.0.0.1:{port}"));
    server.Refresh();
    var before = server.TotalProcessorTime;
    var figures = await Load.Run(port, connections, seconds, path);
    server.Refresh();
    // What one answer costs the server: steadier than answers a second where the machine has other work.
    var each = (server.TotalProcessorTime - before).TotalMicroseconds / (figures.PerSecond * seconds.TotalSeconds);
    Console.WriteLine(FormattableString.Invariant($"{what,-42} {figures}   server CPU {each:N1} µs"));
}

async Task<int> Serve(string name, int port, string? file = null)
{
    var settings = new Dictionary<string, string> { ["Lakudo__Data"] = Path.Combine(folder, name), ["Clock__Start"] = "2026-11-25T09:00:00+08:00" };
    foreach (var command in new string[][] { ["migrate"], ["seed"], file is null ? [] : ["catalogue", "import", file] }.Where(command => command.Length > 0))
    {
        using var step = Start(lakudo, command, settings);
        await step.WaitForExitAsync();
        if (step.ExitCode != 0)
        {
            throw new InvalidOperationException($"lakudo {string.Join(' ', command)} ended with {step.ExitCode}.");
        }
    }

    servers.Add(Start(lakudo, ["serve", "--urls", $"http://127.0.0.1:{port}"], settings));
    await Up(port);
    return port;
}

static Process Start(string program, string[] arguments, Dictionary<string, string> settings)
{
    var start = new ProcessStartInfo(program, arguments) { RedirectStandardOutput = true, RedirectStandardError = true };
    foreach (var (name, value) in settings)
    {
        start.Environment[name] = value;
    }

    var process = Process.Start(start)!;
    process.OutputDataReceived += (_, _) => { };
    process.ErrorDataReceived += (_, said) => { if (said.Data is { } text && !text.Contains("DataProtection", StringComparison.Ordinal)) { Console.Error.WriteLine(text); } };
    process.BeginOutputReadLine();
    process.BeginErrorReadLine();
    return process;
}

static async Task Up(int port)
{
    for (var i = 0; i < 300; i++)
    {
        try
        {
            using var probe = new TcpClient();
            await probe.ConnectAsync("127.0.0.1", port);
            return;
        }
        catch (SocketException)
        {
            await Task.Delay(100);
        }
    }

    throw new InvalidOperationException($"Nothing listens on {port}.");
}

static async Task<string[]> Catalogue(int port, int most = 100)
{
    using var client = new HttpClient();
    var codes = new List<string>();
    using var home = JsonDocument.Parse(await client.GetStringAsync($"http://127.0.0.1:{port}/api/v1/services?limit={most}"));
    codes.AddRange(home.RootElement.EnumerateArray().Select(e => e.GetProperty("code").GetString()!));
    if (most < 100 || codes.Count < 100)
    {
        return [.. codes];
    }

    // The API gives a hundred at a time; the pages of all agencies name every service.
    var agencies = await client.GetStringAsync($"http://127.0.0.1:{port}/instansi");
    var all = new HashSet<string>(codes);
    foreach (var agency in Names(agencies, "instansi/"))
    {
        all.UnionWith(Names(await client.GetStringAsync($"http://127.0.0.1:{port}/instansi/{agency}"), "layanan/"));
    }

    return [.. all.Order()];
}

static IEnumerable<string> Names(string html, string before)
{
    foreach (var part in html.Split($"href=\"{before}").Skip(1))
    {
        yield return part[..part.IndexOf('"')];
    }
}

static void Multiply(string from, string to, int times)
{
    var lines = File.ReadAllLines(from);
    var places = new[] { "", "Lakudo", "Mawasangka Timur", "Mawasangka Tengah", "Mawasangka", "Talaga Raya", "Gu", "Sangia Wambulu", "Labungkari" };
    using var file = new StreamWriter(to);
    file.WriteLine(lines[0]);
    for (var copy = 0; copy < times; copy++)
    {
        foreach (var line in lines.Skip(1))
        {
            // CODE,NAME,... where the name may be quoted; copies get another code and the name of a place.
            var rest = line[(line.IndexOf(',') + 1)..];
            var code = line[..line.IndexOf(',')] + (copy == 0 ? "" : $"-{copy}");
            var quoted = rest.StartsWith('"');
            var end = quoted ? rest.IndexOf('"', 1) : rest.IndexOf(',');
            file.WriteLine($"{code},{rest[..end]}{(copy == 0 ? "" : " " + places[copy])}{rest[end..]}");
        }
    }
}
