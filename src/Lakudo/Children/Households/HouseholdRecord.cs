using System.Collections.Immutable;
using Lakudo.Children.Network;
using Lakudo.Field;
using Lakudo.Growth;
using Lakudo.Growth.Indonesia;
using Lakudo.Kernel;
using Microsoft.EntityFrameworkCore;

namespace Lakudo.Children.Households;

/// <summary>
/// A household as those see it who care for one of its members: mothers, children below five with what their last measurement says, who left and why, and who looked. Journaled before the answer leaves.
/// Of a member whom another posyandu outside the caller's care looks after, only a masked name and the posyandu are told.
/// </summary>
public sealed class HouseholdRecord(LakudoDb db, Commit commit, Clock clock, PersonalData personal)
{
    private const int MostReads = 20;

    /// <summary>A mother.</summary>
    /// <param name="Id">The mother.</param>
    /// <param name="Name">Her name, masked where she is not in the caller's care.</param>
    /// <param name="Since">When it was written down, UTC.</param>
    /// <param name="IsOurs">Whether she is in the caller's care.</param>
    /// <param name="IsExpecting">Whether a pregnancy of hers is looked after; false where she is not in the caller's care.</param>
    public sealed record Woman(Guid Id, string Name, DateTime Since, bool IsOurs, bool IsExpecting);

    /// <summary>A child.</summary>
    /// <param name="Id">The child.</param>
    /// <param name="Name">Its name, masked where it is not in the caller's care.</param>
    /// <param name="Posyandu">Where it is measured.</param>
    /// <param name="Since">When it was written down, UTC.</param>
    /// <param name="Ours">What is told of it in the caller's care; null elsewhere.</param>
    public sealed record Young(Guid Id, string Name, string Posyandu, DateTime Since, Ours? Ours);

    /// <summary>What is told of a child in the caller's care.</summary>
    /// <param name="Sex">Boy or girl.</param>
    /// <param name="Birth">Day of birth.</param>
    /// <param name="Months">Completed months.</param>
    /// <param name="Mother">Its mother's name.</param>
    /// <param name="LeftOn">When it left its posyandu; null while it is there.</param>
    /// <param name="LastDay">When it was last measured; null for never.</param>
    /// <param name="Weight">Grams at the last weighing.</param>
    /// <param name="Mark">N, T, O or B of that weighing.</param>
    /// <param name="IsBelowRed">Below the red line at that weighing.</param>
    /// <param name="LengthForAge">Hundredths of a z-score of the last length or height.</param>
    public sealed record Ours(Sex? Sex, DateOnly Birth, int? Months, string Mother, DateOnly? LeftOn, DateOnly? LastDay, int? Weight, KmsMark? Mark, bool IsBelowRed, int? LengthForAge)
    {
        /// <summary>Whether it is below five.</summary>
        public bool IsUnderFive => Months is null or < 60;
    }

    /// <summary>Somebody who belonged to it.</summary>
    /// <param name="Kind">A mother or a child.</param>
    /// <param name="Name">The name, masked where the person is not in the caller's care.</param>
    /// <param name="Since">From when, UTC.</param>
    /// <param name="Until">Until when, UTC.</param>
    /// <param name="Reason">Why no longer.</param>
    public sealed record Earlier(MemberKind Kind, string Name, DateTime Since, DateTime Until, LeavingHousehold Reason);

    /// <summary>A number that it had.</summary>
    public sealed record Correction(DateTime At, string Who, string Before, string Why);

    /// <summary>Somebody opened it.</summary>
    public sealed record Read(DateTime At, string Who);

    /// <summary>The household.</summary>
    /// <param name="Id">The household.</param>
    /// <param name="Number">Its number, masked; null where it is not known.</param>
    /// <param name="IsFromElsewhere">Whether the number was first given in another regency: to be looked at twice.</param>
    /// <param name="VillageId">Its village.</param>
    /// <param name="Village">The village's name.</param>
    /// <param name="Place">RT and RW.</param>
    /// <param name="OpenedAt">Since when it is kept, UTC.</param>
    /// <param name="Mothers">By name.</param>
    /// <param name="Children">The eldest first.</param>
    /// <param name="Earlier">Who left, the last first.</param>
    /// <param name="Corrections">Numbers that it had, masked, the last first.</param>
    /// <param name="Reads">Who looked, the last first, at most 20.</param>
    public sealed record Answer(Guid Id, string? Number, bool IsFromElsewhere, int VillageId, string Village, Neighbourhood Place, DateTime OpenedAt, ImmutableArray<Woman> Mothers, ImmutableArray<Young> Children,
        ImmutableArray<Earlier> Earlier, ImmutableArray<Correction> Corrections, ImmutableArray<Read> Reads)
    {
        /// <summary>Where it could live: the villages of the region with their kecamatan, by code.</summary>
        public required ImmutableArray<(int Id, string Name, string District)> Villages { get; init; }
    }

    /// <summary>Refused with K-001 to others than midwives and nutritionists, C-612 for a household of which no member is in the caller's care.</summary>
    public async Task<Outcome<Answer>> Run(Caller caller, Guid id, CancellationToken ct = default)
    {
        if (db.MayNot(caller, Act.ReadHousehold) is { } refusal) return refusal;
        if (await db.HouseholdCaredForBy(caller, id, clock.Now, ct) is not var (household, members, own)) return HouseholdRefusals.NoSuchHousehold;
        var today = await db.Today(caller, clock, ct);
        var children = await Children(members, own, today, ct);
        if (await commit.Note(caller, new HouseholdRead(id, children.Length), ct) is { } notJournaled) return notJournaled;
        var region = await db.Regions.AsNoTracking().SingleAsync(r => r.Id == caller.Region, ct);
        var areas = await db.Areas.AsNoTracking().OrderBy(a => a.Code).ToListAsync(ct);
        var names = areas.ToDictionary(a => a.Id, a => a.Name);
        HouseholdNumber? number = household.NumberSealed is { } box ? HouseholdNumber.Open(box, personal) : null;
        return new Answer(id, number?.Masked, number?.IsFromElsewhere(region.Code) == true, household.VillageId, names[household.VillageId], new(household.Rt, household.Rw), household.OpenedAt,
            await Mothers(members, own, today, ct), children, await Left(id, own, ct), await Corrected(id, ct), await Reads(id, ct))
        { Villages = [.. areas.Where(a => a.Level != AreaLevel.District).Select(a => (a.Id, a.Name, names.GetValueOrDefault(a.ParentId ?? 0, "")))] };
    }

    private async Task<ImmutableArray<Woman>> Mothers(HouseholdMembers members, IReadOnlySet<Guid> own, DateOnly today, CancellationToken ct)
    {
        var ids = members.Mothers.Select(m => m.Mother.Id).ToList();
        var due = today.AddMonths(-2);
        var expecting = await db.Pregnancies.Where(p => ids.Contains(p.MotherId) && p.ErasedAt == null && p.EndedOn == null && (p.DueDate == null || p.DueDate > due)).Select(p => p.MotherId).ToHashSetAsync(ct);
        return [.. members.Mothers.Select(m =>
        {
            var isOurs = m.Places.Overlaps(own);
            return new Woman(m.Mother.Id, Shown(m.Mother.Name, isOurs), m.Stay.Since, isOurs, isOurs && expecting.Contains(m.Mother.Id));
        })];
    }

    private async Task<ImmutableArray<Young>> Children(HouseholdMembers members, IReadOnlySet<Guid> own, DateOnly today, CancellationToken ct)
    {
        var (ids, mothers, places) = (members.Children.Select(c => c.Child.Id).ToList(), members.Children.Select(c => c.Child.MotherId).ToList(), members.Children.Select(c => c.Child.PosyanduId).ToList());
        var names = await db.Mothers.Where(m => mothers.Contains(m.Id)).ToDictionaryAsync(m => m.Id, m => m.Name, ct);
        var posyandu = await db.Posyandu.Where(p => places.Contains(p.Id)).ToDictionaryAsync(p => p.Id, p => p.Name, ct);
        var measured = (await db.Measurements.AsNoTracking().Where(m => ids.Contains(m.ChildId) && m.State == MeasurementState.Counts).ToListAsync(ct)).ToLookup(m => m.ChildId);
        return [.. members.Children.Select(c =>
        {
            var (child, isOurs) = (c.Child, own.Contains(c.Child.PosyanduId));
            var last = measured[child.Id].MaxBy(m => m.Day);
            // An arm alone takes away nothing that the last weighing said.
            var weighed = measured[child.Id].Where(m => m.Weight is not null).MaxBy(m => m.Day);
            var height = measured[child.Id].Where(m => m.LengthForAge is not null).MaxBy(m => m.Day);
            var ours = isOurs ? new Ours(child.Sex, child.Birth, CompletedMonths.Between(child.Birth, today), names[child.MotherId], child.LeftOn, last?.Day, weighed?.Weight, weighed?.Mark, weighed?.IsBelowRed == true, height?.LengthForAge) : null;
            return new Young(child.Id, Shown(child.Name, isOurs), posyandu[child.PosyanduId], c.Stay.Since, ours);
        })];
    }

    private async Task<ImmutableArray<Earlier>> Left(Guid id, IReadOnlySet<Guid> own, CancellationToken ct)
    {
        var stays = await db.HouseholdStays.AsNoTracking().Where(s => s.HouseholdId == id && s.Until != null).OrderByDescending(s => s.Until).ToListAsync(ct);
        var subjects = stays.Select(s => s.Subject).ToHashSet();
        var children = await db.Children.Where(c => subjects.Contains(c.Id) && c.ErasedAt == null).Select(c => new { c.Id, c.Name, c.PosyanduId }).ToDictionaryAsync(c => c.Id, ct);
        // A mother is told of only while something of hers may be seen.
        var mothers = (await (from m in db.Mothers
                              join c in db.Children on m.Id equals c.MotherId
                              where subjects.Contains(m.Id) && c.ErasedAt == null
                              select new { m.Id, m.Name, c.PosyanduId }).ToListAsync(ct)).ToLookup(m => m.Id);
        return [.. stays.Select(s => (Stay: s, Name: s.Kind == MemberKind.Child ? children.TryGetValue(s.Subject, out var child) ? Shown(child.Name, own.Contains(child.PosyanduId)) : null
                : mothers[s.Subject].ToList() is { Count: > 0 } known ? Shown(known[0].Name, known.Any(k => own.Contains(k.PosyanduId))) : null))
            .Where(e => e.Name is not null).Select(e => new Earlier(e.Stay.Kind, e.Name!, e.Stay.Since, e.Stay.Until!.Value, e.Stay.Reason!.Value))];
    }

    private async Task<ImmutableArray<Correction>> Corrected(Guid id, CancellationToken ct)
    {
        var rows = await db.HouseholdCorrections.AsNoTracking().Where(c => c.HouseholdId == id).OrderByDescending(c => c.At).ToListAsync(ct);
        var names = await db.NamesOf(rows.Select(r => r.By), ct);
        return [.. rows.Select(r => new Correction(r.At, names.GetValueOrDefault(r.By ?? Guid.Empty, "akun lain"), HouseholdNumber.Open(r.BeforeSealed, personal).Masked, r.Why))];
    }

    private async Task<ImmutableArray<Read>> Reads(Guid id, CancellationToken ct)
    {
        var entries = await db.JournalEntries.AsNoTracking().Where(e => e.Subject == id && e.Fact == nameof(HouseholdRead)).OrderByDescending(e => e.Seq).Take(MostReads).Select(e => new { e.At, e.ById }).ToListAsync(ct);
        var names = await db.NamesOf(entries.Select(e => e.ById), ct);
        return [.. entries.Select(e => new Read(e.At, names.GetValueOrDefault(e.ById ?? Guid.Empty, "akun lain")))];
    }

    private static string Shown(string name, bool isOurs) => isOurs ? name : PersonName.Mask(name);
}
