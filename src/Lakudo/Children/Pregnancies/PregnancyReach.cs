using Lakudo.Children.Network;
using Lakudo.Children.Register;
using Lakudo.Field;
using Lakudo.Kernel;
using Microsoft.EntityFrameworkCore;

namespace Lakudo.Children.Pregnancies;

/// <summary>Whose pregnancies a caller may read or decide on, and how one is read: with the words and limits of the phone.</summary>
internal static class PregnancyReach
{
    extension(LakudoDb db)
    {
        /// <summary>The pregnancy with the woman where a posyandu in the caller's care looks after it now; null otherwise. Tracked.</summary>
        internal async Task<(Pregnancy Pregnancy, Mother Mother)?> PregnancyCaredForBy(Caller caller, Guid id, DateTime now, CancellationToken ct)
        {
            var own = db.PosyanduOf(caller, now);
            var found = await db.Pregnancies.Where(p => p.Id == id && p.ErasedAt == null && own.Any(place => place.Id == p.PosyanduId)).Join(db.Mothers, p => p.MotherId, m => m.Id, (Pregnancy, Mother) => new { Pregnancy, Mother }).SingleOrDefaultAsync(ct);
            return found is null ? null : (found.Pregnancy, found.Mother);
        }
    }

    /// <summary>As a phone has it.</summary>
    internal static FieldPregnancy Field(this Pregnancy pregnancy, string name, IEnumerable<PregnancyVisit> visits) =>
        new() { Id = pregnancy.Id, Name = name, Address = pregnancy.Address, LastPeriod = pregnancy.LastPeriod, DueDate = pregnancy.DueDate, Visits = [.. visits] };
}
