using Lakudo.Children.Families;
using Lakudo.Children.Network;
using Lakudo.Children.Register;
using Lakudo.Field;
using Lakudo.Growth.Indonesia;
using Lakudo.Kernel;
using Microsoft.EntityFrameworkCore;

namespace Lakudo.Children.Reminders;

/// <summary>
/// Writes the reminders that are due in a region: to families who agreed, the afternoon before their posyandu's day, and a day earlier where a child was not there the month before, so that there is time to arrange it.
/// One a family and month and three weeks apart at least, one for all its children, one for a telephone that two entries of one mother share.
/// </summary>
/// <remarks>Safe to run at any time and as often as one likes: what stands is not written again, and a day that was moved moves the message as long as it has not left.</remarks>
public sealed class PlanReminders(LakudoDb db, Commit commit, Clock clock, ReminderChannels channels)
{
    /// <summary>The hour of the posyandu's day, in the region's time, from which on a reminder is of no use.</summary>
    internal static readonly TimeOnly Begins = new(10, 0);

    private const int DaysBefore = 1;
    private const int DaysBeforeAgain = 2;
    private const int DaysApart = 21;

    private sealed record Command;

    /// <summary>A family with those of its children who are expected at one posyandu.</summary>
    private sealed record Wish(ReminderContact Contact, Guid Posyandu, DateOnly Day, List<Child> Children);

    /// <summary>Answers how many were written. Refused with K-001 to all but Lakudo itself.</summary>
    public Task<Outcome<int>> Run(Caller caller, CancellationToken ct = default) => commit.Once<int>(caller with { Key = null }, new Command(), async token =>
    {
        if (db.MayNot(caller, Act.SendReminders) is { } refusal) return refusal;
        if (!channels.IsOn) return 0;
        var (now, zone) = (clock.Now, (await db.Regions.AsNoTracking().SingleAsync(r => r.Id == caller.Region, token)).TimeZone);
        var today = clock.Today(zone);
        var near = Enumerable.Range(0, DaysBeforeAgain + 1).Select(today.AddDays).ToList();
        var numbers = near.Select(d => d.Day).ToList();
        var days = (await db.Posyandu.AsNoTracking().Where(p => p.ClosedAt == null && numbers.Contains(p.DayOfMonth)).ToListAsync(token)).ToDictionary(p => p.Id, p => p.NextDay(today));
        if (days.Count == 0) return 0;
        var wishes = await Wishes(days, token);
        var seen = await SeenBefore(wishes, token);
        var (mothers, since) = (wishes.Select(w => w.Contact.MotherId).ToHashSet(), today.AddDays(-DaysApart));
        var standing = (await db.Reminders.Where(r => mothers.Contains(r.MotherId) && r.Day > since).ToListAsync(token)).ToLookup(r => r.MotherId);
        var (written, covered) = (new Dictionary<Guid, int>(), new HashSet<(string, Guid)>());
        // Whoever was written to goes first, so that a second entry of the same mother finds her telephone covered.
        foreach (var wish in wishes.OrderByDescending(w => standing[w.Contact.MotherId].Any()).ThenBy(w => w.Day).ThenBy(w => w.Contact.MotherId))
        {
            if (!covered.Add((Convert.ToHexString(wish.Contact.Fingerprint!), wish.Posyandu))) continue;
            var kind = wish.Children.Any(c => Missed(c, wish.Day, seen)) ? ReminderKind.Again : ReminderKind.Coming;
            var from = Clock.Utc(wish.Day.AddDays(kind == ReminderKind.Again ? -DaysBeforeAgain : -DaysBefore), new TimeOnly(channels.Settings.Hour, 0), zone);
            var until = Clock.Utc(wish.Day, Begins, zone);
            if (now < from || now >= until) continue;
            var others = standing[wish.Contact.MotherId].ToList();
            if (others.FirstOrDefault(r => r.Month == new DateOnly(wish.Day.Year, wish.Day.Month, 1)) is { } own)
            {
                if (own.NeverLeft && !(own.LeasedUntil > now) && (own.State == ReminderState.Cancelled || own.Day != wish.Day || own.PosyanduId != wish.Posyandu)) own.Plan(wish.Posyandu, wish.Day, kind, now, until);
                continue;
            }

            // A day that was moved from the end of one month to the beginning of the next does not bring two messages in a week.
            if (others.Any(r => r.MayHaveLeft)) continue;
            db.Reminders.Add(new Reminder(caller.Region, Ids.New(clock), wish.Contact.MotherId, wish.Posyandu, wish.Day, kind, now, until));
            written[wish.Posyandu] = written.GetValueOrDefault(wish.Posyandu) + 1;
        }

        foreach (var (posyandu, families) in written.OrderBy(w => w.Key)) commit.Record(caller, new RemindersWritten(posyandu, days[posyandu], families));
        return written.Values.Sum();
    }, ct);

    /// <summary>Families who agreed, with the children expected at a posyandu that is near; where siblings go to two, the earlier day.</summary>
    private async Task<List<Wish>> Wishes(Dictionary<Guid, DateOnly> days, CancellationToken ct)
    {
        var (places, kinds) = (days.Keys.ToList(), channels.Kinds.ToList());
        var entries = await (from contact in db.ReminderContacts.AsNoTracking()
                             join child in db.Children.AsNoTracking() on contact.MotherId equals child.MotherId
                             where contact.EndedAt == null && kinds.Contains(contact.Kind) && child.ErasedAt == null && (child.MergedInto != null || places.Contains(child.PosyanduId))
                             select new { Contact = contact, Child = child }).ToListAsync(ct);
        var found = new List<(ReminderContact Contact, Child Child)>();
        foreach (var entry in entries)
        {
            // An entry that turned out to be another child's: that child's posyandu counts, and the mother who agreed for it.
            if (await db.Children.AsNoTracking().SurvivorOf(entry.Child, ct) is { } child && days.TryGetValue(child.PosyanduId, out var day) && ReminderReach.IsExpected(child, day)) found.Add((entry.Contact, child));
        }

        return [.. found.GroupBy(f => f.Contact.MotherId).Select(family =>
        {
            var place = family.OrderBy(f => days[f.Child.PosyanduId]).ThenBy(f => f.Child.PosyanduId).First().Child.PosyanduId;
            return new Wish(family.First().Contact, place, days[place], [.. family.Where(f => f.Child.PosyanduId == place).Select(f => f.Child).DistinctBy(c => c.Id)]);
        })];
    }

    /// <summary>Children who were measured in the month before the day that comes.</summary>
    private async Task<HashSet<Guid>> SeenBefore(List<Wish> wishes, CancellationToken ct)
    {
        var seen = new HashSet<Guid>();
        foreach (var month in wishes.GroupBy(w => CalendarMonth.Of(w.Day)))
        {
            var (children, end) = (month.SelectMany(w => w.Children).Select(c => c.Id).ToHashSet(), new DateOnly(month.First().Day.Year, month.First().Day.Month, 1));
            var start = end.AddMonths(-1);
            seen.UnionWith(await db.Measurements.Where(m => children.Contains(m.ChildId) && m.Day >= start && m.Day < end && m.State == MeasurementState.Counts).Select(m => m.ChildId).Distinct().ToListAsync(ct));
        }

        return seen;
    }

    /// <summary>Whether it was one of the posyandu's children the whole month before and was not measured then.</summary>
    private static bool Missed(Child child, DateOnly day, HashSet<Guid> seen)
    {
        var before = new DateOnly(day.Year, day.Month, 1).AddMonths(-1);
        return !seen.Contains(child.Id) && child.Birth < before && DateOnly.FromDateTime(child.RegisteredAt) < before;
    }
}
