using Lakudo.Kernel;
using Microsoft.EntityFrameworkCore;

namespace Lakudo.Privacy.Breaches;

/// <summary>The whole list of those affected, in clear, so that they can be told. For the officer only, and journaled before it leaves.</summary>
public sealed class AffectedList(LakudoDb db, Commit commit, IEnumerable<IExposure> modules)
{
    /// <summary>Lists. Refused with K-001, D-011.</summary>
    public async Task<Outcome<IReadOnlyList<Exposed>>> Run(Caller caller, Guid id, CancellationToken ct = default)
    {
        if (db.MayNotForAll(caller, Act.HandleBreach) is { } refusal) return refusal;
        if (await db.Breaches.AsNoTracking().SingleOrDefaultAsync(b => b.Id == id, ct) is not { } breach) return PrivacyRefusals.NoSuchBreach;
        var all = await new Affected(db, modules).Of(breach, ct);
        if (await commit.Note(caller, new BreachListExported(id, all.Count), ct) is { } notJournaled) return notJournaled;
        return all.ToList();
    }
}
