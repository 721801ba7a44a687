using System.Collections.Immutable;
using Lakudo.Children.Network;
using Lakudo.Children.Register;
using Lakudo.Kernel;
using Microsoft.EntityFrameworkCore;

namespace Lakudo.Children.Reminders;

/// <summary>The reminders of the posyandu in a midwife's or nutritionist's care: how many families asked for them, what was sent, what failed. Of one posyandu with names, journaled before the answer leaves.</summary>
public sealed class RemindersOfPosyandu(LakudoDb db, Commit commit, Clock clock, PersonalData personal, ReminderChannels channels)
{
    private const int MonthsShown = 2;

    /// <summary>A posyandu's numbers.</summary>
    /// <param name="Id">The posyandu.</param>
    /// <param name="Name">Its name.</param>
    /// <param name="Village">Its village.</param>
    /// <param name="NextDay">Its next day, today included.</param>
    /// <param name="Families">Families with children expected that day.</param>
    /// <param name="Reminded">Those of them who asked to be reminded.</param>
    /// <param name="Waiting">Reminders written and not yet sent.</param>
    /// <param name="Sent">Sent in the last two months.</param>
    /// <param name="Failed">Failed or uncertain in the last two months.</param>
    public sealed record Place(Guid Id, string Name, string Village, DateOnly NextDay, int Families, int Reminded, int Waiting, int Sent, int Failed);

    /// <summary>A reminder.</summary>
    /// <param name="Child">A child of the family, for its page; null where none is expected there any more.</param>
    /// <param name="Mother">The mother's name.</param>
    /// <param name="Masked">Where she is reminded now; null where she is no longer.</param>
    /// <param name="Day">The posyandu's day.</param>
    /// <param name="State">How far it has come.</param>
    /// <param name="Why">Why not further.</param>
    /// <param name="At">Since when, UTC.</param>
    /// <param name="Next">When it is tried again, UTC; null when it is not.</param>
    public sealed record Row(Guid? Child, string Mother, string? Masked, DateOnly Day, ReminderState State, ReminderWhy Why, DateTime At, DateTime? Next);

    /// <summary>The answer.</summary>
    /// <param name="IsOn">Whether reminders can go out.</param>
    /// <param name="IsSimulated">Whether a simulator answers.</param>
    /// <param name="Settings">At which hours.</param>
    /// <param name="Places">All posyandu of the caller's care.</param>
    /// <param name="One">The one that was asked for.</param>
    /// <param name="Rows">Its reminders of two months: failed first, then the latest.</param>
    public sealed record Answer(bool IsOn, bool IsSimulated, ReminderSettings Settings, ImmutableArray<Place> Places, Place? One, ImmutableArray<Row> Rows);

    /// <summary>Refused with C-001 for a posyandu outside the caller's care, K-001 to others than midwives and nutritionists.</summary>
    public async Task<Outcome<Answer>> Run(Caller caller, Guid? posyandu = null, CancellationToken ct = default)
    {
        if (db.MayNot(caller, Act.ManageReminders) is { } refusal) return refusal;
        var today = await db.Today(caller, clock, ct);
        var (own, since, oldest) = (db.PosyanduOf(caller, clock.Now), new DateOnly(today.Year, today.Month, 1).AddMonths(1 - MonthsShown), today.AddMonths(-61));
        var places = await (from p in own.AsNoTracking()
                            join v in db.Areas on new { p.RegionId, Id = p.VillageId } equals new { v.RegionId, v.Id }
                            where p.ClosedAt == null
                            select new { Posyandu = p, Village = v.Name }).ToListAsync(ct);
        if (posyandu is { } asked && places.All(p => p.Posyandu.Id != asked)) return ChildrenRefusals.NoSuchPosyandu;
        var children = (await (from c in db.Children.AsNoTracking()
                               join p in own on c.PosyanduId equals p.Id
                               where c.MergedInto == null && c.ErasedAt == null && c.LeftOn == null && c.Birth > oldest
                               select c).ToListAsync(ct)).ToLookup(c => c.PosyanduId);
        var agreed = (await (from r in db.ReminderContacts.AsNoTracking()
                             join c in db.Children on r.MotherId equals c.MotherId
                             join p in own on c.PosyanduId equals p.Id
                             where r.EndedAt == null
                             select r).ToListAsync(ct)).DistinctBy(r => r.MotherId).ToDictionary(r => r.MotherId);
        var reminders = (await (from r in db.Reminders.AsNoTracking()
                                join p in own on r.PosyanduId equals p.Id
                                where r.Month >= since
                                select r).ToListAsync(ct)).ToLookup(r => r.PosyanduId);
        var counted = places.Select(p =>
        {
            var day = p.Posyandu.NextDay(today);
            var families = children[p.Posyandu.Id].Where(c => ReminderReach.IsExpected(c, day)).Select(c => c.MotherId).ToHashSet();
            var written = reminders[p.Posyandu.Id].ToList();
            return new Place(p.Posyandu.Id, p.Posyandu.Name, p.Village, day, families.Count, families.Count(agreed.ContainsKey), written.Count(r => r.State == ReminderState.Waiting),
                written.Count(r => r.State is ReminderState.Taken or ReminderState.Sent or ReminderState.Delivered), written.Count(r => r.State is ReminderState.Failed or ReminderState.Uncertain));
        }).OrderByDescending(p => p.Failed).ThenBy(p => p.NextDay).ThenBy(p => p.Name, StringComparer.Ordinal).ToImmutableArray();
        if (posyandu is not { } one) return new Answer(channels.IsOn, channels.IsSimulated, channels.Settings, counted, null, []);
        var mothers = reminders[one].Select(r => r.MotherId).ToHashSet();
        var names = await db.Mothers.AsNoTracking().Where(m => mothers.Contains(m.Id)).ToDictionaryAsync(m => m.Id, m => m.Name, ct);
        if (mothers.Count > 0 && await commit.Note(caller, new ChildrenListed(one, mothers.Count), ct) is { } notJournaled) return notJournaled;
        var rows = reminders[one].OrderByDescending(r => r.State is ReminderState.Failed or ReminderState.Uncertain).ThenByDescending(r => r.Day).ThenBy(r => names.GetValueOrDefault(r.MotherId), StringComparer.Ordinal)
            .Select(r => new Row(children[one].FirstOrDefault(c => c.MotherId == r.MotherId)?.Id, names.GetValueOrDefault(r.MotherId, "–"), agreed.GetValueOrDefault(r.MotherId)?.Open(personal)?.Masked, r.Day, r.State, r.Why, r.At, r.DueAt));
        return new Answer(channels.IsOn, channels.IsSimulated, channels.Settings, counted, counted.Single(p => p.Id == one), [.. rows]);
    }
}
