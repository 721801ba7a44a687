using System.Collections.Immutable;
using Lakudo.Children.Cases;
using Lakudo.Children.Counts;
using Lakudo.Children.Measuring;
using Lakudo.Children.Network;
using Lakudo.Children.Register;
using Lakudo.Field;
using Lakudo.Growth.Indonesia;
using Lakudo.Kernel;
using Microsoft.EntityFrameworkCore;

namespace Lakudo.Children.Companions;

/// <summary>The families entrusted to who asks, today: what a companion needs at the door, and no NIK and no z-score. Of every child the showing is journaled with its purpose before the answer leaves.</summary>
public sealed class EntrustedFamilies(LakudoDb db, Commit commit, Clock clock)
{
    /// <summary>Months of measurements that are read for the words.</summary>
    private const int Months = 36;

    /// <summary>A child below five.</summary>
    /// <param name="Id">The child.</param>
    /// <param name="Name">Its name.</param>
    /// <param name="CompletedMonths">Age.</param>
    /// <param name="Address">Where it lives, as told; may be unknown.</param>
    /// <param name="LastDay">When it was last measured; null for never.</param>
    /// <param name="Length">The class of its length in words.</param>
    /// <param name="ToDo">What the last measurement says, in words that never blame.</param>
    /// <param name="Posyandu">Its posyandu.</param>
    /// <param name="NextDay">The posyandu's next day, today included.</param>
    public sealed record Child(Guid Id, string Name, int CompletedMonths, string? Address, DateOnly? LastDay, string Length, ImmutableArray<string> ToDo, string Posyandu, DateOnly NextDay);

    /// <summary>A family.</summary>
    /// <param name="Id">The companionship.</param>
    /// <param name="Mother">The mother's name.</param>
    /// <param name="Village">The village.</param>
    /// <param name="Purpose">What it was entrusted for.</param>
    /// <param name="Words">What is to be done, in the puskesmas' words.</param>
    /// <param name="LastDay">The last day on which it is shown.</param>
    /// <param name="Children">The youngest last.</param>
    /// <param name="Visits">The companion's own visits, the latest first.</param>
    public sealed record Family(Guid Id, string Mother, string Village, CompanionPurpose Purpose, string Words, DateOnly LastDay, ImmutableArray<Child> Children, ImmutableArray<ToldVisit> Visits);

    /// <summary>By the last day. Refused with K-001 to others than village officers and companions; who has no family gets an empty list.</summary>
    public async Task<Outcome<ImmutableArray<Family>>> Run(Caller caller, CancellationToken ct = default)
    {
        if (db.MayNot(caller, Act.AccompanyFamilies) is { } refusal) return refusal;
        var today = await db.Today(caller, clock, ct);
        var held = await db.EntrustedTo(caller, today).AsNoTracking().OrderBy(c => c.LastDay).ThenBy(c => c.Id).ToListAsync(ct);
        var mothers = held.Select(h => h.MotherId).ToHashSet();
        var names = await db.Mothers.AsNoTracking().Where(m => mothers.Contains(m.Id)).ToDictionaryAsync(m => m.Id, m => m.Name, ct);
        var families = await db.FamiliesOf(db.Children.AsNoTracking(), mothers, ct);
        var villages = await db.VillagesOf([.. held.Select(h => h.OfficeId)], ct);
        var places = await db.Posyandu.AsNoTracking().Where(p => villages.Values.Contains(p.VillageId)).ToDictionaryAsync(p => p.Id, ct);
        var areas = await db.Areas.AsNoTracking().Where(a => villages.Values.Contains(a.Id)).ToDictionaryAsync(a => a.Id, a => a.Name, ct);
        var since = today.AddMonths(-Months);
        var visits = await db.VisitsOf([.. held.Select(h => h.Id)], ct);
        var shown = families.SelectMany(f => f).Select(c => c.Id).ToHashSet();
        var measured = (await db.Measurements.AsNoTracking().Where(m => shown.Contains(m.ChildId) && m.State != MeasurementState.Struck && m.Day >= since).OrderByDescending(m => m.Day).ToListAsync(ct)).ToLookup(m => m.ChildId);
        var referred = await db.Referrals.Where(r => r.EndedAt == null && shown.Contains(r.ChildId)).Select(r => r.ChildId).ToHashSetAsync(ct);
        var (answer, looks) = (ImmutableArray.CreateBuilder<Family>(), new List<(IFact, string?)>());
        foreach (var one in held)
        {
            var children = families[one.MotherId].Where(c => c.IsAccompanied(today) && places.TryGetValue(c.PosyanduId, out var place) && place.VillageId == villages[one.OfficeId]).ToList();
            if (children.Count == 0) continue;
            looks.AddRange(children.Select(c => ((IFact)new EntrustedChildRead(c.Id, one.Id), (string?)CompanionWords.Of(one.Purpose))));
            answer.Add(new(one.Id, names[one.MotherId], areas[villages[one.OfficeId]], one.Purpose, one.Words, one.LastDay, [.. children.Select(c => Shown(c, [.. measured[c.Id]], referred.Contains(c.Id), places[c.PosyanduId], today))], [.. visits[one.Id]]));
        }

        return await commit.Note(caller, looks, ct) is { } notJournaled ? notJournaled : answer.ToImmutable();
    }

    private static Child Shown(Register.Child child, IReadOnlyList<MeasuredChild> all, bool isReferred, Posyandu place, DateOnly today)
    {
        var rows = all.Where(r => r.State == MeasurementState.Counts).ToList();
        ImmutableArray<PastMeasurement> past = [.. rows.Where(r => r.Day >= child.Birth).Select(r => r.Past)];
        ImmutableArray<string> todo = past.IsEmpty ? [MotherWords.ToFamily("belum-ada")] : [.. MotherWords.ToFamily(ChildReading.Of(child.History([.. all.Select(r => r.Past)], isReferred), past[0]), today)];
        return new(child.Id, child.Name, CompletedMonths.Between(child.Birth, today) ?? 0, child.Address, past.IsEmpty ? null : past[0].Day,
            CompanionWords.Length(rows.FirstOrDefault(r => r.LengthForAge is not null)?.LengthForAge, child.StuntingBy), todo, place.Name, place.NextDay(today));
    }
}

/// <summary>What is entrusted to a caller, and where.</summary>
internal static class EntrustedReach
{
    extension(LakudoDb db)
    {
        /// <summary>What is in force for the caller on a day, while the caller serves in that village.</summary>
        internal IQueryable<Companionship> EntrustedTo(Caller caller, DateOnly today)
        {
            var acting = db.ActingFor(caller);
            var (officer, companion) = (acting.Is(Role.VillageOfficer), acting.Is(Role.FamilyCompanion));
            return from c in db.Companionships
                   join o in db.VillageOffices on new { c.RegionId, Id = c.OfficeId } equals new { o.RegionId, o.Id }
                   where caller.Id != null && c.AccountId == caller.Id && c.EndedAt == null && c.LastDay >= today && o.Until == null
                       && ((officer && o.Duty == VillageDuty.Officer) || (companion && o.Duty == VillageDuty.FamilyCompanion))
                   select c;
        }

        /// <summary>The visits of companionships, the latest first.</summary>
        internal async Task<ILookup<Guid, ToldVisit>> VisitsOf(IReadOnlyCollection<Guid> companionships, CancellationToken ct) =>
            (await db.CompanionVisits.AsNoTracking().Where(v => companionships.Contains(v.CompanionshipId)).OrderByDescending(v => v.Day).ThenByDescending(v => v.At).ToListAsync(ct))
                .ToLookup(v => v.CompanionshipId, v => new ToldVisit(v.Day, v.Met, v.Words, v.NeedsMidwife));

        /// <summary>The villages of duties.</summary>
        internal async Task<Dictionary<Guid, int>> VillagesOf(IReadOnlyCollection<Guid> offices, CancellationToken ct) =>
            await db.VillageOffices.AsNoTracking().Where(o => offices.Contains(o.Id)).ToDictionaryAsync(o => o.Id, o => o.VillageId, ct);
    }
}
