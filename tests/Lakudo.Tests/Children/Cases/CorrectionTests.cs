using Lakudo.Children;
using Lakudo.Children.Measuring;
using Lakudo.Field;
using Lakudo.Growth;
using Lakudo.Kernel;
using Lakudo.Testing;
using Microsoft.EntityFrameworkCore;

namespace Lakudo.Tests.Children.Cases;

public sealed class CorrectionTests
{
    public static TheoryData<Vendor> Both => new(Vendor.Sqlite, Vendor.Postgres);

    [Theory, MemberData(nameof(Both))]
    public async Task The_wrong_value_stays_struck_with_the_reason_and_the_right_one_counts_under_the_same_measurer(Vendor vendor)
    {
        await using var desk = await TestDesk.Open(vendor);
        var (child, wrong) = await desk.Short(validated: false);
        var right = (await desk.Correct(Right(wrong))).Value;
        var rows = (await desk.Posyandu.Record(child.Id)).Value.Measurements.ToDictionary(m => m.Id);
        Assert.Equal((2, MeasurementState.Struck, 6_850, "Salah baca buku KIA"), (rows.Count, rows[wrong].State, rows[wrong].Height, rows[wrong].Reason));
        Assert.Equal((MeasurementState.Counts, Validation.Kept, 7_600, "Wa Ani", wrong), (rows[right].State, rows[right].Validation, rows[right].Height, rows[right].Measurer, rows[right].Replaces));
        Assert.True(rows[right].LengthForAge > rows[wrong].LengthForAge);
        Assert.Equal(1, await desk.Journaled(nameof(MeasurementCorrected)));
        var seen = (await (await desk.Posyandu.Phone()).Ask()).Children.Single().Measurements;
        Assert.Equal(7_600, seen.Single(m => m.State == MeasurementState.Counts).Height);
        Assert.Equal("C-035", (await desk.Correct(Right(wrong))).Refusal?.Code);
        Assert.Equal("C-035", (await desk.Correct(Right(right))).Refusal?.Code);
    }

    [Theory, MemberData(nameof(Both))]
    public async Task Without_reason_or_with_impossible_values_and_by_others_nothing_is_corrected(Vendor vendor)
    {
        await using var desk = await TestDesk.Open(vendor);
        var (_, wrong) = await desk.Short(validated: false);
        Assert.Equal("C-034", (await desk.Correct(Right(wrong) with { Reason = " " })).Refusal?.Code);
        Assert.Equal("K-021", (await desk.Correct(Right(wrong) with { Reason = "NIK 7414016505950001" })).Refusal?.Code);
        Assert.Equal("C-013", (await desk.Correct(Right(wrong) with { Weight = 90 })).Refusal?.Code);
        Assert.Equal("C-012", (await desk.Correct(new(wrong, null, null, null, null, null, false, "Kosong"))).Refusal?.Code);
        Assert.Equal("C-033", (await desk.Correct(Right(wrong), desk.Posyandu.FarNutritionist)).Refusal?.Code);
        foreach (var other in TestDesk.AllBut(Role.Midwife, Role.Nutritionist)) Assert.Equal("K-001", (await desk.Correct(Right(wrong), other)).Refusal?.Code);
        await using var db = desk.Posyandu.Read();
        Assert.Equal(1, await db.Measurements.CountAsync());
    }

    [Theory, MemberData(nameof(Both))]
    public async Task The_order_to_measure_again_ends_when_it_was_and_not_when_something_else_is_struck(Vendor vendor)
    {
        await using var desk = await TestDesk.Open(vendor);
        var child = await desk.Child("Wa Ulang", (new DateOnly(2026, 2, 2), 8_900, 7_500), (new DateOnly(2026, 3, 2), 9_000, 7_100));
        await using var db = desk.Posyandu.Read();
        var rows = await db.Measurements.OrderBy(m => m.Day).Select(m => m.Id).ToListAsync();
        await desk.Posyandu.Validate(new(rows[1], false, "Papan miring", Remeasure: true));
        await desk.Posyandu.Validate(new(rows[0], false, "Salah anak"));
        Assert.Equal(("Papan miring", 1), ((await desk.Posyandu.Record(child.Id)).Value.RemeasureReason, (await desk.Glance()).Value.ToRemeasure));
        var phone = await desk.Posyandu.Phone();
        // Measured before the order, only sent late: it does not answer it.
        await phone.Send(desk.Posyandu.Measured(child.Id, 8_950, 7_520, new DateOnly(2026, 2, 20)));
        Assert.NotNull((await desk.Posyandu.Record(child.Id)).Value.RemeasureReason);
        await phone.Send(desk.Posyandu.Measured(child.Id, 9_000, 7_550, TestDesk.Today));
        Assert.Equal((null, 0), ((await desk.Posyandu.Record(child.Id)).Value.RemeasureReason, (await desk.Glance()).Value.ToRemeasure));
    }

    private static CorrectMeasurement.Command Right(Guid wrong) => new(wrong, 8_000, 7_600, Position.Lying, null, null, false, "Salah baca buku KIA");
}
