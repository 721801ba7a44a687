using Lakudo.Children.Consent;
using Lakudo.Children.Counts;
using Lakudo.Children.Register;
using Lakudo.Kernel;
using Microsoft.EntityFrameworkCore;

namespace Lakudo.Children.Companions;

/// <summary>Companionships that are long over, with their visits.</summary>
internal sealed class RetainCompanionships(LakudoDb db) : IRetention
{
    public string Rule => "pendamping-keluarga";

    public async Task<Aged> Look(DateTime before, CancellationToken ct)
    {
        var (day, next) = (DateOnly.FromDateTime(before), await db.Companionships.Select(c => (DateOnly?)c.LastDay).MinAsync(ct));
        return new(await Over(before, day).CountAsync(ct), await db.Companionships.CountAsync(ct), next >= day ? next.Value.ToDateTime(TimeOnly.MinValue, DateTimeKind.Utc) : null);
    }

    public async Task<Erased> Apply(DateTime before, int most, CancellationToken ct)
    {
        var old = await Over(before, DateOnly.FromDateTime(before)).OrderBy(c => c.LastDay).ThenBy(c => c.Id).Take(most).ToListAsync(ct);
        await db.Remove(old, ct);
        return Erased.Of(old.Count);
    }

    private IQueryable<Companionship> Over(DateTime before, DateOnly day) => db.Companionships.Where(c => c.EndedAt < before || c.LastDay < day);
}

/// <summary>The names of those who do not serve in a village any more; which account it was stays.</summary>
internal sealed class RetainVillageDuties(LakudoDb db) : IRetention
{
    public string Rule => "petugas-desa";

    private IQueryable<VillageOffice> Ended => db.VillageOffices.Where(o => o.Until != null && o.Name != Personal.Forgotten.Name);

    public async Task<Aged> Look(DateTime before, CancellationToken ct) =>
        new(await Ended.CountAsync(o => o.Until < before, ct), await Ended.CountAsync(ct), await Ended.Where(o => o.Until >= before).MinAsync(o => o.Until, ct));

    public async Task<Erased> Apply(DateTime before, int most, CancellationToken ct)
    {
        var old = await Ended.Where(o => o.Until < before).OrderBy(o => o.Until).Take(most).ToListAsync(ct);
        foreach (var office in old) office.Forget();
        return Erased.Of(old.Count);
    }
}

/// <summary>What goes with children who are taken out of the register.</summary>
internal static class ForgottenCompanionships
{
    extension(LakudoDb db)
    {
        /// <summary>Deletes what is held of families of whom no child is left, and takes the words out of the others'. Called before the children are taken from their mothers.</summary>
        internal async Task ForgetCompanionships(IReadOnlyCollection<Guid> mothers, IReadOnlyCollection<Guid> children, CancellationToken ct)
        {
            var held = await db.Companionships.Where(c => c.MotherId != Guid.Empty && mothers.Contains(c.MotherId)).ToListAsync(ct);
            if (held.Count == 0) return;
            var left = (await db.AllChildren.AsNoTracking().Where(c => mothers.Contains(c.MotherId) && c.ErasedAt == null && !children.Contains(c.Id)).Select(c => new { c.MotherId, c.Id }).ToListAsync(ct)).ToLookup(c => c.MotherId, c => c.Id);
            await db.Remove([.. held.Where(h => !left.Contains(h.MotherId))], ct);
            var others = held.Where(h => left.Contains(h.MotherId)).ToDictionary(h => h.Id);
            foreach (var one in others.Values) one.Forget(left[one.MotherId].Contains(one.ChildId) ? one.ChildId : left[one.MotherId].First());
            foreach (var visit in await db.CompanionVisits.Where(v => others.Keys.Contains(v.CompanionshipId)).ToListAsync(ct)) visit.Forget();
        }

        /// <summary>Deletes companionships with their visits.</summary>
        internal async Task Remove(IReadOnlyCollection<Companionship> which, CancellationToken ct)
        {
            var ids = which.Select(c => c.Id).ToHashSet();
            db.CompanionVisits.RemoveRange(await db.CompanionVisits.Where(v => ids.Contains(v.CompanionshipId)).ToListAsync(ct));
            db.Companionships.RemoveRange(which);
        }
    }
}
