using Lakudo.Children;
using Lakudo.Children.Personal;
using Lakudo.Children.Register;
using Lakudo.Kernel;
using Lakudo.Testing;
using Lakudo.Tests.Children.Personal;
using Microsoft.EntityFrameworkCore;

namespace Lakudo.Tests.Children;

/// <summary>Two entries that look alike and are two children.</summary>
public sealed class ToldApartTests
{
    public static TheoryData<Vendor> Both => new(Vendor.Sqlite, Vendor.Postgres);

    [Theory, MemberData(nameof(Both))]
    public async Task A_pair_told_apart_is_shown_no_more_to_either_side_until_somebody_looks_again(Vendor vendor)
    {
        await using var test = await TestPosyandu.Open(vendor);
        var (one, other, third) = (test.Girl("Sitti Aisyah"), test.Girl("Siti Aisah"), test.Girl("Sitti Aisya"));
        await (await test.Phone()).Send(one, test.Measured(one.Id));
        await (await test.Phone(test.Mawar, test.OtherCadre)).Send(other, third, test.Measured(other.Id), test.Measured(third.Id));
        Assert.Equal(3, (await test.Doubles()).Value.Length);
        // The midwife cares for one of the two: she is shown them, so she may say so; whichever is named first.
        var shown = Assert.Single((await test.Doubles(test.Midwife)).Value, p => p.One.Id == other.Id || p.Other.Id == other.Id);
        Assert.Equal(new[] { (one.Id, true), (other.Id, false) }.Order(), new[] { (shown.One.Id, shown.One.IsOurs), (shown.Other.Id, shown.Other.IsOurs) }.Order());
        Assert.False((await Apart(test, other.Id, one.Id, test.Midwife)).IsRefused);
        Assert.False((await Apart(test, one.Id, other.Id)).IsRefused);
        Assert.Single((await test.Doubles(test.Midwife)).Value);
        Assert.Equal(2, (await test.Doubles()).Value.Length);
        Assert.DoesNotContain((await test.Doubles()).Value, p => p.One.Id != third.Id && p.Other.Id != third.Id);
        var told = Assert.Single((await Told(test, test.Midwife)).Value);
        Assert.Equal(("Bidan Sitti", test.Clock.Now), (told.By, told.At));
        Assert.Equal(["Siti Aisah", "Sitti Aisyah"], new[] { told.One.Name, told.Other.Name }.Order(StringComparer.Ordinal));
        Assert.Single((await Told(test, test.Nutritionist)).Value);
        Assert.Empty((await Told(test, test.FarNutritionist)).Value);

        Assert.False((await Again(test, one.Id, other.Id)).IsRefused);
        Assert.Equal("C-059", (await Again(test, one.Id, other.Id)).Refusal?.Code);
        Assert.Equal(3, (await test.Doubles()).Value.Length);
        Assert.Empty((await Told(test, test.Nutritionist)).Value);
        await using var db = test.Read();
        Assert.Equal(["ChildrenToldApart", "ChildrenLookedAtAgain"], await db.JournalEntries.Where(e => e.Fact == nameof(ChildrenToldApart) || e.Fact == nameof(ChildrenLookedAtAgain)).OrderBy(e => e.Seq).Select(e => e.Fact).ToListAsync(TestContext.Current.CancellationToken));
    }

    [Theory, MemberData(nameof(Both))]
    public async Task Of_one_child_only_the_pairs_with_it_are_shown_the_same_as_in_the_whole_list(Vendor vendor)
    {
        await using var test = await TestPosyandu.Open(vendor);
        var (one, other, third) = (test.Girl("Sitti Aisyah"), test.Girl("Siti Aisah"), test.Girl("Sitti Aisya", birth: new DateOnly(2025, 1, 12)));
        await (await test.Phone()).Send(one, other, third);
        var all = (await test.Doubles()).Value;
        var its = (await test.With((db, commit) => new LikelyDoubles(db, commit, test.Clock).Run(test.Nutritionist, third.Id))).Value;
        Assert.Equal(2, its.Length);
        Assert.Equal(all.Where(p => p.One.Id == third.Id || p.Other.Id == third.Id).OrderBy(p => p.Points).ThenBy(p => p.One.Id), its.OrderBy(p => p.Points).ThenBy(p => p.One.Id));
        Assert.Empty((await test.With((db, commit) => new LikelyDoubles(db, commit, test.Clock).Run(test.FarNutritionist, third.Id))).Value);
    }

    [Theory, MemberData(nameof(Both))]
    public async Task Others_may_not_and_one_child_is_not_told_apart_from_itself(Vendor vendor)
    {
        await using var test = await TestPosyandu.Open(vendor);
        var (one, other) = (test.Girl("Sitti Aisyah"), test.Girl("Siti Aisah"));
        await (await test.Phone()).Send(one, other);
        foreach (var role in Enum.GetValues<Role>().Where(r => r is not (Role.Midwife or Role.Nutritionist)))
        {
            Assert.Equal("K-001", (await Apart(test, one.Id, other.Id, TestPosyandu.Staff(role))).Refusal?.Code);
            Assert.Equal("K-001", (await Again(test, one.Id, other.Id, TestPosyandu.Staff(role))).Refusal?.Code);
            Assert.Equal("K-001", (await Told(test, TestPosyandu.Staff(role))).Refusal?.Code);
        }

        Assert.Equal("C-005", (await Apart(test, one.Id, other.Id, test.FarNutritionist)).Refusal?.Code);
        Assert.Equal("C-005", (await Again(test, one.Id, other.Id, test.FarNutritionist)).Refusal?.Code);
        Assert.Equal("C-005", (await Apart(test, one.Id, Guid.CreateVersion7())).Refusal?.Code);
        Assert.Equal("C-058", (await Apart(test, one.Id, one.Id)).Refusal?.Code);
        Assert.False((await test.Merge(one.Id, other.Id)).IsRefused);
        Assert.Equal("C-058", (await Apart(test, one.Id, other.Id)).Refusal?.Code);
    }

    [Theory, MemberData(nameof(Both))]
    public async Task What_was_said_of_a_pair_goes_with_either_child(Vendor vendor)
    {
        await using var test = await TestFamily.Open(vendor);
        Assert.False((await Apart(test.Posyandu, test.Elder.Id, test.Neighbour.Id)).IsRefused);
        Assert.False((await test.Privacy.Erase((await test.Privacy.Take(RegisterNumber.Of('A', test.Elder.Id))).Value)).IsRefused);
        await using var db = test.Posyandu.Read();
        Assert.False(await db.ToldApart.AnyAsync(TestContext.Current.CancellationToken));
    }

    private static Task<Outcome<Done>> Apart(TestPosyandu test, Guid one, Guid other, Caller? by = null) => test.With((db, commit) => new TellApart(db, commit, test.Clock).Run(by ?? test.Nutritionist, new(one, other)));

    private static Task<Outcome<Done>> Again(TestPosyandu test, Guid one, Guid other, Caller? by = null) => test.With((db, commit) => new LookAgain(db, commit, test.Clock).Run(by ?? test.Nutritionist, new(one, other)));

    private static Task<Outcome<System.Collections.Immutable.ImmutableArray<ToldApartList.Pair>>> Told(TestPosyandu test, Caller by) => test.With((db, commit) => new ToldApartList(db, commit, test.Clock).Run(by));
}
