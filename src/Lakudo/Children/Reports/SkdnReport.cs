using System.Collections.Immutable;
using Lakudo.Children.Measuring;
using Lakudo.Children.Network;
using Lakudo.Field;
using Lakudo.Growth;
using Lakudo.Growth.Indonesia;
using Lakudo.Kernel;
using Microsoft.EntityFrameworkCore;

namespace Lakudo.Children.Reports;

/// <summary>
/// The posyandu's monthly report (SKDN, form F1) and the register by sex and age group (SIP, form R1) of the posyandu in somebody's care: numbers only. N, T, O and B are those that the register keeps,
/// the same that the cadre saw on the day.
/// </summary>
/// <remarks>
/// S: children of the posyandu who are born by the month's end, below 60 months then (or on the day of weighing) and have not left; who was erased since counts as nobody in the months before. K: those of them whose
/// family said last, up to the month's end, that it has the mother-and-child book or the growth card. Of how many nobody has said anything is counted too (<see cref="SkdnCount.CardUnknown"/>).
/// </remarks>
public sealed class SkdnReport(LakudoDb db, Clock clock)
{
    /// <summary>One posyandu, village or puskesmas.</summary>
    /// <param name="Posyandu">The posyandu; null for a sum.</param>
    /// <param name="Name">Its name.</param>
    /// <param name="Village">Its village; empty for a sum of puskesmas.</param>
    /// <param name="Counts">The counts by sex and age group.</param>
    public sealed record Row(Guid? Posyandu, string Name, string Village, SkdnRegister Counts);

    /// <summary>The report.</summary>
    /// <param name="Month">The month.</param>
    /// <param name="Today">Today in the region; within the month it is not over yet.</param>
    /// <param name="Region">The region's name.</param>
    /// <param name="IsSample">Whether the region is invented.</param>
    /// <param name="Posyandu">Each posyandu by village and name.</param>
    /// <param name="Villages">Sums, where a village has several posyandu or there are several villages.</param>
    /// <param name="Puskesmas">Sums of the puskesmas.</param>
    /// <param name="Total">All of it.</param>
    /// <param name="Rules">The rules of the month, with the definition of N/D that is reported.</param>
    public sealed record Answer(CalendarMonth Month, DateOnly Today, string Region, bool IsSample, ImmutableArray<Row> Posyandu, ImmutableArray<Row> Villages, ImmutableArray<Row> Puskesmas, SkdnRegister Total, SkdnRules Rules)
    {
        /// <summary>Whether the month is not over.</summary>
        public bool IsRunning => Today < Month.LastDay;
    }

    /// <summary>Refused with C-421 for a month to come or before the rules begin, K-001 to others than midwives and nutritionists. A caller without a posyandu gets an empty report.</summary>
    /// <param name="caller">Who asks.</param>
    /// <param name="month">Any day of the month; null for the last whole month.</param>
    /// <param name="ct">Stops.</param>
    public async Task<Outcome<Answer>> Run(Caller caller, DateOnly? month = null, CancellationToken ct = default)
    {
        if (db.MayNot(caller, Act.SeePosyandu) is { } refusal) return refusal;
        var region = await db.Regions.AsNoTracking().SingleAsync(r => r.Id == caller.Region, ct);
        var today = clock.Today(region.TimeZone);
        var chosen = month is { } asked ? CalendarMonth.Of(asked) : CalendarMonth.Of(today).Previous;
        if (chosen.FirstDay < RuleBook.FirstDay || chosen.FirstDay > today) return ReportRefusals.MonthOutOfReach.With(RuleBook.FirstDay, today);
        var own = db.PosyanduOf(caller, clock.Now);
        var places = await (from p in own.AsNoTracking()
                            join v in db.Areas on new { p.RegionId, Id = p.VillageId } equals new { v.RegionId, v.Id }
                            join k in db.Puskesmas on new { p.RegionId, Id = p.PuskesmasId } equals new { k.RegionId, k.Id }
                            orderby k.Name, v.Name, p.Name
                            select new { p.Id, p.Name, Village = v.Name, p.VillageId, Puskesmas = k.Name, p.PuskesmasId }).ToListAsync(ct);
        var (book, counted) = (RuleBook.On(chosen.LastDay), await Counted(own, chosen, ct));
        SkdnRegister Sum(IEnumerable<Guid> of)
        {
            var sum = new SkdnRegister(book, chosen);
            foreach (var id in of) sum.Add(counted.GetValueOrDefault(id) ?? new SkdnRegister(book, chosen));
            return sum;
        }

        return new Answer(chosen, today, region.Name, region.IsSample,
            [.. places.Select(p => new Row(p.Id, p.Name, p.Village, Sum([p.Id])))],
            [.. places.GroupBy(p => (p.PuskesmasId, p.VillageId, p.Village)).Select(g => new Row(null, g.Key.Village, g.Key.Village, Sum(g.Select(p => p.Id))))],
            [.. places.GroupBy(p => (p.PuskesmasId, p.Puskesmas)).Select(g => new Row(null, g.Key.Puskesmas, "", Sum(g.Select(p => p.Id))))],
            Sum(places.Select(p => p.Id)), book.Skdn);
    }

    private async Task<Dictionary<Guid, SkdnRegister>> Counted(IQueryable<Posyandu> own, CalendarMonth month, CancellationToken ct)
    {
        var (first, end, book) = (month.FirstDay, month.LastDay, RuleBook.On(month.LastDay));
        var (before, oldest, after) = (month.Previous.FirstDay, end.AddMonths(-61), end.AddDays(1).ToDateTime(TimeOnly.MinValue, DateTimeKind.Utc));
        var children = await (from c in db.Children.AsNoTracking()
                              join p in own on c.PosyanduId equals p.Id
                              where c.MergedInto == null && c.Birth > oldest && c.Birth <= end && (c.LeftOn == null || c.LeftOn > end) && (c.ErasedAt == null || c.ErasedAt >= after)
                              select new { c.Id, c.PosyanduId, c.Sex, c.Birth }).ToListAsync(ct);
        var weighed = (await (from m in db.Measurements.AsNoTracking()
                              join c in db.Children on m.ChildId equals c.Id
                              join p in own on c.PosyanduId equals p.Id
                              where m.Day >= before && m.Day <= end && m.State == MeasurementState.Counts && m.Weight != null
                              select new { m.ChildId, m.Day, m.Mark, m.IsBelowRed }).ToListAsync(ct)).ToLookup(m => m.ChildId);
        var books = (await (from s in db.GivenServices.AsNoTracking()
                            join c in db.Children on s.ChildId equals c.Id
                            join p in own on c.PosyanduId equals p.Id
                            where s.Kind == ChildServiceKind.KiaBook && s.Day <= end
                            select new { s.ChildId, s.Day, s.At, s.Id, s.Yes }).ToListAsync(ct)).ToLookup(s => s.ChildId);
        var counts = new Dictionary<Guid, SkdnRegister>();
        foreach (var child in children)
        {
            if (!counts.TryGetValue(child.PosyanduId, out var register)) counts[child.PosyanduId] = register = new SkdnRegister(book, month);
            var last = weighed[child.Id].Where(m => m.Day >= first).MaxBy(m => m.Day);
            var previous = weighed[child.Id].Where(m => m.Day < first).MaxBy(m => m.Day);
            register.Add(new RegisteredChild(child.Sex, child.Birth, books[child.Id].MaxBy(s => (s.Day, s.At, s.Id))?.Yes), last?.Day, last?.Mark, last?.Mark == KmsMark.T && previous?.Mark == KmsMark.T, last?.IsBelowRed == true);
        }

        return counts;
    }
}
