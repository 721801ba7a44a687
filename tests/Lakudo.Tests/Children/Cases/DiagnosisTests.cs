using Lakudo.Children;
using Lakudo.Children.Cases;
using Lakudo.Kernel;
using Lakudo.Testing;
using Microsoft.EntityFrameworkCore;

namespace Lakudo.Tests.Children.Cases;

public sealed class DiagnosisTests
{
    public static TheoryData<Vendor> Both => new(Vendor.Sqlite, Vendor.Postgres);

    [Theory, MemberData(nameof(Both))]
    public async Task Only_a_validated_short_height_carries_a_diagnosis_and_the_phone_hears_of_it(Vendor vendor)
    {
        await using var desk = await TestDesk.Open(vendor);
        var (child, measurement) = await desk.Short(validated: false);
        var phone = await desk.Posyandu.Phone();
        Assert.Equal("C-301", (await desk.Diagnose(child.Id, measurement)).Refusal?.Code);
        await desk.Posyandu.Validate(new(measurement, true));
        Assert.Null((await phone.Ask()).Children.Single(c => c.Id == child.Id).Stunting);
        Assert.False((await desk.Diagnose(child.Id, measurement)).IsRefused);
        Assert.Equal(("dr. Sitti Hartina", TestDesk.Today), ((await phone.Ask()).Children.Single(c => c.Id == child.Id).Stunting!.By, (await desk.Posyandu.Record(child.Id)).Value.Stunting!.On));
        Assert.Equal("C-302", (await desk.Diagnose(child.Id, measurement)).Refusal?.Code);
        Assert.Equal(1, await desk.Journaled(nameof(DiagnosisRecorded)));
        Assert.True((await desk.List()).Value.Single(r => r.Child == child.Id).Grounds.HasFlag(CaseGrounds.Stunting));
    }

    [Theory, MemberData(nameof(Both))]
    public async Task A_child_of_ordinary_height_and_another_childs_measurement_carry_none(Vendor vendor)
    {
        await using var desk = await TestDesk.Open(vendor);
        var (tall, ofTall) = await desk.Short(height: 7_550);
        var (_, ofShort) = await desk.Short();
        Assert.Equal("C-301", (await desk.Diagnose(tall.Id, ofTall)).Refusal?.Code);
        Assert.Equal("C-301", (await desk.Diagnose(tall.Id, ofShort)).Refusal?.Code);
        Assert.Equal("C-301", (await desk.Diagnose(tall.Id, Guid.CreateVersion7())).Refusal?.Code);
    }

    [Theory, MemberData(nameof(Both))]
    public async Task The_day_lies_between_the_measurement_and_today_and_the_finder_has_a_name(Vendor vendor)
    {
        await using var desk = await TestDesk.Open(vendor);
        var (child, measurement) = await desk.Short();
        Assert.Equal("C-304", (await desk.Diagnose(child.Id, measurement, on: new DateOnly(2026, 3, 1))).Refusal?.Code);
        Assert.Equal("C-304", (await desk.Diagnose(child.Id, measurement, on: TestDesk.Today.AddDays(1))).Refusal?.Code);
        Assert.Equal(KernelRefusals.NameImpossible.Code, (await desk.Diagnose(child.Id, measurement, foundBy: " ")).Refusal?.Code);
        Assert.False((await desk.Diagnose(child.Id, measurement, on: new DateOnly(2026, 3, 2))).IsRefused);
    }

    [Theory, MemberData(nameof(Both))]
    public async Task Taken_back_with_a_reason_it_stays_in_the_history_and_leaves_the_screen(Vendor vendor)
    {
        await using var desk = await TestDesk.Open(vendor);
        var (child, measurement) = await desk.Short();
        Assert.Equal("C-303", (await desk.TakeBack(child.Id)).Refusal?.Code);
        await desk.Diagnose(child.Id, measurement);
        Assert.Equal("C-305", (await desk.TakeBack(child.Id, " ")).Refusal?.Code);
        Assert.False((await desk.TakeBack(child.Id)).IsRefused);
        Assert.Null((await desk.Posyandu.Record(child.Id)).Value.Stunting);
        var kept = Assert.Single((await desk.Case(child.Id)).Value.Diagnoses);
        Assert.Equal(("dr. Sitti Hartina", "Tinggi orang tuanya", true), (kept.FoundBy, kept.TakenBackReason, kept.TakenBackAt is not null));
        Assert.False((await desk.Diagnose(child.Id, measurement, foundBy: "dr. Lain")).IsRefused);
        Assert.Equal(["dr. Lain", "dr. Sitti Hartina"], (await desk.Case(child.Id)).Value.Diagnoses.Select(d => d.FoundBy).Order());
    }

    [Theory, MemberData(nameof(Both))]
    public async Task A_diagnosis_whose_measurement_is_struck_later_says_so(Vendor vendor)
    {
        await using var desk = await TestDesk.Open(vendor);
        var (child, measurement) = await desk.Short();
        await desk.Diagnose(child.Id, measurement);
        Assert.False(Assert.Single((await desk.Case(child.Id)).Value.Diagnoses).IsGroundStruck);
        await desk.Posyandu.Validate(new(measurement, false, "Papan ukur miring"));
        Assert.True(Assert.Single((await desk.Case(child.Id)).Value.Diagnoses).IsGroundStruck);
    }

    [Theory, MemberData(nameof(Both))]
    public async Task It_goes_along_when_two_entries_are_one_child_and_back_when_they_are_not(Vendor vendor)
    {
        await using var desk = await TestDesk.Open(vendor);
        var (twice, measurement) = await desk.Short();
        var keep = await desk.Child("Wa Pendek", (new DateOnly(2026, 2, 2), 7_900, 6_800));
        await desk.Diagnose(twice.Id, measurement);
        Assert.False((await desk.Posyandu.Merge(keep.Id, twice.Id)).IsRefused);
        Assert.NotNull((await desk.Posyandu.Record(keep.Id)).Value.Stunting);
        Assert.Single((await desk.Case(keep.Id)).Value.Diagnoses);
        Assert.False((await desk.Posyandu.Split(twice.Id)).IsRefused);
        Assert.Null((await desk.Posyandu.Record(keep.Id)).Value.Stunting);
        Assert.NotNull((await desk.Posyandu.Record(twice.Id)).Value.Stunting);
    }

    [Theory, MemberData(nameof(Both))]
    public async Task A_midwife_another_puskesmas_and_everybody_else_may_not(Vendor vendor)
    {
        await using var desk = await TestDesk.Open(vendor);
        var (child, measurement) = await desk.Short();
        Assert.Equal("C-005", (await desk.Diagnose(child.Id, measurement, desk.Posyandu.FarNutritionist)).Refusal?.Code);
        Assert.Equal("C-005", (await desk.TakeBack(child.Id, by: desk.Posyandu.FarNutritionist)).Refusal?.Code);
        foreach (var other in TestDesk.AllBut(Role.Nutritionist))
        {
            Assert.Equal("K-001", (await desk.Diagnose(child.Id, measurement, other)).Refusal?.Code);
            Assert.Equal("K-001", (await desk.TakeBack(child.Id, by: other)).Refusal?.Code);
        }

        Assert.Equal("K-001", (await desk.Diagnose(child.Id, measurement, desk.Bidan)).Refusal?.Code);
        await using var db = desk.Posyandu.Read();
        Assert.False(await db.Children.AnyAsync(c => c.StuntingBy != null));
    }
}
