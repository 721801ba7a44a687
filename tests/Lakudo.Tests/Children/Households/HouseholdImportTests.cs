using Lakudo.Children;
using Lakudo.Children.Households;
using Lakudo.Children.Import;
using Lakudo.Growth;
using Lakudo.Kernel;
using Lakudo.Testing;
using Microsoft.EntityFrameworkCore;
using static Lakudo.Tests.Children.Households.TestHousehold;

namespace Lakudo.Tests.Children.Households;

/// <summary>What the column No KK of an office's file does: it places, it never overwrites.</summary>
public sealed class HouseholdImportTests
{
    private const string MothersNik = "7414016505950001";

    public static TheoryData<Vendor> Both => new(Vendor.Sqlite, Vendor.Postgres);

    private static ImportRow Row(int line, string name, string? card, DateOnly? birth = null, string? motherNik = null, string mother = "Wa Baru") => new()
    {
        Line = line,
        Name = name,
        Sex = Sex.Female,
        Birth = birth ?? new DateOnly(2025, 3, line),
        MotherName = mother,
        MotherNik = motherNik,
        FamilyCard = card,
        Rt = 4,
        Rw = 2,
        Posyandu = "Melati",
    };

    /// <summary>The line that speaks of a child of the kit.</summary>
    private static ImportRow Of(Lakudo.Field.NewChild child, string? card, int line = 2) => Row(line, child.Name, card, child.Birth, child.MotherNik, child.MotherName);

    private static async Task<(ImportPlan Plan, EnterImport.Answer? Answer, string? Code)> Import(TestHousehold house, params ImportRow[] rows)
    {
        var (test, by) = (house.Test, house.Test.Nutritionist);
        var trial = (await test.With((db, commit) => new TryImport(db, commit, test.Clock, test.Personal).Run(by, new("kk.xlsx", null, rows)))).Value;
        var plan = (await test.With((db, commit) => new ImportTrialResult(db, commit, test.Clock, test.Personal).Run(by, trial))).Value;
        var entered = await test.With((db, commit) => new EnterImport(db, commit, test.Clock, test.Personal).Run(by, new(trial, plan.Fingerprint, true)));
        return (plan, entered.IsRefused ? null : entered.Value, entered.Refusal?.Code);
    }

    [Theory, MemberData(nameof(Both))]
    public async Task Children_and_mothers_of_one_number_are_one_household_shown_before_and_the_same_file_adds_nothing(Vendor vendor)
    {
        await using var test = await Open(vendor);
        ImportRow[] rows =
        [
            Row(2, "Wa Satu", Number, motherNik: "7414016505950077"), Row(3, "Wa Dua", Number, motherNik: "7414016505950077"), Row(4, "Wa Sepupu", Number, mother: "Wa Bibi"), Row(5, "Wa Lain", "7472010504180012"), Row(6, "Wa Tanpa", null),
            Of(test.Elder, OtherNumber, 7),
        ];
        var (plan, answer, _) = await Import(test, rows);
        Assert.Equal([HouseholdFate.Joins, HouseholdFate.Joins, HouseholdFate.Joins, HouseholdFate.Joins, HouseholdFate.None, HouseholdFate.Joins], plan.Lines.Select(l => l.Household));
        Assert.Equal(ImportFate.NewHousehold, plan.Lines[5].Fate);
        Assert.Contains("terbit di luar kabupaten", Assert.Single(plan.Lines[3].Words), StringComparison.Ordinal);
        // Four children, their three mothers, and the elder with hers.
        Assert.Equal((5, 9), (answer!.Children, answer.Placed));
        var house = (await test.Find(Number)).Value;
        Assert.Equal(["Wa Satu", "Wa Dua", "Wa Sepupu"], await test.Names(house));
        var read = (await test.Read(house)).Value;
        Assert.Equal((2, "Metere", new Neighbourhood(4, 2)), (read.Mothers.Length, read.Village, read.Place));
        Assert.Equal(["Sitti Aisyah"], await test.Names((await test.Find(OtherNumber)).Value));

        var again = await Import(test, rows);
        Assert.Equal((0, "C-208"), (again.Plan.Taken, again.Code));
        Assert.Equal(5, again.Plan.Count(HouseholdFate.Known));
        await using var db = test.Test.Read();
        Assert.Equal((3, 9), (await db.Households.CountAsync(), await db.HouseholdStays.CountAsync()));
        var journal = await test.Journal();
        Assert.Contains(nameof(HouseholdsImported), journal, StringComparison.Ordinal);
        Assert.DoesNotContain(Number, journal, StringComparison.Ordinal);
    }

    [Theory, MemberData(nameof(Both))]
    public async Task Another_number_is_shown_beside_the_registers_and_changes_nothing(Vendor vendor)
    {
        await using var test = await Open(vendor);
        var house = await test.House(test.Elder.Id, Number);
        // A sister who is new to the register: her mother belongs there, so she does, whatever the file says.
        var (plan, answer, _) = await Import(test, Of(test.Elder, OtherNumber), Row(3, "Wa Adik", OtherNumber, motherNik: MothersNik, mother: "Wa Ode Sari"), Row(4, "Wa Lain", OtherNumber));
        Assert.Equal([HouseholdFate.Differs, HouseholdFate.Differs, HouseholdFate.Joins], plan.Lines.Select(l => l.Household));
        Assert.Equal(ImportFate.Known, plan.Lines[0].Fate);
        Assert.All(plan.Lines.Take(2), l => Assert.Contains("di berkas 7414**********97, di register 7414**********12", Assert.Single(l.Words), StringComparison.Ordinal));
        Assert.Equal((2, 2), (answer!.Children, answer.Placed));
        Assert.Equal(["Sitti Aisyah", "Wa Adik", "Wa Rini"], await test.Names(house));
        Assert.Equal(Number, (await test.Reveal(house)).Value);
        Assert.Equal(["Wa Lain"], await test.Names((await test.Find(OtherNumber)).Value));
    }

    [Theory, MemberData(nameof(Both))]
    public async Task A_household_without_a_number_gets_it_and_one_of_another_household_is_left_to_the_puskesmas(Vendor vendor)
    {
        await using var test = await Open(vendor);
        var house = await test.House(test.Elder.Id);
        var first = await Import(test, Of(test.Younger, Number));
        Assert.Equal((HouseholdFate.Numbers, ImportFate.NewHousehold, 0), (first.Plan.Lines[0].Household, first.Plan.Lines[0].Fate, first.Answer!.Placed));
        Assert.Equal(Number, (await test.Reveal(house)).Value);
        var other = await test.House(test.Neighbour.Id);
        var second = await Import(test, Of(test.Neighbour, Number));
        Assert.Equal((HouseholdFate.Differs, "C-208"), (second.Plan.Lines[0].Household, second.Code));
        Assert.Contains("satukan", Assert.Single(second.Plan.Lines[0].Words), StringComparison.Ordinal);
        Assert.Equal(["Wa Tina"], await test.Names(other));
    }

    [Theory, MemberData(nameof(Both))]
    public async Task Who_was_taken_out_of_a_household_is_not_put_back_by_an_old_file(Vendor vendor)
    {
        await using var test = await Open(vendor);
        await Import(test, Of(test.Elder, Number), Of(test.Younger, Number, 3));
        var house = (await test.Find(Number)).Value;
        Assert.Equal(["Sitti Aisyah", "Wa Rini"], await test.Names(house));
        Assert.False((await test.Leave(new(house, [Child(test.Elder.Id)], LeavingHousehold.Fostered))).IsRefused);
        var (plan, _, code) = await Import(test, Of(test.Elder, Number), Of(test.Younger, Number, 3));
        Assert.Equal([HouseholdFate.HasLeft, HouseholdFate.Known], plan.Lines.Select(l => l.Household));
        Assert.Equal("C-208", code);
        Assert.Equal(["Wa Rini"], await test.Names(house));
        // A newer file may say where it lives now.
        Assert.Equal(HouseholdFate.Joins, (await Import(test, Of(test.Elder, OtherNumber))).Plan.Lines[0].Household);
        Assert.Equal(["Sitti Aisyah"], await test.Names((await test.Find(OtherNumber)).Value));
    }

    [Theory, MemberData(nameof(Both))]
    public async Task A_household_that_became_known_meanwhile_makes_the_trial_outdated(Vendor vendor)
    {
        await using var house = await Open(vendor);
        var (test, by) = (house.Test, house.Test.Nutritionist);
        var trial = (await test.With((db, commit) => new TryImport(db, commit, test.Clock, test.Personal).Run(by, new("kk.xlsx", null, [Of(house.Elder, OtherNumber)])))).Value;
        var plan = (await test.With((db, commit) => new ImportTrialResult(db, commit, test.Clock, test.Personal).Run(by, trial))).Value;
        await house.House(house.Elder.Id, Number);
        Assert.Equal("C-205", (await test.With((db, commit) => new EnterImport(db, commit, test.Clock, test.Personal).Run(by, new(trial, plan.Fingerprint, true)))).Refusal?.Code);
    }
}
