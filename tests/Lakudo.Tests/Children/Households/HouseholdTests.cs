using Lakudo.Children.Households;
using Lakudo.Children.Register;
using Lakudo.Field;
using Lakudo.Kernel;
using Lakudo.Testing;
using Microsoft.EntityFrameworkCore;
using static Lakudo.Tests.Children.Households.TestHousehold;

namespace Lakudo.Tests.Children.Households;

/// <summary>A mother, her under-fives, and the number of their card.</summary>
public sealed class HouseholdTests
{
    public static TheoryData<Vendor> Both => new(Vendor.Sqlite, Vendor.Postgres);

    [Theory, MemberData(nameof(Both))]
    public async Task A_mother_and_her_under_fives_are_a_household_also_without_a_number_and_who_looked_is_shown(Vendor vendor)
    {
        await using var test = await TestHousehold.Open(vendor);
        var house = await test.House(test.Elder.Id);
        var read = (await test.Read(house, test.Test.Midwife)).Value;
        Assert.Equal((null, false, "Metere", new Neighbourhood(3, 1)), (read.Number, read.IsFromElsewhere, read.Village, read.Place));
        Assert.Equal("Wa Ode Sari", Assert.Single(read.Mothers).Name);
        Assert.Equal(["Sitti Aisyah", "Wa Rini"], read.Children.Select(c => c.Name));
        // Twenty-five months and 75 cm: what the last measurement says of her, and nothing of the sister who was never measured.
        Assert.Equal((8_000, new DateOnly(2026, 3, 2)), (read.Children[0].Ours!.Weight, read.Children[0].Ours!.LastDay));
        Assert.True(read.Children[0].Ours!.LengthForAge < -300);
        Assert.Equal((null, null, true), (read.Children[1].Ours!.LastDay, read.Children[1].Ours!.LengthForAge, read.Children[1].Ours!.IsUnderFive));
        Assert.Equal(["Nurul", "Bidan Sitti"], (await test.Read(house)).Value.Reads.Select(r => r.Who));
        Assert.Equal(house, (await test.Test.Record(test.Younger.Id)).Value.Household);
        Assert.Null((await test.Test.Record(test.Neighbour.Id)).Value.Household);

        // A newborn of the same mother, from a phone that knows nothing of households, belongs there at once.
        var newborn = test.Test.Girl("Wa Bungsu", birth: new DateOnly(2026, 2, 20));
        await test.Phone.Send(newborn);
        Assert.Equal(["Sitti Aisyah", "Wa Rini", "Wa Bungsu"], await test.Names(house));
        // Opening the same one again changes nothing; another one of the same child is refused.
        Assert.Equal(0, (await test.Run(new OpenHouseholds.Row(house, test.Elder.Id))).Value);
        Assert.Equal("C-614", (await test.Run(new OpenHouseholds.Row(Guid.CreateVersion7(), test.Younger.Id))).Refusal?.Code);
        Assert.Equal("C-622", (await test.Run(new OpenHouseholds.Row(house, test.Neighbour.Id))).Refusal?.Code);
    }

    [Theory, MemberData(nameof(Both))]
    public async Task A_number_is_kept_sealed_found_corrected_with_a_reason_and_revealed_to_the_journal(Vendor vendor)
    {
        await using var test = await TestHousehold.Open(vendor);
        var house = await test.House(test.Elder.Id, " 7414 0105 0418 0012");
        Assert.Equal("7414**********12", (await test.Read(house)).Value.Number);
        Assert.Equal(house, (await test.Find("7414-0105-0418-0012")).Value);
        Assert.Equal("C-620", (await test.Find(TestHousehold.OtherNumber)).Refusal?.Code);
        Assert.Equal("C-611", (await test.Find("7414")).Refusal?.Code);
        // Whose household it is, another puskesmas does not learn by trying numbers.
        Assert.Equal("C-620", (await test.Find(TestHousehold.Number, test.Test.FarNutritionist)).Refusal?.Code);
        Assert.Equal(TestHousehold.Number, (await test.Reveal(house)).Value);
        Assert.Equal("C-613", (await test.Run(new OpenHouseholds.Row(Guid.CreateVersion7(), test.Neighbour.Id, TestHousehold.Number))).Refusal?.Code);
        var other = await test.House(test.Neighbour.Id);
        Assert.Equal("C-619", (await test.Reveal(other)).Refusal?.Code);

        Assert.Equal("C-611", (await test.Set(house, "12345")).Refusal?.Code);
        Assert.Equal("C-617", (await test.Set(house, TestHousehold.Number)).Refusal?.Code);
        Assert.Equal("C-613", (await test.Set(other, TestHousehold.Number)).Refusal?.Code);
        Assert.Equal("K-020", (await test.Set(house, TestHousehold.OtherNumber, "")).Refusal?.Code);
        Assert.Equal("K-021", (await test.Set(house, TestHousehold.OtherNumber, "KK lama 7414 0105 0418 0012")).Refusal?.Code);
        Assert.False((await test.Set(house, "7472010504180097", "Salah baca")).IsRefused);
        var read = (await test.Read(house)).Value;
        Assert.Equal(("7472**********97", true), (read.Number, read.IsFromElsewhere));
        Assert.Equal(("7414**********12", "Nurul", "Salah baca"), (read.Corrections[0].Before, read.Corrections[0].Who, read.Corrections[0].Why));
        Assert.Equal("C-620", (await test.Find(TestHousehold.Number)).Refusal?.Code);

        Assert.Equal("C-621", (await test.Place(new(house, 3, new(0, 1)))).Refusal?.Code);
        Assert.Equal("C-621", (await test.Place(new(house, 1, new(1, 1)))).Refusal?.Code);
        Assert.False((await test.Place(new(house, 3, new(7, null)))).IsRefused);
        Assert.Equal(("Lolibu", new Neighbourhood(7, null)), ((await test.Read(house)).Value.Village, (await test.Read(house)).Value.Place));

        await using var db = test.Test.Read();
        var row = await db.Households.SingleAsync(h => h.Id == house);
        Assert.DoesNotContain("7472010504180097", System.Text.Encoding.Latin1.GetString(row.NumberSealed!), StringComparison.Ordinal);
        Assert.NotEqual(test.Test.Personal.Fingerprint("7472010504180097"), row.NumberFingerprint);
        var journal = await test.Journal();
        Assert.All(new[] { TestHousehold.Number, "7472010504180097", "Aisyah", "Sari" }, word => Assert.DoesNotContain(word, journal, StringComparison.Ordinal));
        Assert.All(new[] { nameof(HouseholdOpened), nameof(HouseholdRead), nameof(HouseholdSought), nameof(HouseholdNumberRevealed), nameof(HouseholdNumberSet), nameof(HouseholdPlaced) }, fact => Assert.Contains(fact, journal, StringComparison.Ordinal));
        Assert.DoesNotContain(TestHousehold.Number, string.Join('\n', (await db.StoredAnswers.ToListAsync()).Select(a => a.Answer)), StringComparison.Ordinal);
    }

    [Theory, MemberData(nameof(Both))]
    public async Task Members_join_and_leave_with_a_reason_and_the_history_stays(Vendor vendor)
    {
        await using var test = await TestHousehold.Open(vendor);
        var house = await test.House(test.Elder.Id, TestHousehold.Number);
        Assert.Equal("C-614", (await test.Join(new(Child(test.Elder.Id), house))).Refusal?.Code);
        Assert.Equal("C-612", (await test.Join(new(Child(test.Neighbour.Id), Guid.CreateVersion7()))).Refusal?.Code);
        Assert.Equal("C-620", (await test.Join(new(Child(test.Neighbour.Id), Number: TestHousehold.OtherNumber))).Refusal?.Code);
        Assert.Equal("C-611", (await test.Join(new(Child(test.Neighbour.Id)))).Refusal?.Code);
        // A niece who lives with them, by the number on the card, with her mother.
        Assert.Equal(house, (await test.Join(new(Child(test.Neighbour.Id), Number: TestHousehold.Number, WithFamily: true))).Value);
        Assert.Equal(["Wa Ode Sari", "Wa Tetangga"], (await test.Read(house)).Value.Mothers.Select(m => m.Name));
        Assert.Equal(["Sitti Aisyah", "Wa Tina", "Wa Rini"], await test.Names(house));

        Assert.Equal("C-616", (await test.Leave(new(house, [], LeavingHousehold.Moved))).Refusal?.Code);
        Assert.Equal("C-616", (await test.Leave(new(house, [Child(test.Elder.Id)], null))).Refusal?.Code);
        Assert.Equal("C-616", (await test.Leave(new(house, [Child(test.Elder.Id)], LeavingHousehold.United))).Refusal?.Code);
        Assert.Equal("C-615", (await test.Leave(new(house, [Child(Guid.CreateVersion7())], LeavingHousehold.Moved))).Refusal?.Code);
        // The parents part: the mother goes with the younger one, the elder stays.
        var mother = await test.MotherOf(test.Younger.Id);
        test.Test.Time.Move(TimeSpan.FromDays(1));
        var left = (await test.Leave(new(house, [Mother(mother), Child(test.Younger.Id)], LeavingHousehold.ParentsApart, Together: true))).Value.New!.Value;
        Assert.Equal(["Wa Rini"], await test.Names(left));
        Assert.Equal(("Wa Ode Sari", null), (Assert.Single((await test.Read(left)).Value.Mothers).Name, (await test.Read(left)).Value.Number));
        Assert.Equal(["Sitti Aisyah", "Wa Tina"], await test.Names(house));
        Assert.Equal([(MemberKind.Child, "Wa Rini", LeavingHousehold.ParentsApart), (MemberKind.Mother, "Wa Ode Sari", LeavingHousehold.ParentsApart)],
            (await test.Read(house)).Value.Earlier.Select(e => (e.Kind, e.Name, e.Reason)).Order());
        Assert.Equal(LeavingHousehold.ParentsApart, Assert.Single((await test.Of(test.Younger.Id)).Value.Before).Reason);
        Assert.Equal("C-615", (await test.Leave(new(house, [Child(test.Younger.Id)], LeavingHousehold.Moved))).Refusal?.Code);

        // The mother alone comes back, then everybody is of one card again.
        Assert.False((await test.Leave(new(left, [Mother(mother)], LeavingHousehold.WrittenWrongly))).IsRefused);
        Assert.Equal(house, (await test.Join(new(Mother(mother), house))).Value);
        Assert.Equal("C-614", (await test.Join(new(Mother(mother), left))).Refusal?.Code);
        Assert.Equal("C-620", (await test.Unite(left, TestHousehold.OtherNumber)).Refusal?.Code);
        Assert.Equal("C-618", (await test.Unite(house, TestHousehold.Number)).Refusal?.Code);
        Assert.Equal(house, (await test.Unite(left, TestHousehold.Number)).Value);
        Assert.Equal(["Sitti Aisyah", "Wa Tina", "Wa Rini"], await test.Names(house));
        Assert.Equal("C-612", (await test.Read(left)).Refusal?.Code);
        await using var db = test.Test.Read();
        Assert.Equal(5, await db.HouseholdStays.CountAsync(s => s.Until == null));
        Assert.Equal(4, await db.HouseholdStays.CountAsync(s => s.Until != null));
    }

    [Theory, MemberData(nameof(Both))]
    public async Task A_move_to_another_posyandu_keeps_the_household_and_each_side_sees_its_own_child(Vendor vendor)
    {
        await using var test = await TestHousehold.Open(vendor);
        var house = await test.House(test.Elder.Id, TestHousehold.Number);
        Assert.False((await test.Test.Move(test.Elder.Id, test.Test.Far)).IsRefused);
        var far = (await test.Read(house, test.Test.FarNutritionist)).Value;
        Assert.Equal([("Sitti Aisyah", true), ("W* R***", false)], far.Children.Select(c => (c.Name, c.Ours is not null)));
        var here = (await test.Read(house)).Value;
        Assert.Equal([("S**** A*****", "Posyandu Anggrek", false), ("Wa Rini", "Posyandu Melati", true)], here.Children.Select(c => (c.Name, c.Posyandu, c.Ours is not null)));
        Assert.Equal(house, (await test.Find(TestHousehold.Number, test.Test.FarNutritionist)).Value);
        // Nobody takes the other side's child out.
        Assert.Equal("C-615", (await test.Leave(new(house, [Child(test.Elder.Id)], LeavingHousehold.Moved))).Refusal?.Code);
        Assert.False((await test.Leave(new(house, [Child(test.Elder.Id)], LeavingHousehold.Moved), test.Test.FarNutritionist)).IsRefused);
        Assert.Equal(["Wa Rini"], await test.Names(house));
        // The mother of the younger is still looked after here, and for her elder there as well.
        Assert.Equal("Wa Ode Sari", Assert.Single((await test.Read(house, test.Test.FarNutritionist)).Value.Mothers).Name);
    }

    [Theory, MemberData(nameof(Both))]
    public async Task Merged_entries_are_one_member_and_a_split_gives_each_its_household_back(Vendor vendor)
    {
        await using var test = await TestHousehold.Open(vendor);
        var twice = test.Test.Girl("Siti Aisah", motherNik: null, birth: new DateOnly(2024, 1, 10)) with { MotherName = "Nenek Asni" };
        await test.Phone.Send(twice);
        var (one, two) = (await test.House(test.Elder.Id, TestHousehold.Number), await test.House(twice.Id));
        Assert.False((await test.Test.Merge(test.Elder.Id, twice.Id)).IsRefused);
        Assert.Equal(["Sitti Aisyah", "Wa Rini"], await test.Names(one));
        // The other entry's household holds the child no more; its mother's row still stands there.
        Assert.Empty(await test.Names(two));
        Assert.False((await test.Test.Split(twice.Id)).IsRefused);
        Assert.Equal(["Siti Aisah"], await test.Names(two));

        // Where only the entry that goes belongs to a household, the one that stays belongs there, and can leave.
        Assert.False((await test.Leave(new(one, [Child(test.Elder.Id)], LeavingHousehold.WrittenWrongly))).IsRefused);
        Assert.False((await test.Test.Merge(test.Elder.Id, twice.Id)).IsRefused);
        Assert.Equal(["Sitti Aisyah"], await test.Names(two));
        Assert.Equal("C-614", (await test.Join(new(Child(test.Elder.Id), one))).Refusal?.Code);
        Assert.False((await test.Leave(new(two, [Child(test.Elder.Id)], LeavingHousehold.WrittenWrongly))).IsRefused);
        Assert.Equal(one, (await test.Join(new(Child(test.Elder.Id), one))).Value);
        Assert.Equal(["Sitti Aisyah", "Wa Rini"], await test.Names(one));
    }

    [Theory, MemberData(nameof(Both))]
    public async Task Nobody_else_may_read_or_change_a_household(Vendor vendor)
    {
        await using var test = await TestHousehold.Open(vendor);
        var house = await test.House(test.Elder.Id, TestHousehold.Number);
        foreach (var role in Enum.GetValues<Role>().Where(r => r is not (Role.Midwife or Role.Nutritionist)))
        {
            var other = TestPosyandu.Staff(role);
            Assert.Equal("K-001", (await test.Read(house, other)).Refusal?.Code);
            Assert.Equal("K-001", (await test.Of(test.Elder.Id, other)).Refusal?.Code);
            Assert.Equal("K-001", (await test.Find(TestHousehold.Number, other)).Refusal?.Code);
            Assert.Equal("K-001", (await test.Reveal(house, other)).Refusal?.Code);
            if (role == Role.System) continue;
            Assert.Equal("K-001", (await test.Run(new OpenHouseholds.Row(Guid.CreateVersion7(), test.Neighbour.Id), other)).Refusal?.Code);
            Assert.Equal("K-001", (await test.Join(new(Child(test.Neighbour.Id), house), other)).Refusal?.Code);
            Assert.Equal("K-001", (await test.Leave(new(house, [Child(test.Elder.Id)], LeavingHousehold.Moved), other)).Refusal?.Code);
            Assert.Equal("K-001", (await test.Set(house, TestHousehold.OtherNumber, by: other)).Refusal?.Code);
            Assert.Equal("K-001", (await test.Place(new(house, 2, Neighbourhood.Unknown), other)).Refusal?.Code);
            Assert.Equal("K-001", (await test.Unite(house, TestHousehold.Number, other)).Refusal?.Code);
        }

        // And the right role of another puskesmas not either.
        var far = test.Test.FarNutritionist;
        Assert.Equal("C-612", (await test.Read(house, far)).Refusal?.Code);
        Assert.Equal("C-005", (await test.Of(test.Elder.Id, far)).Refusal?.Code);
        Assert.Equal("C-612", (await test.Reveal(house, far)).Refusal?.Code);
        Assert.Equal("C-005", (await test.Run(new OpenHouseholds.Row(Guid.CreateVersion7(), test.Neighbour.Id), far)).Refusal?.Code);
        Assert.Equal("C-005", (await test.Join(new(Child(test.Neighbour.Id), house), far)).Refusal?.Code);
        Assert.Equal("C-615", (await test.Join(new(Mother(await test.MotherOf(test.Neighbour.Id)), house), far)).Refusal?.Code);
        Assert.Equal("C-612", (await test.Leave(new(house, [Child(test.Elder.Id)], LeavingHousehold.Moved), far)).Refusal?.Code);
        Assert.Equal("C-612", (await test.Set(house, TestHousehold.OtherNumber, by: far)).Refusal?.Code);
        Assert.Equal("C-612", (await test.Place(new(house, 2, Neighbourhood.Unknown), far)).Refusal?.Code);
        Assert.Equal("C-612", (await test.Unite(house, TestHousehold.Number, far)).Refusal?.Code);
    }
}
