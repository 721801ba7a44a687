using Lakudo.Children;
using Lakudo.Children.Import;
using Lakudo.Children.Measuring;
using Lakudo.Field;
using Lakudo.Growth;
using Lakudo.Kernel;
using Lakudo.Testing;
using Microsoft.EntityFrameworkCore;

namespace Lakudo.Tests.Children;

public sealed class ImportTests
{
    private const string Nik = "7414011001250001";

    public static TheoryData<Vendor> Both => new(Vendor.Sqlite, Vendor.Postgres);

    private static ImportRow Row(int line, string name = "Wa Rini", string? nik = null, int? weight = 9_000, int day = 2, string? posyandu = "MELATI", Sex sex = Sex.Female) => new()
    {
        Line = line,
        Name = name,
        Nik = nik,
        Sex = sex,
        Birth = new DateOnly(2025, 1, 10),
        MotherName = "Wa Ode Sari",
        Posyandu = posyandu,
        Measurement = weight is null ? null : new ImportMeasurement(new DateOnly(2026, 2, day), weight, 7_550, Position.Lying, null, null),
    };

    private static Task<Outcome<Guid>> Try(TestPosyandu test, Caller by, params ImportRow[] rows) =>
        test.With((db, commit) => new TryImport(db, commit, test.Clock, test.Personal).Run(by, new("register.xlsx", null, rows)));

    private static Task<Outcome<ImportPlan>> Plan(TestPosyandu test, Caller by, Guid trial) =>
        test.With((db, commit) => new ImportTrialResult(db, commit, test.Clock, test.Personal).Run(by, trial));

    private static Task<Outcome<EnterImport.Answer>> Enter(TestPosyandu test, Caller by, Guid trial, string fingerprint, bool hasBasis = true) =>
        test.With((db, commit) => new EnterImport(db, commit, test.Clock, test.Personal).Run(by, new(trial, fingerprint, hasBasis)));

    private static async Task<(ImportPlan Plan, EnterImport.Answer? Answer, string? Code)> All(TestPosyandu test, params ImportRow[] rows)
    {
        var trial = (await Try(test, test.Nutritionist, rows)).Value;
        var plan = (await Plan(test, test.Nutritionist, trial)).Value;
        var entered = await Enter(test, test.Nutritionist, trial, plan.Fingerprint);
        return (plan, entered.IsRefused ? null : entered.Value, entered.Refusal?.Code);
    }

    [Theory, MemberData(nameof(Both))]
    public async Task A_trial_shows_every_line_and_changes_nothing_and_the_same_file_again_adds_nothing(Vendor vendor)
    {
        await using var test = await TestPosyandu.Open(vendor);
        ImportRow[] rows =
        [
            Row(2), Row(3, weight: 9_200, day: 20), Row(4), Row(5, "La Budi", posyandu: "Posyandu Mawar", sex: Sex.Male), Row(6, "Wa Jauh", posyandu: "Anggrek"),
            Row(7, "") with { Faults = ["Nama \"\" tidak dapat dipakai"] }, Row(8, "Wa Ani", weight: null),
        ];
        var trial = (await Try(test, test.Nutritionist, rows)).Value;
        var plan = (await Plan(test, test.Nutritionist, trial)).Value;
        Assert.Equal([ImportFate.NewChild, ImportFate.NewMeasurement, ImportFate.Known, ImportFate.NewChild, ImportFate.Refused, ImportFate.Refused, ImportFate.NewChild], plan.Lines.Select(l => l.Fate));
        Assert.Contains("Anggrek", plan.Lines[4].Words.Single(), StringComparison.Ordinal);
        await using (var db = test.Read())
        {
            Assert.Equal(0, await db.Children.CountAsync());
        }

        var entered = (await Enter(test, test.Nutritionist, trial, plan.Fingerprint)).Value;
        Assert.Equal((3, 3, 2), (entered.Children, entered.Measurements, entered.Refused));
        Assert.Equal([6, 7], entered.Lines.Select(l => l.Line));
        var again = await All(test, rows);
        Assert.Equal((0, "C-208"), (again.Plan.Taken, again.Code));
        await using var read = test.Read();
        Assert.Equal((3, 3), (await read.Children.CountAsync(), await read.Measurements.CountAsync()));
        var imported = await read.Measurements.FirstAsync();
        Assert.Equal((Origin.Import, MeasurementState.Counts), (imported.Origin, imported.State));
        Assert.NotNull(imported.WeightForAge);
    }

    [Theory, MemberData(nameof(Both))]
    public async Task A_child_that_a_cadre_registered_is_known_and_another_measure_of_that_day_is_kept_beside_hers(Vendor vendor)
    {
        await using var test = await TestPosyandu.Open(vendor);
        var phone = await test.Phone();
        var girl = test.Girl() with { Nik = Nik };
        Assert.Equal(BatchVerdict.Accepted, (await phone.Send(girl, test.Measured(girl.Id, day: new DateOnly(2026, 2, 2)))).Value.Verdict);
        // By name, day of birth, sex and mother; by NIK though the name is spelt otherwise; and one that only looks like her.
        var (plan, answer, _) = await All(test, Row(2), Row(3, "Wa Riini", Nik, 8_000), Row(4, "Wa Rini", "7414011001250009", day: 3));
        Assert.Equal([ImportFate.Known, ImportFate.Conflict, ImportFate.NewChild], plan.Lines.Select(l => l.Fate));
        Assert.Equal((1, 2), (answer!.Children, answer.Measurements));
        await using var db = test.Read();
        Assert.Equal(2, await db.Measurements.CountAsync(m => m.ChildId == girl.Id && m.State == MeasurementState.InQuestion));
    }

    [Theory, MemberData(nameof(Both))]
    public async Task The_trial_refuses_by_the_registers_own_rules_and_what_is_right_enters(Vendor vendor)
    {
        await using var test = await TestPosyandu.Open(vendor);
        ImportRow[] rows =
        [
            Row(2), Row(3, "La Budi", weight: 100, sex: Sex.Male), Row(4, "Wa Ani") with { BirthWeight = 90 }, Row(5, "Wa Ina") with { Measurement = new(new DateOnly(2026, 2, 2), null, 190, null, null, null) },
            Row(6, "Wa Uni") with { Measurement = new(new DateOnly(2025, 1, 9), 3_000, null, null, null, null) }, Row(7, "Wa Eni") with { Measurement = new(new DateOnly(2026, 2, 2), 9_000, null, null, 7_900, null) },
        ];
        var (plan, answer, _) = await All(test, rows);
        Assert.Equal([ImportFate.NewChild, .. Enumerable.Repeat(ImportFate.Refused, 5)], plan.Lines.Select(l => l.Fate));
        Assert.Equal(["C-013", "C-013", "C-013", "C-011", "C-013"], plan.Lines.Skip(1).Select(l => l.Words.Single()[^6..^1]));
        Assert.Equal((1, 1, 5), (answer!.Children, answer.Measurements, answer.Refused));
        Assert.Equal([3, 4, 5, 6, 7], answer.Lines.Select(l => l.Line));
        Assert.Equal(plan.Lines.Skip(1).Select(l => l.Words.Single()), answer.Lines.Select(l => l.Why));
        await using var db = test.Read();
        Assert.Equal("Wa Rini", (await db.Children.SingleAsync()).Name);
    }

    [Theory, MemberData(nameof(Both))]
    public async Task What_the_register_changed_since_the_trial_is_held_back_by_line_and_the_rest_enters(Vendor vendor)
    {
        await using var test = await TestPosyandu.Open(vendor);
        var trial = (await Try(test, test.Nutritionist, Row(2), Row(3, "Wa Ani", nik: "7414011001250009"), Row(4, "Wa Ani", nik: "7414011001250009", day: 20))).Value;
        var plan = (await Plan(test, test.Nutritionist, trial)).Value;
        var phone = await test.Phone();
        var girl = test.Girl();
        await phone.Send(girl, test.Measured(girl.Id, weight: 8_800, day: new DateOnly(2026, 2, 2)));
        var answer = (await Enter(test, test.Nutritionist, trial, plan.Fingerprint)).Value;
        Assert.Equal((1, 2, 1), (answer.Children, answer.Measurements, answer.Refused));
        Assert.Equal((2, ImportFate.Changed), (answer.Lines.Single().Line, answer.Lines.Single().Fate));
        // The file is kept for it: seen again it may be entered, and nothing else comes twice.
        var again = (await Plan(test, test.Nutritionist, trial)).Value;
        Assert.Equal([ImportFate.Conflict, ImportFate.Known, ImportFate.Known], again.Lines.Select(l => l.Fate));
        Assert.Equal((0, 1), await Entered());
        Assert.Equal("C-204", (await Plan(test, test.Nutritionist, trial)).Refusal?.Code);

        async Task<(int, int)> Entered() => (await Enter(test, test.Nutritionist, trial, again.Fingerprint)).Value is var a ? (a.Children, a.Measurements) : default;
    }

    [Theory, MemberData(nameof(Both))]
    public async Task Lines_that_are_left_are_given_back_as_they_stand_to_who_uploaded_them(Vendor vendor)
    {
        await using var test = await TestPosyandu.Open(vendor);
        var trial = (await test.With((db, commit) => new TryImport(db, commit, test.Clock, test.Personal).Run(test.Nutritionist, new("register.xlsx", null,
            [Row(2) with { Cells = ["Wa Rini", "9"] }, Row(3, "La Budi", weight: 100) with { Cells = ["La Budi", "0,1"] }])
        { Headers = ["Nama", "Berat"] }))).Value;
        Task<Outcome<ImportLeft.Answer>> Left(Caller by) => test.With((db, commit) => new ImportLeft(db, commit, test.Clock, test.Personal).Run(by, trial));
        foreach (var role in Enum.GetValues<Role>().Where(r => r is not (Role.Midwife or Role.Nutritionist))) Assert.Equal("K-001", (await Left(TestPosyandu.Staff(role))).Refusal?.Code);
        Assert.Equal("C-204", (await Left(test.Midwife)).Refusal?.Code);
        var left = (await Left(test.Nutritionist)).Value;
        Assert.Equal(["Nama", "Berat"], left.Headers);
        var row = Assert.Single(left.Rows);
        Assert.Equal((3, "La Budi|0,1"), (row.Line, string.Join('|', row.Cells)));
        Assert.Contains("C-013", row.Why, StringComparison.Ordinal);
    }

    [Theory, MemberData(nameof(Both))]
    public async Task An_import_is_entered_by_who_tried_it_within_a_day_as_it_was_seen_and_with_a_basis(Vendor vendor)
    {
        await using var test = await TestPosyandu.Open(vendor);
        foreach (var role in Enum.GetValues<Role>().Where(r => r is not (Role.Midwife or Role.Nutritionist)))
        {
            var other = TestPosyandu.Staff(role);
            Assert.Equal("K-001", (await Try(test, other, Row(2))).Refusal?.Code);
            Assert.Equal("K-001", (await Plan(test, other, Guid.Empty)).Refusal?.Code);
            Assert.Equal("K-001", (await Enter(test, other, Guid.Empty, "")).Refusal?.Code);
            Assert.Equal("K-001", (await test.With((db, commit) => new DropImport(db, commit).Run(other, new(Guid.Empty)))).Refusal?.Code);
            Assert.Equal("K-001", (await test.With((db, commit) => new SaveImportProfile(db, commit, test.Clock).Run(other, new("x", new Dictionary<ImportColumn, string>())))).Refusal?.Code);
            Assert.Equal("K-001", (await test.With((db, _) => new ImportProfiles(db).Run(other))).Refusal?.Code);
        }

        var trial = (await Try(test, test.Nutritionist, Row(2))).Value;
        var plan = (await Plan(test, test.Nutritionist, trial)).Value;
        Assert.Equal("C-204", (await Plan(test, test.Midwife, trial)).Refusal?.Code);
        Assert.Equal("C-204", (await Enter(test, test.Midwife, trial, plan.Fingerprint)).Refusal?.Code);
        Assert.Equal("C-014", (await Enter(test, test.Nutritionist, trial, plan.Fingerprint, hasBasis: false)).Refusal?.Code);
        var phone = await test.Phone();
        var girl = test.Girl();
        await phone.Send(girl, test.Measured(girl.Id, day: new DateOnly(2026, 2, 2)));
        Assert.Equal("C-205", (await Enter(test, test.Nutritionist, trial, plan.Fingerprint)).Refusal?.Code);
        test.Time.Move(TimeSpan.FromHours(25));
        Assert.Equal("C-204", (await Plan(test, test.Nutritionist, trial)).Refusal?.Code);
        // The next trial forgets those that are older than a day.
        await Try(test, test.Nutritionist, Row(2));
        await using var db = test.Read();
        Assert.Equal(1, await db.ImportTrials.CountAsync());
        Assert.Equal("C-208", (await Try(test, test.Nutritionist)).Refusal?.Code);
    }

    [Theory, MemberData(nameof(Both))]
    public async Task A_dropped_trial_is_gone_and_a_profile_of_the_same_name_is_replaced(Vendor vendor)
    {
        await using var test = await TestPosyandu.Open(vendor);
        var trial = (await Try(test, test.Midwife, Row(2))).Value;
        Assert.False((await test.With((db, commit) => new DropImport(db, commit).Run(test.Midwife, new(trial)))).IsRefused);
        Assert.Equal("C-204", (await Plan(test, test.Midwife, trial)).Refusal?.Code);
        Task<Outcome<Guid>> Save(string name, params (ImportColumn, string)[] headers) =>
            test.With((db, commit) => new SaveImportProfile(db, commit, test.Clock).Run(test.Midwife, new(name, headers.ToDictionary(h => h.Item1, h => h.Item2))));
        var first = (await Save("Puskesmas", (ImportColumn.Name, "Balita"))).Value;
        Assert.Equal(first, (await Save("Puskesmas", (ImportColumn.Name, "NAMA BALITA"), (ImportColumn.Weight, "BB (kg)"))).Value);
        Assert.Equal("C-206", (await Save(" ")).Refusal?.Code);
        Assert.Equal("C-207", (await Save("Lain", (ImportColumn.Name, "Nama"), (ImportColumn.MotherName, "nama."))).Refusal?.Code);
        var profile = Assert.Single((await test.With((db, _) => new ImportProfiles(db).Run(test.Nutritionist))).Value);
        Assert.Equal("NAMA BALITA", profile.Headers[ImportColumn.Name]);
    }
}
