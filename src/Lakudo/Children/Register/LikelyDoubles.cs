using System.Collections.Immutable;
using Lakudo.Children.Households;
using Lakudo.Children.Network;
using Lakudo.Kernel;
using Microsoft.EntityFrameworkCore;

namespace Lakudo.Children.Register;

/// <summary>Entries that are likely one child, at least one of them in the caller's care. Journaled before the answer leaves.</summary>
public sealed class LikelyDoubles(LakudoDb db, Commit commit, Clock clock)
{
    private const int Most = 100;

    /// <summary>An entry.</summary>
    public sealed record Entry(Guid Id, string Name, DateOnly Birth, string Mother, string Posyandu);

    /// <summary>A pair, the points by which they are alike, 60 and above.</summary>
    public sealed record Pair(Entry One, Entry Other, int Points);

    /// <summary>The likeliest first, at most 100. Refused with K-001 to others than midwives and nutritionists.</summary>
    /// <param name="caller">Who asks.</param>
    /// <param name="child">Only pairs with this one; null for all in the caller's care.</param>
    /// <param name="ct">Stops.</param>
    public async Task<Outcome<ImmutableArray<Pair>>> Run(Caller caller, Guid? child = null, CancellationToken ct = default)
    {
        if (caller.MayNot(Act.ReadChildren) is { } refusal) return refusal;
        db.As(caller);
        var own = await db.PosyanduOf(caller, clock.Now).Select(p => p.Id).ToHashSetAsync(ct);
        var oldest = clock.Today(TimeZoneInfo.Utc).AddMonths(-62);
        var all = await (from c in db.Children.AsNoTracking()
                         join m in db.Mothers on c.MotherId equals m.Id
                         join p in db.Posyandu on c.PosyanduId equals p.Id
                         where c.MergedInto == null && c.ErasedAt == null && c.Birth > oldest
                         orderby c.Birth, c.Id
                         select new { c.Id, c.PosyanduId, Posyandu = p.Name, Traits = new ChildTraits(c.Name, c.Sex, c.Birth, c.BirthOrder, m.Name, c.MotherId, m.NikFingerprint != null, c.NikFingerprint, null) }).ToListAsync(ct);
        var near = new List<(int One, int Other, int Points)>();
        for (var i = 0; i < all.Count; i++)
        {
            for (var j = i + 1; j < all.Count && all[j].Traits.Birth.DayNumber - all[i].Traits.Birth.DayNumber <= ChildLikeness.DaysApart; j++)
            {
                if (!(own.Contains(all[i].PosyanduId) || own.Contains(all[j].PosyanduId)) || (child is { } one && all[i].Id != one && all[j].Id != one)) continue;
                var points = ChildLikeness.Of(all[i].Traits, all[j].Traits);
                if (points >= ChildLikeness.Open) near.Add((i, j, points));
            }
        }

        var houses = await db.StaysOf([.. near.Where(n => n.Points < ChildLikeness.Likely).SelectMany(n => new[] { all[n.One].Id, all[n.Other].Id }).Distinct()], ct);
        var pairs = near.Select(n => new Pair(EntryOf(n.One), EntryOf(n.Other), n.Points < ChildLikeness.Likely ? ChildLikeness.Of(TraitsOf(n.One), TraitsOf(n.Other)) : n.Points)).Where(p => p.Points >= ChildLikeness.Likely);
        var answer = pairs.OrderByDescending(p => p.Points).Take(Most).ToImmutableArray();
        if (answer.Length > 0 && await commit.Note(caller, new ChildrenListed(child ?? Guid.Empty, 2 * answer.Length), ct) is { } notJournaled) return notJournaled;
        return answer;

        ChildTraits TraitsOf(int i) => all[i].Traits with { Household = houses.GetValueOrDefault(all[i].Id)?.HouseholdId };

        Entry EntryOf(int i) => new(all[i].Id, all[i].Traits.Name, all[i].Traits.Birth, all[i].Traits.Mother, all[i].Posyandu);
    }
}
