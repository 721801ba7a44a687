using Lakudo.Children.Cases;
using Lakudo.Children.Consent;
using Lakudo.Children.Network;
using Lakudo.Children.Reminders;
using Lakudo.Kernel;
using Lakudo.Testing;
using Microsoft.EntityFrameworkCore;

namespace Lakudo.Tests.Children.Reminders;

/// <summary>Who is written to, and when. Posyandu Melati is held on the fifth; the girl was measured in February and on 2 March 2026.</summary>
public sealed class PlanRemindersTests
{
    public static TheoryData<Vendor> Both => new(Vendor.Sqlite, Vendor.Postgres);

    [Theory, MemberData(nameof(Both))]
    public async Task A_family_that_agreed_is_written_to_the_afternoon_before_and_once(Vendor vendor)
    {
        await using var test = await TestReminders.Open(vendor);
        Assert.False((await test.Give()).IsRefused);
        test.At(2026, 4, 4, 15, 59);
        Assert.Equal(0, (await test.Plan()).Value);
        test.At(2026, 4, 4, 16);
        Assert.Equal(1, (await test.Plan()).Value);
        Assert.Equal(0, (await test.Plan()).Value);
        var reminder = await test.Only();
        Assert.Equal((new DateOnly(2026, 4, 5), ReminderKind.Coming, ReminderState.Waiting), (reminder.Day, reminder.Kind, reminder.State));
        Assert.False((await test.Send()).IsRefused);
        var left = Assert.Single(test.Phone.Left);
        Assert.Equal((reminder.Id, "6281234567890"), (left.Id, left.To.Value));
        Assert.Equal("Posyandu Melati, Metere: Minggu 5 April. Ditunggu ya, Bu. Bawa Buku KIA; ayah atau nenek boleh mengantar. Berhenti diingatkan? Beri tahu bidan.", left.Text);
    }

    [Theory, MemberData(nameof(Both))]
    public async Task Who_did_not_agree_or_took_it_back_is_not_written_to(Vendor vendor)
    {
        await using var test = await TestReminders.Open(vendor);
        test.At(2026, 4, 4, 16);
        Assert.Equal(0, (await test.Plan()).Value);
        Assert.False((await test.Give()).IsRefused);
        Assert.False((await test.End()).IsRefused);
        Assert.Equal(0, (await test.Plan()).Value);
    }

    [Theory, MemberData(nameof(Both))]
    public async Task A_family_that_was_not_there_last_month_hears_a_day_earlier_and_without_reproach(Vendor vendor)
    {
        await using var test = await TestReminders.Open(vendor);
        Assert.False((await test.Give()).IsRefused);
        test.At(2026, 5, 3, 15);
        Assert.Equal(0, (await test.Plan()).Value);
        test.At(2026, 5, 3, 16);
        await test.Round();
        Assert.Equal(ReminderKind.Again, (await test.Only()).Kind);
        Assert.StartsWith("Posyandu Melati, Metere: Selasa 5 Mei. Senang bila bertemu lagi.", Assert.Single(test.Phone.Left).Text, StringComparison.Ordinal);
        test.At(2026, 5, 4, 16);
        await test.Round();
        Assert.Single(test.Phone.Left);
    }

    [Theory, MemberData(nameof(Both))]
    public async Task Siblings_bring_one_message_also_where_they_go_to_two_posyandu_or_their_mother_has_two_entries(Vendor vendor)
    {
        await using var test = await TestReminders.Open(vendor);
        var sister = await test.Sister();
        await test.Sister("Wa Nur", posyandu: test.Test.Mawar, cadre: test.Test.OtherCadre);
        var other = await test.Sister("Wa Tia", motherNik: null);
        Assert.False((await test.Give(child: sister.Id)).IsRefused);
        Assert.False((await test.Give(child: other.Id)).IsRefused);
        foreach (var day in new[] { 3, 4, 5 })
        {
            test.At(2026, 4, day, 16);
            await test.Round();
            test.At(2026, 4, day, 18);
            await test.Round();
        }

        Assert.Single(test.Phone.Left);
    }

    [Theory, MemberData(nameof(Both))]
    public async Task A_child_that_left_died_grew_up_or_whose_consent_is_withdrawn_brings_none(Vendor vendor)
    {
        foreach (var gone in new[] { "pindah", "meninggal", "persetujuan", "lima tahun" })
        {
            await using var test = await TestReminders.Open(vendor);
            Assert.False((await test.Give()).IsRefused);
            var girl = test.Family.Girl.Id;
            test.At(2026, 3, 10, 9);
            Assert.False((gone switch
            {
                "persetujuan" => await test.Test.With((db, commit) => new WithdrawConsent(db, commit, test.Test.Clock).Run(test.Test.Midwife, new(girl, true, "Ibu meminta"))),
                "lima tahun" => new Done(),
                _ => await test.Test.With((db, commit) => new SayLeft(db, commit, test.Test.Clock).Run(test.Test.Midwife, new(girl, gone == "meninggal" ? LeavingKind.Died : LeavingKind.MovedAway, new DateOnly(2026, 3, 9), "kata tetangga"))),
            }).IsRefused);
            test.At(gone == "lima tahun" ? 2030 : 2026, gone == "lima tahun" ? 2 : 4, 4, 16);
            Assert.Equal(0, (await test.Plan()).Value);
        }
    }

    [Theory, MemberData(nameof(Both))]
    public async Task A_day_that_is_moved_moves_the_message_while_it_has_not_left_and_brings_no_second_afterwards(Vendor vendor)
    {
        await using var test = await TestReminders.Open(vendor);
        Assert.False((await test.Give()).IsRefused);
        test.At(2026, 4, 4, 16);
        Assert.Equal(1, (await test.Plan()).Value);
        await Hold(test, 24);
        await test.Send();
        Assert.Empty(test.Phone.Left);
        Assert.Equal((ReminderState.Cancelled, ReminderWhy.DayMoved), ((await test.Only()).State, (await test.Only()).Why));
        test.At(2026, 4, 23, 16);
        await test.Round();
        Assert.Contains("Jumat 24 April", Assert.Single(test.Phone.Left).Text, StringComparison.Ordinal);

        // From the end of this month to the beginning of the next: three weeks lie between two messages.
        await Hold(test, 1);
        foreach (var day in new[] { 29, 30 })
        {
            test.At(2026, 4, day, 16);
            await test.Round();
        }

        Assert.Single(test.Phone.Left);
        await Hold(test, 28);
        test.At(2026, 5, 26, 16);
        await test.Round();
        Assert.Equal(2, test.Phone.Left.Count);
    }

    [Theory, MemberData(nameof(Both))]
    public async Task A_child_that_turned_out_to_be_another_entry_is_reminded_by_the_contact_its_mother_gave_for_it(Vendor vendor)
    {
        await using var test = await TestReminders.Open(vendor);
        var other = await test.Sister("Wa Rini A", new DateOnly(2025, 1, 10), motherNik: null);
        Assert.False((await test.Give(child: other.Id)).IsRefused);
        Assert.False((await test.Test.Merge(test.Family.Girl.Id, other.Id)).IsRefused);
        Assert.Equal("0812•••890", (await test.OfChild()).Value.Masked);
        test.At(2026, 4, 4, 16);
        await test.Round();
        Assert.Single(test.Phone.Left);
        Assert.False((await test.End()).IsRefused);
        Assert.Null((await test.OfChild()).Value.Masked);
    }

    [Theory, MemberData(nameof(Both))]
    public async Task Without_a_channel_or_when_switched_off_nothing_is_written_and_no_contact_taken(Vendor vendor)
    {
        await using var test = await TestReminders.Open(vendor);
        Assert.False((await test.Give()).IsRefused);
        test.At(2026, 4, 4, 16);
        foreach (var (installed, settings) in new (Lakudo.Notifications.IMessageChannel[], ReminderSettings)[] { ([], new()), ([test.Phone, test.Mail], new() { Off = true }), ([test.Phone], new() { Hour = 21 }) })
        {
            (test.Installed, test.Settings) = (installed, settings);
            Assert.Equal((0, 0), ((await test.Plan()).Value, (await test.Send()).Value));
            Assert.Equal("C-508", (await test.Give("0812 9999 0000")).Refusal?.Code);
            Assert.Empty((await test.OfChild()).Value.Kinds);
            Assert.False((await test.OfPosyandu()).Value.IsOn);
        }

        (test.Installed, test.Settings) = ([test.Mail], new());
        Assert.Equal(0, (await test.Plan()).Value);
        Assert.False((await test.Give("ibu@contoh.id")).IsRefused);
        await test.Round();
        Assert.Equal("Hari posyandu", Assert.Single(test.Mail.Left).Subject);
    }

    private static async Task Hold(TestReminders test, int day) => Assert.False((await test.Test.With((db, commit) =>
        new ChangePosyandu(db, commit).Run(TestPosyandu.Staff(Role.RegionAdmin), new(test.Test.Melati, "Posyandu Melati", 2, TestPosyandu.Puskesmas, day)))).IsRefused);
}
