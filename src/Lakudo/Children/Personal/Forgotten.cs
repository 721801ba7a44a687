using Lakudo.Children.Cases;
using Lakudo.Children.Companions;
using Lakudo.Children.Consent;
using Lakudo.Children.Families;
using Lakudo.Children.Households;
using Lakudo.Children.Network;
using Lakudo.Children.Pregnancies;
using Lakudo.Children.Register;
using Lakudo.Children.Reminders;
using Lakudo.Kernel;
using Microsoft.EntityFrameworkCore;

namespace Lakudo.Children.Personal;

/// <summary>
/// How people are taken out of the register, at their request or when their time has passed. Measurements, services and visits stay as numbers of nobody, because months that were counted and reported
/// must count the same afterwards (docs/decisions/erasure-in-the-register.md). Phones forget at their next contact.
/// </summary>
/// <remarks>Whoever adds a table that names a person of the register empties or deletes its rows here and tells what it holds in <see cref="ChildrenRecords"/>.</remarks>
internal static class Forgotten
{
    /// <summary>What stands in the place of a name.</summary>
    internal const string Name = "(data dihapus)";

    extension(LakudoDb db)
    {
        /// <summary>Takes children and pregnant women out, and mothers of whom nothing is left. All tracked, none of them taken out before.</summary>
        internal async Task<Erased> Forget(IReadOnlyList<Child> children, IReadOnlyList<Pregnancy> pregnancies, DateTime at, CancellationToken ct)
        {
            // Posyandu always in the same order, so that two erasures wait for each other and do not lock one another out.
            var change = new Dictionary<Guid, long>();
            foreach (var (region, place) in children.Select(c => (c.RegionId, c.PosyanduId)).Concat(pregnancies.Select(p => (p.RegionId, p.PosyanduId))).Distinct().OrderBy(p => p.PosyanduId))
                change[place] = await db.NextChange(region, place, ct);
            var (ids, expected) = (children.Select(c => c.Id).ToHashSet(), pregnancies.Select(p => p.Id).ToHashSet());
            var mothers = children.Select(c => c.MotherId).Concat(pregnancies.Select(p => p.MotherId)).ToHashSet();
            await db.ForgetReminders(mothers, ids, ct);
            await db.ForgetCompanionships(mothers, ids, ct);
            foreach (var child in children) child.Forget(at, change[child.PosyanduId]);
            foreach (var pregnancy in pregnancies) pregnancy.Forget(at, change[pregnancy.PosyanduId]);
            await db.ForgetFamilies(ids, ct);
            foreach (var row in await db.Measurements.Where(m => ids.Contains(m.ChildId) && m.ValidationReason != null).ToListAsync(ct)) row.ForgetReason();
            await db.ForgetCases(ids, ct);
            await db.ForgetPairs(ids, ct);
            await db.ForgetEndings(ids, expected, ct);
            db.ChildCorrections.RemoveRange(await db.ChildCorrections.Where(c => ids.Contains(c.ChildId)).ToListAsync(ct));
            var (otherChildren, otherPregnancies) = (db.AllChildren, db.Pregnancies);
            var alone = await db.Mothers.Where(m => mothers.Contains(m.Id) && !otherChildren.Any(c => c.MotherId == m.Id && !ids.Contains(c.Id)) && !otherPregnancies.Any(p => p.MotherId == m.Id && !expected.Contains(p.Id))).ToListAsync(ct);
            db.Mothers.RemoveRange(alone);
            await db.ForgetStays(ids, [.. alone.Select(m => m.Id)], ct);
            return new(children.Count + pregnancies.Count + alone.Count, [], [.. ids.Select(id => new ChildErased(id)), .. expected.Select(id => new PregnancyErased(id))]);
        }

        /// <summary>Takes out the names of health workers. All tracked.</summary>
        internal Erased Forget(IReadOnlyList<HealthWorker> workers, DateTime at)
        {
            foreach (var worker in workers) worker.Forget(at);
            return new(workers.Count, [], [.. workers.Select(w => new HealthWorkerErased(w.Id))]);
        }
    }
}
