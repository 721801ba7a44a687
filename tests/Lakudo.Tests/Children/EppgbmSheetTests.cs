using Lakudo.Children.Import;
using Lakudo.Children.Network;
using Lakudo.Children.Reports;
using Lakudo.Field;
using Lakudo.Growth;
using Lakudo.Growth.Indonesia;
using Lakudo.Kernel;
using Lakudo.Testing;
using Microsoft.EntityFrameworkCore;

namespace Lakudo.Tests.Children;

public sealed class EppgbmSheetTests
{
    private static readonly DateOnly _from = new(2026, 1, 1);
    private static readonly DateOnly _until = new(2026, 3, 2);

    public static TheoryData<Vendor> Both => new(Vendor.Sqlite, Vendor.Postgres);

    [Theory, MemberData(nameof(Both))]
    public async Task A_line_says_what_the_register_keeps_and_leaves_empty_what_it_does_not(Vendor vendor)
    {
        await using var test = await TestPosyandu.Open(vendor);
        var (full, bare) = (test.Girl() with { Nik = "7414011001250001", BirthWeight = 2_900, BirthLength = 4_900, Address = "Dusun 2" }, test.Girl("Ani", null, new DateOnly(2025, 8, 31)));
        var capsule = new ChildService(Guid.CreateVersion7(), full.Id, new DateOnly(2026, 2, 5), test.Clock.Now, ChildServiceKind.VitaminARed, true, null);
        await (await test.Phone()).Send(full, bare, capsule, test.Measured(full.Id, 9_000, 7_550, new DateOnly(2026, 2, 5)) with { Arm = 1_420 }, test.Measured(bare.Id, 6_400, null, new DateOnly(2026, 3, 1)));
        var (ani, rini) = (await Lines(test)) switch { [var a, var b] => (a, b), _ => throw new InvalidOperationException() };
        Assert.Equal(("7414011001250001", "Wa Rini", Sex.Female, "Wa Ode Sari", "Dusun 2", "Metere", "Posyandu Melati", "Puskesmas Lakudo"), (rini.Nik, rini.Name, rini.Sex, rini.Mother, rini.Address, rini.Village, rini.Posyandu, rini.Puskesmas));
        Assert.Equal((2_900, 4_900, 9_000, 7_550, Position.Lying, 1_420, 1), (rini.BirthWeight, rini.BirthLength, rini.Weight, rini.Height, rini.Position, rini.Arm, rini.VitaminA));
        Assert.Equal(("Sulawesi Tenggara", "Kabupaten Buton Tengah", "Lakudo"), rini.Area);
        Assert.Equal("1 Tahun - 0 Bulan - 26 Hari", rini.Age);
        Assert.Equal("0 Tahun - 6 Bulan - 0 Hari", ani.Age);
        var kept = (await test.Record(full.Id)).Value.Measurements.Single();
        Assert.Equal((kept.WeightForAge, kept.LengthForAge, kept.WeightForLength, (KmsMark?)KmsMark.B), (rini.Scores.WeightForAge, rini.Scores.LengthForAge, rini.Scores.WeightForLength, rini.Mark));
        Assert.Equal((null, null, null, null, null, null, null), (ani.Nik, ani.BirthWeight, ani.Height, ani.Position, ani.Arm, ani.VitaminA, ani.Scores.LengthForAge));
    }

    [Theory, MemberData(nameof(Both))]
    public async Task What_went_out_is_known_when_it_comes_back_also_of_a_child_that_moved_here(Vendor vendor)
    {
        await using var test = await TestPosyandu.Open(vendor);
        var (rini, moved) = (test.Girl() with { Nik = "7414011001250001" }, test.Girl("Pindah", null));
        await (await test.Phone()).Send(rini, moved, test.Measured(rini.Id), test.Measured(moved.Id, 8_000, 7_400, new DateOnly(2026, 2, 3)), test.Measured(rini.Id, 8_800, null, new DateOnly(2026, 2, 3)));
        Assert.False((await test.Move(moved.Id, test.Mawar)).IsRefused);
        var plan = await Again(test);
        Assert.Equal(3, plan.Lines.Count);
        Assert.All(plan.Lines, l => Assert.Equal(ImportFate.Known, l.Fate));
        Assert.Equal(0, plan.Taken);
    }

    [Theory, MemberData(nameof(Both))]
    public async Task Posyandu_of_one_name_are_told_apart_by_village_and_two_entries_of_one_child_by_what_was_measured(Vendor vendor)
    {
        await using var test = await TestPosyandu.Open(vendor);
        var (namesake, cadre) = (Guid.CreateVersion7(), Guid.CreateVersion7());
        Assert.False((await test.SetUp(new([], [new(namesake, "Posyandu Melati", 3, TestPosyandu.Puskesmas, 8)]), Caller.System(1))).IsRefused);
        Assert.False((await test.Appoint(new([new(cadre, Profession.Cadre, "Wa Nur", Posyandu: [namesake])]), Caller.System(1))).IsRefused);
        var (once, twice, other) = (test.Girl(motherNik: null), test.Girl(motherNik: null), test.Girl("Wa Lain", null));
        await (await test.Phone()).Send(once, twice, test.Measured(once.Id, day: new DateOnly(2026, 2, 3)), test.Measured(twice.Id, 9_100));
        await (await test.Phone(namesake, cadre)).Send(other, test.Measured(other.Id));
        Assert.Equal([ImportFate.Known, ImportFate.Known, ImportFate.Known], (await Again(test)).Lines.Select(l => l.Fate));
        var unclear = (await Again(test, withVillage: false)).Lines;
        Assert.All(unclear, l => Assert.Equal(ImportFate.Refused, l.Fate));
        Assert.Contains("tulis juga desanya", Assert.Single(unclear[0].Words), StringComparison.Ordinal);
    }

    [Theory, MemberData(nameof(Both))]
    public async Task RT_and_RW_are_those_of_the_household_and_come_back_as_known(Vendor vendor)
    {
        await using var test = await TestPosyandu.Open(vendor);
        ImportRow[] rows =
        [
            new()
            {
                Line = 2, Name = "Wa Rini", Sex = Sex.Female, Birth = new DateOnly(2025, 1, 10), MotherName = "Wa Ode Sari", Posyandu = "Posyandu Melati", FamilyCard = "7414010101250001", Rt = 4, Rw = 2,
                Measurement = new ImportMeasurement(new DateOnly(2026, 2, 2), 9_000, 7_550, Position.Lying, null, null),
            },
        ];
        async Task<ImportPlan> Planned(ImportRow[] of, bool enter)
        {
            var trial = (await test.With((db, commit) => new TryImport(db, commit, test.Clock, test.Personal).Run(test.Nutritionist, new("register.xlsx", null, of)))).Value;
            var plan = (await test.With((db, commit) => new ImportTrialResult(db, commit, test.Clock, test.Personal).Run(test.Nutritionist, trial))).Value;
            if (enter) Assert.False((await test.With((db, commit) => new EnterImport(db, commit, test.Clock, test.Personal).Run(test.Nutritionist, new(trial, plan.Fingerprint, true)))).IsRefused);
            return plan;
        }

        await Planned(rows, enter: true);
        var line = Assert.Single(await Lines(test));
        Assert.Equal((4, 2), line.Neighbourhood);
        Assert.Equal(ImportFate.Known, Assert.Single((await Planned([rows[0] with { FamilyCard = null }], enter: false)).Lines).Fate);
    }

    [Theory, MemberData(nameof(Both))]
    public async Task It_is_journaled_for_each_posyandu_and_only_those_who_care_for_it_may(Vendor vendor)
    {
        await using var test = await TestPosyandu.Open(vendor);
        var rini = test.Girl();
        await (await test.Phone()).Send(rini, test.Measured(rini.Id));
        foreach (var role in Enum.GetValues<Role>().Where(r => r is not (Role.Midwife or Role.Nutritionist)))
            Assert.Equal("K-001", (await Take(test, test.Melati, by: TestPosyandu.Staff(role))).Refusal?.Code);
        Assert.Equal("C-001", (await Take(test, test.Mawar, by: test.Midwife)).Refusal?.Code);
        Assert.Equal("C-001", (await Take(test, test.Melati, by: test.FarNutritionist)).Refusal?.Code);
        Assert.Equal("C-403", (await Take(test, test.Mawar)).Refusal?.Code);
        Assert.Equal("C-402", (await Take(test, test.Melati, new DateOnly(2025, 3, 2))).Refusal?.Code);
        await using var db = test.Read();
        Assert.Equal(0, await db.JournalEntries.CountAsync(e => e.Fact == nameof(EppgbmSheetMade)));
        Assert.False((await Take(test, test.Melati, by: test.Midwife)).IsRefused);
        var entry = await db.JournalEntries.SingleAsync(e => e.Fact == nameof(EppgbmSheetMade));
        Assert.Equal(test.Melati, entry.Subject);
        Assert.DoesNotContain("Rini", entry.Data, StringComparison.Ordinal);
    }

    private static Task<Outcome<EppgbmSheet.Export>> Take(TestPosyandu test, Guid? posyandu, DateOnly? from = null, Caller? by = null) =>
        test.With((db, commit) => new EppgbmSheet(db, commit, test.Clock, test.Personal).Take(by ?? test.Nutritionist, posyandu, from ?? _from, _until));

    private static Task<List<EppgbmLine>> Lines(TestPosyandu test, bool all = false) => test.With(async (db, commit) =>
    {
        var taken = await new EppgbmSheet(db, commit, test.Clock, test.Personal).Take(test.Nutritionist, all ? null : test.Melati, _from, _until);
        return await taken.Value.Lines.ToListAsync();
    });

    /// <summary>What would become of the lines if they came back as a file.</summary>
    private static async Task<ImportPlan> Again(TestPosyandu test, bool withVillage = true)
    {
        var rows = (await Lines(test, all: true)).Select((l, i) => new ImportRow
        {
            Line = i + 2,
            Nik = l.Nik,
            Name = l.Name,
            Sex = l.Sex,
            Birth = l.Birth,
            MotherName = l.Mother,
            Village = withVillage ? l.Village : null,
            Posyandu = l.Posyandu,
            Measurement = new ImportMeasurement(l.Day, l.Weight, l.Height, l.Position, l.Arm, null),
        }).ToArray();
        var trial = (await test.With((db, commit) => new TryImport(db, commit, test.Clock, test.Personal).Run(test.Nutritionist, new("eppgbm.xlsx", null, rows)))).Value;
        return (await test.With((db, commit) => new ImportTrialResult(db, commit, test.Clock, test.Personal).Run(test.Nutritionist, trial))).Value;
    }
}
