using Lakudo.Children;
using Lakudo.Children.Import;
using Lakudo.Children.Phones;
using Lakudo.Field;
using Lakudo.Field.Protection;
using Lakudo.Kernel;
using Lakudo.Privacy.Retention;
using Lakudo.Testing;
using Microsoft.EntityFrameworkCore;

namespace Lakudo.Tests.Children.Personal;

/// <summary>How long the posyandu's register keeps whom.</summary>
public sealed class RegisterRetentionTests
{
    public static TheoryData<Vendor> Both => new(Vendor.Sqlite, Vendor.Postgres);

    [Theory, MemberData(nameof(Both))]
    public async Task A_child_goes_two_years_after_its_fifth_birthday_and_its_mother_with_the_last_of_hers(Vendor vendor)
    {
        await using var test = await TestFamily.Open(vendor);
        var numbers = await test.Numbers();
        await test.Privacy.Confirm();
        Assert.Equal((0, 3), Counts(await Plan(test), "data-anak"));
        Assert.Equal(new DateTime(2032, 1, 10, 0, 0, 0, DateTimeKind.Utc), Row(await Plan(test), "data-anak").NextDue);
        var cursor = (await test.Phone.Ask()).Cursor;

        // Sitti and the neighbour's child, both born on 10 January 2025.
        test.Posyandu.Time.Move(new DateTime(2032, 1, 12, 3, 0, 0, DateTimeKind.Utc) - test.Posyandu.Clock.Now);
        Assert.Equal((2, 3), Counts(await Plan(test), "data-anak"));
        var taken = (await test.Privacy.Apply(by: Caller.System(1))).Value;
        Assert.Contains(taken, r => r is { Rule: "data-anak", Rows: 2 });
        Assert.Contains(taken, r => r is { Rule: "data-ibu-hamil", Rows: 1 });
        await using (var db = test.Posyandu.Read())
        {
            Assert.Equal([test.Younger.Id], await db.Children.Where(c => c.ErasedAt == null).Select(c => c.Id).ToListAsync());
            Assert.Equal("Wa Ode Sari", Assert.Single(await db.Mothers.ToListAsync()).Name);
        }

        Assert.Contains(test.Elder.Id, (await test.Phone.Ask(cursor)).Gone);
        test.Posyandu.Time.Move(TimeSpan.FromDays(366));
        await test.Privacy.Apply(by: Caller.System(1));
        await using var after = test.Posyandu.Read();
        Assert.Empty(await after.Mothers.ToListAsync());
        Assert.Equal(numbers, await test.Numbers());
        Assert.Null((await test.Privacy.Journal()).FirstBroken);
        Assert.DoesNotContain((await test.Privacy.Apply()).Value, r => r.Rule is "data-anak" or "data-ibu-hamil");
    }

    [Theory, MemberData(nameof(Both))]
    public async Task Files_answers_and_what_was_released_go_and_what_was_not_released_stays(Vendor vendor)
    {
        await using var test = await TestFamily.Open(vendor);
        var posyandu = test.Posyandu;
        ImportRow row = new() { Line = 2, Name = "Wa Uji", Sex = Lakudo.Growth.Sex.Female, Birth = new DateOnly(2025, 1, 10) };
        await posyandu.With((db, commit) => new TryImport(db, commit, posyandu.Clock, posyandu.Personal).Run(posyandu.Nutritionist, new("register.xlsx", posyandu.Melati, [row])));
        var lost = await posyandu.Phone();
        await HandIn(test.Phone, posyandu.Measured(test.Younger.Id));
        Assert.Equal(1, (await posyandu.Release(test.Phone.Id)).Value.Entered);
        await HandIn(lost, posyandu.Measured(test.Younger.Id, 9_100));
        await posyandu.Wipe(test.Phone.Id);
        await posyandu.Wipe(lost.Id);
        // One comes back and is told, the other never does; a third code is typed by nobody.
        Assert.Equal(DeviceOrder.Wipe, (await test.Phone.Ask()).Order);
        await posyandu.Code(posyandu.Melati, posyandu.Cadre);
        await test.Privacy.Confirm();

        posyandu.Time.Move(TimeSpan.FromDays(3));
        Assert.Contains((await test.Privacy.Apply()).Value, r => r is { Rule: "uji-impor", Rows: 1 });
        posyandu.Time.Move(TimeSpan.FromDays(100));
        Assert.Contains((await test.Privacy.Apply()).Value, r => r is { Rule: "kiriman-tersegel", Rows: 1 });
        posyandu.Time.Move(TimeSpan.FromDays(300));
        var taken = (await test.Privacy.Apply()).Value;
        Assert.Contains(taken, r => r is { Rule: "kiriman-ponsel", Rows: 2 });
        Assert.Contains(taken, r => r is { Rule: "ponsel-kader", Rows: 2 });
        await using var db = posyandu.Read();
        Assert.Equal([lost.Id], await db.Phones.Select(p => p.Id).ToListAsync());
        Assert.NotEmpty((await db.KeptSealed.SingleAsync()).Box);
        // It can still be told when it makes contact one day.
        Assert.Equal(DeviceOrder.Wipe, (await lost.Ask()).Order);
    }

    [Theory, MemberData(nameof(Both))]
    public async Task A_health_workers_name_goes_two_years_after_her_last_assignment(Vendor vendor)
    {
        await using var test = await TestFamily.Open(vendor);
        await test.Posyandu.EndCare(test.Posyandu.OtherCadre, Caller.System(1));
        await test.Privacy.Confirm();
        Assert.Equal((0, 1), Counts(await Plan(test), "petugas-posyandu"));
        test.Posyandu.Time.Move(TimeSpan.FromDays(2 * 366));
        Assert.Contains((await test.Privacy.Apply()).Value, r => r is { Rule: "petugas-posyandu", Rows: 1 });
        await using var db = test.Posyandu.Read();
        Assert.Equal([test.Posyandu.OtherCadre], await db.HealthWorkers.Where(w => w.ErasedAt != null).Select(w => w.Id).ToListAsync());
        Assert.Equal((0, 0), Counts(await Plan(test), "petugas-posyandu"));
    }

    private static async Task HandIn(TestPhone phone, FieldMeasurement measured)
    {
        var box = Sealing.Seal(Guid.CreateVersion7(), phone.Sign(phone.Batch(measured) with { Seq = 0 }), phone.Registered.RegionKey);
        Assert.False((await phone.Test.HandIn(Signing.Sign(phone.Id, new HandInSealed(phone.Test.Clock.Now, [box]), FieldJson.Default.HandInSealed, phone.Key))).IsRefused);
    }

    private static async Task<RetentionPlan.Answer> Plan(TestFamily test) => (await test.Privacy.Plan()).Value;

    private static RetentionPlan.Row Row(RetentionPlan.Answer plan, string rule) => plan.Rows.Single(r => r.Rule.Id == rule);

    private static (int Due, int Held) Counts(RetentionPlan.Answer plan, string rule) => (Row(plan, rule).Due, Row(plan, rule).Held);
}
