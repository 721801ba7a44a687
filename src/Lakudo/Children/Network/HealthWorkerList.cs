using System.Collections.Immutable;
using Lakudo.Kernel;
using Microsoft.EntityFrameworkCore;

namespace Lakudo.Children.Network;

/// <summary>Cadres, midwives and nutritionists with what each cares for, also what has ended.</summary>
public sealed class HealthWorkerList(LakudoDb db, Clock clock)
{
    /// <summary>An assignment, in force or ended (UTC).</summary>
    public sealed record Care(Guid Id, string Place, DateTime From, DateTime? Until);

    /// <summary>A health worker.</summary>
    /// <param name="Id">The worker.</param>
    /// <param name="Profession">As what.</param>
    /// <param name="Name">Her name.</param>
    /// <param name="Account">By which she signs in; null for cadres.</param>
    /// <param name="Now">What is in force.</param>
    /// <param name="Ended">What has ended, the latest first.</param>
    public sealed record Row(Guid Id, Profession Profession, string Name, Guid? Account, ImmutableArray<Care> Now, ImmutableArray<Care> Ended);

    /// <summary>Nutritionists, midwives, cadres, each by name. Refused with K-001 to others than the region's admin.</summary>
    /// <param name="caller">Who asks.</param>
    /// <param name="posyandu">Only the cadres of this posyandu, now or before; null for everybody.</param>
    /// <param name="ct">Stops.</param>
    public async Task<Outcome<ImmutableArray<Row>>> Run(Caller caller, Guid? posyandu = null, CancellationToken ct = default)
    {
        if (db.MayNot(caller, Act.SetUpHealthNetwork) is { } refusal) return refusal;
        var now = clock.Now;
        var workers = await db.HealthWorkers.AsNoTracking().Where(w => w.ErasedAt == null).ToListAsync(ct);
        var held = (await db.CareAssignments.AsNoTracking().ToListAsync(ct)).ToLookup(a => a.WorkerId);
        var places = await (from p in db.Posyandu
                            join v in db.Areas on new { p.RegionId, Id = p.VillageId } equals new { v.RegionId, v.Id }
                            select new { p.Id, p.Name, Village = v.Name }).ToDictionaryAsync(p => p.Id, p => $"{p.Name}, {p.Village}", ct);
        var villages = await db.Areas.ToDictionaryAsync(a => a.Id, a => a.Name, ct);
        var puskesmas = await db.Puskesmas.ToDictionaryAsync(p => p.Id, p => p.Name, ct);
        return workers.Where(w => posyandu is null || held[w.Id].Any(a => a.PosyanduId == posyandu))
            .Select(w =>
            {
                var care = held[w.Id].Select(a => new Care(a.Id, PlaceOf(a), a.From, a.Until)).ToList();
                return new Row(w.Id, w.Profession, w.Name, w.AccountId,
                    [.. care.Where(c => c.Until is null || c.Until > now).OrderBy(c => c.Place, StringComparer.Ordinal)], [.. care.Where(c => c.Until <= now).OrderByDescending(c => c.Until)]);
            })
            .OrderByDescending(r => r.Profession).ThenBy(r => PersonName.Normalise(r.Name), StringComparer.Ordinal).ToImmutableArray();

        string PlaceOf(CareAssignment care) => care switch
        {
            { PosyanduId: { } p } => places[p],
            { VillageId: { } v } => $"semua posyandu {villages[v]}",
            { PuskesmasId: { } h } => puskesmas[h],
            _ => "–",
        };
    }
}
