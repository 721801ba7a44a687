using Lakudo.Children;
using Lakudo.Children.Personal;
using Lakudo.Children.Register;
using Lakudo.Children.Reminders;
using Lakudo.Kernel;
using Lakudo.Testing;
using Microsoft.EntityFrameworkCore;

namespace Lakudo.Tests.Children.Reminders;

/// <summary>What is kept of a family for its reminders, how it is told and how it goes.</summary>
public sealed class ReminderPrivacyTests
{
    public static TheoryData<Vendor> Both => new(Vendor.Sqlite, Vendor.Postgres);

    [Theory, MemberData(nameof(Both))]
    public async Task With_its_last_child_a_familys_contact_and_reminders_go_and_not_before(Vendor vendor)
    {
        await using var test = await Sent(vendor);
        var sister = await test.Sister();
        await using var db = test.Test.Read();
        await db.Forget([await db.Children.SingleAsync(c => c.Id == test.Family.Girl.Id)], [], test.Test.Clock.Now, default);
        await db.SaveChangesAsync();
        Assert.Equal((1, 1), (await db.ReminderContacts.CountAsync(), await db.Reminders.CountAsync()));
        await db.Forget([await db.Children.SingleAsync(c => c.Id == sister.Id)], [], test.Test.Clock.Now, default);
        await db.SaveChangesAsync();
        Assert.Equal((0, 0), (await db.ReminderContacts.CountAsync(), await db.Reminders.CountAsync()));
    }

    [Theory, MemberData(nameof(Both))]
    public async Task The_mothers_copy_tells_contact_consent_and_reminders_and_whoever_has_the_number_can_have_it_erased(Vendor vendor)
    {
        await using var test = await Sent(vendor);
        await using var db = test.Test.Read();
        var mother = await db.Mothers.SingleAsync();
        var records = new ChildrenRecords(db, test.Test.Personal, test.Test.Clock);
        var person = Person.OfRecord(RegisterNumber.Mother, mother.Id);
        var told = string.Join('\n', (await records.Tell(person, default)).SelectMany(s => s.Lines).Select(l => $"{l.Name}: {l.Value}"));
        Assert.Contains("Kontak pengingat posyandu: 6281234567890", told, StringComparison.Ordinal);
        Assert.Contains("Setuju diingatkan: 2 Maret 2026, 09.00, disampaikan kepada petugas", told, StringComparison.Ordinal);
        Assert.Contains("Pengingat untuk 5 April 2026: dikirim", told, StringComparison.Ordinal);
        Assert.Contains("mencatat kontak pengingat posyandu", told, StringComparison.Ordinal);
        Assert.Contains(await records.Held(person, default), h => h.What == "Kontak pengingat posyandu" && h.Shown == "0812•••890");

        var owner = new Person(PersonKeyKind.Contact, test.Test.Personal.Fingerprint("6281234567890"));
        var byContact = new ReminderRecords(db, test.Test.Personal, test.Test.Clock);
        Assert.Equal("6281234567890", Assert.Single(Assert.Single(await byContact.Tell(owner, default)).Lines).Name);
        Assert.Equal(1, (await byContact.Erase(owner, test.Test.Clock.Now, default)).Rows);
        await db.SaveChangesAsync();
        Assert.Empty(await byContact.Held(owner, default));
        Assert.Null((await db.ReminderContacts.SingleAsync()).Sealed);
    }

    [Theory, MemberData(nameof(Both))]
    public async Task Old_reminders_go_and_so_do_contacts_that_ended_or_whose_children_are_five(Vendor vendor)
    {
        await using var test = await Sent(vendor);
        await using (var db = test.Test.Read())
        {
            Assert.Equal((1, 1), await new RetainReminders(db).Look(test.Test.Clock.Now.AddMinutes(1), default) is var aged ? (aged.Due, aged.Held) : default);
            Assert.Equal(1, (await new RetainReminders(db).Apply(test.Test.Clock.Now.AddMinutes(1), 10, default)).Rows);
            var contacts = new RetainReminderContacts(db);
            Assert.Equal(0, (await contacts.Look(test.Test.Clock.Now.AddYears(1), default)).Due);
            Assert.Equal(1, (await contacts.Look(new DateTime(2030, 1, 12, 0, 0, 0, DateTimeKind.Utc), default)).Due);
            await db.SaveChangesAsync();
        }

        Assert.False((await test.End()).IsRefused);
        await using var after = test.Test.Read();
        var ended = new RetainReminderContacts(after);
        Assert.Equal(0, (await ended.Apply(test.Test.Clock.Now, 10, default)).Rows);
        Assert.Equal(1, (await ended.Apply(test.Test.Clock.Now.AddMinutes(1), 10, default)).Rows);
        await after.SaveChangesAsync();
        Assert.Equal((0, 0), (await after.Reminders.CountAsync(), await after.ReminderContacts.CountAsync()));
    }

    [Theory, MemberData(nameof(Both))]
    public async Task When_the_store_is_taken_the_sheet_knows_where_those_can_be_told_who_gave_a_contact(Vendor vendor)
    {
        await using var test = await Sent(vendor);
        await test.Sister("Wa Tia", motherNik: null);
        await using var db = test.Test.Read();
        var scope = new BreachScope(true, [], new SeenBy(true, []), null, test.Test.Clock.Now.AddDays(-1), test.Test.Clock.Now);
        var people = (await new ChildrenExposure(db, test.Test.Personal).Of(scope, default)).ToDictionary(p => p.Name);
        Assert.Equal("6281234567890", people["Wa Rini"].Contact);
        Assert.Contains("kontak pengingat", people["Wa Rini"].Data, StringComparison.Ordinal);
        Assert.Null(people["Wa Tia"].Contact);
        Assert.DoesNotContain("kontak", people["Wa Tia"].Data, StringComparison.Ordinal);
    }

    private static async Task<TestReminders> Sent(Vendor vendor)
    {
        var test = await TestReminders.Open(vendor);
        Assert.False((await test.Give()).IsRefused);
        test.At(2026, 4, 4, 16);
        await test.Round();
        return test;
    }
}
