using System.Diagnostics;
using Lakudo.Growth;
using Lakudo.Web.Growth;

namespace Lakudo.Bench.Growth;

/// <summary>Where the time goes on one thread: each stage does what the one before does and one thing more.</summary>
internal static class Stages
{
    public static void Run(string input)
    {
        var bytes = File.ReadAllBytes(input);
        var start = bytes.AsSpan().IndexOf((byte)'\n') + 1;
        var fields = new CsvFields((byte)',');
        fields.Read(bytes, 0);
        var header = GrowthHeader.Read(GrowthHeader.NamesOf(bytes, fields), [], AgeForm.Any).Value;
        var row = new GrowthRow(header, []);
        var line = new ZScoreLine(ZScoreStyle.Plain);
        var text = new ByteText(ZScoreLine.Longest * 2);
        Console.WriteLine("one thread, nanoseconds a row, best of 5:");
        double before = 0;
        foreach (var (stage, name) in new[] { "finding the fields", "reading them", "z-scores", "writing them" }.Index())
        {
            var best = double.MaxValue;
            for (var run = 0; run < 5; run++)
            {
                var watch = Stopwatch.StartNew();
                var rows = Pass(bytes, start, stage);
                best = Math.Min(best, watch.Elapsed.TotalNanoseconds / rows);
            }

            Console.WriteLine($"  {name,-20} {best - before,6:N0}   (together {best:N0})");
            before = best;
        }

        Console.WriteLine($"  of which pow         {Pow(),6:N0}   (six a row, 1.x to the power -0.4)");

        int Pass(byte[] all, int at, int stage)
        {
            var rows = 0;
            for (; at < all.Length; rows++)
            {
                at = fields.Read(all, at);
                if (stage == 0) continue;
                row.Read(all, fields, rows, out var measurement);
                if (stage == 1) continue;
                WhoStandards.Assess(measurement, out var assessment);
                if (stage == 2) continue;
                text.Clear();
                line.Add(text, measurement, assessment);
            }

            row.Faults.Clear();
            return rows;
        }
    }

    private static double Pow()
    {
        const int Count = 6_000_000;
        var best = double.MaxValue;
        double sum = 0;
        for (var run = 0; run < 5; run++)
        {
            var watch = Stopwatch.StartNew();
            for (var i = 0; i < Count; i++) sum += Math.Pow(1 + (i & 0xFFFF) * 1e-5, -0.4);
            best = Math.Min(best, watch.Elapsed.TotalNanoseconds / (Count / 6));
        }

        return sum > 0 ? best : 0;
    }
}
