using Lakudo.Children.Cases;
using Lakudo.Children.Counts;
using Lakudo.Field;
using Lakudo.Growth.Indonesia;
using Lakudo.Kernel;
using Lakudo.Testing;

namespace Lakudo.Tests.Children.Cases;

/// <summary>Register, desk and counts say of a child what the phone says, and none of them takes an arm for a weight.</summary>
public sealed class SameVerdictTests
{
    private static readonly DateOnly March = new(2026, 3, 1);

    [Fact]
    public async Task A_child_of_2T_whose_arm_alone_was_measured_stays_a_case_and_is_not_counted_as_weighed()
    {
        await using var desk = await TestDesk.Open(Vendor.Sqlite);
        var test = desk.Posyandu;
        var child = await desk.Child("Wa Lengan", (new(2025, 12, 2), 7_900, null), (new(2026, 1, 2), 7_950, null), (new(2026, 2, 2), 8_000, 6_850));
        var arm = test.Measured(child.Id) with { Weight = null, Height = null, Position = null, Arm = 1_400 };
        Assert.Equal(BatchVerdict.Accepted, (await (await test.Phone()).Send(arm)).Value.Verdict);

        var record = (await test.Record(child.Id)).Value.Reading!;
        Assert.Equal(arm.Id, record.Measurement.Id);
        Assert.NotEqual(Urgency.Good, record.Urgency);
        Assert.True(record.Missing.HasFlag(Missing.Weight));
        Assert.True(record.Standing.HasFlag(Risks.TwiceNotGained) && (record.Standing & (Risks.Short | Risks.SeverelyShort)) != Risks.None);
        var found = (await desk.Case(child.Id)).Value;
        Assert.True(found.Grounds.HasFlag(CaseGrounds.TwiceNotGained));
        Assert.Equal((record.Urgency, record.Missing, record.Standing), (found.Reading.Urgency, found.Reading.Missing, found.Reading.Standing));
        Assert.Contains((await desk.List()).Value, row => row.Child == child.Id && row.Grounds.HasFlag(CaseGrounds.TwiceNotGained));
        await using var db = test.Read();
        var counts = (await new MonthCounts(db).Of(1, March, default))[test.Melati];
        Assert.Equal((1, 0, 0), (counts[(int)Counted.Children], counts[(int)Counted.Measured], counts[(int)Counted.NotSeen]));
    }

    [Fact]
    public async Task What_was_lost_over_missed_months_stands_at_the_desk_and_an_empty_month_is_not_good()
    {
        await using var desk = await TestDesk.Open(Vendor.Sqlite);
        var lost = await desk.Child("Wa Turun", (new(2025, 8, 4), 9_300, null), (new(2026, 3, 2), 9_000, 7_550));
        var quiet = await desk.Child("Wa Tenang", (new(2026, 1, 5), 8_700, 7_400), (new(2026, 2, 2), 9_000, 7_450));

        var found = (await desk.Case(lost.Id)).Value;
        Assert.Equal((KmsMark.O, CaseGrounds.WeightFell, Urgency.Watch), (found.Reading.Kms.Mark?.Value, found.Grounds, found.Reading.Urgency));
        Assert.Equal((300m, new DateOnly(2025, 8, 4)), ((decimal)found.Reading.Loss!.Value.Lost.Grams, found.Reading.Loss.Value.Since));
        Assert.Equal(CaseGrounds.WeightFell, Assert.Single((await desk.List()).Value).Grounds);
        // Nothing was measured in March: no ground, and no good verdict either.
        var empty = (await desk.Case(quiet.Id)).Value;
        Assert.Equal((CaseGrounds.None, Urgency.Unknown, true), (empty.Grounds, empty.Reading.Urgency, empty.Reading.Missing.HasFlag(Missing.Weight)));
    }
}
