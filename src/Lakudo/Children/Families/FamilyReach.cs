using Lakudo.Children.Register;
using Lakudo.Kernel;
using Microsoft.EntityFrameworkCore;

namespace Lakudo.Children.Families;

/// <summary>Which child a family's card is about now, and whose cards a health worker may hold.</summary>
internal static class FamilyReach
{
    extension(LakudoDb db)
    {
        /// <summary>The child that an entry turned out to be: itself, or what it was merged into. Null where the person was taken out of the register.</summary>
        internal async Task<Child?> SurvivorOf(Guid entry, CancellationToken ct)
        {
            var children = db.Children.AsNoTracking();
            return await children.SurvivorOf(await children.SingleOrDefaultAsync(c => c.Id == entry, ct), ct);
        }

        /// <summary>A card that opens a page, whose child is in the caller's care now; otherwise null.</summary>
        internal async Task<FamilyCard?> CardInCareOf(Caller caller, Guid card, DateTime now, CancellationToken ct) =>
            await db.FamilyCards.SingleOrDefaultAsync(c => c.Id == card && c.RevokedAt == null, ct) is { } found
            && await db.SurvivorOf(found.ChildId, ct) is { } child && await db.ChildCaredForBy(caller, child.Id, now, ct) is not null
                ? found
                : null;
    }
}
