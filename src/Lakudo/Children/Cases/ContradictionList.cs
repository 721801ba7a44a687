using System.Collections.Immutable;
using Lakudo.Children.Measuring;
using Lakudo.Children.Network;
using Lakudo.Children.Register;
using Lakudo.Field;
using Lakudo.Kernel;
using Microsoft.EntityFrameworkCore;

namespace Lakudo.Children.Cases;

/// <summary>How what is stored contradicts itself.</summary>
public enum ContradictionKind : byte
{
    /// <summary>Measured before the day of birth that the register has now.</summary>
    BeforeBirth = 1,

    /// <summary>One file gave the child two different measurements of one day: they may be two children's.</summary>
    TwoOfOneFile = 2,

    /// <summary>A measurement from a file does not fit what stands beside it: it may be another child's.</summary>
    UnlikeFromFile = 3,

    /// <summary>The phone's clock was so far off that the day of measurement may be wrong.</summary>
    ClockOff = 4,

    /// <summary>Two children have one NIK.</summary>
    OneNik = 5,

    /// <summary>Two mothers of different names have one NIK.</summary>
    OneMothersNik = 6,

    /// <summary>Two children of one mother were born too near to each other for siblings, and not together.</summary>
    BornTooNear = 7,
}

/// <summary>
/// What was entered earlier and contradicts itself, as far as the register can tell: imports that believed a NIK against the rest of a line, phones with a wrong clock. Nothing is corrected by itself: somebody
/// looks at each and decides of the measurement, corrects the child, merges two entries or says that they are two children; then it is gone from here. Journaled before names leave.
/// </summary>
public sealed class ContradictionList(LakudoDb db, Commit commit, Clock clock)
{
    private const int Most = 100, ClockSeconds = 3_600, WrongDaySeconds = 43_200;

    /// <summary>Siblings are born together, or at least so many days apart.</summary>
    private const int TogetherDays = 1, NextBirthDays = 182;

    private static readonly int Unlike = DoubtSet.Of([Doubt.HeightFell, Doubt.HeightJumped, Doubt.WeightJumped]);

    /// <summary>A contradiction.</summary>
    /// <param name="Kind">What contradicts.</param>
    /// <param name="Child">The child.</param>
    /// <param name="Name">Its name.</param>
    /// <param name="Posyandu">Where it is measured.</param>
    /// <param name="Birth">Its day of birth.</param>
    /// <param name="Measurement">The measurement to decide of; null where it is about two children.</param>
    /// <param name="Day">The day of the measurement.</param>
    /// <param name="ClockSeconds">By how many seconds the phone's clock was ahead.</param>
    /// <param name="Other">The other child; null where it is about a measurement.</param>
    /// <param name="OtherName">Its name.</param>
    public sealed record Row(ContradictionKind Kind, Guid Child, string Name, string Posyandu, DateOnly Birth, Guid? Measurement, DateOnly? Day, int ClockSeconds, Guid? Other = null, string? OtherName = null);

    /// <summary>At most 100. Refused with K-001 to others than midwives and nutritionists.</summary>
    public async Task<Outcome<ImmutableArray<Row>>> Run(Caller caller, CancellationToken ct = default)
    {
        if (db.MayNot(caller, Act.ReadChildren) is { } refusal) return refusal;
        var rows = (await Find(db, caller, clock, ct)).Take(Most).ToImmutableArray();
        if (rows.Length > 0 && await commit.Note(caller, new ChildrenListed(Guid.Empty, rows.Length), ct) is { } notJournaled) return notJournaled;
        return rows;
    }

    /// <summary>All of them in the caller's care, measurements first.</summary>
    internal static async Task<List<Row>> Find(LakudoDb db, Caller caller, Clock clock, CancellationToken ct) =>
        [.. await OfMeasurements(db, caller, clock, ct), .. await OfPairs(db, caller, clock, ct)];

    private static async Task<List<Row>> OfMeasurements(LakudoDb db, Caller caller, Clock clock, CancellationToken ct)
    {
        var (own, unlike) = (db.PosyanduOf(caller, clock.Now), Unlike);
        var found = await (from m in db.Measurements.AsNoTracking()
                           join c in db.Children on m.ChildId equals c.Id
                           join p in own on c.PosyanduId equals p.Id
                           where c.ErasedAt == null && m.Validation == Validation.Open && m.State != MeasurementState.Struck
                               && (m.Day < c.Birth || m.ClockSkewSeconds >= ClockSeconds || m.ClockSkewSeconds <= -ClockSeconds || (m.Origin == Origin.Import && (m.State == MeasurementState.InQuestion || (m.Doubts & unlike) != 0)))
                           orderby m.Day descending, m.Id
                           select new { m.Id, m.ChildId, c.Name, c.Birth, Posyandu = p.Name, m.Day, m.At, m.ClockSkewSeconds, m.Origin, m.State, m.BatchId, m.Doubts }).ToListAsync(ct);
        if (found.Count == 0) return [];
        var zone = (await db.Regions.AsNoTracking().SingleAsync(r => r.Id == caller.Region, ct)).TimeZone;
        var ofOneFile = found.Where(m => m.Origin == Origin.Import && m.State == MeasurementState.InQuestion).GroupBy(m => (m.ChildId, m.Day, m.BatchId)).Where(g => g.Count() > 1).SelectMany(g => g.Select(m => m.Id)).ToHashSet();
        return [.. from m in found
                   let kind = m.Day < m.Birth ? ContradictionKind.BeforeBirth
                       : ofOneFile.Contains(m.Id) ? ContradictionKind.TwoOfOneFile
                       : m.Origin == Origin.Import && (m.Doubts & unlike) != 0 ? ContradictionKind.UnlikeFromFile
                       : m.Origin == Origin.Phone && IsAnotherDay(m.Day, m.At, m.ClockSkewSeconds, zone) ? ContradictionKind.ClockOff : (ContradictionKind?)null
                   where kind is not null
                   orderby kind
                   select new Row(kind.Value, m.ChildId, m.Name, m.Posyandu, m.Birth, m.Id, m.Day, m.ClockSkewSeconds)];
    }

    /// <summary>Whether the phone's clock made another day of it: half a day off is always in doubt, less only where the day was the clock's and changes with it.</summary>
    private static bool IsAnotherDay(DateOnly day, DateTime at, int ahead, TimeZoneInfo zone)
    {
        if (Math.Abs((long)ahead) >= WrongDaySeconds) return true;
        var shown = DateOnly.FromDateTime(Clock.Local(at, zone));
        return Math.Abs((long)ahead) >= ClockSeconds && day == shown && DateOnly.FromDateTime(Clock.Local(at.AddSeconds(-ahead), zone)) != shown;
    }

    private static async Task<List<Row>> OfPairs(LakudoDb db, Caller caller, Clock clock, CancellationToken ct)
    {
        var own = db.PosyanduOf(caller, clock.Now);
        var children = await (from c in db.Children.AsNoTracking()
                              join p in own on c.PosyanduId equals p.Id
                              join m in db.Mothers on c.MotherId equals m.Id
                              where c.MergedInto == null && c.ErasedAt == null
                              orderby c.Birth, c.Id
                              select new Entry(c.Id, c.Name, c.Birth, c.MotherId, c.NikFingerprint, m.NikFingerprint, p.Name)).ToListAsync(ct);
        var apart = (await db.ToldApart.AsNoTracking().Select(t => new { t.One, t.Other }).ToListAsync(ct)).Select(t => (t.One, t.Other)).ToHashSet();
        var ofOneNik = Pairs(ContradictionKind.OneNik, children.Where(c => c.Nik is not null).GroupBy(c => Convert.ToHexString(c.Nik!)), (_, _) => true);
        var ofOneMothersNik = Pairs(ContradictionKind.OneMothersNik, children.Where(c => c.MotherNik is not null).GroupBy(c => Convert.ToHexString(c.MotherNik!)), (one, next) => one.MotherId != next.MotherId);
        var tooNear = Pairs(ContradictionKind.BornTooNear, children.GroupBy(c => c.MotherId.ToString()), (one, next) => next.Birth.DayNumber - one.Birth.DayNumber is > TogetherDays and < NextBirthDays);
        return [.. ofOneNik.Concat(ofOneMothersNik).Concat(tooNear).Where(r => !apart.Contains(r.Child < r.Other ? (r.Child, r.Other!.Value) : (r.Other!.Value, r.Child)))];
    }

    /// <summary>Those of a group who follow one another by age and contradict.</summary>
    private static IEnumerable<Row> Pairs(ContradictionKind kind, IEnumerable<IGrouping<string, Entry>> groups, Func<Entry, Entry, bool> contradict) =>
        from g in groups
        from pair in g.Zip(g.Skip(1))
        let one = pair.First
        let next = pair.Second
        where contradict(one, next)
        select new Row(kind, one.Id, one.Name, one.Posyandu, one.Birth, null, null, 0, next.Id, next.Name);

    private sealed record Entry(Guid Id, string Name, DateOnly Birth, Guid MotherId, byte[]? Nik, byte[]? MotherNik, string Posyandu);
}
