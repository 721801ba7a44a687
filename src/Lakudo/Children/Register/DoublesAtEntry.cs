using Lakudo.Children.Households;
using Lakudo.Field;
using Lakudo.Kernel;
using Microsoft.EntityFrameworkCore;

namespace Lakudo.Children.Register;

/// <summary>Tells the cadre at once that a newcomer looks like somebody who is registered already. Not who: that child may be another posyandu's.</summary>
internal sealed class DoublesAtEntry(LakudoDb db, int region)
{
    /// <summary>Notes for those that look like another. The newcomers are in the context, not saved yet.</summary>
    public async Task<List<EntryNote>> Notes(IReadOnlyList<NewChild> newcomers, CancellationToken ct)
    {
        var notes = new List<EntryNote>();
        foreach (var entered in newcomers)
        {
            if (await Likeliest(entered, ct) is not null)
                notes.Add(new EntryNote(entered.Id, EntryNotes.LikelyDouble, "Anak ini mungkin sudah terdaftar, di sini atau di posyandu lain. Puskesmas akan memeriksanya."));
        }

        return notes;
    }

    /// <summary>The registered child whom a newcomer looks like most; null where it looks like nobody. The newcomer is in the context, not saved yet.</summary>
    public async Task<Other?> Likeliest(NewChild entered, CancellationToken ct)
    {
        var own = db.Children.Local.First(c => c.Id == entered.Id);
        var (first, until) = (own.Birth.AddDays(-ChildLikeness.DaysApart), own.Birth.AddDays(ChildLikeness.DaysApart));
        var near = await (from c in db.Children.AsNoTracking()
                          join m in db.Mothers on new { c.RegionId, Id = c.MotherId } equals new { m.RegionId, m.Id }
                          where c.RegionId == region && c.Birth >= first && c.Birth <= until && c.MergedInto == null && c.ErasedAt == null
                          select new { c.Id, c.PosyanduId, Traits = new ChildTraits(new HeardName(c.Name), c.Sex, c.Birth, c.BirthOrder, new HeardName(m.Name), c.MotherId, m.NikFingerprint != null, c.NikFingerprint, null) }).ToListAsync(ct);
        var traits = new ChildTraits(new HeardName(own.Name), own.Sex, own.Birth, own.BirthOrder, new HeardName(entered.MotherName), own.MotherId, !string.IsNullOrWhiteSpace(entered.MotherNik), own.NikFingerprint,
            db.HouseholdStays.Local.FirstOrDefault(s => s.Kind == MemberKind.Child && s.Subject == own.Id && s.Until is null)?.HouseholdId);
        // Where they live is asked only of those who could be the same child by it.
        var close = near.Where(other => ChildLikeness.Of(traits, other.Traits) >= ChildLikeness.Open).ToList();
        var houses = traits.Household is null ? [] : await db.StaysOf([.. close.Select(n => n.Id)], ct);
        return close.Select(other => (Other: other, Points: ChildLikeness.Of(traits, other.Traits with { Household = houses.GetValueOrDefault(other.Id)?.HouseholdId })))
            .Where(other => other.Points >= ChildLikeness.Likely).OrderByDescending(other => other.Points).ThenBy(other => other.Other.Id)
            .Select(other => new Other(other.Other.PosyanduId, other.Other.Traits.Name.Written, other.Other.Traits.Birth, other.Other.Traits.Mother.Written)).FirstOrDefault();
    }

    /// <summary>A registered child.</summary>
    /// <param name="Posyandu">Where it is measured.</param>
    /// <param name="Name">Its name.</param>
    /// <param name="Birth">Day of birth.</param>
    /// <param name="Mother">The mother's name.</param>
    internal sealed record Other(Guid Posyandu, string Name, DateOnly Birth, string Mother);
}
