using Lakudo.Growth.Quality;

namespace Lakudo.Growth.Tests.Quality;

/// <summary>Groups, small groups, the visits of one child, and the limits.</summary>
public class QualityGroupTests
{
    private static QualityVisit Visit(int day, decimal height, decimal weight = 11, string? child = "a", Position? position = null, int birthOffset = 400) => new()
    {
        Measurement = new()
        {
            Sex = Sex.Female,
            Age = Age.FromDays(birthOffset + day),
            LengthOrHeight = height == 0 ? null : Length.FromCentimetres(height),
            Weight = weight == 0 ? null : Mass.FromKilograms(weight),
            Position = position,
        },
        Child = child,
        Day = new DateOnly(2026, 1, 1).AddDays(day),
    };

    private static QualityFinding Of(QualityCheck check, params QualityVisit[] visits) => QualityReport.Of(visits).All[check];

    [Fact]
    public void One_bad_measurer_is_found_beside_a_good_one_and_her_posyandu_shows_it()
    {
        List<QualityVisit> visits =
        [
            .. MadeUpPosyandu.Honest(1, 80, 6, "Melati"),
            .. MadeUpPosyandu.Honest(2, 80, 6, "Anggrek").Each((visit, _) =>
                visit.Measurer == "Anggrek B" ? visit.Measurement with { LengthOrHeight = visit.Measurement.LengthOrHeight.To(1) } : visit.Measurement),
        ];
        var report = QualityReport.Of(visits);
        Assert.Equal(["Anggrek", "Melati", "Anggrek A", "Anggrek B", "Melati A", "Melati B"], report.Groups.Select(group => group.Name));
        Assert.Equal([QualityVerdict.Act, QualityVerdict.Good, QualityVerdict.Good, QualityVerdict.Act, QualityVerdict.Good, QualityVerdict.Good],
            report.Groups.Select(group => group[QualityCheck.HeightDigits].Verdict));
        Assert.Equal(QualityVerdict.Act, report.All.Verdict);
        Assert.Equal((visits.Count, 160), (report.All.Visits, report.All.Children));
        Assert.Equal(report.All.Visits, report.Groups.Where(group => group.Grouping == QualityGrouping.Measurer).Sum(group => group.Visits));
    }

    [Fact]
    public void A_small_group_says_that_it_is_small()
    {
        var all = QualityReport.Of(MadeUpPosyandu.Honest(1, 9, 1).Each((visit, _) => visit.Measurement with { Weight = visit.Measurement.Weight.To(1) })).All;
        Assert.All(all.Findings, finding => Assert.Equal(QualityVerdict.TooFew, finding.Verdict));
        Assert.Equal(QualityVerdict.TooFew, all.Verdict);
        Assert.Equal("Angka terakhir berat belum dapat dinilai: baru ada 9 berat, perlu sedikitnya 30.", all[QualityCheck.WeightDigits].Indonesian);
        Assert.Equal("Last digit of weight cannot be judged yet: there are 9 weights and at least 30 are needed.", all[QualityCheck.WeightDigits].English);
    }

    [Fact]
    public void Nobody_measured_is_answered_too()
    {
        var all = QualityReport.Of([]).All;
        Assert.Equal(19, all.Findings.Count);
        Assert.All(all.Findings, finding =>
        {
            Assert.Equal((QualityVerdict.TooFew, 0), (finding.Verdict, finding.Count));
            Assert.Null(finding.Value);
        });
    }

    [Fact]
    public void A_child_that_stands_up_at_two_years_does_not_fall()
    {
        var fall = Of(QualityCheck.FallingHeight, Visit(0, 84, position: Position.Lying, birthOffset: 710), Visit(30, 83.6m, position: Position.Standing, birthOffset: 710));
        Assert.Equal((1, 0), (fall.Count, fall.Hits!.Value));
        var real = Of(QualityCheck.FallingHeight, Visit(0, 84, position: Position.Lying, birthOffset: 710), Visit(30, 82.7m, position: Position.Standing, birthOffset: 710));
        Assert.Equal(-0.6, real.Cases.Single().Change, 10);
    }

    [Fact]
    public void Half_a_centimetre_less_is_no_fall_yet()
    {
        Assert.Equal(0, Of(QualityCheck.FallingHeight, Visit(0, 80), Visit(30, 79.5m)).Hits);
        Assert.Equal(1, Of(QualityCheck.FallingHeight, Visit(0, 80), Visit(30, 79.4m)).Hits);
    }

    [Fact]
    public void Height_is_held_against_the_last_visit_that_measured_it_whatever_the_order_of_the_rows()
    {
        var fall = Of(QualityCheck.FallingHeight, Visit(60, 78), Visit(30, 0), Visit(0, 80));
        Assert.Equal(new QualityCase(0, 2, "a", new DateOnly(2026, 3, 2), -2), fall.Cases.Single() with { Change = Math.Round(fall.Cases.Single().Change, 9) });
    }

    [Fact]
    public void Two_children_or_two_rows_of_one_day_are_not_held_against_one_another()
    {
        Assert.Equal(0, Of(QualityCheck.FallingHeight, Visit(0, 80), Visit(30, 70, child: "b")).Count);
        Assert.Equal(0, Of(QualityCheck.FallingHeight, Visit(0, 80), Visit(30, 70, child: null)).Count);
        Assert.Equal(0, Of(QualityCheck.FallingHeight, Visit(0, 80), Visit(0, 70)).Count);
    }

    [Fact]
    public void Visits_without_a_day_are_ordered_by_age()
    {
        var fall = Of(QualityCheck.FallingHeight, Visit(30, 78) with { Day = null }, Visit(0, 80) with { Day = null });
        Assert.Equal((0, 1), (fall.Cases.Single().Place, fall.Cases.Single().Before));
    }

    [Fact]
    public void The_same_height_counts_as_copied_from_four_weeks_on()
    {
        Assert.Equal((0, 0), Counts(Of(QualityCheck.RepeatedHeight, Visit(0, 80), Visit(27, 80))));
        Assert.Equal((1, 1), Counts(Of(QualityCheck.RepeatedHeight, Visit(0, 80), Visit(28, 80))));
        Assert.Equal((1, 0), Counts(Of(QualityCheck.RepeatedHeight, Visit(0, 80), Visit(28, 80.1m))));
    }

    [Fact]
    public void A_healthy_newborn_gains_a_third_in_a_month_and_does_not_jump()
    {
        Assert.Equal((1, 0), Counts(Of(QualityCheck.WeightJump, Visit(0, 50, 3.2m, birthOffset: 1), Visit(30, 54, 4.2m, birthOffset: 1))));
        Assert.Equal((1, 1), Counts(Of(QualityCheck.WeightJump, Visit(0, 80, 10), Visit(30, 81, 13))));
        Assert.Equal((1, 1), Counts(Of(QualityCheck.WeightJump, Visit(0, 80, 10), Visit(30, 81, 7.5m))));
        Assert.Equal((1, 0), Counts(Of(QualityCheck.WeightJump, Visit(0, 80, 10), Visit(30, 81, 11.4m))));
        Assert.Equal((0, 0), Counts(Of(QualityCheck.WeightJump, Visit(0, 80, 10), Visit(101, 81, 13))));
    }

    [Fact]
    public void Digits_are_read_from_the_decimal_number_and_not_from_a_binary_one()
    {
        var heights = Enumerable.Range(0, 1000).Select(place => Visit(0, 60 + place / 10m, 5 + place / 100m, child: null)).ToArray();
        Assert.Equal(Enumerable.Repeat(100, 10), Of(QualityCheck.HeightDigits, heights).Distribution);
        Assert.Equal(Enumerable.Repeat(100, 10), Of(QualityCheck.WeightDigits, heights).Distribution);
        Assert.Equal(0, Of(QualityCheck.HeightDigits, heights).Value);
        Assert.Equal("Angka terakhir tinggi wajar (skor 0 dari 1.000 tinggi).", Of(QualityCheck.HeightDigits, heights).Indonesian);
        Assert.Equal("Last digit of height: as it should be (score 0 of 1,000 heights).", Of(QualityCheck.HeightDigits, heights).English);
    }

    [Fact]
    public void One_digit_only_is_a_score_of_a_hundred()
    {
        var finding = Of(QualityCheck.HeightDigits, [.. Enumerable.Range(60, 30).Select(height => Visit(0, height, child: null))]);
        Assert.Equal((100, QualityVerdict.Act), (finding.Value!.Value, finding.Verdict));
        Assert.Equal(270, finding.Statistic!.Value, 9);
        Assert.Equal("100 % tinggi berakhir dengan ,0 atau ,5, padahal wajarnya sekitar 20 %: tinggi dibulatkan atau dikira-kira; minta pengukur membaca alat ukur sampai 0,1 cm dan ukur ulang beberapa anak bersama-sama.", finding.Indonesian);
    }

    [Fact]
    public void A_single_fall_in_a_good_posyandu_is_still_to_be_measured_again()
    {
        var visits = MadeUpPosyandu.Honest(4, 40, 2).Each((visit, place) =>
            place == 1 ? visit.Measurement with { LengthOrHeight = visit.Measurement.LengthOrHeight!.Value - Length.FromCentimetres(4) } : visit.Measurement);
        var finding = QualityReport.Of(visits).All[QualityCheck.FallingHeight];
        Assert.Equal(QualityVerdict.Good, finding.Verdict);
        Assert.Equal($"Banyaknya tinggi yang turun wajar (1 dari {finding.Count}); ukur ulang anak yang tercantum.", finding.Indonesian);
        Assert.Equal(1, finding.Cases.Single().Place);
    }

    private static (int Count, int Hits) Counts(QualityFinding finding) => (finding.Count, finding.Hits!.Value);
}
