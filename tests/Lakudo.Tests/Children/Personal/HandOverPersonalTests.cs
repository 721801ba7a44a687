using Lakudo.Children;
using Lakudo.Testing;
using Microsoft.EntityFrameworkCore;

namespace Lakudo.Tests.Children.Personal;

/// <summary>What a carried hand-over means for whom it is about.</summary>
public sealed class HandOverPersonalTests
{
    public static TheoryData<Vendor> Both => new(Vendor.Sqlite, Vendor.Postgres);

    [Theory, MemberData(nameof(Both))]
    public async Task Somebody_in_a_hand_over_that_waits_is_found_and_the_list_of_hand_overs_goes_in_its_time(Vendor vendor)
    {
        await using var test = await TestFamily.Open(vendor);
        var posyandu = test.Posyandu;
        var (phone, other) = (new BookedPhone(await posyandu.Phone()), await posyandu.Phone(posyandu.Mawar, posyandu.OtherCadre));
        var away = posyandu.Girl("Wa Jauh", "7414016505950009");
        await other.Send(away);
        phone.Save(posyandu.Measured(test.Younger.Id));
        phone.Save(posyandu.Measured(away.Id));
        // One of the two is refused, so the whole stays sealed beside what was entered of it.
        Assert.Single((await posyandu.HandOver(HandOverTests.Carried(phone))).Value.Counts.Refused);

        var held = (await test.Privacy.LookUp((await test.Privacy.Take(TestFamily.MothersNik)).Value)).Value.Held;
        Assert.Contains(held, h => h.What.StartsWith("Kiriman tersegel", StringComparison.Ordinal) && !h.CanGo);
        await test.Privacy.Confirm();
        posyandu.Time.Move(TimeSpan.FromDays(700));
        Assert.DoesNotContain((await test.Privacy.Apply()).Value, r => r is { Rule: "serahan-tanpa-sinyal", Rows: > 0 });
        posyandu.Time.Move(TimeSpan.FromDays(40));
        Assert.Contains((await test.Privacy.Apply()).Value, r => r is { Rule: "serahan-tanpa-sinyal", Rows: 1 });
        await using var db = posyandu.Read();
        Assert.Equal(0, await db.TakenHandOvers.CountAsync());
        Assert.NotEmpty((await db.KeptSealed.SingleAsync()).Box);
    }
}
