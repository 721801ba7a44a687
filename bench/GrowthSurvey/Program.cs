using System.Diagnostics;
using System.Globalization;
using Lakudo.Bench.GrowthSurvey;
using Lakudo.Growth.Survey;

// dotnet build -c Release bench/GrowthSurvey && bench/GrowthSurvey/bin/Release/net10.0/Lakudo.Bench.GrowthSurvey [ROWS] [once]
// ... once      the first design once, for the time of a whole process
// ... quality   the quality of measurement instead: speed, and how many honest and dishonest posyandu are found
// Library calls only: rows that are already read become a sample (z-scores included) and the sample becomes WHO's table of 134 columns.
CultureInfo.CurrentCulture = CultureInfo.InvariantCulture;
if (args is ["quality"])
{
    QualityBench.Run();
    return;
}

var count = args.Length > 0 ? int.Parse(args[0]) : 20_000;
var once = args.Contains("once");
var input = Path.Combine(AppContext.BaseDirectory, "../../../../../tests/data/growth/prevalence-3k-input.csv");
var children = SurveyInput.Read(input, count);
Console.WriteLine($"{children.Count:N0} children, the check set again and again with new clusters; {Environment.ProcessorCount} cores, one of them used");
foreach (var (name, design) in (ReadOnlySpan<(string, SurveyDesign)>)[("clusters, strata and weights", SurveyDesign.Complex), ("no design", SurveyDesign.Simple)])
{
    var adding = new List<double>();
    var computing = new List<double>();
    long allocated = 0;
    SurveyPrevalence? table = null;
    for (var run = 0; run < (once ? 1 : 21); run++)
    {
        var before = GC.GetAllocatedBytesForCurrentThread();
        var watch = Stopwatch.StartNew();
        var sample = new SurveySample(design);
        foreach (var child in children) sample.Add(child.Row);
        adding.Add(watch.Elapsed.TotalMilliseconds);
        table = sample.Compute();
        computing.Add(watch.Elapsed.TotalMilliseconds - adding[^1]);
        allocated = GC.GetAllocatedBytesForCurrentThread() - before;
    }

    Console.WriteLine($"{name}: {table!.Groups.Count} groups, {table.Clusters:N0} clusters, {table.Strata} strata");
    Console.WriteLine($"  first call of the process   z-scores and sample {adding[0],6:N1} ms   table {computing[0],6:N1} ms");
    if (!once) Console.WriteLine($"  median of the next twenty   z-scores and sample {Median(adding),6:N1} ms   table {Median(computing),6:N1} ms   {allocated / 1024.0 / 1024,4:N1} MiB allocated");
    if (!once) Console.WriteLine($"  best of them                z-scores and sample {adding.Min(),6:N1} ms   table {computing.Min(),6:N1} ms");
    Console.WriteLine($"  stunting {table.All.Share(Lakudo.Growth.GrowthIndex.LengthForAge, ZCutoff.BelowMinus2)}");
    if (once) break;
}

var process = Process.GetCurrentProcess();
var lived = (DateTimeOffset.UtcNow - process.StartTime).TotalMilliseconds;
Console.WriteLine($"since the process started, reading included: {lived:N0} ms, peak {process.PeakWorkingSet64 / 1024 / 1024} MiB");

static double Median(List<double> runs) => runs.Skip(1).Order().ElementAt(10);
