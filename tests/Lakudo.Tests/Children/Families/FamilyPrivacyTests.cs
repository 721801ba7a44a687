using Lakudo.Children;
using Lakudo.Children.Families;
using Lakudo.Children.Personal;
using Lakudo.Children.Register;
using Lakudo.Testing;
using Microsoft.EntityFrameworkCore;

namespace Lakudo.Tests.Children.Families;

public sealed class FamilyPrivacyTests
{
    public static TheoryData<Vendor> Both => new(Vendor.Sqlite, Vendor.Postgres);

    [Theory, MemberData(nameof(Both))]
    public async Task With_a_child_that_is_taken_out_its_card_goes_and_the_sticker_opens_nothing(Vendor vendor)
    {
        await using var family = await TestFamily.Open(vendor);
        var (_, token, pin) = await family.Card();
        var open = (await family.Open(token, pin)).Value;
        await using (var db = family.Test.Read())
        {
            await db.Forget([await db.Children.SingleAsync(c => c.Id == family.Girl.Id)], [], family.Test.Clock.Now, default);
            await db.SaveChangesAsync();
            Assert.Equal((0, 0, 0), (await db.FamilyCards.CountAsync(), await db.FamilySessions.CountAsync(), await db.FamilyDoors.CountAsync()));
        }

        Assert.Equal("C-506", (await family.Read(open)).Refusal?.Code);
        Assert.Equal("C-502", (await family.Open(token, pin)).Refusal?.Code);
    }

    [Theory, MemberData(nameof(Both))]
    public async Task Old_tries_and_openings_go_and_a_locked_card_stays_locked(Vendor vendor)
    {
        await using var family = await TestFamily.Open(vendor);
        var (_, token, pin) = await family.Card();
        Assert.False((await family.Open(token, pin)).IsRefused);
        for (var i = 0; i < 5; i++) await family.Open(token, TestFamily.Other(pin));
        await family.Open("ABCDEFGHJKMNPQRSTUVWXYZ234", pin);
        var after = family.Test.Clock.Now.AddMinutes(1);
        await using (var db = family.Test.Read())
        {
            var doors = new RetainFamilyDoors(db);
            Assert.Equal((2, 3), (await doors.Look(after, default) is var aged ? (aged.Due, aged.Held) : default));
            Assert.Equal(2, (await doors.Apply(after, 100, default)).Rows);
            Assert.Equal(1, (await new RetainFamilySessions(db).Apply(after, 100, default)).Rows);
            await db.SaveChangesAsync();
            Assert.Equal(0, (await doors.Look(after, default)).Due);
        }

        Assert.Equal("C-504", (await family.Open(token, pin)).Refusal?.Code);
    }
}
