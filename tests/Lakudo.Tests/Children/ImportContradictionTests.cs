using Lakudo.Children;
using Lakudo.Children.Import;
using Lakudo.Children.Measuring;
using Lakudo.Children.Register;
using Lakudo.Growth;
using Lakudo.Kernel;
using Lakudo.Testing;
using Microsoft.EntityFrameworkCore;

namespace Lakudo.Tests.Children;

/// <summary>No key on a line is believed against the rest of it: what contradicts is asked by line, and twins are two children.</summary>
public sealed class ImportContradictionTests
{
    private const string Nik = "7414011001250001", MothersNik = "7414016505950001";

    private static readonly DateOnly Day = new(2026, 2, 2);

    private static ImportRow Row(int line, string name = "Wa Rini", string? nik = Nik, int weight = 9_000, DateOnly? day = null) => new()
    {
        Line = line,
        Name = name,
        Nik = nik,
        Sex = Sex.Female,
        Birth = new DateOnly(2025, 1, 10),
        MotherName = "Wa Ode Sari",
        Posyandu = "Melati",
        Measurement = new ImportMeasurement(day ?? Day, weight, 7_550, Position.Lying, null, null),
    };

    private static async Task<(Guid Trial, ImportPlan Plan)> Try(TestPosyandu test, params ImportRow[] rows)
    {
        var trial = (await test.With((db, commit) => new TryImport(db, commit, test.Clock, test.Personal).Run(test.Nutritionist, new("register.xlsx", null, rows)))).Value;
        return (trial, await Plan(test, trial));
    }

    private static async Task<ImportPlan> Plan(TestPosyandu test, Guid trial) =>
        (await test.With((db, commit) => new ImportTrialResult(db, commit, test.Clock, test.Personal).Run(test.Nutritionist, trial))).Value;

    private static async Task<EnterImport.Answer> Enter(TestPosyandu test, Guid trial, ImportPlan plan, params (int Line, ImportAnswer Answer)[] answers) =>
        (await test.With((db, commit) => new EnterImport(db, commit, test.Clock, test.Personal).Run(test.Nutritionist,
            new(trial, plan.Fingerprint, true) { Answers = answers.ToDictionary(a => a.Line, a => a.Answer) }))).Value;

    private static async Task<(string Name, int Weight)[]> Held(TestPosyandu test)
    {
        await using var db = test.Read();
        return [.. (await (from m in db.Measurements join c in db.Children on m.ChildId equals c.Id select new { c.Name, m.Weight }).ToListAsync()).Select(m => (m.Name, m.Weight!.Value)).Order()];
    }

    [Fact]
    public async Task One_nik_with_another_name_sex_birth_mother_or_order_is_asked_and_says_what_and_where()
    {
        await using var test = await TestPosyandu.Open(Vendor.Sqlite);
        ImportRow[] rows =
        [
            Row(7) with { BirthOrder = 1 }, Row(8, "Wa Riini", weight: 9_100, day: Day.AddDays(28)), Row(12, "La Budi", weight: 8_000) with { Birth = new DateOnly(2024, 5, 1) },
            Row(13, weight: 8_100, day: Day.AddDays(1)) with { Sex = Sex.Male }, Row(14, weight: 8_200, day: Day.AddDays(2)) with { MotherName = "Halima" },
            Row(15, weight: 8_300, day: Day.AddDays(3)) with { BirthOrder = 2 }, Row(16, weight: 8_400, day: Day.AddDays(4)) with { Birth = new DateOnly(2025, 1, 11) },
        ];
        var (trial, plan) = await Try(test, rows);
        Assert.Equal([ImportFate.NewChild, ImportFate.NewMeasurement, .. Enumerable.Repeat(ImportFate.Contradicts, 5)], plan.Lines.Select(l => l.Fate));
        Assert.Equal(["nama, tanggal lahir", "jenis kelamin", "nama ibu", "anak ke", "tanggal lahir"], plan.Lines.Skip(2).Select(l => l.Words.Single().Replace("NIK sama dengan baris 7, tetapi ", "", StringComparison.Ordinal).Replace(" berbeda", "", StringComparison.Ordinal)));
        Assert.Contains("baris 12, 13, 14, 15, 16", plan.Lines[0].Words.Single(), StringComparison.Ordinal);
        var answer = await Enter(test, trial, plan);
        Assert.Equal((1, 2, 5), (answer.Children, answer.Measurements, answer.Refused));
        Assert.Equal([("Wa Rini", 9_000), ("Wa Rini", 9_100)], await Held(test));
        // The same again: nothing more, asked again.
        var (again, second) = await Try(test, rows);
        Assert.Equal(0, second.Taken);
        // Answered: the boy is a child of his own without that number, the girl of another mother's name the same child.
        var answered = await Enter(test, again, second, (12, ImportAnswer.OtherChild), (14, ImportAnswer.SameChild));
        Assert.Equal((1, 2, 3), (answered.Children, answered.Measurements, answered.Refused));
        Assert.Equal([("La Budi", 8_000), ("Wa Rini", 8_200), ("Wa Rini", 9_000), ("Wa Rini", 9_100)], await Held(test));
        await using var db = test.Read();
        Assert.Null((await db.Children.SingleAsync(c => c.Name == "La Budi")).NikFingerprint);
        Assert.Equal(ImportFate.Known, (await Plan(test, again)).Lines[2].Fate);
    }

    [Fact]
    public async Task A_nik_of_the_register_is_not_believed_against_the_line()
    {
        await using var test = await TestPosyandu.Open(Vendor.Sqlite);
        var girl = test.Girl() with { Nik = Nik };
        await (await test.Phone()).Send(girl);
        var (trial, plan) = await Try(test, Row(2, "La Budi") with { Sex = Sex.Male }, Row(3, "Sitti Hasna") with { Birth = new DateOnly(2024, 1, 10) }, Row(4));
        Assert.Equal([ImportFate.Contradicts, ImportFate.Contradicts, ImportFate.NewMeasurement], plan.Lines.Select(l => l.Fate));
        Assert.Contains("NIK sama dengan anak di register, tetapi nama, jenis kelamin berbeda", plan.Lines[0].Words[0], StringComparison.Ordinal);
        Assert.Equal(girl.Id, plan.Lines[0].Other);
        await Enter(test, trial, plan);
        Assert.Equal([("Wa Rini", 9_000)], await Held(test));
    }

    [Fact]
    public async Task Twins_are_two_children_whether_they_have_names_or_not()
    {
        await using var test = await TestPosyandu.Open(Vendor.Sqlite);
        ImportRow Baby(int line, string name, int weight, int? order = null) => Row(line, name, null, weight) with { BirthOrder = order };
        var (trial, plan) = await Try(test, Baby(2, "By. Ny. Sari 1", 3_000), Baby(3, "By. Ny. Sari 2", 2_500), Baby(4, "Bayi Ny Ina", 3_100, 1), Baby(5, "Bayi Ny Ina", 2_600, 2),
            Baby(6, "Bayi Kembar I", 2_900), Baby(7, "Bayi Kembar II", 2_400), Baby(8, "Hasan", 3_200), Baby(9, "Husein", 2_700), Baby(10, "Bayi Kembar", 2_000), Baby(11, "Bayi Kembar", 2_100), Baby(12, "By Ny Uni", 2_200), Baby(13, "By Ny Uni", 2_300));
        Assert.Equal([.. Enumerable.Repeat(ImportFate.NewChild, 9), ImportFate.Contradicts, ImportFate.NewChild, ImportFate.Contradicts], plan.Lines.Select(l => l.Fate));
        Assert.Contains("baris 10", plan.Lines[9].Words.Single(), StringComparison.Ordinal);
        Assert.Contains("baris 12", plan.Lines[11].Words.Single(), StringComparison.Ordinal);
        var answer = await Enter(test, trial, plan, (11, ImportAnswer.OtherChild), (13, ImportAnswer.OtherChild));
        Assert.Equal((12, 12, 0), (answer.Children, answer.Measurements, answer.Refused));
        // A twin that comes in a later file is not her sister's second result of the day either.
        Assert.Equal(ImportFate.Contradicts, (await Try(test, Baby(2, "Bayi Ny Eni", 2_000), Baby(3, "Bayi Ny Eni", 2_100))).Plan.Lines[1].Fate);
        Assert.Equal([ImportFate.Known, ImportFate.Contradicts], (await Try(test, Baby(12, "By Ny Uni", 2_200), Baby(14, "By Ny Uni", 2_450))).Plan.Lines.Select(l => l.Fate));
        Assert.Equal(ImportFate.Contradicts, (await Try(test, Baby(2, "Bayi Ny Ina", 2_650, 2))).Plan.Lines.Single().Fate);
        await using var db = test.Read();
        Assert.All(await db.Measurements.GroupBy(m => m.ChildId).Select(g => g.Count()).ToListAsync(), n => Assert.Equal(1, n));
    }

    [Fact]
    public async Task A_mothers_nik_with_another_name_is_asked_and_never_makes_two_women_one()
    {
        await using var test = await TestPosyandu.Open(Vendor.Sqlite);
        var (trial, plan) = await Try(test, Row(2, nik: null) with { MotherNik = MothersNik }, Row(3, "Wa Tina", null) with { MotherNik = MothersNik, MotherName = "Halima", Birth = new DateOnly(2024, 3, 3) });
        Assert.Equal([ImportFate.NewChild, ImportFate.Contradicts], plan.Lines.Select(l => l.Fate));
        Assert.Contains("NIK ibu sama dengan baris 2, tetapi nama ibu berbeda", plan.Lines[1].Words.Single(), StringComparison.Ordinal);
        await Enter(test, trial, plan, (3, ImportAnswer.OtherChild));
        await using (var db = test.Read()) Assert.Equal(["Halima", "Wa Ode Sari"], (await db.Mothers.Select(m => m.Name).ToListAsync()).Order());
        // By phone nothing can be asked: she becomes a woman of her own, and the cadre is told.
        var phone = await test.Phone();
        var answer = (await phone.Send(test.Girl("Wa Lain", MothersNik, new DateOnly(2023, 3, 3)) with { MotherName = "Nurjannah" })).Value;
        Assert.Contains(answer.Notes, n => n.Text.Contains("NIK ibu", StringComparison.Ordinal));
        await using var read = test.Read();
        Assert.Equal(3, await read.Mothers.CountAsync());
    }

    [Fact]
    public async Task Who_brings_a_file_in_is_its_importer_and_not_the_measurer()
    {
        await using var test = await TestPosyandu.Open(Vendor.Sqlite);
        var (trial, plan) = await Try(test, Row(2));
        await Enter(test, trial, plan);
        Guid child;
        await using (var db = test.Read()) child = (await db.Children.SingleAsync()).Id;
        var measured = Assert.Single((await test.Record(child)).Value.Measurements);
        Assert.Equal((null, "Nurul"), (measured.Measurer, measured.Importer));
        // What is corrected of it was not measured by her either, now or as it was stored before.
        await test.With((db, commit) => new CorrectMeasurement(db, commit, test.Clock).Run(test.Nutritionist, new(measured.Id, 9_300, 7_550, Position.Lying, null, null, false, "Buku KIA")));
        Assert.All((await test.Record(child)).Value.Measurements, m => Assert.Null(m.Measurer));
        await using (var db = test.Read()) await db.Measurements.Where(m => m.Replaces != null).ExecuteUpdateAsync(s => s.SetProperty(m => m.Origin, Origin.Sheet));
        Assert.All((await test.Record(child)).Value.Measurements, m => Assert.Null(m.Measurer));
    }

    [Theory]
    [InlineData("Rahmat", "Rahmad", false)]
    [InlineData("Abd. Rahman", "Abdul Rahman", false)]
    [InlineData("Siti Aisyah", "Sitti Aisah", false)]
    [InlineData("Moh. Rizki", "Muhammad Rizky", false)]
    [InlineData("Bayi Ny. Sari", "La Budi", false)]
    [InlineData("Wa Ode Rini", "Rini Anggraeni", false)]
    [InlineData("Hasan", "Husein", true)]
    [InlineData("Muhammad Rizki", "Muhammad Rafli", true)]
    [InlineData("By.Ny.Sari/1", "By Ny Sari/2", true)]
    [InlineData("Bayi Ny Sari A", "Bayi Ny Sari B", true)]
    [InlineData("Bayi Kembar I", "Bayi Kembar II", true)]
    [InlineData("By Ny Sari", "By Ny Halima", true)]
    [InlineData("Rini 1", "Rini 2", true)]
    public void A_name_in_another_spelling_does_not_contradict_and_another_name_does(string one, string other, bool contradict)
    {
        Assert.Equal(contradict, NewbornName.Contradict(one, other));
        Assert.Equal(contradict, NewbornName.Contradict(other, one));
    }
}
