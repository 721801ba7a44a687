using Lakudo.Children;
using Lakudo.Children.Access;
using Lakudo.Children.Register;
using Lakudo.Kernel;
using Lakudo.Testing;

namespace Lakudo.Tests.Children;

public sealed class AccessLogTests
{
    public static TheoryData<Vendor> Both => new(Vendor.Sqlite, Vendor.Postgres);

    [Theory, MemberData(nameof(Both))]
    public async Task The_puskesmas_sees_who_read_loaded_changed_and_moved_a_child_under_which_role(Vendor vendor)
    {
        await using var test = await TestPosyandu.Open(vendor);
        var (one, two) = (await test.Phone(), await test.Phone());
        var (child, other) = (test.Girl(), test.Girl("La Rian", "7414016505950002", new(2024, 3, 3)));
        var (first, second) = (test.Measured(child.Id, 9_000), test.Measured(child.Id, 9_400));
        await one.Send(child, other, first);
        await two.Send(second);
        await one.Ask();
        await test.Record(child.Id, test.Midwife);
        await test.Record(other.Id, test.Midwife);
        await test.List(test.Melati);
        await test.ToValidate();
        await test.Validate(new(second.Id, true));
        await test.With((db, commit) => new MoveEveryone(db, commit, test.Clock).Run(test.Nutritionist, new(test.Melati, test.Mawar, "Digabung")));

        var log = (await OfChild(test, child.Id, test.Nutritionist)).Value;
        Assert.Equal("Wa Rini", log.Name);
        Assert.Equal(
        [
            (nameof(AccessLogRead), "Nurul", "Nutritionist"), (nameof(ChildMoved), "Nurul", "Nutritionist"), (nameof(MeasurementValidated), "Nurul", "Nutritionist"), (nameof(ChildrenListed), "Nurul", "Nutritionist"),
            (nameof(ChildrenListed), "Nurul", "Nutritionist"), (nameof(ChildRead), "Bidan Sitti", "Midwife"), (nameof(PosyanduDataRead), "Wa Ani", "Cadre"), (nameof(BatchAccepted), "Wa Ani", "Cadre"), (nameof(BatchAccepted), "Wa Ani", "Cadre"),
        ], log.Rows.Where(r => r.Fact != nameof(Lakudo.Children.Network.PosyanduEmptied)).Select(r => (r.Fact, r.Who!, r.Role)));
        Assert.Equal(("Uji 1", 2, true), (log.Rows.Single(r => r.Fact == nameof(PosyanduDataRead)).Phone, log.Rows.Single(r => r.Fact == nameof(PosyanduDataRead)).Children, log.Rows.Single(r => r.Fact == nameof(PosyanduDataRead)).IsAboutMany));
        Assert.Equal("Digabung", log.Rows.Single(r => r.Fact == nameof(ChildMoved)).Why);
        // Where it is not any more, the log is not shown; and nobody else's.
        Assert.Equal("C-005", (await OfChild(test, child.Id, test.Midwife)).Refusal?.Code);
        Assert.Equal("C-005", (await OfChild(test, child.Id, test.FarNutritionist)).Refusal?.Code);
        Assert.Equal("C-001", (await OfPosyandu(test, test.Melati, test.FarNutritionist)).Refusal?.Code);

        var place = (await OfPosyandu(test, test.Melati, test.Midwife)).Value;
        Assert.Equal("Posyandu Melati", place.Name);
        Assert.Contains(place.Rows, r => r is { Fact: nameof(Lakudo.Children.Network.PosyanduEmptied), Children: 2, Who: "Nurul" });
        Assert.Contains(place.Rows, r => r is { Fact: nameof(PosyanduDataRead), Who: "Wa Ani" });
        Assert.Contains(place.Rows, r => r is { Fact: nameof(PhoneRegistered) });
        Assert.DoesNotContain(place.Rows, r => r.Fact == nameof(ChildRead));
        Assert.Equal(2, (await OfPosyandu(test, test.Mawar, test.Nutritionist)).Value.Rows.Count(r => r.Fact == nameof(ChildRead)));
    }

    [Theory, MemberData(nameof(Both))]
    public async Task The_log_is_read_page_by_page(Vendor vendor)
    {
        await using var test = await TestPosyandu.Open(vendor);
        var child = test.Girl();
        await (await test.Phone()).Send(child);
        for (var i = 0; i < AccessLog.PerPage; i++) await test.Record(child.Id);
        var first = (await OfChild(test, child.Id, test.Nutritionist)).Value.Rows;
        var second = (await OfChild(test, child.Id, test.Nutritionist, first[^1].Seq)).Value.Rows;
        Assert.Equal((AccessLog.PerPage, nameof(AccessLogRead), nameof(ChildRead)), (first.Length, first[0].Fact, first[^1].Fact));
        Assert.Equal([nameof(ChildRead), nameof(BatchAccepted)], second.Select(r => r.Fact));
        Assert.Empty(first.Select(r => r.Seq).Intersect(second.Select(r => r.Seq)));
    }

    [Theory, MemberData(nameof(Both))]
    public async Task Others_than_the_puskesmas_see_no_log(Vendor vendor)
    {
        await using var test = await TestPosyandu.Open(vendor);
        foreach (var other in Enum.GetValues<Role>().Where(r => r is not (Role.Midwife or Role.Nutritionist)).Select(TestPosyandu.Staff))
        {
            Assert.Equal("K-001", (await OfPosyandu(test, test.Melati, other)).Refusal?.Code);
            Assert.Equal("K-001", (await OfChild(test, Guid.CreateVersion7(), other)).Refusal?.Code);
            Assert.Equal("K-001", (await test.With((db, _) => new Lakudo.Identity.AccountNames(db).Run(other, []))).Refusal?.Code);
        }
    }

    private static Task<Outcome<AccessLog.Answer>> OfChild(TestPosyandu test, Guid child, Caller by, long? before = null) => test.With((db, commit) => new AccessLog(db, commit, test.Clock).OfChild(by, child, before));

    private static Task<Outcome<AccessLog.Answer>> OfPosyandu(TestPosyandu test, Guid posyandu, Caller by) => test.With((db, commit) => new AccessLog(db, commit, test.Clock).Run(by, posyandu));
}
