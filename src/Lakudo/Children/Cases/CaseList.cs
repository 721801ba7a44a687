using System.Collections.Immutable;
using Lakudo.Children.Measuring;
using Lakudo.Children.Network;
using Lakudo.Field;
using Lakudo.Growth.Indonesia;
using Lakudo.Kernel;
using Microsoft.EntityFrameworkCore;

namespace Lakudo.Children.Cases;

/// <summary>How far a case has come, what is most urgent first.</summary>
public enum CaseStage : byte
{
    /// <summary>An answer is overdue, or the day on which the child should have come again has passed without it.</summary>
    Overdue,

    /// <summary>Nobody has acted yet.</summary>
    Open,

    /// <summary>It was referred, and the answer is not due yet.</summary>
    Waiting,

    /// <summary>The answer is here.</summary>
    Answered,
}

/// <summary>The children of the caller's care who need more than the posyandu can give: why, and whether anybody has acted. Journaled before the answer leaves.</summary>
public sealed class CaseList(LakudoDb db, Commit commit, Clock clock)
{
    /// <summary>A case.</summary>
    /// <param name="Child">The child.</param>
    /// <param name="Name">Its name.</param>
    /// <param name="Mother">Its mother's.</param>
    /// <param name="Posyandu">Where it is measured.</param>
    /// <param name="PosyanduName">Its name.</param>
    /// <param name="Months">Completed months.</param>
    /// <param name="LastDay">When it was last measured; null for not in the last months.</param>
    /// <param name="Grounds">Why; none where only the referral is still open.</param>
    /// <param name="Stage">How far it has come.</param>
    /// <param name="NeedsValidation">Whether its last measurement is doubtful and nobody has decided on it yet.</param>
    /// <param name="IsRemeasured">Whether it was asked to be measured again.</param>
    /// <param name="ReferredTo">Where it was sent; null for nowhere.</param>
    /// <param name="Due">Until when the answer is waited for, or when it should come again.</param>
    public sealed record Row(Guid Child, string Name, string Mother, Guid Posyandu, string PosyanduName, int? Months, DateOnly? LastDay, CaseGrounds Grounds, CaseStage Stage, bool NeedsValidation,
        bool IsRemeasured, string? ReferredTo, DateOnly? Due);

    /// <summary>The most urgent first. Refused with K-001 to others than midwives and nutritionists.</summary>
    public async Task<Outcome<ImmutableArray<Row>>> Run(Caller caller, CancellationToken ct = default)
    {
        if (db.MayNot(caller, Act.FollowCases) is { } refusal) return refusal;
        var rows = await Find(caller, await db.Today(caller, clock, ct), ct);
        if (rows.Length > 0 && await commit.Note(caller, new ChildrenListed(Guid.Empty, rows.Length), ct) is { } notJournaled) return notJournaled;
        return rows;
    }

    /// <summary>The rows, not journaled: for those who only count them.</summary>
    internal async Task<ImmutableArray<Row>> Find(Caller caller, DateOnly today, CancellationToken ct)
    {
        var (own, sent) = (db.PosyanduOf(caller, clock.Now), db.Referrals);
        var (oldest, since) = (today.AddMonths(-60), new DateOnly(today.Year, today.Month, 1).AddMonths(1 - CaseFinding.HeightMonths));
        var children = await (from c in db.Children.AsNoTracking()
                              join m in db.Mothers on c.MotherId equals m.Id
                              join p in own on c.PosyanduId equals p.Id
                              where c.MergedInto == null && c.ErasedAt == null && c.LeftOn == null && c.Birth > oldest
                              select new { c.Id, c.Name, Mother = m.Name, c.PosyanduId, Posyandu = p.Name, c.Birth, c.StuntingOn, HasDiagnosis = c.StuntingBy != null, Remeasure = c.RemeasureReason != null }).ToListAsync(ct);
        var measured = (await (from m in db.Measurements.AsNoTracking()
                               join c in db.Children on m.ChildId equals c.Id
                               join p in own on c.PosyanduId equals p.Id
                               where m.Day >= since && m.State == MeasurementState.Counts
                               select m).Select(CaseReach.Seen).ToListAsync(ct)).ToLookup(s => s.Child, s => s.Measured);
        var older = await db.WeighedBefore([.. measured.Where(g => g.Count(s => s.Weight > 0) == 1).Select(g => g.Key)], since, ct);
        var closed = (await db.CaseClosings.AsNoTracking().Where(c => c.On >= since).Select(c => new { c.ChildId, c.On }).ToListAsync(ct))
            .GroupBy(c => c.ChildId).ToDictionary(g => g.Key, g => g.Max(c => c.On));
        var referred = (await db.Referrals.AsNoTracking().Where(r => r.EndedAt == null).Select(r => new { r.Id, r.ChildId, r.On, r.AnswerBy, r.ToName }).ToListAsync(ct)).GroupBy(r => r.ChildId).ToDictionary(g => g.Key, g => g.MaxBy(r => r.On)!);
        var answers = (await db.ReferralAnswers.AsNoTracking().Where(a => sent.Any(r => r.Id == a.ReferralId && r.EndedAt == null)).Select(a => new { a.ReferralId, a.At, a.ComeBackOn }).ToListAsync(ct))
            .GroupBy(a => a.ReferralId).ToDictionary(g => g.Key, g => g.MaxBy(a => a.At)!);
        return [.. children.Select(c =>
        {
            var seen = measured[c.Id].ToList();
            var last = seen.MaxBy(m => m.Day);
            DateOnly? closedOn = closed.TryGetValue(c.Id, out var on) ? on : null;
            var grounds = CaseFinding.Of(c.Birth, c.HasDiagnosis, older.TryGetValue(c.Id, out var before) ? [.. seen, before] : seen, today, closedOn);
            if (closedOn is not null) grounds = CaseFinding.Since(grounds, on, last?.Day, c.StuntingOn);
            var referral = referred.GetValueOrDefault(c.Id);
            var answer = referral is null ? null : answers.GetValueOrDefault(referral.Id);
            var due = referral is null ? null : answer is null ? referral.AnswerBy : answer.ComeBackOn;
            // Who came to the posyandu after the day on which it should come again has been seen.
            var isLate = due < today && !(answer is not null && last?.Day >= due);
            var stage = referral is null ? CaseStage.Open : isLate ? CaseStage.Overdue : answer is null ? CaseStage.Waiting : CaseStage.Answered;
            return new Row(c.Id, c.Name, c.Mother, c.PosyanduId, c.Posyandu, CompletedMonths.Between(c.Birth, today), last?.Day, grounds, stage, last is not null && CaseFinding.NeedsValidation(last), c.Remeasure, referral?.ToName, due);
        }).Where(r => r.Grounds != CaseGrounds.None || r.ReferredTo is not null)
            .OrderBy(r => r.Stage).ThenBy(r => r.Grounds == CaseGrounds.None).ThenBy(r => (int)r.Grounds & -(int)r.Grounds).ThenBy(r => r.Due).ThenByDescending(r => r.LastDay).ThenBy(r => PersonName.Normalise(r.Name), StringComparer.Ordinal)];
    }
}
