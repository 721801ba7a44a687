using Lakudo.Children.Network;
using Lakudo.Children.Reports;
using Lakudo.Field;
using Lakudo.Growth;
using Lakudo.Growth.Indonesia;
using Lakudo.Kernel;
using Lakudo.Testing;
using Microsoft.EntityFrameworkCore;

namespace Lakudo.Tests.Children;

public sealed class MonthSheetTests
{
    public static TheoryData<Vendor> Both => new(Vendor.Sqlite, Vendor.Postgres);

    private static Task<Outcome<MonthSheet.Answer>> Sheet(TestPosyandu test, DateOnly? day = null, bool onPaper = true, Guid? posyandu = null, Caller? by = null) =>
        test.With((db, commit) => new MonthSheet(db, commit, test.Clock).Run(by ?? test.Nutritionist, posyandu ?? test.Melati, day, onPaper));

    private static DateOnly Today(TestPosyandu test) => test.Clock.Today(TimeZoneInfo.FindSystemTimeZoneById("Asia/Makassar"));

    [Theory, MemberData(nameof(Both))]
    public async Task Children_stand_in_the_order_of_names_with_what_is_due_and_who_was_weighed_this_month(Vendor vendor)
    {
        await using var test = await TestPosyandu.Open(vendor);
        var phone = await test.Phone();
        var (rini, ani, old, elsewhere) = (test.Girl("Wa Rini"), test.Girl("Ani", "7414016505950002", new DateOnly(2025, 9, 1)), test.Girl("Besar", null, new DateOnly(2020, 1, 1)), test.Girl("Tamu", null));
        var pregnant = new NewPregnancy { Id = Guid.CreateVersion7(), At = test.Clock.Now, Name = "Wa Hamil", DueDate = new DateOnly(2026, 6, 1), HasConsent = true };
        var born = new NewPregnancy { Id = Guid.CreateVersion7(), At = test.Clock.Now, Name = "Wa Lahir", DueDate = new DateOnly(2026, 1, 1), HasConsent = true };
        var bcg = new ChildService(Guid.CreateVersion7(), ani.Id, new DateOnly(2026, 1, 5), test.Clock.Now, ChildServiceKind.Immunisation, true, "BCG");
        var book = new ChildService(Guid.CreateVersion7(), rini.Id, new DateOnly(2026, 1, 5), test.Clock.Now, ChildServiceKind.KiaBook, true);
        Assert.Equal(BatchVerdict.Accepted, (await phone.Send(rini, ani, old, pregnant, born, bcg, book, test.Measured(rini.Id, day: new DateOnly(2026, 1, 5)), test.Measured(ani.Id, 6_400, 6_300, new DateOnly(2026, 2, 3)))).Value.Verdict);
        await (await test.Phone(test.Mawar, test.OtherCadre)).Send(elsewhere);
        var sheet = (await Sheet(test, new DateOnly(2026, 2, 5))).Value;
        Assert.Equal([(1, "Ani"), (2, "Wa Rini")], sheet.Children.Select(r => (r.Number, r.Due.Child.Name)));
        Assert.True(sheet.IsMassWeighing);
        var (first, second) = (sheet.Children[0], sheet.Children[1]);
        Assert.Equal((5, 6_400, false, VitaminADose.None), (first.Due.Months, first.Weighed?.Weight, first.Due.IsHeightDue, first.Due.VitaminA));
        Assert.Equal((12, null, true, VitaminADose.Red), (second.Due.Months, second.Weighed?.Weight, second.Due.IsHeightDue, second.Due.VitaminA));
        Assert.Equal((9_000, 7_550), (second.Due.LastWeight?.Weight, second.Due.LastHeight?.Height));
        Assert.Equal((true, false), (first.Due.AsksBook, second.Due.AsksBook));
        Assert.Equal(["HB0", "OPV1", "DPT1", "OPV2", "RV1", "PCV1"], first.Vaccines.Select(v => v.Code));
        Assert.Equal("Wa Hamil", Assert.Single(sheet.Mothers).Pregnancy.Name);
        Assert.Equal([Profession.Cadre, Profession.Midwife, Profession.Nutritionist], sheet.Measurers.Select(m => m.Profession));
        await using var db = test.Read();
        var entry = await db.JournalEntries.OrderByDescending(e => e.Seq).FirstAsync();
        Assert.Equal(nameof(MonthSheetRead), entry.Fact);
        Assert.DoesNotContain("Rini", entry.Data, StringComparison.Ordinal);
    }

    [Theory, MemberData(nameof(Both))]
    public async Task Paper_is_for_the_next_day_and_at_most_two_months_ahead_and_what_is_entered_lies_in_the_past(Vendor vendor)
    {
        await using var test = await TestPosyandu.Open(vendor);
        var today = Today(test);
        var paper = (await Sheet(test)).Value;
        var entered = (await Sheet(test, onPaper: false)).Value;
        Assert.Equal((5, 5), (paper.Day.Day, entered.Day.Day));
        Assert.True(paper.Day >= today && entered.Day <= today && paper.Day.AddMonths(entered.Day == today ? 0 : -1) == entered.Day);
        Assert.False((await Sheet(test, today.AddMonths(2))).IsRefused);
        Assert.Equal("C-401", (await Sheet(test, today.AddMonths(3).AddDays(1))).Refusal?.Code);
        Assert.Equal("C-401", (await Sheet(test, today.AddDays(1), onPaper: false)).Refusal?.Code);
        Assert.Equal("C-401", (await Sheet(test, new DateOnly(2019, 1, 5))).Refusal?.Code);
    }

    [Theory, MemberData(nameof(Both))]
    public async Task Only_the_midwife_of_the_village_and_the_nutritionist_of_the_puskesmas_see_it(Vendor vendor)
    {
        await using var test = await TestPosyandu.Open(vendor);
        foreach (var role in Enum.GetValues<Role>().Where(r => r is not (Role.Midwife or Role.Nutritionist)))
            Assert.Equal("K-001", (await Sheet(test, by: TestPosyandu.Staff(role))).Refusal?.Code);
        Assert.False((await Sheet(test, by: test.Midwife)).IsRefused);
        Assert.Equal("C-001", (await Sheet(test, posyandu: test.Mawar, by: test.Midwife)).Refusal?.Code);
        Assert.Equal("C-001", (await Sheet(test, by: test.FarNutritionist)).Refusal?.Code);
        Assert.Equal("C-001", (await Sheet(test, by: TestPosyandu.Staff(Role.Nutritionist))).Refusal?.Code);
    }
}
