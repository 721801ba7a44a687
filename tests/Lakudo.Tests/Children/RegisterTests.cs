using Lakudo.Children;
using Lakudo.Children.Measuring;
using Lakudo.Children.Register;
using Lakudo.Field;
using Lakudo.Growth;
using Lakudo.Kernel;
using Lakudo.Testing;
using Microsoft.EntityFrameworkCore;

namespace Lakudo.Tests.Children;

public sealed class RegisterTests
{
    public static TheoryData<Vendor> Both => new(Vendor.Sqlite, Vendor.Postgres);

    [Theory]
    [InlineData("Sitti Aisyah", "Siti Aisah", 0.9)]
    [InlineData("La Ode Muh. Djafar", "Muhammad Jafar", 0.99)]
    [InlineData("Wa Ode Nur Hidayah", "Nurhidayah", 0.4)]
    [InlineData("Oemar", "Umar", 0.99)]
    public void One_name_in_two_spellings_is_alike(string one, string other, double atLeast) => Assert.InRange(new HeardName(one).LikenessTo(new(other)), atLeast, 1);

    [Theory]
    [InlineData("Rahman", "Fitri")]
    [InlineData("Wa Ode Sari", "Wa Ode Hasna")]
    public void Two_names_are_not(string one, string other) => Assert.InRange(new HeardName(one).LikenessTo(new(other)), 0, 0.5);

    [Fact]
    public void What_a_glance_leaves_out_is_never_more_alike_than_was_asked_for()
    {
        var chance = new Random(26);
        string[] parts = ["si", "ti", "nur", "ra", "h", "ma", "dj", "af", "ar", "oe", "mar", "wa ", "la ode ", "muh. ", " bin ", "za", "y", "ñ"];
        List<HeardName> names = [.. Enumerable.Range(0, 120).Select(_ => new HeardName(string.Concat(Enumerable.Range(0, 1 + chance.Next(5)).Select(_ => parts[chance.Next(parts.Length)]))))];
        foreach (var (one, other) in names.SelectMany(one => names.Select(other => (one, other))))
        {
            var whole = one.LikenessTo(other);
            Assert.Equal(whole >= 0.55 ? whole : 0, one.LikenessTo(other, 0.55));
            Assert.Equal(whole, other.LikenessTo(one), 12);
        }
    }

    [Fact]
    public void Twins_stay_below_the_line_and_one_child_written_twice_comes_above_it()
    {
        var mother = Guid.CreateVersion7();
        var one = new ChildTraits(new("Sitti Aisyah"), Sex.Female, new(2025, 1, 10), 2, new("Wa Ode Sari"), mother, true, null);
        Assert.True(ChildLikeness.Of(one, one with { Name = new("Siti Aisah"), Mother = new("Wa Sari"), MotherId = Guid.CreateVersion7(), HasMotherNik = false }) >= ChildLikeness.Likely);
        Assert.True(ChildLikeness.Of(one, one with { Name = new("Rahmi") }) < ChildLikeness.Likely);
        Assert.True(ChildLikeness.Of(one, one with { Mother = new("Wa Ode Hasna"), MotherId = Guid.CreateVersion7() }) < ChildLikeness.Likely);
        Assert.Equal(0, ChildLikeness.Of(one, one with { Birth = new(2025, 2, 10) }));
    }

    [Theory, MemberData(nameof(Both))]
    public async Task A_likely_double_is_told_at_entry_and_later_and_merged_and_split_again(Vendor vendor)
    {
        await using var test = await TestPosyandu.Open(vendor);
        var (here, there) = (await test.Phone(), await test.Phone(test.Mawar, test.OtherCadre));
        var (one, two) = (test.Girl("Sitti Aisyah"), test.Girl("Siti Aisah"));
        Assert.Empty((await here.Send(one, test.Measured(one.Id, 9_000))).Value.Notes);
        Assert.Equal(EntryNotes.LikelyDouble, Assert.Single((await there.Send(two, test.Measured(two.Id, 9_300))).Value.Notes).Code);
        var pair = Assert.Single((await test.Doubles(test.Nutritionist)).Value);
        Assert.Equal(new[] { one.Id, two.Id }.Order(), new[] { pair.One.Id, pair.Other.Id }.Order());
        Assert.Empty((await test.Doubles(test.FarNutritionist)).Value);
        var (before, beforeThere) = ((await here.Ask()).Cursor, (await there.Ask()).Cursor);

        // The midwife cares for one of the two only.
        Assert.Equal("C-005", (await test.Merge(one.Id, two.Id, test.Midwife)).Refusal?.Code);
        Assert.False((await test.Merge(one.Id, two.Id)).IsRefused);
        Assert.Equal("C-031", (await test.Merge(one.Id, two.Id)).Refusal?.Code);
        var merged = Assert.Single((await here.Ask(before)).Children);
        Assert.Equal((2, MeasurementState.InQuestion), (merged.Measurements.Count, merged.Measurements[0].State));
        Assert.Contains(two.Id, (await there.Ask(beforeThere)).Gone);
        // A phone that did not hear of it yet sends for the old entry: it is found under the one that stays.
        Assert.Equal(BatchVerdict.Accepted, (await there.Send(test.Measured(two.Id, 9_100, day: new DateOnly(2026, 2, 2)))).Value.Verdict);
        Assert.Equal(3, (await test.Record(one.Id)).Value.Measurements.Length);

        Assert.Equal("C-032", (await test.Split(one.Id)).Refusal?.Code);
        Assert.False((await test.Split(two.Id)).IsRefused);
        Assert.Equal([9_000], (await test.Record(one.Id)).Value.Measurements.Select(m => m.Weight!.Value));
        Assert.Equal([9_300, 9_100], (await test.Record(two.Id)).Value.Measurements.Select(m => m.Weight!.Value));
        Assert.All((await test.Record(two.Id)).Value.Measurements, m => Assert.Equal(MeasurementState.Counts, m.State));
    }

    [Theory, MemberData(nameof(Both))]
    public async Task A_child_that_moves_takes_its_history_along_and_both_sides_see_it(Vendor vendor)
    {
        await using var test = await TestPosyandu.Open(vendor);
        var (here, there) = (await test.Phone(), await test.Phone(test.Mawar, test.OtherCadre));
        var child = test.Girl();
        await here.Send(child, test.Measured(child.Id));
        var cursor = (await here.Ask()).Cursor;
        Assert.Equal("C-005", (await test.Move(child.Id, test.Mawar, test.FarNutritionist)).Refusal?.Code);
        Assert.Equal("C-030", (await test.Move(child.Id, test.Melati)).Refusal?.Code);
        Assert.False((await test.Move(child.Id, test.Far)).IsRefused);
        Assert.Equal([child.Id], (await here.Ask(cursor)).Gone);
        Assert.Single((await test.Record(child.Id)).Value.Measurements);
        Assert.Single((await test.Record(child.Id, test.FarNutritionist)).Value.Measurements);
        Assert.Equal((false, true), ((await test.Record(child.Id)).Value.IsHere, (await test.Record(child.Id, test.FarNutritionist)).Value.IsHere));
        // What the old phone measured before it heard of it is taken in.
        Assert.Equal(BatchVerdict.Accepted, (await here.Send(test.Measured(child.Id, 9_050, day: new DateOnly(2026, 2, 9)))).Value.Verdict);
        Assert.Equal("C-010", Assert.Single((await there.Send(test.Measured(child.Id))).Value.Refusals).Code);
        Assert.False((await test.Move(child.Id, test.Melati, test.FarNutritionist)).IsRefused);
        Assert.Equal(2, Assert.Single((await here.Ask(cursor)).Children).Measurements.Count);
    }

    [Theory, MemberData(nameof(Both))]
    public async Task Every_reading_of_a_record_is_journaled_and_shown_and_others_may_not(Vendor vendor)
    {
        await using var test = await TestPosyandu.Open(vendor);
        var phone = await test.Phone();
        var child = test.Girl();
        await phone.Send(child, test.Measured(child.Id));
        await test.Record(child.Id, test.Midwife);
        Assert.Equal(["Nurul", "Bidan Sitti"], (await test.Record(child.Id)).Value.Reads.Select(r => r.Who));
        Assert.Equal("C-005", (await test.Record(child.Id, test.FarNutritionist)).Refusal?.Code);
        Assert.Single((await test.List(test.Melati)).Value);
        Assert.Equal("C-001", (await test.List(test.Mawar, test.Midwife)).Refusal?.Code);
        foreach (var role in Enum.GetValues<Role>().Where(r => r is not (Role.Midwife or Role.Nutritionist)))
        {
            var other = TestPosyandu.Staff(role);
            Assert.Equal("K-001", (await test.Record(child.Id, other)).Refusal?.Code);
            Assert.Equal("K-001", (await test.List(test.Melati, other)).Refusal?.Code);
            Assert.Equal("K-001", (await test.ToValidate(other)).Refusal?.Code);
            Assert.Equal("K-001", (await test.Doubles(other)).Refusal?.Code);
            Assert.Equal("K-001", (await test.Merge(child.Id, child.Id, other)).Refusal?.Code);
            Assert.Equal("K-001", (await test.Split(child.Id, other)).Refusal?.Code);
            Assert.Equal("K-001", (await test.Move(child.Id, test.Mawar, other)).Refusal?.Code);
            Assert.Equal("K-001", (await test.Validate(new(child.Id, true), other)).Refusal?.Code);
        }

        await using var db = test.Read();
        Assert.Equal(2, await db.JournalEntries.CountAsync(e => e.Fact == nameof(ChildRead)));
    }

    [Theory, MemberData(nameof(Both))]
    public async Task The_puskesmas_decides_what_is_in_question_and_nothing_is_overwritten(Vendor vendor)
    {
        await using var test = await TestPosyandu.Open(vendor);
        var (one, two) = (await test.Phone(), await test.Phone());
        var child = test.Girl();
        var (first, second) = (test.Measured(child.Id, 9_000), test.Measured(child.Id, 9_400));
        await one.Send(child, first);
        await two.Send(second);
        Assert.Equal([true, true], (await test.ToValidate()).Value.Select(r => r.InQuestion));
        Assert.Equal("C-034", (await test.Validate(new(first.Id, false))).Refusal?.Code);
        Assert.Equal("K-021", (await test.Validate(new(first.Id, false, "Tanya Wa Sari 0812 3456 7890"))).Refusal?.Code);
        Assert.Equal("C-033", (await test.Validate(new(first.Id, true), test.FarNutritionist)).Refusal?.Code);
        Assert.False((await test.Validate(new(second.Id, true, "Timbangan pertama belum nol", true))).IsRefused);
        Assert.Empty((await test.ToValidate()).Value);
        var shown = Assert.Single((await one.Ask()).Children);
        Assert.Equal("Timbangan pertama belum nol", shown.RemeasureReason);
        Assert.Equal([(9_000, MeasurementState.Struck), (9_400, MeasurementState.Counts)], shown.Measurements.Select(m => (m.Weight!.Value, m.State)).Order());
        // Another one of that day comes late: it does not win either.
        await one.Send(test.Measured(child.Id, 9_700));
        Assert.Contains(Assert.Single((await one.Ask()).Children).Measurements, m => m is { Weight: 9_700, State: MeasurementState.InQuestion });
        // The decision itself can be taken back; what was read stays as it was.
        Assert.False((await test.Validate(new(second.Id, false, "Ternyata salah"))).IsRefused);
        await using var db = test.Read();
        var row = await db.Measurements.SingleAsync(m => m.Id == second.Id);
        Assert.Equal((9_400, Validation.Struck, "Ternyata salah"), (row.Weight!.Value, row.Validation, row.ValidationReason));
        Assert.Equal(2, await db.JournalEntries.CountAsync(e => e.Fact == nameof(MeasurementValidated)));
    }

    [Theory, MemberData(nameof(Both))]
    public async Task A_sheet_is_entered_whole_and_once(Vendor vendor)
    {
        await using var test = await TestPosyandu.Open(vendor);
        var child = test.Girl();
        var sheet = new EnterSheet.Command(test.Melati, test.Cadre, [child], [test.Measured(child.Id)], []);
        Assert.Equal("K-001", (await test.Sheet(sheet, TestPosyandu.Staff(Role.Cadre))).Refusal?.Code);
        Assert.Equal("C-001", (await test.Sheet(sheet, test.FarNutritionist)).Refusal?.Code);
        Assert.Equal("C-002", (await test.Sheet(sheet with { Measurer = test.OtherCadre })).Refusal?.Code);
        Assert.Equal("C-029", (await test.Sheet(sheet with { Children = [], Measurements = [] })).Refusal?.Code);
        Assert.Equal("C-013", Assert.Single((await test.Sheet(sheet with { Measurements = [test.Measured(child.Id, 1)] })).Value.Refusals).Code);
        for (var i = 0; i < 2; i++) Assert.Empty((await test.Sheet(sheet)).Value.Refusals);
        await using var db = test.Read();
        Assert.Equal((1, 1, Origin.Sheet), (await db.Children.CountAsync(), await db.Measurements.CountAsync(), (await db.Measurements.SingleAsync()).Origin));
    }
}
