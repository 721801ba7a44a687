using System.Collections.Immutable;
using Lakudo.Children.Network;
using Lakudo.Field;
using Lakudo.Kernel;
using Microsoft.EntityFrameworkCore;

namespace Lakudo.Children.Measuring;

/// <summary>What the puskesmas should look at, flagged first: in question, then doubtful, then what the phone had shown otherwise. Journaled before the answer leaves.</summary>
public sealed class ValidationList(LakudoDb db, Commit commit, Clock clock)
{
    private const int Most = 60;
    internal const int Months = 3;

    /// <summary>Whether a measurement waits for a decision: nobody has decided, and it contends, is doubtful, or the phone had shown something else.</summary>
    internal static readonly System.Linq.Expressions.Expression<Func<MeasuredChild, bool>> Waits = m =>
        m.Validation == Validation.Open && m.State != MeasurementState.Struck && (m.State == MeasurementState.InQuestion || m.Doubts != 0 || m.ShownOtherwise);

    /// <summary>A measurement to look at.</summary>
    /// <param name="Id">The measurement.</param>
    /// <param name="Child">The child.</param>
    /// <param name="Name">Its name.</param>
    /// <param name="Posyandu">Where.</param>
    /// <param name="Measurer">Who measured; null where it came from a file, which names nobody.</param>
    /// <param name="Day">When.</param>
    /// <param name="Weight">Grams.</param>
    /// <param name="Height">Tenths of a millimetre.</param>
    /// <param name="Position">Lying or standing.</param>
    /// <param name="LengthForAge">Hundredths of a z-score.</param>
    /// <param name="InQuestion">Whether another one contends with it.</param>
    /// <param name="Doubts">Why it is doubtful.</param>
    /// <param name="WasConfirmed">Whether the measurer saw the doubts and measured again.</param>
    /// <param name="ShownOtherwise">Whether the phone had shown something else.</param>
    public sealed record Row(Guid Id, Guid Child, string Name, string Posyandu, string? Measurer, DateOnly Day, int? Weight, int? Height, Growth.Position? Position, int? LengthForAge, bool InQuestion,
        IReadOnlyList<Doubt> Doubts, bool WasConfirmed, bool ShownOtherwise);

    /// <summary>At most 60 of the last three months. Refused with K-001 to others than midwives and nutritionists.</summary>
    public async Task<Outcome<ImmutableArray<Row>>> Run(Caller caller, CancellationToken ct = default)
    {
        if (db.MayNot(caller, Act.ReadChildren) is { } refusal) return refusal;
        var own = db.PosyanduOf(caller, clock.Now);
        var since = (await db.Today(caller, clock, ct)).AddMonths(-Months);
        var all = db.Measurements;
        var found = await (from m in db.Measurements.AsNoTracking().Where(Waits)
                           join c in db.Children on m.ChildId equals c.Id
                           join p in own on c.PosyanduId equals p.Id
                           join w in db.HealthWorkers on m.WorkerId equals w.Id
                           where m.Day >= since && c.ErasedAt == null
                           orderby m.State == MeasurementState.InQuestion ? 0 : m.Doubts != 0 ? 1 : 2, m.Day descending, c.NameNormalised, m.Id
                           select new
                           {
                               m.Id,
                               m.ChildId,
                               c.Name,
                               Posyandu = p.Name,
                               Measurer = m.Origin == Origin.Import || (m.Origin == Origin.Sheet && m.Replaces != null && all.Any(b => b.Id == m.Replaces && b.Origin == Origin.Import)) ? null : w.Name,
                               m.Day,
                               m.Weight,
                               m.Height,
                               m.Position,
                               m.LengthForAge,
                               m.State,
                               m.Doubts,
                               m.Confirmed,
                               m.ShownOtherwise,
                           }).Take(Most).ToListAsync(ct);
        if (found.Count > 0 && await commit.Note(caller, new ChildrenListed(Guid.Empty, found.Count), ct) is { } notJournaled) return notJournaled;
        return found.Select(m => new Row(m.Id, m.ChildId, m.Name, m.Posyandu, m.Measurer, m.Day, m.Weight, m.Height, m.Position, m.LengthForAge, m.State == MeasurementState.InQuestion,
            DoubtSet.Read(m.Doubts), m.Confirmed != 0, m.ShownOtherwise)).ToImmutableArray();
    }
}
