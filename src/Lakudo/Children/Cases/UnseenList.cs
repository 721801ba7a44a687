using System.Collections.Immutable;
using Lakudo.Children.Network;
using Lakudo.Field;
using Lakudo.Growth.Indonesia;
using Lakudo.Kernel;
using Microsoft.EntityFrameworkCore;

namespace Lakudo.Children.Cases;

/// <summary>Children of the caller's care who were not measured for a month or longer, by posyandu, and those who are said to have left. Journaled before the answer leaves where names are given.</summary>
public sealed class UnseenList(LakudoDb db, Commit commit, Clock clock)
{
    private const int MonthsLookedBack = 24;

    /// <summary>A posyandu's counts.</summary>
    /// <param name="Id">The posyandu.</param>
    /// <param name="Name">Its name.</param>
    /// <param name="Village">Its village.</param>
    /// <param name="One">Children not measured for one month.</param>
    /// <param name="Two">For two.</param>
    /// <param name="More">For three and more, or never.</param>
    /// <param name="Children">All its children below five.</param>
    public sealed record Place(Guid Id, string Name, string Village, int One, int Two, int More, int Children);

    /// <summary>A child not seen.</summary>
    /// <param name="Child">The child.</param>
    /// <param name="Name">Its name.</param>
    /// <param name="Mother">Its mother's.</param>
    /// <param name="Address">Where it lives, as far as known.</param>
    /// <param name="Age">Completed months.</param>
    /// <param name="Missed">Months without a measurement.</param>
    /// <param name="LastDay">When it was last measured; null for never in two years.</param>
    /// <param name="Weight">Grams then.</param>
    /// <param name="LengthForAge">Hundredths of a z-score then.</param>
    public sealed record Row(Guid Child, string Name, string Mother, string? Address, int? Age, int Missed, DateOnly? LastDay, int? Weight, int? LengthForAge);

    /// <summary>A child who is said to have left.</summary>
    /// <param name="Child">The child.</param>
    /// <param name="Name">Its name.</param>
    /// <param name="Kind">Moved away, died or not to be found.</param>
    /// <param name="On">Since when.</param>
    /// <param name="Reason">How it is known.</param>
    /// <param name="IsSeenSince">Whether it was measured after all.</param>
    public sealed record Gone(Guid Child, string Name, LeavingKind Kind, DateOnly On, string Reason, bool IsSeenSince);

    /// <summary>The answer.</summary>
    /// <param name="Places">All posyandu of the caller's care, those with most children not seen for long first.</param>
    /// <param name="One">The posyandu that was asked for.</param>
    /// <param name="Rows">Its children not seen, longest first.</param>
    /// <param name="Left">Its children who left in the last two years.</param>
    public sealed record Answer(ImmutableArray<Place> Places, Place? One, ImmutableArray<Row> Rows, ImmutableArray<Gone> Left);

    /// <summary>Counts of all posyandu, and names of one. Refused with C-001 for a posyandu outside the caller's care, K-001 to others than midwives and nutritionists.</summary>
    public async Task<Outcome<Answer>> Run(Caller caller, Guid? posyandu = null, CancellationToken ct = default)
    {
        if (db.MayNot(caller, Act.ReadChildren) is { } refusal) return refusal;
        var today = await db.Today(caller, clock, ct);
        var (own, oldest, since) = (db.PosyanduOf(caller, clock.Now), today.AddMonths(-60), today.AddMonths(-MonthsLookedBack));
        var places = await (from p in own.AsNoTracking()
                            join v in db.Areas on new { p.RegionId, Id = p.VillageId } equals new { v.RegionId, v.Id }
                            select new { p.Id, p.Name, Village = v.Name, p.DayOfMonth }).ToListAsync(ct);
        if (posyandu is { } asked && places.All(p => p.Id != asked)) return ChildrenRefusals.NoSuchPosyandu;
        // By where the child is now: one who moved was seen also where it came from. Of each child the index gives the last day at once; its two years need not be read.
        var measurements = db.Measurements;
        var children = await (from c in db.Children.AsNoTracking()
                              join p in own on c.PosyanduId equals p.Id
                              where c.MergedInto == null && c.ErasedAt == null && c.LeftOn == null && c.Birth > oldest
                              select new
                              {
                                  c.Id,
                                  c.PosyanduId,
                                  c.Birth,
                                  Last = measurements.Where(m => m.RegionId == c.RegionId && m.ChildId == c.Id && m.Day >= since && m.State == MeasurementState.Counts).OrderByDescending(m => m.Day).Select(m => (DateOnly?)m.Day).FirstOrDefault(),
                              }).ToListAsync(ct);
        var last = children.Where(c => c.Last is not null).ToDictionary(c => c.Id, c => c.Last!.Value);
        var days = places.ToDictionary(p => p.Id, p => p.DayOfMonth);
        var missed = children.Select(c => (c.Id, c.PosyanduId, Missed: Missed(today, days[c.PosyanduId], c.Birth, c.Last))).ToLookup(c => c.PosyanduId);
        var counted = places.Select(p => new Place(p.Id, p.Name, p.Village, missed[p.Id].Count(c => c.Missed == 1), missed[p.Id].Count(c => c.Missed == 2), missed[p.Id].Count(c => c.Missed > 2), missed[p.Id].Count()))
            .OrderByDescending(p => p.More).ThenByDescending(p => p.Two).ThenBy(p => p.Name, StringComparer.Ordinal).ToImmutableArray();
        if (posyandu is not { } one) return new Answer(counted, null, [], []);
        var rows = await Named(missed[one].Where(c => c.Missed > 0).ToDictionary(c => c.Id, c => c.Missed), last, today, ct);
        var left = await Left(one, since, ct);
        if (rows.Length + left.Length > 0 && await commit.Note(caller, new ChildrenListed(one, rows.Length + left.Length), ct) is { } notJournaled) return notJournaled;
        return new Answer(counted, counted.Single(p => p.Id == one), rows, left);
    }

    /// <summary>Months without a measurement: from the one after the last until the last of which the posyandu's day has passed.</summary>
    internal static int Missed(DateOnly today, int dayOfMonth, DateOnly birth, DateOnly? last)
    {
        var (held, seen) = (CalendarMonth.Of(today), CalendarMonth.Of(last ?? birth));
        if (today.Day <= dayOfMonth) held = held.Previous;
        return Math.Max(0, held - seen);
    }

    private async Task<ImmutableArray<Row>> Named(Dictionary<Guid, int> missed, Dictionary<Guid, DateOnly> last, DateOnly today, CancellationToken ct)
    {
        var ids = missed.Keys.ToList();
        var children = await db.Children.AsNoTracking().Where(c => ids.Contains(c.Id)).Join(db.Mothers, c => c.MotherId, m => m.Id, (c, m) => new { c.Id, c.Name, c.Address, c.Birth, Mother = m.Name }).ToListAsync(ct);
        var seen = (await db.Measurements.AsNoTracking().Where(m => ids.Contains(m.ChildId) && m.State == MeasurementState.Counts).Select(m => new { m.ChildId, m.Day, m.Weight, m.LengthForAge }).ToListAsync(ct)).ToLookup(m => m.ChildId);
        return [.. children.Select(c =>
        {
            var at = seen[c.Id].MaxBy(m => m.Day);
            return new Row(c.Id, c.Name, c.Mother, c.Address, CompletedMonths.Between(c.Birth, today), missed[c.Id], last.TryGetValue(c.Id, out var day) ? day : null, at?.Weight, at?.LengthForAge);
        }).OrderByDescending(r => r.Missed).ThenBy(r => PersonName.Normalise(r.Name), StringComparer.Ordinal)];
    }

    private async Task<ImmutableArray<Gone>> Left(Guid posyandu, DateOnly since, CancellationToken ct)
    {
        var measured = db.Measurements;
        var left = await (from l in db.Leavings.AsNoTracking()
                          join c in db.Children on l.ChildId equals c.Id
                          where c.PosyanduId == posyandu && c.ErasedAt == null && c.MergedInto == null && l.TakenBackAt == null && l.On >= since
                          orderby l.On descending
                          select new { c.Id, c.Name, l.Kind, l.On, l.Reason, Seen = measured.Any(m => m.RegionId == l.RegionId && m.ChildId == c.Id && m.Day >= l.On && m.State == MeasurementState.Counts) }).ToListAsync(ct);
        return [.. left.Select(l => new Gone(l.Id, l.Name, l.Kind, l.On, l.Reason, l.Seen))];
    }
}
