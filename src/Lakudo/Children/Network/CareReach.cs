using Lakudo.Kernel;
using Microsoft.EntityFrameworkCore;

namespace Lakudo.Children.Network;

/// <summary>Which posyandu a caller cares for: a midwife those of her villages, a nutritionist those of the puskesmas, Lakudo itself all.</summary>
internal static class CareReach
{
    /// <summary>As what a role cares for children; null for a role that does not.</summary>
    private static Profession? ProfessionOf(Role role) => role switch
    {
        Role.Cadre => Profession.Cadre,
        Role.Midwife => Profession.Midwife,
        Role.Nutritionist => Profession.Nutritionist,
        _ => null,
    };

    extension(LakudoDb db)
    {
        /// <summary>The posyandu in the caller's care at a moment.</summary>
        internal IQueryable<Posyandu> PosyanduOf(Caller caller, DateTime now)
        {
            var acting = db.ActingFor(caller);
            if (acting.Is(Role.System)) return db.Posyandu;
            Profession[] professions = [.. acting.Assignments.Select(a => ProfessionOf(a.Role)).OfType<Profession>().Distinct()];
            var held = from a in db.CareAssignments
                       join w in db.HealthWorkers on a.WorkerId equals w.Id
                       where caller.Id != null && w.AccountId == caller.Id && professions.Contains(w.Profession) && a.From <= now && (a.Until == null || a.Until > now)
                       select a;
            // Three sets that do not depend on the posyandu, so that a database reads the caller's few assignments once and not for each posyandu of the region.
            return db.Posyandu.Where(p => held.Where(a => a.PosyanduId != null).Select(a => a.PosyanduId!.Value).Contains(p.Id)
                || held.Where(a => a.VillageId != null).Select(a => a.VillageId!.Value).Contains(p.VillageId) || held.Where(a => a.PuskesmasId != null).Select(a => a.PuskesmasId!.Value).Contains(p.PuskesmasId));
        }

        /// <summary>How many children below five and pregnant women a posyandu looks after: who has grown out of it, or was due more than two months ago, is history.</summary>
        internal async Task<(int Children, int Pregnancies)> CaredForAt(Guid posyandu, DateOnly today, CancellationToken ct)
        {
            var (oldest, due) = (today.AddMonths(-60), today.AddMonths(-2));
            var children = await db.Children.CountAsync(c => c.PosyanduId == posyandu && c.MergedInto == null && c.ErasedAt == null && c.LeftOn == null && c.Birth > oldest, ct);
            return (children, await db.Pregnancies.CountAsync(p => p.PosyanduId == posyandu && p.ErasedAt == null && p.EndedOn == null && (p.DueDate == null || p.DueDate > due), ct));
        }

        /// <summary>The day in the caller's region.</summary>
        internal async Task<DateOnly> Today(Caller caller, Clock clock, CancellationToken ct) => clock.Today((await db.Regions.AsNoTracking().SingleAsync(r => r.Id == caller.Region, ct)).TimeZone);

        /// <summary>The names of health workers by the account with which they sign in; an account that is none of theirs is left out.</summary>
        internal async Task<Dictionary<Guid, string>> NamesOf(IEnumerable<Guid?> accounts, CancellationToken ct)
        {
            var asked = accounts.ToHashSet();
            return await db.HealthWorkers.Where(w => w.AccountId != null && asked.Contains(w.AccountId)).Select(w => new { w.AccountId, w.Name }).GroupBy(w => w.AccountId!.Value).Select(g => new { g.Key, Name = g.Min(w => w.Name)! }).ToDictionaryAsync(w => w.Key, w => w.Name, ct);
        }

        /// <summary>The health worker who signed in, or null.</summary>
        internal IQueryable<HealthWorker> WorkerOf(Caller caller) => db.HealthWorkers.Where(w => w.AccountId == caller.Id && caller.Id != null);
    }
}
