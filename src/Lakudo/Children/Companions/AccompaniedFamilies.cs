using Lakudo.Children.Consent;
using Lakudo.Children.Network;
using Lakudo.Children.Register;
using Lakudo.Growth.Indonesia;
using Lakudo.Kernel;
using Microsoft.EntityFrameworkCore;

namespace Lakudo.Children.Companions;

/// <summary>Which children a mother's family has now, wherever their entries were merged or moved to, and what ends a companionship with them.</summary>
internal static class AccompaniedFamilies
{
    /// <summary>Whether a child is one that a companion accompanies: below five, and not said to have left.</summary>
    internal static bool IsAccompanied(this Child child, DateOnly today) => child.LeftOn is null && child.Birth > today.AddMonths(-CompletedMonths.UnderFive);

    extension(LakudoDb db)
    {
        /// <summary>For each mother the children that her entries turned out to be; none that was erased, and none that the given children leave out.</summary>
        /// <param name="among">Children to look among: with or without those whose consent is withdrawn, tracked or not.</param>
        /// <param name="mothers">The mothers.</param>
        /// <param name="ct">Stops.</param>
        internal async Task<ILookup<Guid, Child>> FamiliesOf(IQueryable<Child> among, IReadOnlyCollection<Guid> mothers, CancellationToken ct)
        {
            var found = new List<(Guid Mother, Child Child)>();
            foreach (var entry in await among.Where(c => mothers.Contains(c.MotherId)).OrderBy(c => c.Birth).ThenBy(c => c.Id).ToListAsync(ct))
            {
                if (await among.SurvivorOf(entry, ct) is { } child) found.Add((entry.MotherId, child));
            }

            return found.DistinctBy(f => (f.Mother, f.Child.Id)).ToLookup(f => f.Mother, f => f.Child);
        }

        /// <summary>The children of a mother's family whom a companion of a village accompanies: below five, not left, at a posyandu of that village now.</summary>
        internal async Task<List<Child>> AccompaniedIn(int village, Guid mother, DateOnly today, CancellationToken ct)
        {
            var here = await db.Posyandu.Where(p => p.VillageId == village).Select(p => p.Id).ToHashSetAsync(ct);
            return [.. (await db.FamiliesOf(db.Children, [mother], ct))[mother].Where(c => c.IsAccompanied(today) && here.Contains(c.PosyanduId))];
        }

        /// <summary>The mothers of children's entries, with those of every entry that was merged into one.</summary>
        internal async Task<HashSet<Guid>> MothersOf(IReadOnlyCollection<Guid> children, CancellationToken ct)
        {
            var entries = (await db.AllChildren.EntriesOf(children, ct)).Keys;
            return await db.AllChildren.Where(c => entries.Contains(c.Id) && c.ErasedAt == null).Select(c => c.MotherId).ToHashSetAsync(ct);
        }

        /// <summary>Ends companionships and journals it of every child of theirs. All tracked.</summary>
        internal async Task EndCompanionships(Caller caller, Commit commit, DateTime now, IReadOnlyCollection<Companionship> which, CompanionshipEnding why, string? reason, CancellationToken ct)
        {
            if (which.Count == 0) return;
            var families = await db.FamiliesOf(db.AllChildren, [.. which.Select(c => c.MotherId)], ct);
            foreach (var one in which)
            {
                one.End(why, now);
                foreach (var child in families[one.MotherId].Select(c => c.Id).DefaultIfEmpty(one.ChildId)) commit.Record(caller, new CompanionshipEnded(child, one.Id, why), reason);
            }
        }

        /// <summary>Ends what is in force of these children's families: consent was taken back.</summary>
        internal async Task EndCompanionshipsOf(Caller caller, Commit commit, DateTime now, IReadOnlyCollection<Guid> children, CompanionshipEnding why, CancellationToken ct)
        {
            var mothers = await db.MothersOf(children, ct);
            await db.EndCompanionships(caller, commit, now, await db.Companionships.Where(c => mothers.Contains(c.MotherId) && c.EndedAt == null).ToListAsync(ct), why, null, ct);
        }

        /// <summary>Ends what is in force where none of these children's families is in the companion's village any more: they moved or left. What was changed of them in this commit is seen.</summary>
        internal async Task EndWhereFamilyIsGone(Caller caller, Commit commit, Clock clock, IReadOnlyCollection<Guid> children, CancellationToken ct)
        {
            var mothers = await db.MothersOf(children, ct);
            var open = await db.Companionships.Where(c => mothers.Contains(c.MotherId) && c.EndedAt == null).ToListAsync(ct);
            if (open.Count == 0) return;
            var (today, offices) = (await db.Today(caller, clock, ct), open.Select(c => c.OfficeId).ToHashSet());
            var villages = await db.VillagesOf(offices, ct);
            // Tracked, so that a move of this commit counts.
            var families = await db.FamiliesOf(db.Children, mothers, ct);
            var places = families.SelectMany(f => f).Select(c => c.PosyanduId).ToHashSet();
            var village = await db.Posyandu.Where(p => places.Contains(p.Id)).ToDictionaryAsync(p => p.Id, p => p.VillageId, ct);
            var gone = open.Where(o => !families[o.MotherId].Any(c => c.IsAccompanied(today) && village[c.PosyanduId] == villages[o.OfficeId])).ToList();
            await db.EndCompanionships(caller, commit, clock.Now, gone, CompanionshipEnding.FamilyGone, null, ct);
        }

        /// <summary>Companionships, in force or over, whose families have a child in the caller's care now.</summary>
        internal IQueryable<Companionship> CompanionshipsInCareOf(Caller caller, DateTime now)
        {
            var mothers = from child in db.Children join p in db.PosyanduOf(caller, now) on child.PosyanduId equals p.Id select child.MotherId;
            return db.Companionships.Where(c => mothers.Contains(c.MotherId));
        }
    }
}
