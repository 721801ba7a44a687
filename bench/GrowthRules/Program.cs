using System.Diagnostics;
using Lakudo.Bench.GrowthRules;

// dotnet build -c Release bench/GrowthRules && bench/GrowthRules/bin/Release/net10.0/Lakudo.Bench.GrowthRules
// What a phone does when a cadre opens the posyandu: 60 children x 24 months, z-scores by month and by day, classes, N/T/O/B, 2T, BGM and what follows.
var posyandu = new Posyandu(60, 24);
var times = new List<double>();
(int Short, int Gained, int Unsure) counts = default;
long allocated = 0;
for (var run = 0; run < 21; run++)
{
    var before = GC.GetAllocatedBytesForCurrentThread();
    var watch = Stopwatch.StartNew();
    counts = posyandu.ReadAll();
    times.Add(watch.Elapsed.TotalMilliseconds);
    allocated = GC.GetAllocatedBytesForCurrentThread() - before;
}

Console.WriteLine($"1,440 visits: {counts.Short} short, {counts.Gained} N, {counts.Unsure} unsure");
Console.WriteLine($"first {times[0]:N1} ms (rules read, code compiled), median of the next twenty {times.Skip(1).Order().ElementAt(10):N2} ms, {allocated:N0} bytes allocated");
