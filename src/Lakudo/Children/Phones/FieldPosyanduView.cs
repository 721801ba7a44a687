using Lakudo.Field;
using Lakudo.Growth.Indonesia;
using Lakudo.Kernel;
using Microsoft.EntityFrameworkCore;

namespace Lakudo.Children.Phones;

/// <summary>A posyandu as a phone knows it.</summary>
internal sealed class FieldPosyanduView(LakudoDb db, Clock clock)
{
    public async Task<FieldPosyandu> Of(int region, Guid posyandu, CancellationToken ct)
    {
        var row = await (from p in db.Posyandu.AsNoTracking()
                         join village in db.Areas on new { p.RegionId, Id = p.VillageId } equals new { village.RegionId, village.Id }
                         join health in db.Puskesmas on new { p.RegionId, Id = p.PuskesmasId } equals new { health.RegionId, health.Id }
                         join r in db.Regions on p.RegionId equals r.Id
                         where p.RegionId == region && p.Id == posyandu
                         select new { Posyandu = p, Village = village.Name, Puskesmas = health.Name, Region = r }).SingleAsync(ct);
        var (zone, today) = (row.Region.TimeZone, clock.Today(row.Region.TimeZone));
        return new FieldPosyandu
        {
            Id = posyandu,
            Name = row.Posyandu.Name,
            Village = row.Village,
            Puskesmas = row.Puskesmas,
            UtcOffsetMinutes = (int)zone.GetUtcOffset(clock.Now).TotalMinutes,
            NextDay = row.Posyandu.NextDay(today),
            Reporting = RuleBook.On(today).Reporting.Method,
            IsSample = row.Region.IsSample,
        };
    }
}
