using Lakudo.Children.Measuring;
using Lakudo.Children.Register;
using Lakudo.Children.Network;
using Lakudo.Field;
using Lakudo.Kernel;
using Microsoft.EntityFrameworkCore;

namespace Lakudo.Children.Cases;

/// <summary>Closes a case with how it ended. What is measured on a later day may open the next one.</summary>
public sealed class CloseCase(LakudoDb db, Commit commit, Clock clock)
{
    /// <summary>Whose and how.</summary>
    /// <param name="Child">The child.</param>
    /// <param name="Outcome">How it ended.</param>
    /// <param name="Note">What else is to be known, at most 500 letters; needed for all but a recovery.</param>
    public sealed record Command(Guid Child, CaseOutcome Outcome, string? Note = null);

    /// <summary>Refused with C-005 for a child not in the caller's care, C-305 for missing or overlong words, C-306 while a referral waits for its answer, C-308 where there is no case, K-001 to others than midwives and nutritionists.</summary>
    public Task<Outcome<Done>> Run(Caller caller, Command command, CancellationToken ct = default) => commit.Once<Done>(caller, command, async token =>
    {
        if (db.MayNot(caller, Act.FollowCases) is { } refusal) return refusal;
        var note = CaseText.Read(command.Note, CaseText.Long);
        if (!Enum.IsDefined(command.Outcome) || CaseText.IsTooLong(command.Note) || (note is null && command.Outcome != CaseOutcome.Recovered)) return CasesRefusals.WordsNeeded;
        if (await db.ChildCaredForBy(caller, command.Child, clock.Now, token) is not { MergedInto: null } child) return ChildrenRefusals.NoSuchChild;
        child.Changed(await db.NextChange(caller.Region, child.PosyanduId, token));
        var today = await db.Today(caller, clock, token);
        var open = await db.Referrals.Where(r => r.ChildId == child.Id && r.EndedAt == null).ToListAsync(token);
        foreach (var referral in open)
        {
            if (!await db.ReferralAnswers.AnyAsync(a => a.ReferralId == referral.Id, token)) return CasesRefusals.AnswerAwaited;
            referral.End(clock.Now);
        }

        var grounds = await db.GroundsOf(child, today, token);
        if (open.Count == 0 && grounds == CaseGrounds.None) return CasesRefusals.NoCase;
        var closing = new CaseClosing(caller.Region, Ids.New(clock), child.Id, grounds, command.Outcome, note, today, caller.Id ?? Guid.Empty, clock.Now);
        db.CaseClosings.Add(closing);
        commit.Record(caller, new CaseClosed(child.Id, closing.Id));
        return new Done();
    }, ct);
}

/// <summary>What the verbs of the desk ask of the register.</summary>
internal static class CaseReach
{
    extension(LakudoDb db)
    {
        /// <summary>Why a child is a case on a day.</summary>
        internal async Task<CaseGrounds> GroundsOf(Child child, DateOnly today, CancellationToken ct, DateOnly? closed = null)
        {
            var (region, id, since) = (child.RegionId, child.Id, today.AddMonths(-CaseFinding.HeightMonths));
            var seen = await db.Measurements.AsNoTracking().Where(m => m.RegionId == region && m.ChildId == id && m.Day >= since && m.State == MeasurementState.Counts).Select(Seen).ToListAsync(ct);
            var older = await db.WeighedBefore([id], since, ct);
            return CaseFinding.Of(child.Birth, child.StuntingBy is not null, seen.Select(s => s.Measured).Concat(older.Values), today, closed);
        }

        /// <summary>Of each child the last weighing before a day, so that what was lost over a long gap is seen.</summary>
        internal async Task<Dictionary<Guid, SeenMeasurement>> WeighedBefore(IReadOnlyCollection<Guid> children, DateOnly day, CancellationToken ct) =>
            children.Count == 0 ? [] : (await db.Measurements.AsNoTracking().Where(m => children.Contains(m.ChildId) && m.Day < day && m.Weight > 0 && m.State == MeasurementState.Counts).Select(Seen).ToListAsync(ct))
                .GroupBy(s => s.Child).ToDictionary(g => g.Key, g => g.Select(s => s.Measured).MaxBy(m => m.Day)!);
    }

    /// <summary>The columns that cases are found by.</summary>
    internal static readonly System.Linq.Expressions.Expression<Func<MeasuredChild, (Guid Child, SeenMeasurement Measured)>> Seen = m => new(
        m.ChildId, new SeenMeasurement(m.Day, m.Weight, m.Arm, m.HasOedema, m.Mark, m.IsBelowRed, m.WeightForAge, m.LengthForAge, m.WeightForLength, m.Doubts, m.Validation));
}
