using Lakudo.Children.Network;
using Lakudo.Children.Register;
using Lakudo.Kernel;
using Microsoft.EntityFrameworkCore;

namespace Lakudo.Children.Households;

/// <summary>Who belongs to a household now, as far as they may be seen: an erased child, one whose consent is withdrawn, and a mother of whom only such children are left are not among them.</summary>
/// <param name="Children">The children with the stay by which they belong; one child, however many entries it has, stands here once.</param>
/// <param name="Mothers">The mothers, with the posyandu of their own children and pregnancies.</param>
internal sealed record HouseholdMembers(IReadOnlyList<(HouseholdStay Stay, Child Child)> Children, IReadOnlyList<(HouseholdStay Stay, Mother Mother, IReadOnlySet<Guid> Places)> Mothers)
{
    /// <summary>Whether one of them is looked after at one of these posyandu.</summary>
    public bool IsAt(IReadOnlySet<Guid> posyandu) => Children.Any(c => posyandu.Contains(c.Child.PosyanduId)) || Mothers.Any(m => m.Places.Overlaps(posyandu));

    /// <summary>The stay of one of them who is looked after at one of these posyandu; null for anybody else.</summary>
    public HouseholdStay? StayAt(HouseholdPerson person, IReadOnlySet<Guid> posyandu) => person.Kind == MemberKind.Child
        ? Children.Where(c => c.Child.Id == person.Id && posyandu.Contains(c.Child.PosyanduId)).Select(c => c.Stay).FirstOrDefault()
        : Mothers.Where(m => m.Mother.Id == person.Id && m.Places.Overlaps(posyandu)).Select(m => m.Stay).FirstOrDefault();
}

/// <summary>Which household somebody belongs to, and whose household a caller may read or change.</summary>
internal static class HouseholdReach
{
    extension(LakudoDb db)
    {
        /// <summary>
        /// The open stay of each of these children, by the child: that of its own entry, else the oldest among the entries that went into it. Tracked. Merged entries themselves are not asked for.
        /// </summary>
        internal async Task<Dictionary<Guid, HouseholdStay>> StaysOf(IReadOnlyCollection<Guid> children, CancellationToken ct)
        {
            if (children.Count == 0) return [];
            var entries = await db.Children.EntriesOf(children, ct);
            var all = entries.Keys.ToList();
            var stays = await db.HouseholdStays.Where(s => s.Until == null && s.Kind == MemberKind.Child && all.Contains(s.Subject)).ToListAsync(ct);
            return stays.GroupBy(s => entries[s.Subject]).ToDictionary(g => g.Key, g => g.OrderBy(s => s.Subject != g.Key).ThenBy(s => s.Since).ThenBy(s => s.Id).First());
        }

        /// <summary>The open stay of a mother, or null. Tracked.</summary>
        internal Task<HouseholdStay?> StayOfMother(Guid mother, CancellationToken ct) => db.HouseholdStays.SingleOrDefaultAsync(s => s.Until == null && s.Kind == MemberKind.Mother && s.Subject == mother, ct);

        /// <summary>Who belongs to a household. Tracked.</summary>
        internal async Task<HouseholdMembers> MembersOf(Guid household, CancellationToken ct)
        {
            var stays = await db.HouseholdStays.Where(s => s.HouseholdId == household && s.Until == null).ToListAsync(ct);
            var (entries, women) = (stays.Where(s => s.Kind == MemberKind.Child).Select(s => s.Subject).ToHashSet(), stays.Where(s => s.Kind == MemberKind.Mother).Select(s => s.Subject).ToHashSet());
            var known = new Dictionary<Guid, Child>();
            for (var wanted = entries; wanted.Count > 0;)
            {
                foreach (var child in await db.Children.Where(c => wanted.Contains(c.Id) && c.ErasedAt == null).ToListAsync(ct)) known[child.Id] = child;
                wanted = [.. wanted.Select(id => known.GetValueOrDefault(id)?.MergedInto).OfType<Guid>().Where(id => !known.ContainsKey(id))];
            }

            var standing = known.Values.Where(c => c.MergedInto is null).ToList();
            var held = await db.StaysOf([.. standing.Select(c => c.Id)], ct);
            var members = standing.Where(c => held.GetValueOrDefault(c.Id)?.HouseholdId == household).OrderBy(c => c.Birth).ThenBy(c => c.Id).Select(c => (held[c.Id], c)).ToList();
            var places = (await db.Children.Where(c => women.Contains(c.MotherId) && c.ErasedAt == null).Select(c => new { c.MotherId, c.PosyanduId }).ToListAsync(ct))
                .Concat(await db.Pregnancies.Where(p => women.Contains(p.MotherId) && p.ErasedAt == null).Select(p => new { p.MotherId, p.PosyanduId }).ToListAsync(ct)).ToLookup(p => p.MotherId, p => p.PosyanduId);
            var mothers = await db.Mothers.Where(m => women.Contains(m.Id)).OrderBy(m => m.NameNormalised).ThenBy(m => m.Id).ToListAsync(ct);
            return new(members, [.. mothers.Where(m => places.Contains(m.Id)).Select(m => (stays.Single(s => s.Kind == MemberKind.Mother && s.Subject == m.Id), m, (IReadOnlySet<Guid>)places[m.Id].ToHashSet()))]);
        }

        /// <summary>The household with its members where one of them is at a posyandu in the caller's care now; null otherwise. Tracked.</summary>
        internal async Task<(Household Household, HouseholdMembers Members, IReadOnlySet<Guid> Own)?> HouseholdCaredForBy(Caller caller, Guid id, DateTime now, CancellationToken ct)
        {
            if (await db.Households.SingleOrDefaultAsync(h => h.Id == id, ct) is not { } household) return null;
            var own = await db.PosyanduOf(caller, now).Select(p => p.Id).ToHashSetAsync(ct);
            var members = await db.MembersOf(id, ct);
            return members.IsAt(own) ? (household, members, own) : null;
        }

        /// <summary>The household of a number, or null. Tracked.</summary>
        internal Task<Household?> HouseholdOf(HouseholdNumber number, PersonalData personal, CancellationToken ct)
        {
            var fingerprint = number.Fingerprint(personal);
            return db.Households.SingleOrDefaultAsync(h => h.NumberFingerprint == fingerprint, ct);
        }

        /// <summary>
        /// The child, and with her family also its mother and her other children below five: those of them who belong to no household. Where the mother belongs to one, she and the others stay there.
        /// </summary>
        internal async Task<List<HouseholdPerson>> WithoutHousehold(Child child, bool withFamily, DateOnly today, CancellationToken ct)
        {
            var oldest = today.AddMonths(-60);
            withFamily = withFamily && await db.StayOfMother(child.MotherId, ct) is null;
            List<Guid> children = [child.Id];
            if (withFamily) children.AddRange(await db.Children.Where(c => c.MotherId == child.MotherId && c.Id != child.Id && c.MergedInto == null && c.ErasedAt == null && c.Birth > oldest).OrderBy(c => c.Birth).Select(c => c.Id).ToListAsync(ct));
            var held = await db.StaysOf(children, ct);
            var found = children.Where(id => !held.ContainsKey(id)).Select(id => new HouseholdPerson(MemberKind.Child, id));
            return [.. withFamily ? found.Prepend(new HouseholdPerson(MemberKind.Mother, child.MotherId)) : found];
        }
    }
}
