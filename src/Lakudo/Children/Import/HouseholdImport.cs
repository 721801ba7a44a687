using Lakudo.Children.Households;
using Lakudo.Children.Register;
using Lakudo.Kernel;
using Microsoft.EntityFrameworkCore;

namespace Lakudo.Children.Import;

/// <summary>Enters what a <see cref="HouseholdPlan"/> worked out, inside the commit of the import, after its children are in the context.</summary>
internal sealed class HouseholdImport(LakudoDb db, Clock clock, PersonalData personal)
{
    /// <summary>Enters it. Gives how many mothers and children belong to a household that belonged to none.</summary>
    public async Task<int> Enter(HouseholdPlan plan, Caller caller, CancellationToken ct)
    {
        var now = clock.Now;
        var places = plan.Opened.Select(o => o.Posyandu).ToHashSet();
        var villages = await db.Posyandu.Where(p => places.Contains(p.Id)).ToDictionaryAsync(p => p.Id, p => p.VillageId, ct);
        foreach (var opened in plan.Opened) db.Households.Add(new Household(caller.Region, opened.Id, villages[opened.Posyandu], opened.Place, opened.Number.Seal(personal), now));
        var numbered = plan.Numbered.Keys.ToList();
        foreach (var house in await db.Households.Where(h => numbered.Contains(h.Id)).ToListAsync(ct)) house.Number(plan.Numbered[house.Id].Seal(personal));
        var ids = plan.Joins.Select(j => j.Child).ToHashSet();
        var newcomers = db.ChangeTracker.Entries<Child>().Select(e => e.Entity).Where(c => ids.Contains(c.Id)).ToDictionary(c => c.Id, c => c.MotherId);
        foreach (var child in await db.Children.Where(c => ids.Contains(c.Id)).Select(c => new { c.Id, c.MotherId }).ToListAsync(ct)) newcomers[child.Id] = child.MotherId;
        // Newborns of a mother who belongs somewhere were put there with her when they were entered.
        var placed = db.ChangeTracker.Entries<HouseholdStay>().Where(e => e.State == EntityState.Added).Select(e => e.Entity.Person).ToHashSet();
        var count = 0;
        foreach (var (child, house, withMother) in plan.Joins)
        {
            if (!newcomers.TryGetValue(child, out var mother)) continue;
            foreach (var person in withMother ? [new HouseholdPerson(MemberKind.Child, child), new HouseholdPerson(MemberKind.Mother, mother)] : new[] { new HouseholdPerson(MemberKind.Child, child) })
            {
                count++;
                if (placed.Add(person)) db.HouseholdStays.Add(new HouseholdStay(caller.Region, Ids.New(clock), house, person, caller.Id, now));
            }
        }

        return count;
    }
}
