using Lakudo.Children.Measuring;
using Lakudo.Field;
using Lakudo.Growth.Indonesia;
using Lakudo.Kernel;
using Microsoft.EntityFrameworkCore;

namespace Lakudo.Children.Counts;

/// <summary>What is counted of the children below five, in the order of the page. Each is a number of children; no two add up to a third.</summary>
public enum Counted : byte
{
    /// <summary>Children below five at the month's end.</summary>
    Children,

    /// <summary>Of these, weighed in the month: those of whom weight for age, 2T and BGM can say anything. An arm or a height alone is no weighing.</summary>
    Measured,

    /// <summary>Last height of the month and the two before: from -3 to below -2 SD. As measured, no diagnosis.</summary>
    Short,

    /// <summary>Below -3 SD.</summary>
    VeryShort,

    /// <summary>Last weight for length of the month and the two before: below -2 SD.</summary>
    Wasted,

    /// <summary>Weight for age of the month: below -2 SD.</summary>
    Underweight,

    /// <summary>Gained too little in this month and at the weighing before (2T).</summary>
    TwiceNotGained,

    /// <summary>Below the red line in the month (BGM).</summary>
    BelowRed,

    /// <summary>Measured neither in the month nor in the two before.</summary>
    NotSeen,

    /// <summary>Stunting by the validated diagnosis of a named health worker, made until the month's end.</summary>
    Diagnosed,
}

/// <summary>Counts a month's children by posyandu. Nothing of it leaves but through <see cref="CountsOfMonth"/>.</summary>
internal sealed class MonthCounts(LakudoDb db)
{
    /// <summary>How many things are counted.</summary>
    public static readonly int Columns = Enum.GetValues<Counted>().Length;

    private const int Under = -200;
    private const int FarUnder = -300;

    /// <summary>For each posyandu the numbers, by <see cref="Counted"/>. A child counts where it is looked after now; who was erased or left meanwhile still counts in the months before.</summary>
    public async Task<Dictionary<Guid, int[]>> Of(int region, DateOnly month, CancellationToken ct)
    {
        var (since, end) = (month.AddMonths(-2), month.AddMonths(1).AddDays(-1));
        var (oldest, after) = (end.AddMonths(-60), end.AddDays(1).ToDateTime(TimeOnly.MinValue, DateTimeKind.Utc));
        var children = await db.Children.AsNoTracking().Where(c => c.RegionId == region && c.MergedInto == null && c.Birth > oldest && c.Birth <= end && (c.LeftOn == null || c.LeftOn > end) && (c.ErasedAt == null || c.ErasedAt >= after))
            .Select(c => new { c.Id, c.PosyanduId, c.StuntingOn }).ToListAsync(ct);
        // From the posyandu on, so that the index by posyandu and day is used instead of the whole table.
        var measured = (await (from p in db.Posyandu
                               join m in db.Measurements on new { p.RegionId, Posyandu = p.Id } equals new { m.RegionId, Posyandu = m.PosyanduId }
                               where p.RegionId == region && m.Day >= since && m.Day <= end && m.State == MeasurementState.Counts
                               select new Reading(m.ChildId, m.Day, m.Weight > 0, m.Mark, m.IsBelowRed, m.WeightForAge, m.LengthForAge, m.WeightForLength)).ToListAsync(ct)).ToLookup(m => m.Child);
        var counts = new Dictionary<Guid, int[]>();
        foreach (var child in children)
        {
            if (!counts.TryGetValue(child.PosyanduId, out var row)) counts[child.PosyanduId] = row = new int[Columns];
            Add(row, [.. measured[child.Id].OrderByDescending(m => m.Day)], month, child.StuntingOn <= end);
        }

        return counts;
    }

    private static void Add(int[] row, List<Reading> readings, DateOnly month, bool isDiagnosed)
    {
        var now = readings.Where(r => r.Day >= month).ToList();
        Count(Counted.Children, true);
        Count(Counted.Measured, now.Any(r => r.IsWeighed));
        var height = readings.FirstOrDefault(r => r.LengthForAge is not null)?.LengthForAge;
        Count(Counted.Short, height is < Under and >= FarUnder);
        Count(Counted.VeryShort, height < FarUnder);
        Count(Counted.Wasted, readings.FirstOrDefault(r => r.WeightForLength is not null)?.WeightForLength < Under);
        Count(Counted.Underweight, now.FirstOrDefault(r => r.WeightForAge is not null)?.WeightForAge < Under);
        var marks = readings.Where(r => r.Mark is not null).ToList();
        Count(Counted.TwiceNotGained, marks is [{ Mark: KmsMark.T } last, { Mark: KmsMark.T }, ..] && last.Day >= month);
        Count(Counted.BelowRed, now.FirstOrDefault(r => r.IsWeighed)?.IsBelowRed == true);
        Count(Counted.NotSeen, readings.Count == 0);
        Count(Counted.Diagnosed, isDiagnosed);

        void Count(Counted what, bool applies) => row[(int)what] += applies ? 1 : 0;
    }

    private sealed record Reading(Guid Child, DateOnly Day, bool IsWeighed, KmsMark? Mark, bool IsBelowRed, int? WeightForAge, int? LengthForAge, int? WeightForLength);
}
