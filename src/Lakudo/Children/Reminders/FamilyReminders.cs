using System.Collections.Immutable;
using Lakudo.Children.Families;
using Lakudo.Children.Network;
using Lakudo.Growth.Indonesia;
using Lakudo.Kernel;
using Lakudo.Notifications;

namespace Lakudo.Children.Reminders;

/// <summary>What a family sees of its reminders on its own page: whether it is reminded, and where. The page is open by QR code, birth date and PIN.</summary>
public sealed class FamilyReminders(LakudoDb db, Clock clock, PersonalData personal, ReminderChannels channels)
{
    /// <summary>How it stands.</summary>
    /// <param name="Masked">Where it is reminded, masked; null where it is not.</param>
    /// <param name="Since">When it agreed, UTC.</param>
    /// <param name="Kinds">What it can be reminded by; nothing while reminders are off or the child is five.</param>
    public sealed record Answer(string? Masked, DateTime? Since, ImmutableArray<ContactKind> Kinds);

    /// <summary>Refused with C-506 for a page that is not open, K-001 to whoever acts as staff.</summary>
    public async Task<Outcome<Answer>> Run(Caller caller, Guid session, string? secret, CancellationToken ct = default)
    {
        if (db.MayNot(caller, Act.OpenFamilyPage) is { } refusal) return refusal;
        if (await db.ChildOfOpenPage(personal, session, secret, clock.Now, ct) is not { } child) return FamilyRefusals.PageClosed;
        var contact = (await db.ContactsOf(child, ct)).FirstOrDefault();
        var isOver = CompletedMonths.Between(child.Birth, await db.Today(caller, clock, ct)) >= CompletedMonths.UnderFive;
        return new Answer(contact?.Open(personal)?.Masked, contact?.ConsentAt, isOver ? [] : channels.Kinds);
    }
}

/// <summary>A family asks on its own page to be reminded: six digits go to the telephone or mailbox, so that nobody signs up somebody else's.</summary>
public sealed class AskForReminders(LakudoDb db, Clock clock, PersonalData personal, ReminderChannels channels, SendContactCode send)
{
    /// <summary>Where, on which open page.</summary>
    public sealed record Command(Guid Session, string? Secret, string? Contact);

    /// <summary>Refused with C-506 for a page that is not open, N-001, N-006, N-007 as codes are, C-508 where such a contact cannot be reached, K-001 to whoever acts as staff.</summary>
    public async Task<Outcome<SendContactCode.Answer>> Run(Caller caller, Command command, CancellationToken ct = default)
    {
        if (db.MayNot(caller, Act.OpenFamilyPage) is { } refusal) return refusal;
        if (await db.ChildOfOpenPage(personal, command.Session, command.Secret, clock.Now, ct) is null) return FamilyRefusals.PageClosed;
        var contact = Contact.Read(command.Contact);
        if (contact.IsRefused) return contact.Refusal;
        return channels.For(contact.Value.Kind) is null ? ReminderRefusals.NoChannel : await send.Run(caller, new(command.Contact, MessagePurpose.Reminder), ct);
    }
}

/// <summary>A family shows the code that it received and agrees to be reminded.</summary>
public sealed class AgreeToReminders(LakudoDb db, Commit commit, Clock clock, PersonalData personal, ReminderChannels channels, ConfirmContactCode confirm)
{
    /// <summary>What was typed, on which open page.</summary>
    /// <param name="Session">The page.</param>
    /// <param name="Secret">What the browser shows with it.</param>
    /// <param name="Contact">The contact the code was sent to.</param>
    /// <param name="Code">The code's id.</param>
    /// <param name="Digits">The six digits.</param>
    public sealed record Command(Guid Session, string? Secret, string? Contact, Guid Code, string? Digits);

    /// <summary>Refused with C-506 for a page that is not open, N-001, N-003 and N-004 as codes are, C-511 for a code of another contact, C-508, C-509 for a child of five, K-001 to whoever acts as staff.</summary>
    public async Task<Outcome<Done>> Run(Caller caller, Command command, CancellationToken ct = default)
    {
        if (db.MayNot(caller, Act.OpenFamilyPage) is { } refusal) return refusal;
        var contact = Contact.Read(command.Contact);
        if (contact.IsRefused) return contact.Refusal;
        if (channels.For(contact.Value.Kind) is null) return ReminderRefusals.NoChannel;
        if (await db.ChildOfOpenPage(personal, command.Session, command.Secret, clock.Now, ct) is null) return FamilyRefusals.PageClosed;
        var confirmed = await confirm.Run(caller with { Key = caller.Key is null ? null : caller.Key + "/kode" }, new(command.Code, command.Digits, MessagePurpose.Reminder), ct);
        if (confirmed.IsRefused) return confirmed.Refusal;
        if (!confirmed.Value.Fingerprint.AsSpan().SequenceEqual(personal.Fingerprint(contact.Value.Value))) return ReminderRefusals.OtherContact;
        return await commit.Once<Done>(caller, command, async token =>
        {
            var now = clock.Now;
            if (await db.ChildOfOpenPage(personal, command.Session, command.Secret, now, token) is not { } child) return FamilyRefusals.PageClosed;
            if (CompletedMonths.Between(child.Birth, await db.Today(caller, clock, token)) >= CompletedMonths.UnderFive) return ReminderRefusals.TooOld;
            await db.AgreeFor(child, contact.Value, personal, null, now, token);
            commit.Record(caller, new ReminderContactGiven(child.Id, child.MotherId, contact.Value.Kind, ByFamily: true));
            return new Done();
        }, ct);
    }
}

/// <summary>A family stops its reminders on its own page, in one step: none is sent from now on, and its contact is gone.</summary>
public sealed class StopReminders(LakudoDb db, Commit commit, Clock clock, PersonalData personal)
{
    /// <summary>On which open page.</summary>
    public sealed record Command(Guid Session, string? Secret);

    /// <summary>Refused with C-506 for a page that is not open, C-510 where it is not reminded, K-001 to whoever acts as staff.</summary>
    public Task<Outcome<Done>> Run(Caller caller, Command command, CancellationToken ct = default) => commit.Once<Done>(caller, command, async token =>
    {
        if (db.MayNot(caller, Act.OpenFamilyPage) is { } refusal) return refusal;
        var now = clock.Now;
        return await db.ChildOfOpenPage(personal, command.Session, command.Secret, now, token) is { } child ? await db.EndFor(child, commit, caller, byFamily: true, now, token) : FamilyRefusals.PageClosed;
    }, ct);
}
