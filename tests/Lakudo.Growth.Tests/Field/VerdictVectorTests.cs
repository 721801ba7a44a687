using System.Globalization;
using Lakudo.Field;
using Lakudo.Growth.Indonesia;
using Lakudo.Growth.Tests.Indonesia;

namespace Lakudo.Growth.Tests.Field;

/// <summary>Every verdict of the public test set, reasoned by hand.</summary>
public sealed class VerdictVectorTests
{
    private static readonly (Risks Risk, string Word)[] Risky =
    [
        (Risks.SeverelyWasted, "sangat-kurus"), (Risks.BelowRed, "BGM"), (Risks.TwiceNotGained, "2T"), (Risks.Wasted, "kurus"), (Risks.SeverelyShort, "sangat-pendek"), (Risks.Short, "pendek"), (Risks.NotGained, "T"),
        (Risks.AboveOrange, "oranye"), (Risks.Heavy, "berat-lebih"),
    ];

    private static readonly (Missing What, string Word)[] Lacking =
    [
        (Missing.Weight, "berat"), (Missing.Gain, "kenaikan"), (Missing.PreviousWeight, "berat-lalu"), (Missing.Height, "tinggi"), (Missing.Position, "posisi"), (Missing.Doubtful, "diragukan"), (Missing.Sex, "sex"), (Missing.Age, "umur"),
    ];

    [Fact]
    public void Every_verdict_of_the_test_set_is_right()
    {
        var visits = TestVectors.Rows("verdict-visits.csv").ToLookup(row => row["child"], Visit);
        var differences = new List<string>();
        foreach (var row in TestVectors.Rows("verdicts.csv"))
        {
            var (all, day) = (visits[row["child"]].ToList(), TestVectors.Day(row["visit"])!.Value);
            var reading = ChildReading.Of(new ChildHistory(SexCode.Read(row["sex"]), TestVectors.Day(row["birth"])!.Value, all), all.Single(one => one.Day == day));
            Differs("verdict", reading.Urgency switch { Urgency.Good => "baik", Urgency.Watch => "perhatikan", Urgency.Refer => "rujuk", _ => "belum dapat dinilai" });
            Differs("standing", string.Join('+', Risky.Where(one => reading.Standing.HasFlag(one.Risk)).Select(one => one.Word)));
            Differs("missing", string.Join('+', Lacking.Where(one => reading.Missing.HasFlag(one.What)).Select(one => one.Word)));
            Differs("loss_g", reading.Loss?.Lost.Grams.ToString() ?? "");
            Differs("loss_since", reading.Loss?.Since.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) ?? "");

            void Differs(string name, string mine)
            {
                if (mine != row[name]) differences.Add($"{row["child"]} {name} is '{mine}', the test set says '{row[name]}' ({row["why"]})");
            }
        }

        Assert.True(differences.Count == 0, string.Join('\n', differences));
    }

    private static PastMeasurement Visit(Dictionary<string, string> row) => new()
    {
        Id = Guid.CreateVersion7(),
        Day = TestVectors.Day(row["visit"])!.Value,
        Weight = (int?)TestVectors.Number(row["weight_g"]),
        Height = Tenths(row["lenhei_cm"]),
        Position = row["position"] switch { "terlentang" => Position.Lying, "berdiri" => Position.Standing, _ => null },
        Arm = Tenths(row["arm_cm"]),
        Head = Tenths(row["head_cm"]),
        State = row["state"] == "diragukan" ? MeasurementState.InQuestion : MeasurementState.Counts,
    };

    private static int? Tenths(string centimetres) => (int?)(TestVectors.Number(centimetres) * 100);
}
