using Lakudo.Children;
using Lakudo.Children.Measuring;
using Lakudo.Children.Reports;
using Lakudo.Field;
using Lakudo.Kernel;
using Lakudo.Testing;
using Microsoft.EntityFrameworkCore;

namespace Lakudo.Tests.Children;

/// <summary>A paper sheet typed in: who measured, newcomers who may be known already, and pregnant women.</summary>
public sealed class EnterSheetTests
{
    private static readonly DateOnly Day = new(2026, 3, 2);

    public static TheoryData<Vendor> Both => new(Vendor.Sqlite, Vendor.Postgres);

    [Theory, MemberData(nameof(Both))]
    public async Task A_cadre_whose_work_has_ended_is_named_for_days_before_and_not_for_days_after(Vendor vendor)
    {
        await using var test = await TestPosyandu.Open(vendor);
        var girl = test.Girl();
        Assert.Empty((await test.Sheet(Sheet(test, children: [girl]))).Value.Refusals);
        var left = Today(test);
        Assert.False((await test.EndCare(test.Cadre, TestPosyandu.Staff(Role.RegionAdmin))).IsRefused);
        test.Time.Move(TimeSpan.FromDays(2));
        Assert.Equal("C-050", (await test.Sheet(Sheet(test, measured: [test.Measured(girl.Id, day: left.AddDays(1))]))).Refusal?.Code);
        // One late day spoils the sheet, whatever else stands on it.
        Assert.Equal("C-050", (await test.Sheet(Sheet(test, measured: [test.Measured(girl.Id), test.Measured(girl.Id, day: left.AddDays(2))]))).Refusal?.Code);
        Assert.Empty((await test.Sheet(Sheet(test, measured: [test.Measured(girl.Id, day: left)]))).Value.Refusals);
        Assert.Empty((await test.Sheet(Sheet(test, measured: [test.Measured(girl.Id)]))).Value.Refusals);
        Assert.Equal("C-002", (await test.Sheet(Sheet(test, measured: [test.Measured(girl.Id)], measurer: test.OtherCadre))).Refusal?.Code);
        Assert.Contains(test.Cadre, await Measurers(test, left));
        Assert.DoesNotContain(test.Cadre, await Measurers(test, left.AddDays(1)));
    }

    [Theory, MemberData(nameof(Both))]
    public async Task A_newcomer_who_looks_like_a_child_of_this_posyandu_is_entered_only_once_it_is_said_to_be_another(Vendor vendor)
    {
        await using var test = await TestPosyandu.Open(vendor);
        var (known, same) = (test.Girl(), test.Girl("Wa Rinih", null));
        Assert.Empty((await test.Sheet(Sheet(test, children: [known]))).Value.Refusals);
        var weighed = test.Measured(same.Id);
        var refused = Assert.Single((await test.Sheet(Sheet(test, children: [same], measured: [weighed]))).Value.Refusals);
        Assert.Equal(("C-051", same.Id), (refused.Code, refused.Entry));
        Assert.Contains("Wa Rini, lahir 10 Januari 2025, ibu Wa Ode Sari", refused.Text, StringComparison.Ordinal);
        Assert.Equal((1, 0), await Held(test));
        Assert.Empty((await test.Sheet(Sheet(test, children: [same], measured: [weighed]) with { Others = [same.Id] })).Value.Refusals);
        Assert.Equal((2, 1), await Held(test));
    }

    [Theory, MemberData(nameof(Both))]
    public async Task A_newcomer_who_looks_like_a_child_of_another_posyandu_is_not_told_which(Vendor vendor)
    {
        await using var test = await TestPosyandu.Open(vendor);
        var (known, same) = (test.Girl(), test.Girl("Wa Rinih", null));
        await (await test.Phone(test.Mawar, test.OtherCadre)).Send(known);
        var refused = Assert.Single((await test.Sheet(Sheet(test, children: [same]))).Value.Refusals);
        Assert.Equal("C-052", refused.Code);
        Assert.DoesNotContain("Rini", refused.Text, StringComparison.Ordinal);
    }

    [Theory, MemberData(nameof(Both))]
    public async Task Visits_of_pregnant_women_are_entered_with_the_sheet_or_nothing_is(Vendor vendor)
    {
        await using var test = await TestPosyandu.Open(vendor);
        var (here, there) = (Woman(test, "Wa Hamil"), Woman(test, "Wa Jauh"));
        await (await test.Phone()).Send(here);
        await (await test.Phone(test.Mawar, test.OtherCadre)).Send(there);
        var visit = Visit(test, here.Id) with { Arm = 2_240, Haemoglobin = 105, IronTablets = 30, AntenatalVisits = 3, DoctorVisits = 1 };
        foreach (var (wrong, code) in new[]
                 {
                     (Visit(test, here.Id), "C-012"), (visit with { Haemoglobin = 1_050 }, "C-053"), (visit with { Arm = 22_400 }, "C-053"), (visit with { DoctorVisits = 4 }, "C-053"),
                     (visit with { Day = Today(test).AddDays(2) }, "C-011"), (visit with { Pregnancy = there.Id }, "C-054"), (visit with { Pregnancy = Guid.CreateVersion7() }, "C-054"),
                 })
            Assert.Equal(code, Assert.Single((await test.Sheet(Sheet(test, children: [test.Girl()], visits: [wrong]))).Value.Refusals).Code);
        Assert.Equal((0, 0), await Held(test));
        Assert.Empty((await test.Sheet(Sheet(test, visits: [visit]))).Value.Refusals);
        var sheet = (await test.With((db, commit) => new MonthSheet(db, commit, test.Clock).Run(test.Nutritionist, test.Melati, Day, onPaper: false))).Value;
        var row = Assert.Single(sheet.Mothers);
        Assert.Equal((true, 30, 3, visit.Id), (row.Reading.IsAtRiskOfKek, row.Reading.Tablets, row.Reading.Antenatal, row.Visited!.Id));
    }

    [Theory, MemberData(nameof(Both))]
    public async Task Only_those_who_care_for_the_posyandu_enter_its_sheet(Vendor vendor)
    {
        await using var test = await TestPosyandu.Open(vendor);
        var sheet = Sheet(test, children: [test.Girl()]);
        foreach (var role in Enum.GetValues<Role>().Where(r => r is not (Role.Midwife or Role.Nutritionist or Role.System)))
            Assert.Equal("K-001", (await test.Sheet(sheet, TestPosyandu.Staff(role))).Refusal?.Code);
        Assert.Equal("C-001", (await test.Sheet(sheet, test.FarNutritionist)).Refusal?.Code);
        Assert.Empty((await test.Sheet(sheet, test.Midwife)).Value.Refusals);
    }

    private static DateOnly Today(TestPosyandu test) => test.Clock.Today(TimeZoneInfo.FindSystemTimeZoneById("Asia/Makassar"));

    private static EnterSheet.Command Sheet(TestPosyandu test, NewChild[]? children = null, FieldMeasurement[]? measured = null, PregnancyVisit[]? visits = null, Guid? measurer = null) =>
        new(test.Melati, measurer ?? test.Cadre, children ?? [], measured ?? [], []) { Visits = visits ?? [] };

    private static NewPregnancy Woman(TestPosyandu test, string name) => new() { Id = Guid.CreateVersion7(), At = test.Clock.Now, Name = name, DueDate = new DateOnly(2026, 6, 1), HasConsent = true };

    private static PregnancyVisit Visit(TestPosyandu test, Guid pregnancy) => new() { Id = Guid.CreateVersion7(), Pregnancy = pregnancy, Day = Day, At = test.Clock.Now };

    private static async Task<IEnumerable<Guid>> Measurers(TestPosyandu test, DateOnly day) =>
        (await test.With((db, commit) => new MonthSheet(db, commit, test.Clock).Run(test.Nutritionist, test.Melati, day, onPaper: false))).Value.Measurers.Select(m => m.Id);

    private static async Task<(int Children, int Measurements)> Held(TestPosyandu test)
    {
        await using var db = test.Read();
        return (await db.Children.CountAsync(), await db.Measurements.CountAsync());
    }
}
