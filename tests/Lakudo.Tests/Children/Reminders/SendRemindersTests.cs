using Lakudo.Children.Reminders;
using Lakudo.Kernel;
using Lakudo.Notifications;
using Lakudo.Testing;
using Microsoft.EntityFrameworkCore;

namespace Lakudo.Tests.Children.Reminders;

/// <summary>What happens to a written reminder, also when the service, the telephone or the program itself fails.</summary>
public sealed class SendRemindersTests
{
    public static TheoryData<Vendor> Both => new(Vendor.Sqlite, Vendor.Postgres);

    [Theory, MemberData(nameof(Both))]
    public async Task A_message_is_followed_from_the_telephone_that_sends_it_to_the_mothers_own(Vendor vendor)
    {
        await using var test = await Written(vendor);
        Assert.Equal(0, (await test.Send()).Value);
        Assert.Equal(ReminderState.Taken, (await test.Only()).State);
        test.Test.Time.Move(TimeSpan.FromMinutes(11));
        Assert.Equal(1, (await test.Send()).Value);
        Assert.Equal(ReminderState.Sent, (await test.Only()).State);
        test.Phone.Says = Delivery.Delivered;
        test.Test.Time.Move(TimeSpan.FromMinutes(11));
        await test.Send();
        var done = await test.Only();
        Assert.Equal((ReminderState.Delivered, null), (done.State, done.DueAt));
        await using var db = test.Test.Read();
        Assert.Equal([test.Test.Melati], await db.JournalEntries.Where(e => e.Fact == nameof(RemindersSettled)).Select(e => e.Subject).ToListAsync());
    }

    [Theory, MemberData(nameof(Both))]
    public async Task A_program_killed_before_the_service_has_it_sends_it_when_it_runs_again(Vendor vendor)
    {
        await using var test = await Written(vendor);
        test.Phone.Kills = (true, false);
        await Assert.ThrowsAsync<OperationCanceledException>(() => test.Send());
        test.Phone.Kills = default;
        await test.Send();
        Assert.Empty(test.Phone.Left);
        test.Test.Time.Move(TimeSpan.FromMinutes(3));
        await test.Send();
        Assert.Single(test.Phone.Left);
    }

    [Theory, MemberData(nameof(Both))]
    public async Task A_program_killed_after_the_telephone_has_it_hands_it_over_again_and_it_leaves_once(Vendor vendor)
    {
        await using var test = await Written(vendor);
        test.Phone.Kills = (false, true);
        await Assert.ThrowsAsync<OperationCanceledException>(() => test.Send());
        test.Phone.Kills = default;
        test.Test.Time.Move(TimeSpan.FromMinutes(3));
        await test.Send();
        Assert.Single(test.Phone.Left);
        Assert.Equal((ReminderState.Taken, 2), ((await test.Only()).State, (await test.Only()).Attempts));
    }

    [Theory, MemberData(nameof(Both))]
    public async Task Mail_that_may_have_left_when_the_program_was_killed_is_uncertain_and_never_sent_twice(Vendor vendor)
    {
        await using var test = await Written(vendor, "ibu@contoh.id");
        test.Mail.Kills = (false, true);
        await Assert.ThrowsAsync<OperationCanceledException>(() => test.Send());
        test.Mail.Kills = default;
        for (var i = 0; i < 5; i++)
        {
            test.Test.Time.Move(TimeSpan.FromMinutes(10));
            await test.Round();
        }

        Assert.Single(test.Mail.Left);
        Assert.Equal(ReminderState.Uncertain, (await test.Only()).State);
        Assert.Equal(1, (await test.OfPosyandu()).Value.Places.Single().Failed);
    }

    [Theory, MemberData(nameof(Both))]
    public async Task A_service_that_is_down_is_tried_later_and_later_until_the_posyandu_begins_and_then_the_midwife_sees_it(Vendor vendor)
    {
        await using var test = await Written(vendor);
        test.Phone.Refuses = NotificationRefusals.ChannelDown;
        await test.Send();
        var waiting = await test.Only();
        Assert.Equal((ReminderState.Waiting, ReminderWhy.Down, test.Test.Clock.Now.AddMinutes(5)), (waiting.State, waiting.Why, waiting.DueAt));
        for (var minute = 0; minute < 20 * 60; minute += 2)
        {
            test.Test.Time.Move(TimeSpan.FromMinutes(2));
            await test.Send();
        }

        var failed = await test.Only();
        Assert.Equal((ReminderState.Failed, ReminderWhy.Down), (failed.State, failed.Why));
        // Five, ten, twenty minutes … two hours apart, none of them at night.
        Assert.InRange(failed.Attempts, 5, 8);
        test.Phone.Refuses = null;
        await test.Round();
        Assert.Empty(test.Phone.Left);
        var row = Assert.Single((await test.OfPosyandu(test.Test.Melati)).Value.Rows);
        Assert.Equal(("Wa Ode Sari", "0812•••890", ReminderState.Failed, test.Family.Girl.Id), (row.Mother, row.Masked, row.State, row.Child!.Value));
    }

    [Theory, MemberData(nameof(Both))]
    public async Task A_service_that_comes_back_gets_what_waited(Vendor vendor)
    {
        await using var test = await Written(vendor);
        test.Phone.Refuses = NotificationRefusals.ChannelRefusesUs;
        await test.Send();
        Assert.Equal((1, ReminderWhy.Unknown), ((await test.Health()).Value.Waiting, (await test.Health()).Value.Why));
        test.Phone.Refuses = null;
        test.Test.Time.Move(TimeSpan.FromMinutes(5));
        await test.Send();
        Assert.Single(test.Phone.Left);
        Assert.Equal(0, (await test.Health()).Value.Waiting);
    }

    [Theory, MemberData(nameof(Both))]
    public async Task A_number_that_is_refused_and_a_message_the_telephone_could_not_send_fail_at_once(Vendor vendor)
    {
        await using var test = await Written(vendor);
        test.Phone.Refuses = NotificationRefusals.MessageRefused;
        Assert.Equal(1, (await test.Send()).Value);
        Assert.Equal((ReminderState.Failed, ReminderWhy.NumberRefused), ((await test.Only()).State, (await test.Only()).Why));

        await using var other = await Written(vendor);
        await other.Send();
        other.Phone.Says = Delivery.Failed;
        other.Test.Time.Move(TimeSpan.FromMinutes(11));
        Assert.Equal(1, (await other.Send()).Value);
        Assert.Equal((ReminderState.Failed, ReminderWhy.NotCarried), ((await other.Only()).State, (await other.Only()).Why));
        Assert.Equal(1, (await other.Health()).Value.Failed);
    }

    [Theory, MemberData(nameof(Both))]
    public async Task Nothing_leaves_at_night(Vendor vendor)
    {
        await using var test = await Written(vendor);
        test.At(2026, 4, 4, 19);
        await test.Send();
        test.At(2026, 4, 5, 7, 59);
        await test.Send();
        Assert.Empty(test.Phone.Left);
        test.At(2026, 4, 5, 8);
        await test.Send();
        // What the telephone cannot send before the posyandu is under way, it forgets.
        Assert.Equal(new DateTime(2026, 4, 5, 2, 0, 0, DateTimeKind.Utc), Assert.Single(test.Phone.Left).Until);
    }

    [Theory, MemberData(nameof(Both))]
    public async Task A_family_that_stops_between_writing_and_sending_gets_none(Vendor vendor)
    {
        await using var test = await Written(vendor);
        Assert.False((await test.End()).IsRefused);
        Assert.Equal(1, (await test.Send()).Value);
        Assert.Empty(test.Phone.Left);
        Assert.Equal((ReminderState.Cancelled, ReminderWhy.NoContact), ((await test.Only()).State, (await test.Only()).Why));
    }

    [Theory, MemberData(nameof(Both))]
    public async Task Two_nodes_at_once_write_and_send_one(Vendor vendor)
    {
        await using var test = await TestReminders.Open(vendor);
        Assert.False((await test.Give()).IsRefused);
        test.At(2026, 4, 4, 16);
        await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => test.Plan()));
        await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => test.Send()));
        Assert.Single(test.Phone.Left);
        Assert.Equal(1, (await test.Only()).Attempts);
    }

    private static async Task<TestReminders> Written(Vendor vendor, string contact = TestReminders.Number)
    {
        var test = await TestReminders.Open(vendor);
        Assert.False((await test.Give(contact)).IsRefused);
        test.At(2026, 4, 4, 16);
        Assert.Equal(1, (await test.Plan()).Value);
        return test;
    }
}
