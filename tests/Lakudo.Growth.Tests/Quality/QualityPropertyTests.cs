using System.Text.RegularExpressions;
using CsCheck;
using Lakudo.Growth.Quality;

namespace Lakudo.Growth.Tests.Quality;

/// <summary>What must hold for every posyandu, honest or not.</summary>
public class QualityPropertyTests
{
    private static readonly Gen<List<QualityVisit>> AnyVisits =
        from seed in Gen.Int[0, 100_000]
        from children in Gen.Int[0, 90]
        from months in Gen.Int[1, 8]
        from fault in Gen.Int[0, 8]
        from part in Gen.Double[0, 1]
        select Spoil(MadeUpPosyandu.Honest(seed, children, months), fault, part, new Random(seed));

    private static List<QualityVisit> Spoil(List<QualityVisit> visits, int fault, double part, Random random) => visits.Each((visit, _) =>
    {
        var measurement = visit.Measurement;
        return random.NextDouble() >= part ? measurement : fault switch
        {
            1 => measurement with { Weight = measurement.Weight.To(0.5) },
            2 => measurement with { LengthOrHeight = measurement.LengthOrHeight.To(1) },
            3 => measurement with { LengthOrHeight = Length.FromCentimetres(75) },
            4 => measurement with { Age = null },
            5 => measurement with { Sex = null, Weight = null },
            6 => measurement with { LengthOrHeight = null },
            7 => measurement with { Weight = Mass.FromGrams(random.Next(-100, 40_000)) },
            8 => measurement with { HasOedema = true, Sex = Sex.Male },
            _ => measurement,
        };
    });

    [Fact]
    public void Every_finding_is_a_number_with_its_limit_and_one_sentence() =>
        AnyVisits.Sample(visits => QualityReport.Of(visits).All.Findings.All(finding =>
            finding.Hits is null or >= 0 && !(finding.Hits > finding.Count)
            && (finding.Value is null || (double.IsFinite(finding.Value.Value) && finding.Value >= 0))
            && finding.Probability is null or (>= 0 and <= 1)
            && finding.Limit.Check == finding.Check
            && (finding.Count < finding.Limit.Least) == (finding.Verdict == QualityVerdict.TooFew)
            && IsSentence(finding.Indonesian) && IsSentence(finding.English)), iter: 150);

    [Fact]
    public void The_order_of_the_visits_changes_no_verdict_and_no_figure() =>
        AnyVisits.SelectMany(visits => Gen.Shuffle(visits.ToArray()), (visits, shuffled) => (visits, shuffled)).Sample((visits, shuffled) =>
            QualityReport.Of(visits).All.Findings.Zip(QualityReport.Of(shuffled).All.Findings).All(both =>
                both.First.Verdict == both.Second.Verdict && both.First.Count == both.Second.Count && both.First.Hits == both.Second.Hits
                && Math.Abs((both.First.Value ?? 0) - (both.Second.Value ?? 0)) < 1e-9), iter: 80);

    [Fact]
    public void Rounding_everything_is_found_whoever_is_measured() =>
        Gen.Select(Gen.Int[0, 100_000], Gen.Int[60, 200]).Sample((seed, children) =>
        {
            var all = QualityReport.Of(MadeUpPosyandu.Honest(seed, children, 1).Each((visit, _) => visit.Measurement with
            {
                Weight = visit.Measurement.Weight.To(0.5),
                LengthOrHeight = visit.Measurement.LengthOrHeight.To(0.5),
            })).All;
            return all[QualityCheck.WeightDigits].Verdict == QualityVerdict.Act && all[QualityCheck.HeightDigits].Verdict == QualityVerdict.Act;
        }, iter: 120);

    [Fact]
    public void A_fault_more_never_makes_the_share_smaller() =>
        Gen.Select(AnyVisits, Gen.Int[0, 1000]).Sample((visits, which) =>
        {
            if (visits.Count == 0) return true;
            var spoilt = visits.Each((visit, place) => place == which % visits.Count ? visit.Measurement with { Weight = null } : visit.Measurement);
            var (before, after) = (QualityReport.Of(visits).All[QualityCheck.MissingWeight], QualityReport.Of(spoilt).All[QualityCheck.MissingWeight]);
            return after.Value >= before.Value && after.Verdict >= before.Verdict;
        }, iter: 80);

    /// <summary>Starts with a capital or a number, ends with its only full stop, and no braces or doubled spaces are left over from a template.</summary>
    private static bool IsSentence(string text) => Regex.IsMatch(text, @"^[A-Z0-9][^{}]*[^.{} ]\.$") && !text.Contains("  ", StringComparison.Ordinal);
}
