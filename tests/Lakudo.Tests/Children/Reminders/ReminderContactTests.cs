using Lakudo.Children.Families;
using Lakudo.Children.Reminders;
using Lakudo.Kernel;
using Lakudo.Notifications;
using Lakudo.Testing;
using Lakudo.Tests.Children.Families;
using Microsoft.EntityFrameworkCore;

namespace Lakudo.Tests.Children.Reminders;

/// <summary>How a contact comes and goes: by the midwife, and by the family itself with a code.</summary>
public sealed class ReminderContactTests
{
    public static TheoryData<Vendor> Both => new(Vendor.Sqlite, Vendor.Postgres);

    [Theory, MemberData(nameof(Both))]
    public async Task The_midwife_writes_down_who_agreed_when_and_to_whom_and_the_contact_lies_sealed(Vendor vendor)
    {
        await using var test = await TestReminders.Open(vendor);
        Assert.Equal("C-507", (await test.Give(agrees: false)).Refusal?.Code);
        Assert.Equal("N-001", (await test.Give("nomor ibu")).Refusal?.Code);
        Assert.False((await test.Give("+62 812-3456-7890")).IsRefused);
        var known = (await test.OfChild()).Value;
        Assert.Equal(("0812•••890", "Bidan Sitti", test.Test.Clock.Now), (known.Masked, known.ConsentBy, known.ConsentAt));
        await using (var db = test.Test.Read())
        {
            var kept = await db.ReminderContacts.SingleAsync();
            Assert.Equal("6281234567890", test.Test.Personal.Open(kept.Sealed!));
            Assert.DoesNotContain("6281234567890", System.Text.Encoding.UTF8.GetString(kept.Sealed!), StringComparison.Ordinal);
            Assert.DoesNotContain("7890", string.Concat(await db.JournalEntries.Where(e => e.Fact == nameof(ReminderContactGiven)).Select(e => e.Data).ToListAsync()).Replace(kept.MotherId.ToString(), "", StringComparison.Ordinal), StringComparison.Ordinal);
        }

        Assert.False((await test.End()).IsRefused);
        Assert.Equal("C-510", (await test.End()).Refusal?.Code);
        await using var after = test.Test.Read();
        var ended = await after.ReminderContacts.SingleAsync();
        Assert.Null(ended.Sealed);
        Assert.Null(ended.Fingerprint);
        Assert.Equal(test.Test.Midwife.Id, ended.EndedBy);
    }

    [Theory, MemberData(nameof(Both))]
    public async Task A_family_signs_up_on_its_own_page_with_a_code_sent_there_and_stops_in_one_step(Vendor vendor)
    {
        await using var test = await TestReminders.Open(vendor);
        var page = await Page.Open(test);
        Assert.Null((await page.Look()).Value.Masked);
        var sent = (await page.Ask("0813 5555 1234")).Value;
        var digits = page.Digits;
        Assert.Contains("pengingat posyandu", page.Phone.Text, StringComparison.Ordinal);
        Assert.Equal("N-003", (await page.Agree("0813 5555 1234", sent.Code, TestFamily.Other(digits))).Refusal?.Code);
        // Somebody who gets a code for the own number does not sign up another one with it.
        var other = (await page.Ask("0813 5555 9999")).Value;
        Assert.Equal("C-511", (await page.Agree("0813 5555 1234", other.Code, page.Digits)).Refusal?.Code);
        Assert.False((await page.Agree("0813 5555 1234", sent.Code, digits)).IsRefused);
        Assert.Equal("0813•••234", (await page.Look()).Value.Masked);
        Assert.Null((await test.OfChild()).Value.ConsentBy);
        Assert.False((await page.Stop()).IsRefused);
        Assert.Equal("C-510", (await page.Stop()).Refusal?.Code);
        Assert.Null((await test.OfChild()).Value.Masked);
        await using var db = test.Test.Read();
        Assert.Equal((1, 1), (await db.JournalEntries.CountAsync(e => e.Fact == nameof(ReminderContactGiven)), await db.JournalEntries.CountAsync(e => e.Fact == nameof(ReminderContactEnded))));
    }

    [Theory, MemberData(nameof(Both))]
    public async Task A_code_for_the_queue_signs_nobody_up_and_a_page_that_is_closed_does_nothing(Vendor vendor)
    {
        await using var test = await TestReminders.Open(vendor);
        var page = await Page.Open(test);
        var queue = (await test.Test.With((db, commit) => new SendContactCode(db, commit, test.Test.Clock, test.Test.Personal, [page.Phone]).Run(TestFamily.Mother, new("0813 5555 1234")))).Value;
        Assert.Equal("N-004", (await page.Agree("0813 5555 1234", queue.Code, page.Digits)).Refusal?.Code);
        test.Test.Time.Move(TimeSpan.FromMinutes(16));
        Assert.Equal("C-506", (await page.Look()).Refusal?.Code);
        Assert.Equal("C-506", (await page.Ask("0813 5555 1234")).Refusal?.Code);
        Assert.Equal("C-506", (await page.Agree("0813 5555 1234", queue.Code, page.Digits)).Refusal?.Code);
        Assert.Equal("C-506", (await page.Stop()).Refusal?.Code);
    }

    [Theory, MemberData(nameof(Both))]
    public async Task Who_does_not_care_for_the_child_writes_nothing_down_and_nobody_but_Lakudo_sends(Vendor vendor)
    {
        await using var test = await TestReminders.Open(vendor);
        var page = await Page.Open(test);
        Assert.Equal("C-005", (await test.Give(by: test.Test.FarNutritionist)).Refusal?.Code);
        Assert.False((await test.Give()).IsRefused);
        Assert.Equal("C-005", (await test.End(by: test.Test.FarNutritionist)).Refusal?.Code);
        Assert.Equal("C-005", (await test.OfChild(by: test.Test.FarNutritionist)).Refusal?.Code);
        Assert.Equal("C-001", (await test.OfPosyandu(test.Test.Melati, test.Test.FarNutritionist)).Refusal?.Code);
        foreach (var role in Enum.GetValues<Role>())
        {
            var other = TestPosyandu.Staff(role);
            if (role is not (Role.Midwife or Role.Nutritionist))
            {
                Assert.Equal("K-001", (await test.Give(by: other)).Refusal?.Code);
                Assert.Equal("K-001", (await test.End(by: other)).Refusal?.Code);
                Assert.Equal("K-001", (await test.OfChild(by: other)).Refusal?.Code);
                Assert.Equal("K-001", (await test.OfPosyandu(by: other)).Refusal?.Code);
            }

            if (role is not Role.System)
            {
                Assert.Equal("K-001", (await test.Plan(other)).Refusal?.Code);
                Assert.Equal("K-001", (await test.Send(other)).Refusal?.Code);
            }

            if (role is not (Role.System or Role.ItOfficer or Role.RegionAdmin)) Assert.Equal("K-001", (await test.Health(other)).Refusal?.Code);
            if (role is Role.Public) continue;
            Assert.Equal("K-001", (await page.Look(other)).Refusal?.Code);
            Assert.Equal("K-001", (await page.Ask("0813 5555 1234", other)).Refusal?.Code);
            Assert.Equal("K-001", (await page.Agree("0813 5555 1234", Guid.NewGuid(), "123456", other)).Refusal?.Code);
            Assert.Equal("K-001", (await page.Stop(other)).Refusal?.Code);
        }
    }

    /// <summary>An open family page, and the telephone codes go to.</summary>
    private sealed record Page(TestReminders Test, OpenFamilyPage.Answer Open_, CodePhone Phone)
    {
        internal string Digits => Phone.Text[..6];

        internal static async Task<Page> Open(TestReminders test)
        {
            var (_, token, pin) = await test.Family.Card();
            return new Page(test, (await test.Family.Open(token, pin)).Value, new CodePhone());
        }

        private TestPosyandu Posyandu => Test.Test;

        internal Task<Outcome<FamilyReminders.Answer>> Look(Caller? by = null) =>
            Posyandu.With((db, _) => new FamilyReminders(db, Posyandu.Clock, Posyandu.Personal, Test.Channels).Run(by ?? TestFamily.Mother, Open_.Session, Open_.Secret));

        internal Task<Outcome<SendContactCode.Answer>> Ask(string contact, Caller? by = null) => Posyandu.With((db, commit) =>
            new AskForReminders(db, Posyandu.Clock, Posyandu.Personal, Test.Channels, new SendContactCode(db, commit, Posyandu.Clock, Posyandu.Personal, [Phone])).Run(by ?? TestFamily.Mother, new(Open_.Session, Open_.Secret, contact)));

        internal Task<Outcome<Done>> Agree(string contact, Guid code, string digits, Caller? by = null) => Posyandu.With((db, commit) =>
            new AgreeToReminders(db, commit, Posyandu.Clock, Posyandu.Personal, Test.Channels, new ConfirmContactCode(db, commit, Posyandu.Clock, Posyandu.Personal)).Run(by ?? TestFamily.Mother, new(Open_.Session, Open_.Secret, contact, code, digits)));

        internal Task<Outcome<Done>> Stop(Caller? by = null) => Posyandu.With((db, commit) =>
            new StopReminders(db, commit, Posyandu.Clock, Posyandu.Personal).Run(by ?? TestFamily.Mother, new(Open_.Session, Open_.Secret)));
    }

    private sealed class CodePhone : IMessageChannel
    {
        public ContactKind Kind => ContactKind.Phone;

        public bool IsSimulated => true;

        public string Text { get; private set; } = "";

        public Task<Outcome<Done>> Send(Contact to, string subject, string text, CancellationToken ct)
        {
            Text = text;
            return Task.FromResult<Outcome<Done>>(new Done());
        }
    }
}
