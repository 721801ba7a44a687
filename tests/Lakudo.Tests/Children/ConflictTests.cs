using Lakudo.Children;
using Lakudo.Field;
using Lakudo.Growth.Indonesia;
using Lakudo.Testing;
using Microsoft.EntityFrameworkCore;

namespace Lakudo.Tests.Children;

public sealed class ConflictTests
{
    public static TheoryData<Vendor> Both => new(Vendor.Sqlite, Vendor.Postgres);

    [Theory, MemberData(nameof(Both))]
    public async Task Two_phones_measuring_one_child_on_one_day_are_kept_side_by_side(Vendor vendor)
    {
        await using var test = await TestPosyandu.Open(vendor);
        var (one, two) = (await test.Phone(), await test.Phone());
        var child = test.Girl();
        await one.Send(child, test.Measured(child.Id, 9_000));
        var answer = (await two.Send(test.Measured(child.Id, 9_400))).Value;
        Assert.Equal((BatchVerdict.Accepted, EntryNotes.Conflict), (answer.Verdict, Assert.Single(answer.Notes).Code));
        var shown = Assert.Single((await one.Ask()).Children);
        Assert.Equal([9_000, 9_400], shown.Measurements.Select(m => m.Weight!.Value).Order());
        Assert.All(shown.Measurements, m => Assert.Equal(MeasurementState.InQuestion, m.State));
    }

    [Theory, MemberData(nameof(Both))]
    public async Task A_correction_strikes_the_earlier_one_and_two_corrections_of_one_are_in_question(Vendor vendor)
    {
        await using var test = await TestPosyandu.Open(vendor);
        var (one, two) = (await test.Phone(), await test.Phone());
        var child = test.Girl();
        var first = test.Measured(child.Id, 9_000);
        await one.Send(child, first);
        await one.Send(test.Measured(child.Id, 9_050, replaces: first.Id));
        var after = Assert.Single((await one.Ask()).Children).Measurements.ToDictionary(m => m.Weight!.Value, m => m.State);
        Assert.Equal((MeasurementState.Struck, MeasurementState.Counts), (after[9_000], after[9_050]));
        // The other phone corrects the same one, with another day even: neither wins.
        await two.Send(test.Measured(child.Id, 9_500, day: new DateOnly(2026, 3, 1), replaces: first.Id));
        var both = Assert.Single((await one.Ask()).Children).Measurements.ToDictionary(m => m.Weight!.Value, m => m.State);
        Assert.Equal((MeasurementState.Struck, MeasurementState.InQuestion, MeasurementState.InQuestion), (both[9_000], both[9_050], both[9_500]));
    }

    [Theory, MemberData(nameof(Both))]
    public async Task In_whatever_order_the_batches_arrive_the_register_is_the_same(Vendor vendor)
    {
        string? first = null;
        for (var seed = 0; seed < 5; seed++)
        {
            await using var test = await TestPosyandu.Open(vendor);
            var (one, two) = (await test.Phone(), await test.Phone());
            var child = test.Girl();
            FieldMeasurement At(int month, int weight, Guid? replaces = null) => test.Measured(child.Id, weight, 7_000 + (month * 100), new DateOnly(2025, 12, 1).AddMonths(month - 1), replaces);
            var january = At(2, 8_600);
            (TestPhone Phone, object[] Entries)[] batches =
            [
                (one, [child]), (one, [At(1, 8_400)]), (one, [january]), (one, [At(2, 8_700, january.Id)]), (two, [At(3, 8_800)]), (one, [At(3, 8_900)]), (two, [At(4, 9_300)]),
            ];
            var order = new Random(seed);
            order.Shuffle(batches);
            foreach (var (phone, entries) in batches) Assert.Equal(BatchVerdict.Accepted, (await phone.Send(entries)).Value.Verdict);
            await using var db = test.Read();
            var rows = await db.Measurements.OrderBy(m => m.Day).ThenBy(m => m.Weight).Select(m => new { m.Day, m.Weight, m.State, m.Mark, m.WeightForAge, m.LengthForAge, m.Doubts }).ToListAsync();
            var register = string.Join('\n', rows);
            Assert.Equal(6, rows.Count);
            Assert.DoesNotContain(rows, r => r.Mark is null || r.WeightForAge is null);
            first ??= register;
            Assert.Equal(first, register);
        }
    }

    [Theory, MemberData(nameof(Both))]
    public async Task A_measurement_that_comes_before_its_child_waits_for_it(Vendor vendor)
    {
        await using var test = await TestPosyandu.Open(vendor);
        var phone = await test.Phone();
        var child = test.Girl();
        Assert.Equal(BatchVerdict.Accepted, (await phone.Send(test.Measured(child.Id))).Value.Verdict);
        Assert.Empty((await phone.Ask()).Children);
        Assert.Equal(BatchVerdict.Accepted, (await phone.Send(child)).Value.Verdict);
        await using var db = test.Read();
        Assert.Equal(KmsMark.B, (await db.Measurements.SingleAsync()).Mark);
        Assert.Single(Assert.Single((await phone.Ask()).Children).Measurements);
    }
}
