using System.Collections.Immutable;
using Lakudo.Children.Households;
using Lakudo.Children.Network;
using Lakudo.Kernel;
using Microsoft.EntityFrameworkCore;

namespace Lakudo.Children.Register;

/// <summary>Entries that are likely one child and that nobody told apart, at least one of them in the caller's care. Journaled before the answer leaves.</summary>
/// <remarks>Likeness is looked for in the whole region, because the other entry stands anywhere; bench/Posyandu doubles says what that costs.</remarks>
public sealed class LikelyDoubles(LakudoDb db, Commit commit, Clock clock)
{
    private const int Most = 100;

    /// <summary>An entry.</summary>
    /// <param name="Id">The child.</param>
    /// <param name="Name">Its name.</param>
    /// <param name="Birth">Day of birth.</param>
    /// <param name="Mother">The mother's name.</param>
    /// <param name="Posyandu">Where it is measured.</param>
    /// <param name="IsOurs">Whether that is in the caller's care: two entries are merged only by who cares for both.</param>
    public sealed record Entry(Guid Id, string Name, DateOnly Birth, string Mother, string Posyandu, bool IsOurs);

    /// <summary>A pair, the points by which they are alike, 60 and above.</summary>
    public sealed record Pair(Entry One, Entry Other, int Points);

    /// <summary>The likeliest first, at most 100. Refused with K-001 to others than midwives and nutritionists.</summary>
    /// <param name="caller">Who asks.</param>
    /// <param name="child">Only pairs with this one; null for all in the caller's care.</param>
    /// <param name="ct">Stops.</param>
    public async Task<Outcome<ImmutableArray<Pair>>> Run(Caller caller, Guid? child = null, CancellationToken ct = default)
    {
        if (db.MayNot(caller, Act.ReadChildren) is { } refusal) return refusal;
        var own = await db.PosyanduOf(caller, clock.Now).Select(p => p.Id).ToHashSetAsync(ct);
        var all = await Register(own, child, await db.Today(caller, clock, ct), ct);
        var apart = (await db.ToldApart.Select(t => new { t.One, t.Other }).ToListAsync(ct)).Select(t => (t.One, t.Other)).ToHashSet();
        var near = Near(all, child).Where(n => !apart.Contains(n.One.Id < n.Other.Id ? (n.One.Id, n.Other.Id) : (n.Other.Id, n.One.Id))).ToList();
        var sure = near.Where(n => n.Points >= ChildLikeness.Likely).OrderByDescending(n => n.Points).Take(Most).ToList();
        // Where they live is asked only of those whom one household would bring among the likeliest.
        var least = sure.Count == Most ? sure[^1].Points : ChildLikeness.Likely;
        var open = near.Where(n => n.Points < ChildLikeness.Likely && n.Points + ChildLikeness.SameHousehold >= least).ToList();
        var houses = await db.StaysOf([.. open.SelectMany(n => new[] { n.One.Id, n.Other.Id }).Distinct()], ct);
        ChildTraits Housed(Registered entry) => entry.Traits with { Household = houses.GetValueOrDefault(entry.Id)?.HouseholdId };
        List<Alike> likely = [.. sure.Concat(open.Select(n => n with { Points = ChildLikeness.Of(Housed(n.One), Housed(n.Other)) }).Where(n => n.Points >= ChildLikeness.Likely))
            .OrderByDescending(n => n.Points).Take(Most)];
        var places = likely.SelectMany(n => new[] { n.One.Posyandu, n.Other.Posyandu }).ToHashSet();
        var names = await db.Posyandu.Where(p => places.Contains(p.Id)).ToDictionaryAsync(p => p.Id, p => p.Name, ct);
        Entry Shown(Registered entry) => new(entry.Id, entry.Traits.Name.Written, entry.Traits.Birth, entry.Traits.Mother.Written, names[entry.Posyandu], entry.IsOwn);
        var answer = likely.Select(n => new Pair(Shown(n.One), Shown(n.Other), n.Points)).ToImmutableArray();
        if (answer.Length > 0 && await commit.Note(caller, new ChildrenListed(child ?? Guid.Empty, 2 * answer.Length), ct) is { } notJournaled) return notJournaled;
        return answer;
    }

    /// <summary>Everybody under five of the region, or those born about when a child was, by the day of birth.</summary>
    private async Task<List<Registered>> Register(HashSet<Guid> own, Guid? child, DateOnly today, CancellationToken ct)
    {
        var (first, last) = (today.AddMonths(-62), today.AddYears(1));
        if (child is not null)
        {
            var birth = await db.Children.Where(c => c.Id == child).Select(c => (DateOnly?)c.Birth).SingleOrDefaultAsync(ct) ?? last;
            (first, last) = (birth.AddDays(-ChildLikeness.DaysApart), birth.AddDays(ChildLikeness.DaysApart));
        }

        var born = db.Children.AsNoTracking().Where(c => c.MergedInto == null && c.ErasedAt == null && c.Birth >= first && c.Birth <= last);
        // Two tables read from end to end are joined sooner here than row by row in the database.
        var mothers = await (child is null ? db.Mothers : db.Mothers.Where(m => born.Any(c => c.MotherId == m.Id))).AsNoTracking()
            .Select(m => new { m.Id, m.Name, HasNik = m.NikFingerprint != null }).ToDictionaryAsync(m => m.Id, m => (Name: new HeardName(m.Name), m.HasNik), ct);
        var all = new List<Registered>();
        await foreach (var c in born.Select(c => new { c.Id, c.PosyanduId, c.Name, c.Sex, c.Birth, c.BirthOrder, c.MotherId, c.NikFingerprint }).AsAsyncEnumerable().WithCancellation(ct))
        {
            if (mothers.TryGetValue(c.MotherId, out var mother))
                all.Add(new(c.Id, c.PosyanduId, own.Contains(c.PosyanduId), new ChildTraits(new HeardName(c.Name), c.Sex, c.Birth, c.BirthOrder, mother.Name, c.MotherId, mother.HasNik, c.NikFingerprint)));
        }

        all.Sort((one, other) => (one.Traits.Birth, one.Id).CompareTo((other.Traits.Birth, other.Id)));
        return all;
    }

    /// <summary>Pairs in which one is asked for, each once.</summary>
    private static List<Alike> Near(List<Registered> all, Guid? child)
    {
        var near = new List<Alike>();
        var from = 0;
        for (var i = 0; i < all.Count; i++)
        {
            var one = all[i];
            if (!(child is null ? one.IsOwn : one.Id == child)) continue;
            while (one.Traits.Birth.DayNumber - all[from].Traits.Birth.DayNumber > ChildLikeness.DaysApart) from++;
            for (var j = from; j < all.Count && all[j].Traits.Birth.DayNumber - one.Traits.Birth.DayNumber <= ChildLikeness.DaysApart; j++)
            {
                var other = all[j];
                // Of two of the caller's the earlier one has met the later one already.
                if (j == i || !(one.IsOwn || other.IsOwn) || (j < i && child is null && other.IsOwn)) continue;
                var points = ChildLikeness.Of(one.Traits, other.Traits);
                if (points >= ChildLikeness.Open) near.Add(j < i ? new(other, one, points) : new(one, other, points));
            }
        }

        return near;
    }

    private sealed record Registered(Guid Id, Guid Posyandu, bool IsOwn, ChildTraits Traits);

    private readonly record struct Alike(Registered One, Registered Other, int Points);
}
