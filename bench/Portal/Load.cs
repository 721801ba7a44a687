using System.Diagnostics;
using System.Net.Sockets;
using System.Text;

namespace Lakudo.Bench.Portal;

/// <summary>A closed loop over plain sockets: each connection asks, reads the whole answer, and asks again. As little work of its own as possible.</summary>
public static class Load
{
    public sealed record Figures(double PerSecond, double P50, double P95, double P99, double Most, long Bytes, int Wrong, double ClientCpu)
    {
        public override string ToString() =>
            FormattableString.Invariant($"{PerSecond,9:N0}/s   p50 {P50,6:N2} ms   p95 {P95,6:N2} ms   p99 {P99,6:N2} ms   max {Most,7:N1} ms   {Bytes:N0} bytes   wrong {Wrong}   client CPU {ClientCpu:P0}");
    }

    public static async Task<Figures> Run(int port, int connections, TimeSpan time, Func<int, string> path)
    {
        var next = -1;
        var cpu = Process.GetCurrentProcess().TotalProcessorTime;
        var clock = Stopwatch.StartNew();
        var runs = await Task.WhenAll(Enumerable.Range(0, connections).Select(_ => Task.Run(async () =>
        {
            using var socket = new TcpClient { NoDelay = true };
            await socket.ConnectAsync("127.0.0.1", port);
            var stream = socket.GetStream();
            var buffer = new byte[256 * 1024];
            var times = new List<double>(200_000);
            var (wrong, size) = (0, 0L);
            while (clock.Elapsed < time)
            {
                var request = Encoding.ASCII.GetBytes($"GET {path(Interlocked.Increment(ref next))} HTTP/1.1\r\nHost: localhost:{port}\r\n\r\n");
                var start = Stopwatch.GetTimestamp();
                await stream.WriteAsync(request);
                var (ok, bytes) = await Read(stream, buffer);
                times.Add(Stopwatch.GetElapsedTime(start).TotalMilliseconds);
                wrong += ok ? 0 : 1;
                size = bytes;
            }

            return (times, wrong, size);
        })));
        var elapsed = clock.Elapsed;
        var used = Process.GetCurrentProcess().TotalProcessorTime - cpu;
        var all = runs.SelectMany(run => run.times).Order().ToArray();
        double At(double share) => all[Math.Min(all.Length - 1, (int)(all.Length * share))];
        return new(all.Length / elapsed.TotalSeconds, At(.5), At(.95), At(.99), all[^1], runs[0].size, runs.Sum(run => run.wrong), used / elapsed / Environment.ProcessorCount);
    }

    private static async Task<(bool Ok, long Bytes)> Read(NetworkStream stream, byte[] buffer)
    {
        var have = 0;
        int head;
        while ((head = buffer.AsSpan(0, have).IndexOf("\r\n\r\n"u8)) < 0)
        {
            var got = await stream.ReadAsync(buffer.AsMemory(have));
            have = got == 0 ? throw new IOException("The server closed the connection.") : have + got;
        }

        var headers = Encoding.ASCII.GetString(buffer, 0, head);
        var ok = headers.StartsWith("HTTP/1.1 200", StringComparison.Ordinal);
        var length = headers.Split("\r\n").FirstOrDefault(line => line.StartsWith("Content-Length:", StringComparison.OrdinalIgnoreCase));
        if (length is not null)
        {
            var whole = head + 4 + int.Parse(length[15..]);
            while (have < whole)
            {
                have += await stream.ReadAsync(buffer.AsMemory(have));
            }

            return (ok, whole - head - 4);
        }

        // Chunked: the answer ends with an empty chunk.
        while (!buffer.AsSpan(0, have).EndsWith("0\r\n\r\n"u8))
        {
            have += await stream.ReadAsync(buffer.AsMemory(have));
        }

        return (ok, have - head - 4);
    }
}
