using System.Diagnostics;

namespace Lakudo.Bench.Growth;

/// <summary>An npm package for the same standards beside ours, on the check set: how many z-scores and rows it gets wrong, and how long it takes.</summary>
internal static class Peers
{
    private static readonly string[] Columns = ["zlen", "zwei", "zwfl", "zbmi", "zhc"];

    public static async Task<int> Run(string data, string script, string folder)
    {
        var input = Path.Combine(data, "anthro-2k-input.csv");
        await Output(folder, "npm", "install", "--ignore-scripts", "--no-audit", "--no-fund", "--prefix", folder, "jsgrowup@0.8.0");
        var watch = Stopwatch.StartNew();
        var answered = await Output(folder, "node", script, folder, input);
        Console.WriteLine($"jsgrowup 0.8.0, {answered.Length - 1:N0} rows, five of the eight indices, {watch.Elapsed.TotalSeconds:N2} s as a whole process");
        Compare(answered, File.ReadAllLines(Path.Combine(data, "anthro-2k-expected.csv")));
        return 0;
    }

    private static void Compare(string[] mine, string[] expected)
    {
        var names = expected[0].Split(',');
        var wrongRows = new HashSet<int>();
        Console.WriteLine($"{"index",-6} {"expected",9} {"missing",9} {"invented",9} {"differ",9} {"over 0.1",9} {"worst",9}");
        foreach (var (at, column) in Columns.Index())
        {
            var place = Array.IndexOf(names, column);
            var (asked, missing, invented, differ, far, worst) = (0, 0, 0, 0, 0, 0.0);
            for (var row = 1; row < expected.Length; row++)
            {
                var (theirs, right) = (mine[row].Split(',')[at + 1], expected[row].Split(',')[place]);
                asked += right.Length > 0 ? 1 : 0;
                if (theirs.Length > 0 && right.Length > 0)
                {
                    var off = Math.Abs(double.Parse(theirs) - double.Parse(right));
                    if (off < 0.005) continue;
                    differ++;
                    far += off > 0.1 ? 1 : 0;
                    worst = Math.Max(worst, off);
                }
                else if (theirs.Length == right.Length)
                {
                    continue;
                }
                else if (right.Length > 0)
                {
                    missing++;
                }
                else
                {
                    invented++;
                }

                wrongRows.Add(row);
            }

            Console.WriteLine($"{column,-6} {asked,9:N0} {missing,9:N0} {invented,9:N0} {differ,9:N0} {far,9:N0} {worst,9:N2}");
        }

        Console.WriteLine($"rows with at least one wrong answer: {wrongRows.Count:N0} of {expected.Length - 1:N0}");
    }

    private static async Task<string[]> Output(string folder, string program, params string[] arguments)
    {
        using var process = Process.Start(new ProcessStartInfo(program, arguments) { WorkingDirectory = folder, RedirectStandardOutput = true })!;
        var text = await process.StandardOutput.ReadToEndAsync();
        await process.WaitForExitAsync();
        return process.ExitCode == 0 ? text.TrimEnd().Split('\n') : throw new InvalidOperationException($"{program} ended with {process.ExitCode}.");
    }
}
