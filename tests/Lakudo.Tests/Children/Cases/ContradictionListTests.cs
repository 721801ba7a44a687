using System.Collections.Immutable;
using Lakudo.Children;
using Lakudo.Children.Cases;
using Lakudo.Children.Measuring;
using Lakudo.Children.Register;
using Lakudo.Kernel;
using Lakudo.Testing;
using Microsoft.EntityFrameworkCore;

namespace Lakudo.Tests.Children.Cases;

/// <summary>What was entered earlier and contradicts itself is found, stands first at the desk, and goes once somebody has decided.</summary>
public sealed class ContradictionListTests
{
    private static Task<Outcome<ImmutableArray<ContradictionList.Row>>> List(TestDesk desk, Caller? by = null) =>
        desk.Posyandu.With((db, commit) => new ContradictionList(db, commit, desk.Posyandu.Clock).Run(by ?? desk.Gizi));

    [Fact]
    public async Task Only_those_who_care_for_the_children_see_it()
    {
        await using var desk = await TestDesk.Open(Vendor.Sqlite);
        foreach (var role in Enum.GetValues<Role>().Where(r => r is not (Role.Midwife or Role.Nutritionist or Role.System))) Assert.Equal("K-001", (await List(desk, TestPosyandu.Staff(role))).Refusal?.Code);
        await desk.Child("Wa Rini", (new DateOnly(2026, 3, 2), 9_000, 7_550));
        Assert.Empty((await List(desk)).Value);
        Assert.Equal(0, (await desk.Glance()).Value.Contradictions);
    }

    [Fact]
    public async Task What_earlier_imports_mixed_up_is_found_and_gone_once_decided()
    {
        await using var desk = await TestDesk.Open(Vendor.Sqlite);
        var day = new DateOnly(2026, 3, 2);
        var twice = await desk.Child("Wa Dua", (day, 9_000, 7_550), (day, 7_000, 7_000));
        var early = await desk.Child("Wa Dini", (new DateOnly(2026, 2, 2), 9_000, 7_550));
        var fell = await desk.Child("Wa Turun", (new DateOnly(2026, 2, 2), 9_000, 7_700), (day, 9_100, 7_300));
        // As an import of an earlier release left them.
        await using (var db = desk.Posyandu.Read())
        {
            var file = Guid.CreateVersion7();
            await db.Measurements.Where(m => m.ChildId == twice.Id || m.ChildId == fell.Id).ExecuteUpdateAsync(s => s.SetProperty(m => m.Origin, Origin.Import).SetProperty(m => m.BatchId, file));
            await db.Children.Where(c => c.Id == early.Id).ExecuteUpdateAsync(s => s.SetProperty(c => c.Birth, new DateOnly(2026, 2, 20)));
        }

        var rows = (await List(desk)).Value;
        Assert.Equal([ContradictionKind.BeforeBirth, ContradictionKind.TwoOfOneFile, ContradictionKind.TwoOfOneFile, ContradictionKind.UnlikeFromFile], rows.Select(r => r.Kind));
        Assert.Equal([early.Id, twice.Id, twice.Id, fell.Id], rows.Select(r => r.Child));
        Assert.Equal(4, (await desk.Glance()).Value.Contradictions);
        Assert.Empty((await List(desk, desk.Posyandu.FarNutritionist)).Value);
        // Keeping one of two strikes the other.
        Assert.False((await desk.Posyandu.Validate(new(rows[1].Measurement!.Value, true))).IsRefused);
        Assert.False((await desk.Posyandu.Validate(new(rows[0].Measurement!.Value, false, "Milik anak lain"))).IsRefused);
        Assert.Equal([fell.Id], (await List(desk)).Value.Select(r => r.Child));
    }

    [Fact]
    public async Task A_phone_whose_clock_was_days_off_and_pairs_of_one_number_are_found()
    {
        await using var desk = await TestDesk.Open(Vendor.Sqlite);
        var test = desk.Posyandu;
        var phone = await test.Phone();
        var girl = test.Girl() with { Nik = "7414011001250001" };
        var batch = phone.Batch(girl, test.Measured(girl.Id));
        Assert.False((await phone.Send(batch with { Clock = batch.Clock.AddDays(6) })).IsRefused);
        var near = test.Girl("Wa Dekat", birth: new DateOnly(2025, 3, 20)) with { Nik = "7414011001250001" };
        var other = test.Girl("Wa Lain", birth: new DateOnly(2022, 1, 1)) with { MotherName = "Halima" };
        await phone.Send(near, other);
        var rows = (await List(desk)).Value;
        Assert.Equal([ContradictionKind.ClockOff, ContradictionKind.OneNik, ContradictionKind.OneMothersNik, ContradictionKind.BornTooNear], rows.Select(r => r.Kind));
        Assert.Equal(6 * 86_400, rows[0].ClockSeconds);
        Assert.False((await test.Validate(new(rows[0].Measurement!.Value, true))).IsRefused);
        foreach (var pair in rows.Skip(1).Select(r => (r.Child, r.Other)).Distinct())
            Assert.False((await test.With((db, commit) => new TellApart(db, commit, test.Clock).Run(test.Nutritionist, new(pair.Child, pair.Other!.Value)))).IsRefused);
        Assert.Empty((await List(desk)).Value);
    }
}
