using Lakudo.Growth.Quality;

namespace Lakudo.Growth.Tests.Quality;

/// <summary>An honest posyandu is left alone; each way of not measuring is found, and only by the check that is meant to find it.</summary>
public class QualityReportTests
{
    private const int Children = 80;
    private const int Months = 6;

    private static List<QualityVisit> Honest(int seed = 7) => MadeUpPosyandu.Honest(seed, Children, Months);

    private static void Finds(QualityCheck check, QualityVerdict verdict, List<QualityVisit> visits, params QualityCheck[] others)
    {
        var all = QualityReport.Of(visits).All;
        Assert.Equal(verdict, all[check].Verdict);
        Assert.All(all.Findings.Where(finding => finding.Check != check && !others.Contains(finding.Check)),
            finding => Assert.True(finding.Verdict is QualityVerdict.Good, $"{finding.Check} {finding.Verdict} {finding.Value} {finding.Probability}"));
    }

    [Fact]
    public void Of_two_hundred_honest_posyandu_fewer_than_one_finding_in_five_hundred_is_a_suspicion()
    {
        var findings = Enumerable.Range(1, 200).SelectMany(seed => QualityReport.Of(Honest(seed)).All.Findings).ToList();
        Assert.Equal(200 * 19, findings.Count);
        var suspected = findings.Where(finding => finding.Verdict != QualityVerdict.Good).ToList();
        Assert.True(suspected.Count < findings.Count / 500, string.Join('\n', suspected.Select(finding => $"{finding.Check} {finding.Verdict} {finding.Value} {finding.Count}")));
    }

    [Fact]
    public void A_score_that_chance_alone_gives_a_small_group_is_no_fault()
    {
        var digits = Enumerable.Range(1, 200).SelectMany(seed => QualityReport.Of(MadeUpPosyandu.Honest(seed, 40, 1)).All.Findings.Take(2)).ToList();
        Assert.All(digits, finding => Assert.Equal(QualityVerdict.Good, finding.Verdict));
        Assert.Contains(digits, finding => finding.Value > 20);
    }

    [Fact]
    public void Weights_read_to_half_a_kilogram_are_found() =>
        Finds(QualityCheck.WeightDigits, QualityVerdict.Act, Honest().Each((visit, _) => visit.Measurement with { Weight = visit.Measurement.Weight.To(0.5) }));

    [Fact]
    public void Heights_read_to_half_a_centimetre_are_found() =>
        Finds(QualityCheck.HeightDigits, QualityVerdict.Act, Honest().Each((visit, _) =>
            visit.Measurement with { LengthOrHeight = visit.Measurement.LengthOrHeight.To(0.5) }), QualityCheck.RepeatedHeight);

    [Fact]
    public void Heights_read_to_a_centimetre_by_one_in_three_are_found() =>
        Finds(QualityCheck.HeightDigits, QualityVerdict.Act, Honest().Each((visit, place) =>
            place % 3 == 0 ? visit.Measurement with { LengthOrHeight = visit.Measurement.LengthOrHeight.To(1) } : visit.Measurement));

    [Fact]
    public void Heights_copied_from_the_first_visit_are_found()
    {
        var honest = Honest();
        var first = honest.GroupBy(visit => visit.Child).ToDictionary(child => child.Key!, child => child.First().Measurement.LengthOrHeight);
        Finds(QualityCheck.RepeatedHeight, QualityVerdict.Act,
            honest.Each((visit, _) => visit.Measurement with { LengthOrHeight = first[visit.Child!] }), QualityCheck.SpreadOfLengthForAge, QualityCheck.SpreadOfWeightForLength, QualityCheck.HeightDigits);
    }

    [Fact]
    public void Ages_heaped_on_whole_years_are_found() =>
        Assert.Equal(QualityVerdict.Act, QualityReport.Of(Honest().Each((visit, place) => place % 5 < 2
            ? visit.Measurement with { Age = Age.FromMonths(Math.Max(0, 12 * Math.Round(visit.Measurement.Age!.Value.Months / 12)) + 0.1) }
            : visit.Measurement)).All[QualityCheck.AgeHeaping].Verdict);

    [Fact]
    public void Ages_heaped_in_the_first_month_are_found_after_a_year_of_visits_too()
    {
        var year = MadeUpPosyandu.Honest(5, 80, 12);
        var heaped = year.GroupBy(visit => visit.Child).SelectMany((child, place) =>
        {
            var shift = place % 2 == 0 ? 0 : Math.Round(child.First().Measurement.Age!.Value.Months / 12) * 12 * Age.DaysPerMonth + 1 - child.First().Measurement.Age!.Value.ExactDays;
            return child.Select(visit => visit with { Measurement = visit.Measurement with { Age = Age.FromDays(Math.Max(0, visit.Measurement.Age!.Value.ExactDays + shift)) } });
        });
        Assert.Equal(QualityVerdict.Act, QualityReport.Of(heaped).All[QualityCheck.AgeHeaping].Verdict);
    }

    [Fact]
    public void Dates_of_birth_on_the_first_of_a_month_are_found() =>
        Assert.Equal(QualityVerdict.Act, QualityReport.Of(Honest().Each((visit, _) =>
        {
            var birth = visit.Day!.Value.AddDays(-visit.Measurement.Age!.Value.Days);
            var isGuessed = int.Parse(visit.Child!.Split('-')[1]) % 3 == 0;
            return visit.Measurement with { Age = Age.Between(isGuessed ? new DateOnly(birth.Year, birth.Month, 1) : birth, visit.Day.Value) };
        })).All[QualityCheck.BirthDays].Verdict);

    [Fact]
    public void Heights_that_fall_are_found_and_named()
    {
        var visits = Honest().Each((visit, place) => place % 5 == 4 && visit.Measurement.LengthOrHeight is { } length
            ? visit.Measurement with { LengthOrHeight = length - Length.FromCentimetres(3) }
            : visit.Measurement);
        Finds(QualityCheck.FallingHeight, QualityVerdict.Act, visits, QualityCheck.HeightJump);
        var finding = QualityReport.Of(visits).All[QualityCheck.FallingHeight];
        Assert.Equal(finding.Hits, finding.Cases.Count);
        Assert.All(finding.Cases, found =>
        {
            Assert.True(found.Change < -0.5);
            Assert.Equal(visits[found.Place].Child, visits[found.Before!.Value].Child);
            Assert.True(visits[found.Place].Day > visits[found.Before!.Value].Day);
        });
    }

    [Fact]
    public void Weights_that_jump_are_found() =>
        Finds(QualityCheck.WeightJump, QualityVerdict.Act, Honest().Each((visit, place) => place % 10 == 4 && visit.Measurement.Weight is { } weight
            ? visit.Measurement with { Weight = Mass.FromMicrograms(weight.Micrograms * 4 / 3) }
            : visit.Measurement), QualityCheck.SpreadOfWeightForLength, QualityCheck.SpreadOfWeightForAge, QualityCheck.FlagsOfWeightForLength);

    [Fact]
    public void Heights_that_jump_are_found() =>
        Assert.Equal(QualityVerdict.Act, QualityReport.Of(Honest().Each((visit, place) => place % 8 == 5 && visit.Measurement.LengthOrHeight is { } length
            ? visit.Measurement with { LengthOrHeight = length + Length.FromCentimetres(9) }
            : visit.Measurement)).All[QualityCheck.HeightJump].Verdict);

    [Fact]
    public void Implausible_heights_are_found_with_their_z_score()
    {
        var finding = QualityReport.Of(Honest().Each((visit, place) => place % 12 == 0
            ? visit.Measurement with { LengthOrHeight = Length.FromCentimetres(40) }
            : visit.Measurement)).All[QualityCheck.FlagsOfLengthForAge];
        Assert.Equal(QualityVerdict.Act, finding.Verdict);
        Assert.All(finding.Cases, found => Assert.True(found.Change < -6));
    }

    [Fact]
    public void A_spread_too_wide_and_one_too_narrow_are_found()
    {
        var random = new Random(3);
        var wide = Honest().Each((visit, _) => visit.Measurement with { LengthOrHeight = visit.Measurement.LengthOrHeight!.Value + Length.FromMillimetres(random.Next(-90, 91)) });
        var spread = QualityReport.Of(wide).All[QualityCheck.SpreadOfLengthForAge];
        Assert.True(spread.Verdict >= QualityVerdict.Watch && spread.Value > 1.3, $"{spread.Value}");
        var alike = Honest().Each((visit, _) => visit.Measurement with
        {
            LengthOrHeight = Length.FromCentimetres((decimal)WhoStandards.ByAge(GrowthIndex.LengthForAge, visit.Measurement.Sex!.Value, visit.Measurement.Age!.Value)!.Value.MeasureAt(-1)),
        });
        var narrow = QualityReport.Of(alike).All[QualityCheck.SpreadOfLengthForAge];
        Assert.Equal(QualityVerdict.Act, narrow.Verdict);
        Assert.Contains("terlalu seragam", narrow.Indonesian);
    }

    [Theory]
    [InlineData(QualityCheck.MissingWeight)]
    [InlineData(QualityCheck.MissingHeight)]
    [InlineData(QualityCheck.MissingAge)]
    [InlineData(QualityCheck.MissingSex)]
    public void What_is_missing_is_found(QualityCheck check)
    {
        var finding = QualityReport.Of(Honest().Each((visit, place) => place % 5 > 0 ? visit.Measurement : check switch
        {
            QualityCheck.MissingWeight => visit.Measurement with { Weight = null },
            QualityCheck.MissingHeight => visit.Measurement with { LengthOrHeight = Length.FromCentimetres(0) },
            QualityCheck.MissingAge => visit.Measurement with { Age = null },
            _ => visit.Measurement with { Sex = null },
        })).All[check];
        Assert.Equal((QualityVerdict.Act, 20), (finding.Verdict, finding.Value!.Value));
    }

    [Fact]
    public void A_month_of_weighing_only_is_no_missing_height()
    {
        var weighed = Honest().Select(visit => visit with { IsHeightNotDue = true, Measurement = visit.Measurement with { LengthOrHeight = null } });
        var finding = QualityReport.Of(weighed).All[QualityCheck.MissingHeight];
        Assert.Equal((QualityVerdict.TooFew, 0), (finding.Verdict, finding.Count));
    }

    [Fact]
    public void Three_boys_for_every_girl_are_found_and_each_child_counts_once()
    {
        var visits = MadeUpPosyandu.Honest(11, 120, 4).Each((visit, _) =>
            visit.Measurement with { Sex = int.Parse(visit.Child!.Split('-')[1]) % 4 == 0 ? Sex.Female : Sex.Male });
        var ratio = QualityReport.Of(visits).All[QualityCheck.SexRatio];
        Assert.Equal((QualityVerdict.Act, 120, 90, 300), (ratio.Verdict, ratio.Count, ratio.Hits!.Value, ratio.Value!.Value));
    }
}
