using Lakudo.Kernel;
using Lakudo.Notifications;
using Microsoft.EntityFrameworkCore;

namespace Lakudo.Children.Reminders;

/// <summary>How reminders do in a region, in numbers, for whoever runs the installation.</summary>
public sealed class ReminderHealth(LakudoDb db, Clock clock, ReminderChannels channels)
{
    private static readonly TimeSpan Week = TimeSpan.FromDays(7);

    /// <summary>The numbers.</summary>
    /// <param name="Phones">Families who asked to be reminded by telephone.</param>
    /// <param name="Mailboxes">Those who asked by mail.</param>
    /// <param name="Sent">Reminders that left in the last seven days.</param>
    /// <param name="Failed">Those that did not and will not.</param>
    /// <param name="Waiting">Those that wait to be tried again.</param>
    /// <param name="Why">What the last that waits or failed met with.</param>
    /// <param name="HasPhone">Whether a channel to telephones is there.</param>
    /// <param name="HasMail">Whether one to mailboxes is.</param>
    /// <param name="Settings">What was set.</param>
    public sealed record Answer(int Phones, int Mailboxes, int Sent, int Failed, int Waiting, ReminderWhy Why, bool HasPhone, bool HasMail, ReminderSettings Settings);

    /// <summary>Refused with K-001 to those who may not see the installation.</summary>
    public async Task<Outcome<Answer>> Run(Caller caller, CancellationToken ct = default)
    {
        if (db.MayNot(caller, Act.SeeInstallation) is { } refusal) return refusal;
        var since = clock.Now - Week;
        var families = await db.ReminderContacts.Where(c => c.EndedAt == null).GroupBy(c => c.Kind).Select(g => new { g.Key, Count = g.Count() }).ToDictionaryAsync(g => g.Key, g => g.Count, ct);
        var states = await db.Reminders.Where(r => r.At > since || r.State == ReminderState.Waiting).GroupBy(r => new { r.State, Again = r.Why != ReminderWhy.None }).Select(g => new { g.Key.State, g.Key.Again, Count = g.Count() }).ToListAsync(ct);
        var last = await db.Reminders.Where(r => r.Why != ReminderWhy.None && (r.State == ReminderState.Waiting || (r.State == ReminderState.Failed && r.At > since))).OrderByDescending(r => r.At).Select(r => r.Why).FirstOrDefaultAsync(ct);
        int Of(params ReminderState[] which) => states.Where(s => which.Contains(s.State)).Sum(s => s.Count);
        return new Answer(families.GetValueOrDefault(ContactKind.Phone), families.GetValueOrDefault(ContactKind.Email), Of(ReminderState.Taken, ReminderState.Sent, ReminderState.Delivered), Of(ReminderState.Failed, ReminderState.Uncertain),
            states.Where(s => s.State == ReminderState.Waiting && s.Again).Sum(s => s.Count), last, channels.For(ContactKind.Phone) is not null, channels.For(ContactKind.Email) is not null, channels.Settings);
    }
}
