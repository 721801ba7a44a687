using Lakudo.Children.Register;
using Lakudo.Kernel;
using Microsoft.EntityFrameworkCore;

namespace Lakudo.Children.Households;

/// <summary>A newborn belongs where its mother does, whoever enters it and by whatever way.</summary>
internal static class HouseholdEntry
{
    extension(LakudoDb db)
    {
        /// <summary>Puts newcomers, in the context and not saved yet, into the household of their mother where she belongs to one.</summary>
        internal async Task JoinTheirMothers(IReadOnlyList<Child> newcomers, DateTime at, CancellationToken ct)
        {
            if (newcomers.Count == 0) return;
            var mothers = newcomers.Select(c => c.MotherId).ToHashSet();
            var region = newcomers[0].RegionId;
            var held = await db.HouseholdStays.AsNoTracking().Where(s => s.RegionId == region && s.Until == null && s.Kind == MemberKind.Mother && mothers.Contains(s.Subject)).ToDictionaryAsync(s => s.Subject, s => s.HouseholdId, ct);
            foreach (var child in newcomers)
            {
                if (held.TryGetValue(child.MotherId, out var household)) db.HouseholdStays.Add(new HouseholdStay(region, Guid.CreateVersion7(new DateTimeOffset(at)), household, new(MemberKind.Child, child.Id), null, at));
            }
        }
    }
}
