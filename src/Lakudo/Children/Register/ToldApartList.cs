using System.Collections.Immutable;
using Lakudo.Children.Network;
using Lakudo.Kernel;
using Microsoft.EntityFrameworkCore;

namespace Lakudo.Children.Register;

/// <summary>Entries that somebody found to be two children, at least one of them in the caller's care. Journaled before the answer leaves.</summary>
public sealed class ToldApartList(LakudoDb db, Commit commit, Clock clock)
{
    private const int Most = 100;

    /// <summary>A pair.</summary>
    /// <param name="One">One entry.</param>
    /// <param name="Other">The other.</param>
    /// <param name="At">When it was said, UTC.</param>
    /// <param name="By">Who said it; null where the health worker is not known any more.</param>
    public sealed record Pair(LikelyDoubles.Entry One, LikelyDoubles.Entry Other, DateTime At, string? By);

    /// <summary>The last first, at most 100. Refused with K-001 to others than midwives and nutritionists.</summary>
    public async Task<Outcome<ImmutableArray<Pair>>> Run(Caller caller, CancellationToken ct = default)
    {
        if (db.MayNot(caller, Act.ReadChildren) is { } refusal) return refusal;
        var own = db.PosyanduOf(caller, clock.Now);
        var entries = from c in db.Children
                      join m in db.Mothers on c.MotherId equals m.Id
                      join p in db.Posyandu on c.PosyanduId equals p.Id
                      select new { c.Id, c.Name, c.Birth, Mother = m.Name, Posyandu = p.Name, IsOurs = own.Any(o => o.Id == p.Id) };
        var told = await (from t in db.ToldApart
                          join one in entries on t.One equals one.Id
                          join other in entries on t.Other equals other.Id
                          where one.IsOurs || other.IsOurs
                          orderby t.At descending, t.One
                          select new { One = one, Other = other, t.At, t.By }).Take(Most).ToListAsync(ct);
        var names = await db.NamesOf(told.Select(t => t.By), ct);
        if (told.Count > 0 && await commit.Note(caller, new ChildrenListed(Guid.Empty, 2 * told.Count), ct) is { } notJournaled) return notJournaled;
        return told.Select(t => new Pair(new(t.One.Id, t.One.Name, t.One.Birth, t.One.Mother, t.One.Posyandu, t.One.IsOurs), new(t.Other.Id, t.Other.Name, t.Other.Birth, t.Other.Mother, t.Other.Posyandu, t.Other.IsOurs),
            t.At, t.By is { } by ? names.GetValueOrDefault(by) : null)).ToImmutableArray();
    }
}
