using System.Diagnostics;

namespace Lakudo.Bench.Growth;

/// <summary>Runs a program as a whole process, once to warm the caches and five times to count, and prints the medians.</summary>
internal static class WholeProcess
{
    private const int Runs = 5;

    /// <summary>Measures; every run's answer is checked where a check is given.</summary>
    /// <returns>The median of the elapsed seconds.</returns>
    public static double Measure(string what, string program, string[] arguments, Func<bool>? check = null)
    {
        var elapsed = new List<double>();
        var cpu = new List<double>();
        long peak = 0;
        for (var run = 0; run <= Runs; run++)
        {
            var start = Stopwatch.GetTimestamp();
            using var process = Process.Start(new ProcessStartInfo(program, arguments) { RedirectStandardError = true, RedirectStandardOutput = true })!;
            process.BeginErrorReadLine();
            process.BeginOutputReadLine();
            var used = 0.0;
            while (!process.WaitForExit(2))
            {
                peak = Math.Max(peak, Peak(process.Id));
                used = Math.Max(used, Processor(process.Id));
            }

            var seconds = Stopwatch.GetElapsedTime(start).TotalSeconds;
            if (process.ExitCode != 0 || check?.Invoke() == false)
            {
                throw new InvalidOperationException($"{what}: exit {process.ExitCode}, or another answer than expected.");
            }

            if (run > 0)
            {
                elapsed.Add(seconds);
                cpu.Add(used);
            }
        }

        elapsed.Sort();
        cpu.Sort();
        Console.WriteLine($"{what,-28} {elapsed[Runs / 2],7:N3} s ({elapsed[0]:N3} to {elapsed[^1]:N3}), processor {cpu[Runs / 2]:N3} s, memory {(peak == 0 ? "–" : $"{peak / 1024.0:N0} MiB")}");
        return elapsed[Runs / 2];
    }

    /// <summary>The seconds of processor time it has used so far; 0 where it has gone. A look every 2 ms misses that much of its end.</summary>
    private static double Processor(int process)
    {
        try
        {
            var stat = File.ReadAllText($"/proc/{process}/stat");
            var numbers = stat[(stat.LastIndexOf(')') + 2)..].Split(' ');
            return (long.Parse(numbers[11]) + long.Parse(numbers[12])) / 100.0;
        }
        catch (IOException)
        {
            return 0;
        }
    }

    /// <summary>The most memory it had so far, in KiB; 0 where it has gone.</summary>
    private static long Peak(int process)
    {
        try
        {
            var line = File.ReadLines($"/proc/{process}/status").FirstOrDefault(line => line.StartsWith("VmHWM:", StringComparison.Ordinal));
            return line is null ? 0 : long.Parse(line.Split(' ', StringSplitOptions.RemoveEmptyEntries)[^2]);
        }
        catch (IOException)
        {
            return 0;
        }
    }
}
