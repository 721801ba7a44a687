using Lakudo.Children.Households;
using Lakudo.Children.Register;
using Lakudo.Field;
using Lakudo.Growth;
using Lakudo.Testing;

namespace Lakudo.Tests.Children.Households;

/// <summary>One household makes two entries of nearly one day likelier to be one child; it does not make twins one.</summary>
public sealed class HouseholdDoublesTests
{
    private static readonly Guid House = Guid.CreateVersion7();

    public static TheoryData<Vendor> Both => new(Vendor.Sqlite, Vendor.Postgres);

    private static ChildTraits Child(string name, string mother, int? order = null, int day = 10, Sex sex = Sex.Female, bool hasNik = false, Guid? house = null) =>
        new(new(name), sex, new(2025, 1, day), order, new(mother), Guid.CreateVersion7(), hasNik, null, house ?? House);

    [Fact]
    public void The_same_household_brings_one_child_written_twice_above_the_line()
    {
        var (one, other) = (Child("Sitti Aisyah", "Wa Ode Sari"), Child("Siti Aisah", "Nenek Asni", day: 12));
        Assert.True(ChildLikeness.Of(one, other) >= ChildLikeness.Likely);
        // Two houses, or one of them unknown: the same two entries stay below it.
        Assert.True(ChildLikeness.Of(one, other with { Household = Guid.CreateVersion7() }) < ChildLikeness.Likely);
        Assert.True(ChildLikeness.Of(one with { Household = null }, other with { Household = null }) < ChildLikeness.Likely);
    }

    [Fact]
    public void Twins_of_one_household_are_not_doubles()
    {
        Assert.True(ChildLikeness.Of(Child("Sitti Aisyah", "Wa Ode Sari"), Child("Rahmi", "Nenek Asni")) < ChildLikeness.Likely);
        // Names of twins are often alike: their order says that there are two, and so does their sex.
        Assert.True(ChildLikeness.Of(Child("Hasan", "Wa Ode Sari", 1), Child("Husain", "Sari", 2)) < ChildLikeness.Likely);
        Assert.True(ChildLikeness.Of(Child("Nabil", "Wa Ode Sari", sex: Sex.Male), Child("Nabila", "Wa Sari")) < ChildLikeness.Likely);
    }

    [Fact]
    public void Cousins_whose_mothers_are_two_women_are_not() =>
        Assert.True(ChildLikeness.Of(Child("Wa Rini", "Wa Ode Sari", hasNik: true), Child("Wa Rina", "Wa Ode Hasna", day: 12, hasNik: true)) < ChildLikeness.Likely);

    [Theory, MemberData(nameof(Both))]
    public async Task The_list_of_likely_doubles_and_the_note_at_entry_know_the_household(Vendor vendor)
    {
        await using var test = await TestHousehold.Open(vendor);
        var twice = test.Test.Girl("Siti Aisah", motherNik: null, birth: new DateOnly(2024, 1, 12)) with { MotherName = "Nenek Asni" };
        Assert.Empty((await test.Phone.Send(twice)).Value.Notes);
        Assert.Empty((await test.Test.Doubles()).Value);
        var house = await test.House(test.Elder.Id, TestHousehold.Number);
        Assert.False((await test.Join(new(TestHousehold.Child(twice.Id), house))).IsRefused);
        var pair = Assert.Single((await test.Test.Doubles()).Value);
        Assert.Equal(new[] { test.Elder.Id, twice.Id }.Order(), new[] { pair.One.Id, pair.Other.Id }.Order());

        // A newcomer whose mother stands in a household is compared by it: first against an entry of elsewhere, then against one of the same house.
        var (far, near) = (test.Test.Girl("Wa Mellati", null, new DateOnly(2025, 5, 12)) with { MotherName = "Nenek Asni" }, test.Test.Girl("Wa Mutiarra", null, new DateOnly(2025, 5, 12)) with { MotherName = "Nenek Asni" });
        await test.Phone.Send(far, near);
        Assert.False((await test.Join(new(TestHousehold.Child(near.Id), house))).IsRefused);
        Assert.Empty((await test.Phone.Send(test.Test.Girl("Wa Melati", birth: new DateOnly(2025, 5, 10)))).Value.Notes);
        Assert.Equal(EntryNotes.LikelyDouble, Assert.Single((await test.Phone.Send(test.Test.Girl("Wa Mutiara", birth: new DateOnly(2025, 5, 10)))).Value.Notes).Code);
    }
}
