using Lakudo.Children.Network;
using Lakudo.Children.Register;
using Lakudo.Growth.Indonesia;
using Lakudo.Kernel;
using Lakudo.Notifications;

namespace Lakudo.Children.Reminders;

/// <summary>The mother tells the midwife or nutritionist where she wants to be reminded of the posyandu's day (UU 27/2022 art. 20: her consent, for this alone). It holds for all her children.</summary>
public sealed class GiveReminderContact(LakudoDb db, Commit commit, Clock clock, PersonalData personal, ReminderChannels channels)
{
    /// <summary>Where.</summary>
    /// <param name="Child">One of her children.</param>
    /// <param name="Contact">A mobile number or mailbox as typed.</param>
    /// <param name="Agrees">Whether the officer asked and she agreed.</param>
    public sealed record Command(Guid Child, string? Contact, bool Agrees);

    /// <summary>Refused with C-507 without her consent, N-001 for what is no contact, C-508 where none can be reached so, C-509 for a child of five, C-005 for a child outside the caller's care, K-001 to others than midwives and nutritionists.</summary>
    public Task<Outcome<Done>> Run(Caller caller, Command command, CancellationToken ct = default) => commit.Once<Done>(caller, command, async token =>
    {
        if (db.MayNot(caller, Act.ManageReminders) is { } refusal) return refusal;
        if (!command.Agrees) return ReminderRefusals.NoConsent;
        var contact = Contact.Read(command.Contact);
        if (contact.IsRefused) return contact.Refusal;
        if (channels.For(contact.Value.Kind) is null) return ReminderRefusals.NoChannel;
        var now = clock.Now;
        if (await db.ChildCaredForBy(caller, command.Child, now, token) is not { MergedInto: null } child) return ChildrenRefusals.NoSuchChild;
        if (CompletedMonths.Between(child.Birth, await db.Today(caller, clock, token)) >= CompletedMonths.UnderFive) return ReminderRefusals.TooOld;
        await db.AgreeFor(child, contact.Value, personal, caller.Id, now, token);
        commit.Record(caller, new ReminderContactGiven(child.Id, child.MotherId, contact.Value.Kind, ByFamily: false));
        return new Done();
    }, ct);
}

/// <summary>The mother tells the midwife or nutritionist that she wants no more reminders: none is sent from now on, and her contact is gone.</summary>
public sealed class EndReminderContact(LakudoDb db, Commit commit, Clock clock)
{
    /// <summary>Whose.</summary>
    /// <param name="Child">One of her children.</param>
    public sealed record Command(Guid Child);

    /// <summary>Refused with C-510 where she is not reminded, C-005 for a child outside the caller's care, K-001 to others than midwives and nutritionists.</summary>
    public Task<Outcome<Done>> Run(Caller caller, Command command, CancellationToken ct = default) => commit.Once<Done>(caller, command, async token =>
    {
        if (db.MayNot(caller, Act.ManageReminders) is { } refusal) return refusal;
        var now = clock.Now;
        return await db.ChildCaredForBy(caller, command.Child, now, token) is { } child ? await db.EndFor(child, commit, caller, byFamily: false, now, token) : ChildrenRefusals.NoSuchChild;
    }, ct);
}
