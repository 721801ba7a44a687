using System.Collections.Immutable;
using Lakudo.Children.Network;
using Lakudo.Field;
using Lakudo.Growth;
using Lakudo.Growth.Indonesia;
using Lakudo.Kernel;
using Microsoft.EntityFrameworkCore;

namespace Lakudo.Children.Register;

/// <summary>The children of a posyandu with their last measurement, those not seen longest first. Journaled before the answer leaves.</summary>
public sealed class ChildList(LakudoDb db, Commit commit, Clock clock)
{
    /// <summary>A child.</summary>
    /// <param name="Id">The child.</param>
    /// <param name="Name">Its name.</param>
    /// <param name="Mother">Its mother's name.</param>
    /// <param name="Sex">Boy or girl.</param>
    /// <param name="Months">Completed months.</param>
    /// <param name="LastDay">When it was last measured; null for never.</param>
    /// <param name="Weight">Grams then.</param>
    /// <param name="Mark">N, T, O or B then.</param>
    /// <param name="IsBelowRed">Below the red line then.</param>
    /// <param name="LengthForAge">Hundredths of a z-score of the last height.</param>
    /// <param name="NotSeen">Whether it was not seen in this month and the two before.</param>
    public sealed record Row(Guid Id, string Name, string Mother, Sex? Sex, int? Months, DateOnly? LastDay, int? Weight, KmsMark? Mark, bool IsBelowRed, int? LengthForAge, bool NotSeen);

    /// <summary>Refused with C-001 for a posyandu outside the caller's care, K-001 to others than its midwife or nutritionist.</summary>
    public async Task<Outcome<ImmutableArray<Row>>> Run(Caller caller, Guid posyandu, CancellationToken ct = default)
    {
        if (db.MayNot(caller, Act.ReadChildren) is { } refusal) return refusal;
        if (!await db.PosyanduOf(caller, clock.Now).AnyAsync(p => p.Id == posyandu, ct)) return ChildrenRefusals.NoSuchPosyandu;
        var today = await db.Today(caller, clock, ct);
        var (oldest, since) = (today.AddMonths(-60), today.AddMonths(-12));
        var unseen = new DateOnly(today.Year, today.Month, 1).AddMonths(-2);
        var children = await (from c in db.Children.AsNoTracking()
                              join m in db.Mothers on c.MotherId equals m.Id
                              where c.PosyanduId == posyandu && c.MergedInto == null && c.ErasedAt == null && c.LeftOn == null && c.Birth > oldest
                              select new { c.Id, c.Name, c.NameNormalised, Mother = m.Name, c.Sex, c.Birth }).ToListAsync(ct);
        var measured = (await (from m in db.Measurements.AsNoTracking()
                               join c in db.Children on m.ChildId equals c.Id
                               where c.PosyanduId == posyandu && m.Day >= since && m.State == MeasurementState.Counts
                               select new { m.ChildId, m.Day, m.Weight, m.Mark, m.IsBelowRed, m.LengthForAge }).ToListAsync(ct)).ToLookup(m => m.ChildId);
        if (await commit.Note(caller, new ChildrenListed(posyandu, children.Count), ct) is { } notJournaled) return notJournaled;
        return children.Select(c =>
        {
            var last = measured[c.Id].OrderByDescending(m => m.Day).FirstOrDefault();
            var height = measured[c.Id].Where(m => m.LengthForAge is not null).OrderByDescending(m => m.Day).FirstOrDefault();
            return new Row(c.Id, c.Name, c.Mother, c.Sex, CompletedMonths.Between(c.Birth, today), last?.Day, last?.Weight, last?.Mark, last?.IsBelowRed == true, height?.LengthForAge, !(last?.Day >= unseen));
        }).OrderByDescending(r => r.NotSeen).ThenBy(r => PersonName.Normalise(r.Name), StringComparer.Ordinal).ToImmutableArray();
    }
}
