using System.Collections.Immutable;
using Lakudo.Kernel;
using Microsoft.EntityFrameworkCore;

namespace Lakudo.Children.Network;

/// <summary>The network as the region's admin sets it up: puskesmas, posyandu and villages, with counts and without anybody's data.</summary>
public sealed class NetworkSetup(LakudoDb db, Clock clock)
{
    /// <summary>A puskesmas, how many open posyandu it has, and since when (UTC) it is closed.</summary>
    public sealed record Centre(int Id, string Name, int Posyandu, DateTime? ClosedAt);

    /// <summary>A village of a kecamatan.</summary>
    public sealed record Village(int Id, string Code, string Name, string District);

    /// <summary>A posyandu.</summary>
    /// <param name="Id">The posyandu.</param>
    /// <param name="Name">Its name.</param>
    /// <param name="Village">Its village.</param>
    /// <param name="Puskesmas">Its puskesmas.</param>
    /// <param name="DayOfMonth">On which day it is held.</param>
    /// <param name="Cadres">Cadres who work there now.</param>
    /// <param name="Children">Children below five.</param>
    /// <param name="ClosedAt">Since when (UTC) it is closed.</param>
    public sealed record Place(Guid Id, string Name, Village Village, Centre Puskesmas, int DayOfMonth, int Cadres, int Children, DateTime? ClosedAt);

    /// <summary>All of it.</summary>
    public sealed record Answer(ImmutableArray<Centre> Puskesmas, ImmutableArray<Village> Villages, ImmutableArray<Place> Posyandu);

    /// <summary>Puskesmas by name, the rest by kecamatan, village and name. Refused with K-001 to others than the region's admin.</summary>
    public async Task<Outcome<Answer>> Run(Caller caller, CancellationToken ct = default)
    {
        if (db.MayNot(caller, Act.SetUpHealthNetwork) is { } refusal) return refusal;
        var now = clock.Now;
        var region = await db.Regions.AsNoTracking().SingleAsync(r => r.Id == caller.Region, ct);
        var oldest = clock.Today(region.TimeZone).AddMonths(-60);
        var areas = await db.Areas.AsNoTracking().OrderBy(a => a.Code).ToListAsync(ct);
        var districts = areas.Where(a => a.Level == AreaLevel.District).ToDictionary(a => a.Id, a => a.Name);
        var villages = areas.Where(a => a.Level != AreaLevel.District).Select(a => new Village(a.Id, a.Code, a.Name, districts.GetValueOrDefault(a.ParentId ?? 0, "–"))).ToDictionary(v => v.Id);
        var posyandu = await db.Posyandu.AsNoTracking().ToListAsync(ct);
        var open = posyandu.Where(p => p.ClosedAt is null).CountBy(p => p.PuskesmasId).ToDictionary();
        var puskesmas = (await db.Puskesmas.AsNoTracking().ToListAsync(ct)).Select(p => new Centre(p.Id, p.Name, open.GetValueOrDefault(p.Id), p.ClosedAt)).ToDictionary(p => p.Id);
        var cadres = await db.CareAssignments.Where(a => a.PosyanduId != null && a.From <= now && (a.Until == null || a.Until > now)).GroupBy(a => a.PosyanduId!.Value).Select(g => new { g.Key, Count = g.Count() }).ToDictionaryAsync(g => g.Key, g => g.Count, ct);
        var children = await db.Children.Where(c => c.MergedInto == null && c.ErasedAt == null && c.LeftOn == null && c.Birth > oldest).GroupBy(c => c.PosyanduId).Select(g => new { g.Key, Count = g.Count() }).ToDictionaryAsync(g => g.Key, g => g.Count, ct);
        return new Answer(
            [.. puskesmas.Values.OrderBy(p => PersonName.Normalise(p.Name), StringComparer.Ordinal)],
            [.. villages.Values.OrderBy(v => v.Code, StringComparer.Ordinal)],
            [.. posyandu.Select(p => new Place(p.Id, p.Name, villages[p.VillageId], puskesmas[p.PuskesmasId], p.DayOfMonth, cadres.GetValueOrDefault(p.Id), children.GetValueOrDefault(p.Id), p.ClosedAt))
                .OrderBy(p => p.Village.Code, StringComparer.Ordinal).ThenBy(p => PersonName.Normalise(p.Name), StringComparer.Ordinal)]);
    }
}
