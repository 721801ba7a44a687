using System.Diagnostics;
using System.Globalization;
using Lakudo.Bench.GrowthRules;
using Lakudo.Growth;
using Lakudo.Growth.Indonesia;

// The same 60 children x 24 months as bench/GrowthRules, in a browser, interpreted (no AOT). measure.mjs builds, serves and runs it.
var watch = Stopwatch.StartNew();
WhoStandards.ByAge(GrowthIndex.WeightForAge, Sex.Male, Age.FromDays(0));
var standards = watch.Elapsed.TotalMilliseconds;
watch.Restart();
RuleBook.On(new DateOnly(2025, 1, 1));
var rules = watch.Elapsed.TotalMilliseconds;
var posyandu = new Posyandu(60, 24);
var times = new List<double>();
(int Short, int Gained, int Unsure) counts = default;
for (var run = 0; run < 11; run++)
{
    watch.Restart();
    counts = posyandu.ReadAll();
    times.Add(watch.Elapsed.TotalMilliseconds);
}

var median = times.Skip(1).Order().ElementAt(5);
Console.WriteLine(string.Create(
    CultureInfo.InvariantCulture,
    $"1,440 visits: {counts.Short} short, {counts.Gained} N, {counts.Unsure} unsure; figures read {standards:N0} ms, rules read {rules:N0} ms, first pass {times[0]:N0} ms, median of the next ten {median:N1} ms"));
