using Lakudo.Kernel;
using Microsoft.EntityFrameworkCore;

namespace Lakudo.Children.Households;

/// <summary>What is held of a household, for whoever may ask or be erased (UU 27/2022). Of the other members nothing is told.</summary>
internal static class HouseholdPrivacy
{
    extension(LakudoDb db)
    {
        /// <summary>That these people belonged anywhere goes, and with it every household of which nobody else is left, its number and what stood before.</summary>
        internal async Task ForgetStays(IReadOnlyCollection<Guid> children, IReadOnlyCollection<Guid> mothers, CancellationToken ct)
        {
            if (children.Count + mothers.Count == 0) return;
            var gone = await db.HouseholdStays.Where(s => (s.Kind == MemberKind.Child && children.Contains(s.Subject)) || (s.Kind == MemberKind.Mother && mothers.Contains(s.Subject))).ToListAsync(ct);
            db.HouseholdStays.RemoveRange(gone);
            var houses = gone.Select(s => s.HouseholdId).ToHashSet();
            // What is being deleted in this commit is still in the database.
            var going = db.ChangeTracker.Entries<HouseholdStay>().Where(e => e.State == EntityState.Deleted).Select(e => e.Entity.Id).ToHashSet();
            var left = (await db.HouseholdStays.AsNoTracking().Where(s => houses.Contains(s.HouseholdId)).Select(s => new { s.Id, s.HouseholdId }).ToListAsync(ct)).Where(s => !going.Contains(s.Id)).Select(s => s.HouseholdId).ToHashSet();
            var empty = houses.Where(h => !left.Contains(h)).ToList();
            db.HouseholdCorrections.RemoveRange(await db.HouseholdCorrections.Where(c => empty.Contains(c.HouseholdId)).ToListAsync(ct));
            db.Households.RemoveRange(await db.Households.Where(h => empty.Contains(h.Id)).ToListAsync(ct));
        }

        /// <summary>Whose household was opened, by the journal: the children who belonged to it at one of these moments, each from when it was first.</summary>
        internal async Task<Dictionary<Guid, DateTime>> BelongedAt(IReadOnlyList<(Guid Household, DateTime At)> opened, CancellationToken ct)
        {
            var ids = opened.Select(o => o.Household).ToHashSet();
            var stays = await db.HouseholdStays.AsNoTracking().Where(s => ids.Contains(s.HouseholdId)).ToListAsync(ct);
            return (from o in opened
                    join s in stays on o.Household equals s.HouseholdId
                    where s.Kind == MemberKind.Child && s.Since <= o.At && (s.Until is null || s.Until > o.At)
                    group o.At by s.Subject).ToDictionary(g => g.Key, g => g.Min());
        }

        /// <summary>The households of some people: the number masked, since when, and whether others belong or belonged to it too.</summary>
        internal async Task<IReadOnlyList<(string? Number, DateTime Opened, bool Others)>> HouseholdsHeld(IReadOnlyCollection<Guid> children, IReadOnlyCollection<Guid> mothers, PersonalData personal, CancellationToken ct)
        {
            var told = new List<(string?, DateTime, bool)>();
            var ids = await db.HouseholdStays.Where(s => (s.Kind == MemberKind.Child && children.Contains(s.Subject)) || (s.Kind == MemberKind.Mother && mothers.Contains(s.Subject))).Select(s => s.HouseholdId).Distinct().ToListAsync(ct);
            foreach (var house in await db.Households.AsNoTracking().Where(h => ids.Contains(h.Id)).OrderBy(h => h.OpenedAt).ToListAsync(ct))
            {
                var others = await db.HouseholdStays.AnyAsync(s => s.HouseholdId == house.Id && !(s.Kind == MemberKind.Child ? children.Contains(s.Subject) : mothers.Contains(s.Subject)), ct);
                told.Add((house.NumberSealed is { } box ? HouseholdNumber.Open(box, personal).Masked : null, house.OpenedAt, others));
            }

            return told;
        }

        /// <summary>The households of one person in words, in clear: number, place, from when to when, numbers that stood there before.</summary>
        internal async Task<IReadOnlyList<(string Name, string? Value)>> TellHouseholds(HouseholdPerson person, PersonalData personal, CancellationToken ct)
        {
            var told = new List<(string, string?)>();
            foreach (var stay in await db.HouseholdStays.AsNoTracking().Where(s => s.Kind == person.Kind && s.Subject == person.Id).OrderBy(s => s.Since).ToListAsync(ct))
            {
                var house = await db.Households.AsNoTracking().SingleAsync(h => h.Id == stay.HouseholdId, ct);
                var village = await db.Areas.Where(a => a.Id == house.VillageId).Select(a => a.Name).SingleAsync(ct);
                told.Add(($"Keluarga sejak {Day(stay.Since)}", string.Join(", ", new[]
                {
                    house.NumberSealed is { } box ? "nomor KK " + Shown(HouseholdNumber.Open(box, personal), stay) : "nomor KK belum tercatat", village,
                    house.Rt is { } rt ? $"RT {rt:000}" : null, house.Rw is { } rw ? $"RW {rw:000}" : null,
                    stay.Until is { } until ? $"sampai {Day(until)}: {StayWords.Of(stay.Reason!.Value)}" : null,
                }.OfType<string>())));
                foreach (var before in await db.HouseholdCorrections.AsNoTracking().Where(c => c.HouseholdId == house.Id && (stay.Until == null || c.At <= stay.Until)).OrderBy(c => c.At).ToListAsync(ct))
                    told.Add(($"Nomor KK diperbaiki {Day(before.At)}", $"sebelumnya {Shown(HouseholdNumber.Open(before.BeforeSealed, personal), stay)}: {before.Why}"));
            }

            return told;
        }
    }

    /// <summary>Whole to who belongs there; who left a family is not told its number any more.</summary>
    private static string Shown(HouseholdNumber number, HouseholdStay stay) => stay.Until is null ? number.Digits : number.Masked;

    private static string Day(DateTime at) => at.ToString("d MMMM yyyy", Formats.Indonesian);
}
