using System.Collections.Immutable;
using Lakudo.Children.Measuring;
using Lakudo.Children.Network;
using Lakudo.Field;
using Lakudo.Kernel;
using Microsoft.EntityFrameworkCore;

namespace Lakudo.Children.Reports;

/// <summary>What an export would take out: measurements that count of a period, of the children at one posyandu or at all in somebody's care.</summary>
/// <param name="Name">The posyandu, or null for all in the caller's care.</param>
/// <param name="From">The first day.</param>
/// <param name="Until">The last day.</param>
/// <param name="Today">Today in the region.</param>
/// <param name="Posyandu">What each posyandu has, by puskesmas and name; those without a measurement are left out.</param>
/// <param name="InDoubt">Measurements that are doubtful and that the puskesmas has not looked at.</param>
/// <param name="WithoutNik">Children with neither a NIK of their own nor their mother's.</param>
public sealed record ExportScope(string? Name, DateOnly From, DateOnly Until, DateOnly Today, ImmutableArray<ExportScope.Place> Posyandu, int InDoubt, int WithoutNik)
{
    /// <summary>The longest period, in months.</summary>
    public const int MostMonths = 12;

    /// <summary>A posyandu.</summary>
    /// <param name="Id">The posyandu.</param>
    /// <param name="Children">Children measured in the period.</param>
    /// <param name="Measurements">Their measurements.</param>
    public sealed record Place(Guid Id, int Children, int Measurements);

    /// <summary>Children measured in the period.</summary>
    public int Children => Posyandu.Sum(p => p.Children);

    /// <summary>Measurements that count.</summary>
    public int Measurements => Posyandu.Sum(p => p.Measurements);

    /// <summary>Counts only, so nothing is journaled. Refused with C-001 for a posyandu outside the caller's care, C-402 for a period out of reach, K-001 to others than midwives and nutritionists.</summary>
    internal static async Task<Outcome<ExportScope>> Of(LakudoDb db, Clock clock, Caller caller, Guid? posyandu, DateOnly? from, DateOnly? until, CancellationToken ct)
    {
        if (db.MayNot(caller, Act.ExportChildren) is { } refusal) return refusal;
        var today = await db.Today(caller, clock, ct);
        var month = new DateOnly(today.Year, today.Month, 1);
        var (first, last) = (from ?? until?.AddMonths(-1).AddDays(1) ?? month.AddMonths(-1), until ?? from?.AddMonths(1).AddDays(-1) ?? month.AddDays(-1));
        if (first > last || last > today || first.AddMonths(MostMonths) <= last) return ReportRefusals.PeriodOutOfReach.With(today);
        var own = db.PosyanduOf(caller, clock.Now).Where(p => posyandu == null || p.Id == posyandu);
        var places = await own.AsNoTracking().OrderBy(p => p.PuskesmasId).ThenBy(p => p.Name).Select(p => new { p.Id, p.Name }).ToListAsync(ct);
        if (posyandu is not null && places.Count == 0) return ChildrenRefusals.NoSuchPosyandu;
        var rows = (await (from p in own
                           join e in db.Exported(first, last) on p.Id equals e.Child.PosyanduId
                           join w in db.Mothers on e.Child.MotherId equals w.Id into mothers
                           from w in mothers.DefaultIfEmpty()
                           group e.Measured by new { e.Child.PosyanduId, e.Child.Id, Known = e.Child.NikSealed != null || (w != null && w.NikSealed != null) } into g
                           select new { g.Key.PosyanduId, g.Key.Known, Count = g.Count(), Doubtful = g.Count(m => m.Validation == Validation.Open && m.Doubts != 0) }).ToListAsync(ct)).ToLookup(r => r.PosyanduId);
        var all = rows.SelectMany(r => r).ToList();
        return new ExportScope(posyandu is null ? null : places[0].Name, first, last, today,
            [.. places.Where(p => rows.Contains(p.Id)).Select(p => new Place(p.Id, rows[p.Id].Count(), rows[p.Id].Sum(r => r.Count)))], all.Sum(r => r.Doubtful), all.Count(r => !r.Known));
    }

    /// <summary>Journals that the children of each posyandu leave, in one commit. Gives the refusal that kept it from being recorded, C-403 where nothing was measured; then nothing may leave.</summary>
    internal async Task<Refusal?> Note(Commit commit, Caller caller, Func<Place, IFact> fact, CancellationToken ct) =>
        Posyandu.IsEmpty ? ReportRefusals.NothingMeasured : await commit.Note(caller, [.. Posyandu.Select(p => (fact(p), (string?)null))], ct);
}
