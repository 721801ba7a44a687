using System.Globalization;
using Lakudo.Growth.Indonesia;

namespace Lakudo.Growth.Tests.Indonesia;

/// <summary>Every row of the public test set (data/test-vectors), whose answers were reasoned by hand and computed a second time by check.py there.</summary>
public class TestVectorTests
{
    private static readonly DateOnly Today = new(2025, 8, 31);

    [Fact]
    public void Every_age_of_the_test_set_is_right() => Holds("age.csv", 17, (row, differs) =>
    {
        var (birth, visit) = (TestVectors.Day(row["birth"])!.Value, TestVectors.Day(row["visit"])!.Value);
        var months = CompletedMonths.Between(birth, visit);
        differs("age_days", Age.Between(birth, visit)?.Days.ToString() ?? "");
        differs("age_months", months?.ToString() ?? "");
        differs("sip_group", SipAgeGroups.Of(months) is { } group ? Words.Of(group).Replace(" bulan", "") : "");
    });

    [Fact]
    public void Every_class_at_an_edge_is_right() => Holds("classes.csv", 38, (row, differs) =>
    {
        var classes = RuleBook.On(Today).Classes;
        var index = row["index"] switch
        {
            "BB/U" => GrowthIndex.WeightForAge,
            "PB/U" => GrowthIndex.LengthForAge,
            "BB/PB" => GrowthIndex.WeightForLength,
            _ => GrowthIndex.BmiForAge,
        };
        var z = new ZScore(index, (double)TestVectors.Number(row["z_exact"])!.Value);
        differs("z", z.Value.ToString("0.00", CultureInfo.InvariantCulture));
        differs("class", index switch
        {
            GrowthIndex.WeightForAge => Words.Of(classes.OfWeightForAge(z)),
            GrowthIndex.LengthForAge => Words.Of(classes.OfLengthForAge(z)),
            _ => Words.Of(classes.OfNutrition(z)),
        });
    });

    [Fact]
    public void Every_child_has_the_right_z_scores_and_classes_by_month_and_by_day() => Holds("children.csv", 57, (row, differs) =>
    {
        var (birth, visit) = (TestVectors.Day(row["birth"]), TestVectors.Day(row["visit"])!.Value);
        var measurement = new Measurement
        {
            Sex = SexCode.Read(row["sex"]),
            Weight = TestVectors.Number(row["weight_kg"]) is { } weight ? Mass.FromKilograms(weight) : null,
            LengthOrHeight = TestVectors.Number(row["lenhei_cm"]) is { } length ? Length.FromCentimetres(length) : null,
            Position = row["position"] switch { "terlentang" => Position.Lying, "berdiri" => Position.Standing, _ => null },
            HasOedema = row["oedema"] == "ya",
        };
        var status = NutritionStatus.Of(measurement, birth, visit, RuleBook.On(visit));
        differs("age_months", status.CompletedMonths?.ToString() ?? "");
        foreach (var (way, method) in new[] { ("month_", AgeMethod.CompletedMonths), ("day_", AgeMethod.Days) })
        {
            var answer = status[method];
            differs(way + "z_bbu", Z(answer.Assessment.WeightForAge));
            differs(way + "z_tbu", Z(answer.Assessment.LengthForAge));
            differs(way + "z_bbtb", Z(answer.Assessment.WeightForLength));
            differs(way + "z_imtu", Z(answer.Assessment.BmiForAge));
            differs(way + "bbu", answer.WeightForAge is { } bbu ? Words.Of(bbu) : "");
            differs(way + "tbu", answer.LengthForAge is { } tbu ? Words.Of(tbu) : "");
            differs(way + "bbtb", answer.WeightForLength is { } bbtb ? Words.Of(bbtb) : "");
            differs(way + "imtu", answer.BmiForAge is { } imtu ? Words.Of(imtu) : "");
        }
    });

    [Fact]
    public void Every_month_of_every_card_has_the_right_mark()
    {
        var weighings = TestVectors.Weighings("kms-weighings.csv");
        Holds("kms-months.csv", 90, (row, differs) =>
        {
            var month = TestVectors.Month(row["month"]);
            var card = RuleBook.On(month.LastDay).Kms;
            var read = card.Read(SexCode.Read(row["sex"]), TestVectors.Day(row["birth"])!.Value, weighings[row["child"]], month);
            differs("edition", card.Rule.Edition);
            differs("age_months", read.CompletedMonths?.ToString() ?? "");
            Pair("mark", TestVectors.Both(read.Mark, mark => mark.ToString()));
            differs("doubts", string.Join('+', Doubts(read.Doubts)));
            differs("gain_g", read.Gain?.Grams.ToString() ?? "");
            differs("kbm_g", read.Kbm?.Grams.ToString() ?? "");
            differs("kbm_other_g", read.Kbm?.OtherGrams?.ToString() ?? "");
            differs("loss_g", read.Loss?.Lost.Grams.ToString() ?? "");
            differs("loss_since", read.Loss?.Since.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) ?? "");
            Pair("two_t", TestVectors.Both<bool>(read.IsTwiceNotGained, answer => TestVectors.YesNo(answer)));
            Pair("bgm", TestVectors.Both<bool>(read.IsBelowRed, answer => TestVectors.YesNo(answer)));
            differs("above_orange", TestVectors.YesNo(read.IsAboveOrange?.Value));
            Pair("action", TestVectors.Both(read.Action, Action));

            void Pair(string name, (string Answer, string Other) both)
            {
                differs(name, both.Answer);
                differs(name + "_other", both.Other);
            }
        });
    }

    [Fact]
    public void The_posyandu_counts_right_in_every_cell()
    {
        var month = TestVectors.Month("2025-08");
        var book = RuleBook.On(month.LastDay);
        var register = new SkdnRegister(book, month);
        var weighings = TestVectors.Weighings("skdn-weighings.csv");
        foreach (var child in TestVectors.Rows("skdn-register.csv"))
        {
            register.Add(
                new RegisteredChild(SexCode.Read(child["sex"]), TestVectors.Day(child["birth"])!.Value, child["has_card"] == "ya"),
                weighings.GetValueOrDefault(child["child"], []));
        }

        Holds("skdn-counts.csv", 15, (row, differs) =>
        {
            SipAgeGroup? group = row["sip_group"] switch
            {
                "0-5" => SipAgeGroup.Months0To5,
                "6-11" => SipAgeGroup.Months6To11,
                "12-23" => SipAgeGroup.Months12To23,
                "24-59" => SipAgeGroup.Months24To59,
                _ => null,
            };
            var count = (SexCode.Read(row["sex"]), group) switch
            {
                ({ } sex, { } known) => register.Of(sex, known),
                ({ } sex, null) => register.Of(sex),
                (null, { } known) => register.Of(known),
                _ => register.Total,
            };
            var counts = new[] { count.S, count.K, count.D, count.N, count.OtherN, count.T, count.O, count.B, count.TwiceT, count.OtherTwiceT, count.BelowRed, count.OtherBelowRed };
            foreach (var (name, number) in "s k d n n_other t o b two_t two_t_other bgm bgm_other".Split(' ').Zip(counts)) differs(name, number.ToString());
            var success = book.Skdn.Success(count);
            differs("k_s", Share(count.ProgrammeReach));
            differs("d_s", Share(count.Participation));
            differs("n_d", Share(success?.Value));
            differs("n_d_other", Share(count.Success(SuccessDenominator.Comparable)));
            differs("bgm_d", Share(count.BelowRedShare));
            differs("two_t_d", Share(count.TwiceTShare));
        });
    }

    [Fact]
    public void Every_limit_of_mothers_arms_and_newborns_is_right() => Holds("limits.csv", 25, (row, differs) =>
    {
        var book = RuleBook.On(Today);
        var value = TestVectors.Number(row["value"])!.Value;
        var (answer, other) = row["rule"] switch
        {
            "lila-balita" => TestVectors.Both(book.Arm.Of(Length.FromCentimetres(value), (int?)TestVectors.Number(row["age_months"])), Words.Of),
            "kek" => Answer(book.Mothers.IsAtRiskOfKek(Length.FromCentimetres(value))),
            "anemia-bumil" => Answer(book.Mothers.IsAnaemic(value, int.Parse(row["trimester"]))),
            "bblr" => Answer(book.Births.IsLowBirthWeight(Mass.FromGrams((int)value))),
            _ => Answer(book.Births.IsShortAtBirth(Length.FromCentimetres(value))),
        };
        differs("answer", answer);
        differs("answer_other", other);
    });

    [Fact]
    public void Every_child_is_due_for_the_right_things() => Holds("due.csv", 25, (row, differs) =>
    {
        var (birth, last, day) = (TestVectors.Day(row["birth"])!.Value, TestVectors.Day(row["last"]), TestVectors.Day(row["day"])!.Value);
        var due = RuleBook.On(day).Due;
        var (answer, other) = row["rule"] switch
        {
            "vitamin-a" => TestVectors.Both<VitaminADose>(due.VitaminA(birth, day), Words.Of),
            "berat" => Answer(due.Weight(birth, last, day)),
            "tinggi" => Answer(due.Height(birth, last, day)),
            _ => Answer(due.Deworming(birth, last, day)),
        };
        differs("answer", answer);
        differs("answer_other", other);
    });

    private static void Holds(string file, int count, Action<Dictionary<string, string>, Action<string, string>> check)
    {
        var rows = TestVectors.Rows(file);
        Assert.Equal(count, rows.Count);
        var differences = new List<string>();
        foreach (var row in rows)
        {
            check(row, (name, mine) =>
            {
                if (mine != row[name]) differences.Add($"{file} {string.Join(' ', row.Values.Take(4))}: {name} is '{mine}', the test set says '{row[name]}' ({row.GetValueOrDefault("why")})");
            });
        }

        Assert.True(differences.Count == 0, string.Join('\n', differences));
    }

    private static (string Answer, string Other) Answer(RuleAnswer<bool>? answer) => TestVectors.Both<bool>(answer, yes => TestVectors.YesNo(yes));

    // A z just below 0 rounds to minus zero, which the test set writes 0.00.
    private static string Z(ZScore? z) => z is { } score ? (score.Value + 0).ToString("0.00", CultureInfo.InvariantCulture) : "";

    private static string Share(double? share) => share?.ToString("0.000000", CultureInfo.InvariantCulture) ?? "";

    private static string Action(KmsAction action) => action switch { KmsAction.None => "tidak ada", KmsAction.Counsel => "penyuluhan", _ => "rujuk" };

    private static IEnumerable<string> Doubts(KmsDoubts doubts)
    {
        if (doubts.HasFlag(KmsDoubts.KbmOfMonth)) yield return "cetakan";
        if (doubts.HasFlag(KmsDoubts.CardColumn)) yield return "kolom";
        if (doubts.HasFlag(KmsDoubts.GrowthLine)) yield return "garis";
        if (doubts.HasFlag(KmsDoubts.UnknownSex)) yield return "sex";
    }
}
