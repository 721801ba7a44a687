using System.Text.Json;
using Lakudo.Children.Access;
using Lakudo.Children.Households;
using Lakudo.Children.Personal;
using Lakudo.Identity;
using Lakudo.Kernel;
using Lakudo.Privacy.Breaches;
using Lakudo.Privacy.Requests;
using Lakudo.Testing;
using Lakudo.Tests.Children.Personal;
using Microsoft.EntityFrameworkCore;
using static Lakudo.Tests.Children.Households.TestHousehold;

namespace Lakudo.Tests.Children.Households;

/// <summary>What becomes of a household's number and members when somebody is erased, takes the consent back, asks for a copy, or an account was stolen.</summary>
public sealed class HouseholdPrivacyTests
{
    public static TheoryData<Vendor> Both => new(Vendor.Sqlite, Vendor.Postgres);

    [Theory, MemberData(nameof(Both))]
    public async Task A_household_goes_with_the_last_of_its_people_number_and_history_and_not_before(Vendor vendor)
    {
        await using var test = await TestFamily.Open(vendor);
        var house = await House(test, test.Elder.Id, TestHousehold.Number);
        var nutritionist = test.Posyandu.Nutritionist;
        await test.Posyandu.With((db, commit) => new SetHouseholdNumber(db, commit, test.Posyandu.Clock, test.Posyandu.Personal).Run(nutritionist, new(house, TestHousehold.OtherNumber, "Salah baca")));
        Assert.False((await test.Posyandu.With((db, commit) => new JoinHousehold(db, commit, test.Posyandu.Clock, test.Posyandu.Personal).Run(nutritionist, new(Child(test.Neighbour.Id), house)))).IsRefused);

        // One child alone.
        Assert.False((await test.Privacy.Erase((await test.Privacy.Take(RegisterNumber.Of('A', test.Younger.Id))).Value)).IsRefused);
        Assert.Equal((3, 1, 1), await Rows(test));
        // The mother with what is left of hers; the neighbour's child still lives there.
        Assert.False((await test.Privacy.Erase((await test.Privacy.Take(TestFamily.MothersNik)).Value)).IsRefused);
        Assert.Equal((1, 1, 1), await Rows(test));
        Assert.False((await test.Privacy.Erase((await test.Privacy.Take(RegisterNumber.Of('A', test.Neighbour.Id))).Value)).IsRefused);
        Assert.Equal((0, 0, 0), await Rows(test));
        Assert.DoesNotContain(TestHousehold.Number, await test.Privacy.Traces(), StringComparison.Ordinal);
    }

    [Theory, MemberData(nameof(Both))]
    public async Task Who_only_used_to_belong_is_forgotten_too(Vendor vendor)
    {
        await using var test = await TestHousehold.Open(vendor);
        var house = await test.House(test.Elder.Id, TestHousehold.Number);
        Assert.False((await test.Leave(new(house, [Child(test.Elder.Id), Child(test.Younger.Id), Mother(await test.MotherOf(test.Elder.Id))], LeavingHousehold.Moved))).IsRefused);
        await using var db = test.Test.Read();
        await db.Forget(await db.Set<Lakudo.Children.Register.Child>().Where(c => c.Id != test.Neighbour.Id).ToListAsync(), [], test.Test.Clock.Now, default);
        await db.SaveChangesAsync();
        Assert.Equal((0, 0), (await db.Households.CountAsync(), await db.HouseholdStays.CountAsync()));
    }

    [Theory, MemberData(nameof(Both))]
    public async Task A_withdrawn_consent_hides_the_child_and_then_its_mother_in_the_household_and_given_again_brings_them_back(Vendor vendor)
    {
        await using var test = await TestHousehold.Open(vendor);
        var house = await test.House(test.Elder.Id, TestHousehold.Number);
        await test.Join(new(Child(test.Neighbour.Id), house));
        await test.Withdraw(test.Elder.Id);
        Assert.Equal(["Wa Tina", "Wa Rini"], await test.Names(house));
        await test.Withdraw(test.Younger.Id);
        // Nothing of hers may be seen any more, so neither may she.
        Assert.Equal(["Wa Tina"], await test.Names(house));
        Assert.Empty((await test.Read(house)).Value.Mothers);
        await test.Withdraw(test.Neighbour.Id);
        Assert.Equal("C-612", (await test.Read(house)).Refusal?.Code);
        Assert.Equal("C-620", (await test.Find(TestHousehold.Number)).Refusal?.Code);
        await test.AgreeAgain(test.Elder.Id);
        Assert.Equal(["Sitti Aisyah"], await test.Names(house));
        Assert.Single((await test.Read(house)).Value.Mothers);
    }

    [Theory, MemberData(nameof(Both))]
    public async Task The_familys_copy_tells_its_household_in_clear_and_nothing_of_the_others(Vendor vendor)
    {
        await using var test = await TestFamily.Open(vendor);
        var house = await House(test, test.Elder.Id, TestHousehold.Number);
        var (nutritionist, clock) = (test.Posyandu.Nutritionist, test.Posyandu.Clock);
        await test.Posyandu.With((db, commit) => new JoinHousehold(db, commit, clock, test.Posyandu.Personal).Run(nutritionist, new(Child(test.Neighbour.Id), house)));
        await test.Posyandu.With((db, commit) => new LeaveHousehold(db, commit, clock).Run(nutritionist, new(house, [Child(test.Younger.Id)], LeavingHousehold.Fostered)));
        var held = (await test.Privacy.LookUp((await test.Privacy.Take(TestFamily.MothersNik)).Value)).Value.Held;
        var shown = Assert.Single(held, h => h.What == "Keluarga (KK)");
        Assert.Equal(("7414**********12", true), (shown.Shown, shown.Why is not null));
        await using var db = test.Posyandu.Read();
        var told = await new ChildrenRecords(db, test.Posyandu.Personal, clock).Tell(new Person(PersonKeyKind.Nik, test.Posyandu.Personal.Fingerprint(TestFamily.MothersNik)), default);
        var text = JsonSerializer.Serialize(told);
        var lines = told.SelectMany(s => s.Lines).Where(l => l.Name.StartsWith("Keluarga sejak", StringComparison.Ordinal)).Select(l => l.Value).ToList();
        Assert.Equal(3, lines.Count);
        Assert.Equal(2, lines.Count(l => l.Contains(TestHousehold.Number, StringComparison.Ordinal)));
        // Who left is not told the number of those who stayed.
        Assert.Contains("7414**********12", lines.Single(l => l.Contains("diasuh keluarga lain", StringComparison.Ordinal)), StringComparison.Ordinal);
        Assert.DoesNotContain("Tina", text, StringComparison.Ordinal);
    }

    [Theory, MemberData(nameof(Both))]
    public async Task A_stolen_account_shows_whose_household_and_number_it_saw_and_the_log_of_the_child_as_well(Vendor vendor)
    {
        await using var test = await TestFamily.Open(vendor);
        var midwife = test.Posyandu.Midwife;
        var house = await House(test, test.Elder.Id, TestHousehold.Number);
        test.Posyandu.Time.Move(TimeSpan.FromHours(2));
        var from = test.Posyandu.Clock.Now;
        await test.Posyandu.With((db, commit) => new RevealHouseholdNumber(db, commit, test.Posyandu.Clock, test.Posyandu.Personal).Run(midwife, new(house)));
        test.Posyandu.Time.Move(TimeSpan.FromHours(1));
        await using (var db = test.Posyandu.Read())
        {
            var exposed = await new ChildrenExposure(db, test.Posyandu.Personal).Of(new BreachScope(false, [midwife.Id!.Value], new SeenBy(false, []), null, from, test.Posyandu.Clock.Now), default);
            Assert.Equal(new[] { test.Elder.Id, test.Younger.Id }.Order(), exposed.Where(e => e.Certain && e.Data.Contains("nomor KK", StringComparison.Ordinal)).Select(e => e.Id).Order());
            Assert.Contains(exposed, e => e.Id == test.Neighbour.Id && !e.Certain);
        }

        var log = (await test.Posyandu.With((db, commit) => new AccessLog(db, commit, test.Posyandu.Clock).OfChild(test.Posyandu.Nutritionist, test.Younger.Id))).Value.Rows;
        Assert.Contains(log, r => r is { Fact: nameof(HouseholdNumberRevealed), Who: "Bidan Sitti", IsAboutMany: false });
        var others = (await test.Posyandu.With((db, commit) => new AccessLog(db, commit, test.Posyandu.Clock).OfChild(test.Posyandu.Nutritionist, test.Neighbour.Id))).Value.Rows;
        Assert.DoesNotContain(others, r => r.Fact == nameof(HouseholdNumberRevealed));
    }

    private static async Task<Guid> House(TestFamily test, Guid child, string number)
    {
        var id = Guid.CreateVersion7();
        Assert.Equal(1, (await test.Posyandu.With((db, commit) => new OpenHouseholds(db, commit, test.Posyandu.Clock, test.Posyandu.Personal).Run(test.Posyandu.Nutritionist, new([new(id, child, number)])))).Value);
        return id;
    }

    private static async Task<(int Stays, int Corrections, int Households)> Rows(TestFamily test)
    {
        await using var db = test.Posyandu.Read();
        return (await db.HouseholdStays.CountAsync(), await db.HouseholdCorrections.CountAsync(), await db.Households.CountAsync());
    }
}
