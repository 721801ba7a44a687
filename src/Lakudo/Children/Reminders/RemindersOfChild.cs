using System.Collections.Immutable;
using Lakudo.Children.Families;
using Lakudo.Children.Network;
using Lakudo.Children.Register;
using Lakudo.Kernel;
using Lakudo.Notifications;
using Microsoft.EntityFrameworkCore;

namespace Lakudo.Children.Reminders;

/// <summary>Whether a child's family is reminded, since when, and what became of its reminders: for its midwife and nutritionist. The contact is masked.</summary>
public sealed class RemindersOfChild(LakudoDb db, Clock clock, PersonalData personal, ReminderChannels channels)
{
    private const int MostShown = 6;

    /// <summary>A reminder.</summary>
    /// <param name="Day">The posyandu's day.</param>
    /// <param name="State">How far it has come.</param>
    /// <param name="Why">Why not further.</param>
    /// <param name="At">Since when, UTC.</param>
    public sealed record Row(DateOnly Day, ReminderState State, ReminderWhy Why, DateTime At);

    /// <summary>How it stands.</summary>
    /// <param name="Masked">Where the family is reminded; null where it is not.</param>
    /// <param name="ConsentAt">When it agreed, UTC.</param>
    /// <param name="ConsentBy">To whom; null where it did so itself on its page.</param>
    /// <param name="Kinds">What families can be reminded by; nothing while reminders are off.</param>
    /// <param name="IsSimulated">Whether a simulator answers.</param>
    /// <param name="Reminders">The latest first.</param>
    public sealed record Answer(string? Masked, DateTime? ConsentAt, string? ConsentBy, ImmutableArray<ContactKind> Kinds, bool IsSimulated, ImmutableArray<Row> Reminders);

    /// <summary>Refused with C-005 for a child that is not in the caller's care now, K-001 to others than midwives and nutritionists.</summary>
    public async Task<Outcome<Answer>> Run(Caller caller, Guid child, CancellationToken ct = default)
    {
        if (db.MayNot(caller, Act.ManageReminders) is { } refusal) return refusal;
        if (await db.ChildCaredForBy(caller, child, clock.Now, ct) is not { } found) return ChildrenRefusals.NoSuchChild;
        var contact = (await db.ContactsOf(found, ct)).FirstOrDefault();
        var by = contact?.ConsentBy is { } account ? (await db.NamesOf([account], ct)).GetValueOrDefault(account, "akun lain") : null;
        var mothers = await db.RemindedWith(child, ct);
        var rows = await db.Reminders.AsNoTracking().Where(r => mothers.Contains(r.MotherId)).OrderByDescending(r => r.Day).Take(MostShown).Select(r => new Row(r.Day, r.State, r.Why, r.At)).ToListAsync(ct);
        return new Answer(contact?.Open(personal)?.Masked, contact?.ConsentAt, by, channels.Kinds, channels.IsSimulated, [.. rows]);
    }
}
