using System.Collections.Immutable;
using Lakudo.Kernel;
using Microsoft.EntityFrameworkCore;

namespace Lakudo.Children.Network;

/// <summary>The posyandu in the caller's care, with how many children each has and how many were seen this month.</summary>
public sealed class PosyanduList(LakudoDb db, Clock clock)
{
    /// <summary>A posyandu.</summary>
    /// <param name="Id">The posyandu.</param>
    /// <param name="Name">Its name.</param>
    /// <param name="Village">Its village.</param>
    /// <param name="Puskesmas">Its puskesmas.</param>
    /// <param name="NextDay">When it is held next.</param>
    /// <param name="Children">Children below five.</param>
    /// <param name="Measured">Of these, measured in the present month.</param>
    /// <param name="InQuestion">Measurements that wait for a decision.</param>
    public sealed record Row(Guid Id, string Name, string Village, string Puskesmas, DateOnly NextDay, int Children, int Measured, int InQuestion);

    /// <summary>By village and name. Refused with K-001 to others than midwives, nutritionists and Lakudo itself.</summary>
    public async Task<Outcome<ImmutableArray<Row>>> Run(Caller caller, CancellationToken ct = default)
    {
        if (db.MayNot(caller, Act.SeePosyandu) is { } refusal) return refusal;
        var today = await db.Today(caller, clock, ct);
        var (month, oldest) = (new DateOnly(today.Year, today.Month, 1), today.AddMonths(-60));
        var own = db.PosyanduOf(caller, clock.Now);
        var places = await (from p in own.AsNoTracking()
                            join v in db.Areas on new { p.RegionId, Id = p.VillageId } equals new { v.RegionId, v.Id }
                            join h in db.Puskesmas on new { p.RegionId, Id = p.PuskesmasId } equals new { h.RegionId, h.Id }
                            select new { Posyandu = p, Village = v.Name, Puskesmas = h.Name }).ToListAsync(ct);
        var children = await (from c in db.Children
                              join p in own on c.PosyanduId equals p.Id
                              where c.MergedInto == null && c.ErasedAt == null && c.LeftOn == null && c.Birth > oldest
                              group c by c.PosyanduId into g
                              select new { g.Key, Count = g.Count() }).ToDictionaryAsync(g => g.Key, g => g.Count, ct);
        var measured = await (from m in db.Measurements
                              join p in own on m.PosyanduId equals p.Id
                              where m.Day >= month && m.State == Field.MeasurementState.Counts
                              group m by m.PosyanduId into g
                              select new { g.Key, Count = g.Select(m => m.ChildId).Distinct().Count() }).ToDictionaryAsync(g => g.Key, g => g.Count, ct);
        var since = today.AddMonths(-12);
        var open = await (from m in db.Measurements
                          join p in own on m.PosyanduId equals p.Id
                          where m.Day >= since && m.State == Field.MeasurementState.InQuestion
                          group m by m.PosyanduId into g
                          select new { g.Key, Count = g.Count() }).ToDictionaryAsync(g => g.Key, g => g.Count, ct);
        // A closed one shows as long as there is somebody to move.
        return places.Where(p => p.Posyandu.ClosedAt is null || children.ContainsKey(p.Posyandu.Id)).Select(p => new Row(p.Posyandu.Id, p.Posyandu.Name, p.Village, p.Puskesmas, p.Posyandu.NextDay(today), children.GetValueOrDefault(p.Posyandu.Id), measured.GetValueOrDefault(p.Posyandu.Id), open.GetValueOrDefault(p.Posyandu.Id)))
            .OrderBy(r => r.Village, StringComparer.Ordinal).ThenBy(r => r.Name, StringComparer.Ordinal).ToImmutableArray();
    }
}
