using System.Diagnostics;
using Lakudo.Growth.Quality;
using Lakudo.Growth.Tests.Quality;

namespace Lakudo.Bench.GrowthSurvey;

/// <summary>How fast a regency's year is judged, how often an honest posyandu is suspected, and how often one that rounds is found.</summary>
internal static class QualityBench
{
    private const int Posyandu = 500;

    public static void Run()
    {
        var year = Enumerable.Range(0, 170).SelectMany(number => MadeUpPosyandu.Honest(number, 60, 12, $"posyandu {number}")).ToList();
        var runs = new List<double>();
        QualityReport report = null!;
        for (var run = 0; run < 5; run++)
        {
            var watch = Stopwatch.StartNew();
            report = QualityReport.Of(year);
            runs.Add(watch.Elapsed.TotalMilliseconds);
        }

        Console.WriteLine($"a year of a regency: {year.Count:N0} visits, {report.All.Children:N0} children, {report.Groups.Count} groups: first {runs[0]:N0} ms, best {runs.Min():N0} ms");
        foreach (var months in (ReadOnlySpan<int>)[1, 6, 12])
        {
            var findings = Enumerable.Range(0, Posyandu).SelectMany(seed => QualityReport.Of(MadeUpPosyandu.Honest(seed, 60, months)).All.Findings).ToList();
            var (act, watch, few) = (Count(findings, QualityVerdict.Act), Count(findings, QualityVerdict.Watch), Count(findings, QualityVerdict.TooFew));
            Console.WriteLine($"honest, 60 children, {months,2} months: of {findings.Count:N0} findings {act} act, {watch} watch, {few} too few");
        }

        foreach (var children in (ReadOnlySpan<int>)[30, 60, 120])
        {
            foreach (var part in (ReadOnlySpan<double>)[0, 0.25, 0.5, 1])
            {
                var findings = Enumerable.Range(0, Posyandu).Select(seed => Rounding(seed, children, part)).ToList();
                var found = 100.0 * (Count(findings, QualityVerdict.Act) + Count(findings, QualityVerdict.Watch)) / Posyandu;
                var score = findings.Select(finding => finding.Value!.Value).Order().ElementAt(Posyandu / 2);
                Console.WriteLine($"one month, {children,3} children, {part,4:P0} of the heights read to half a centimetre: found {found:N1} %, median score {score:N0}");
            }
        }
    }

    private static QualityFinding Rounding(int seed, int children, double part)
    {
        var random = new Random(seed);
        return QualityReport.Of(MadeUpPosyandu.Honest(seed, children, 1).Each((visit, _) => random.NextDouble() < part
            ? visit.Measurement with { LengthOrHeight = visit.Measurement.LengthOrHeight.To(0.5) }
            : visit.Measurement)).All[QualityCheck.HeightDigits];
    }

    private static int Count(List<QualityFinding> findings, QualityVerdict verdict) => findings.Count(finding => finding.Verdict == verdict);
}
