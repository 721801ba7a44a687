using Lakudo.Children.Network;
using Lakudo.Kernel;
using Lakudo.Notifications;
using Microsoft.EntityFrameworkCore;

namespace Lakudo.Children.Reminders;

/// <summary>
/// Hands the written reminders of a region over, in its waking hours, and asks what became of those that were. Claimed by a lease, so that several nodes share the work; tried again later and later
/// until the posyandu's day is under way.
/// </summary>
/// <remarks>
/// Stopped between writing and handing over, the next run sends it. Stopped in the middle of handing over, the next run does so again under the same number where the service knows numbers and sends
/// it once; where it does not (mail, WhatsApp) the reminder is called uncertain and not sent again.
/// </remarks>
public sealed class SendReminders(LakudoDb db, Commit commit, Clock clock, WriterLane lane, PersonalData personal, ReminderChannels channels)
{
    private const int Most = 200;
    private static readonly TimeSpan Lease = TimeSpan.FromMinutes(2);
    private static readonly TimeSpan FirstPause = TimeSpan.FromMinutes(5);
    private static readonly TimeSpan LongestPause = TimeSpan.FromHours(2);
    private static readonly TimeSpan AskAgain = TimeSpan.FromMinutes(10);

    /// <summary>What is to be written of a reminder after a try.</summary>
    private sealed record Step(ReminderState State, ReminderWhy Why = ReminderWhy.None, DateTime? Due = null, bool NeverLeft = false);

    /// <summary>Answers how many left or came to an end now. Refused with K-001 to all but Lakudo itself.</summary>
    public async Task<Outcome<int>> Run(Caller caller, CancellationToken ct = default)
    {
        if (db.MayNot(caller, Act.SendReminders) is { } refusal) return refusal;
        if (!channels.IsOn) return 0;
        var (now, zone) = (clock.Now, (await db.Regions.AsNoTracking().SingleAsync(r => r.Id == caller.Region, ct)).TimeZone);
        var hour = Clock.Local(now, zone).Hour;
        var isAwake = hour >= channels.Settings.From && hour < channels.Settings.Until;
        var tonight = Clock.Utc(clock.Today(zone), new TimeOnly(0, 0), zone).AddHours(channels.Settings.Until);
        var due = await db.Reminders.AsNoTracking().Where(r => r.DueAt != null && r.DueAt <= now && (r.LeasedUntil == null || r.LeasedUntil < now) && (isAwake || r.State != ReminderState.Waiting || r.ExpiresAt <= now))
            .OrderBy(r => r.DueAt).Take(Most).ToListAsync(ct);
        var settled = new List<(Guid Posyandu, ReminderState State)>();
        foreach (var reminder in due)
        {
            if (!await Claim(reminder, now, ct)) continue;
            var step = reminder.State == ReminderState.Waiting ? await HandOver(reminder, tonight, ct) : await Ask(reminder, ct);
            await Settle(reminder, step, ct);
            if (step.State != reminder.State && step.State is not (ReminderState.Waiting or ReminderState.Taken) && reminder.State is not ReminderState.Sent) settled.Add((reminder.PosyanduId, step.State));
        }

        foreach (var place in settled.GroupBy(s => s.Posyandu).OrderBy(g => g.Key))
        {
            var fact = new RemindersSettled(place.Key, place.Count(s => s.State is ReminderState.Sent or ReminderState.Delivered), place.Count(s => s.State is ReminderState.Failed or ReminderState.Uncertain), place.Count(s => s.State == ReminderState.Cancelled));
            await commit.Note(caller, fact, ct);
        }

        return settled.Count;
    }

    private async Task<Step> HandOver(Reminder reminder, DateTime tonight, CancellationToken ct)
    {
        var now = clock.Now;
        if (now >= reminder.ExpiresAt) return new(ReminderState.Failed, reminder.Why == ReminderWhy.None ? ReminderWhy.Down : reminder.Why);
        var place = await (from p in db.Posyandu.AsNoTracking()
                           join v in db.Areas on new { p.RegionId, Id = p.VillageId } equals new { v.RegionId, v.Id }
                           where p.Id == reminder.PosyanduId
                           select new { Posyandu = p, Village = v.Name }).SingleAsync(ct);
        if (place.Posyandu.ClosedAt is not null || place.Posyandu.DayOfMonth != reminder.Day.Day) return Cancel(ReminderWhy.DayMoved);
        if ((await db.ExpectedOf(reminder.MotherId, reminder.PosyanduId, reminder.Day, ct)).Count == 0) return Cancel(ReminderWhy.NoChild);
        var kept = await db.ReminderContacts.AsNoTracking().SingleOrDefaultAsync(c => c.MotherId == reminder.MotherId, ct);
        if (kept?.Open(personal) is not { } contact || channels.For(contact.Kind) is not { } channel) return Cancel(ReminderWhy.NoContact);
        if (reminder.HandedAt is not null && !channel.KnowsMessages) return new(ReminderState.Uncertain);
        await Mark(reminder, now, ct);
        var text = ReminderText.Of(place.Posyandu.Name, place.Village, reminder.Day, reminder.Kind);
        var until = tonight < reminder.ExpiresAt ? tonight : reminder.ExpiresAt;
        var sent = await channel.Send(new OutgoingMessage(reminder.Id, contact, ReminderText.Subject, text, MessagePurpose.Reminder, until), ct);
        if (!sent.IsRefused) return Reached(sent.Value, channel.KnowsMessages, reminder);
        if (sent.Refusal.Code == NotificationRefusals.MessageRefused.Code) return new(ReminderState.Failed, ReminderWhy.NumberRefused, NeverLeft: true);
        var (why, again) = (WhyOf(sent.Refusal), clock.Now + Pause(reminder.Attempts));
        return again >= reminder.ExpiresAt ? new(ReminderState.Failed, why, NeverLeft: true) : new(ReminderState.Waiting, why, again, NeverLeft: true);
    }

    private async Task<Step> Ask(Reminder reminder, CancellationToken ct)
    {
        var isOver = clock.Now >= reminder.ExpiresAt;
        var open = new Step(reminder.State == ReminderState.Taken && isOver ? ReminderState.Uncertain : reminder.State, reminder.Why, isOver ? null : clock.Now + AskAgain);
        if (channels.For(ContactKind.Phone) is not { KnowsMessages: true } channel) return open with { Due = null };
        var said = await channel.Ask(reminder.Id, ct);
        if (said.IsRefused) return said.Refusal.Code == NotificationRefusals.MessageRefused.Code ? open with { State = reminder.State == ReminderState.Taken ? ReminderState.Uncertain : reminder.State, Due = null } : open;
        var step = Reached(said.Value, true, reminder);
        return isOver && step.Due is not null ? open : step;
    }

    /// <summary>The state that the channel's answer means; asked again while there is more to learn.</summary>
    private Step Reached(Delivery delivery, bool canBeAsked, Reminder reminder) => delivery switch
    {
        Delivery.Failed => new(ReminderState.Failed, ReminderWhy.NotCarried),
        Delivery.Delivered => new(ReminderState.Delivered),
        // A telephone that is told again of a message it already sent may say less than it did.
        Delivery.Taken => new(reminder.State == ReminderState.Sent ? ReminderState.Sent : ReminderState.Taken, ReminderWhy.None, clock.Now + AskAgain),
        _ => new(ReminderState.Sent, ReminderWhy.None, canBeAsked ? clock.Now + AskAgain : null),
    };

    private static Step Cancel(ReminderWhy why) => new(ReminderState.Cancelled, why);

    private static ReminderWhy WhyOf(Refusal refusal) => refusal.Code == NotificationRefusals.ChannelRefusesUs.Code ? ReminderWhy.Unknown : ReminderWhy.Down;

    /// <summary>Five minutes after the first try, then twice as long each time, two hours at most.</summary>
    private static TimeSpan Pause(int before) => TimeSpan.FromTicks(Math.Min(LongestPause.Ticks, FirstPause.Ticks << Math.Min(before, 10)));

    private async Task<bool> Claim(Reminder reminder, DateTime now, CancellationToken ct)
    {
        using var turn = await lane.Enter(WriterPriority.Ordinary, ct);
        return await Row(reminder).Where(r => r.State == reminder.State && r.Day == reminder.Day && r.PosyanduId == reminder.PosyanduId && (r.LeasedUntil == null || r.LeasedUntil < now)).ExecuteUpdateAsync(s => s.SetProperty(r => r.LeasedUntil, clock.Now + Lease), ct) == 1;
    }

    /// <summary>Written before it is handed over, so that a run that is stopped in between leaves a trace.</summary>
    private async Task Mark(Reminder reminder, DateTime now, CancellationToken ct)
    {
        using var turn = await lane.Enter(WriterPriority.Ordinary, ct);
        await Row(reminder).ExecuteUpdateAsync(s => s.SetProperty(r => r.HandedAt, now).SetProperty(r => r.Attempts, r => r.Attempts + 1), ct);
    }

    private async Task Settle(Reminder reminder, Step step, CancellationToken ct)
    {
        using var turn = await lane.Enter(WriterPriority.Ordinary, ct);
        var now = clock.Now;
        var (state, why, due, since) = (step.State, step.Why, step.Due, step.State == reminder.State ? reminder.At : now);
        await Row(reminder).ExecuteUpdateAsync(s => s.SetProperty(r => r.State, state).SetProperty(r => r.Why, why).SetProperty(r => r.DueAt, due).SetProperty(r => r.At, since).SetProperty(r => r.LeasedUntil, (DateTime?)null), ct);
        if (step.NeverLeft) await Row(reminder).ExecuteUpdateAsync(s => s.SetProperty(r => r.HandedAt, (DateTime?)null), ct);
    }

    private IQueryable<Reminder> Row(Reminder reminder) => db.Reminders.Where(r => r.RegionId == reminder.RegionId && r.Id == reminder.Id);
}
