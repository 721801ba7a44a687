using Lakudo.Kernel;
using Microsoft.EntityFrameworkCore;

namespace Lakudo.Privacy.Breaches;

/// <summary>The sheets of breaches, open ones first.</summary>
public sealed class BreachList(LakudoDb db, Clock clock)
{
    /// <summary>A sheet.</summary>
    /// <param name="Id">Its id.</param>
    /// <param name="Source">Through what.</param>
    /// <param name="Name">The user name, the device's name or which store.</param>
    /// <param name="KnownAt">UTC.</param>
    /// <param name="DueAt">Until when the notice must be out, UTC.</param>
    /// <param name="ClosedAt">UTC; null while open.</param>
    /// <param name="Late">Whether it is past due and not everybody was told.</param>
    public sealed record Row(Guid Id, BreachSource Source, string Name, DateTime KnownAt, DateTime DueAt, DateTime? ClosedAt, bool Late);

    /// <summary>Refused with K-001.</summary>
    public async Task<Outcome<IReadOnlyList<Row>>> Run(Caller caller, CancellationToken ct = default)
    {
        if (db.MayNotForAll(caller, Act.HandleBreach) is { } refusal) return refusal;
        var now = clock.Now;
        var rows = await db.Breaches.AsNoTracking().OrderBy(b => b.ClosedAt != null).ThenByDescending(b => b.KnownAt).ToListAsync(ct);
        return rows.Select(b => new Row(b.Id, b.Source, b.SourceName, b.KnownAt, b.DueAt, b.ClosedAt,
            b.ClosedAt is null && b.DueAt < now && (b.SubjectsToldAt is null || b.AuthorityToldAt is null))).ToList();
    }
}
