using Lakudo.Children.Measuring;
using Lakudo.Children.Network;
using Lakudo.Children.Pregnancies;
using Lakudo.Kernel;
using Microsoft.EntityFrameworkCore;

namespace Lakudo.Children.Cases;

/// <summary>What waits at the desk of a midwife or nutritionist today, in numbers.</summary>
public sealed class DeskToday(LakudoDb db, Clock clock, CaseList cases, UnseenList unseen, PregnancyList pregnancies)
{
    /// <summary>The numbers.</summary>
    /// <param name="Overdue">Referrals whose answer is overdue, or children who did not come again.</param>
    /// <param name="Open">Cases on which nobody has acted.</param>
    /// <param name="Waiting">Referrals that wait for an answer.</param>
    /// <param name="Answered">Referrals with an answer that are not closed.</param>
    /// <param name="ToValidate">Measurements of the last three months that contend or are doubtful.</param>
    /// <param name="ToRemeasure">Children who were asked to be measured again and were not yet.</param>
    /// <param name="UnseenTwo">Children not measured for two months.</param>
    /// <param name="UnseenMore">For three and more, or never.</param>
    /// <param name="Sealed">Sealed batches of phones that wait to be opened.</param>
    public sealed record Answer(int Overdue, int Open, int Waiting, int Answered, int ToValidate, int ToRemeasure, int UnseenTwo, int UnseenMore, int Sealed)
    {
        /// <summary>Pregnant women who are waiting for something.</summary>
        public required int Mothers { get; init; }

        /// <summary>Contradictions in what was entered earlier; they come first.</summary>
        public int Contradictions { get; init; }
    }

    /// <summary>Numbers only, so nothing is journaled. Refused with K-001 to others than midwives and nutritionists.</summary>
    public async Task<Outcome<Answer>> Run(Caller caller, CancellationToken ct = default)
    {
        if (db.MayNot(caller, Act.FollowCases) is { } refusal) return refusal;
        var today = await db.Today(caller, clock, ct);
        var own = db.PosyanduOf(caller, clock.Now);
        var stages = (await cases.Find(caller, today, ct)).CountBy(r => r.Stage).ToDictionary();
        var since = today.AddMonths(-ValidationList.Months);
        var validate = await (from m in db.Measurements.Where(ValidationList.Waits)
                              join c in db.Children on m.ChildId equals c.Id
                              join p in own on c.PosyanduId equals p.Id
                              where m.Day >= since && c.ErasedAt == null
                              select m.Id).CountAsync(ct);
        var remeasure = await db.Children.CountAsync(c => c.RemeasureReason != null && c.MergedInto == null && c.ErasedAt == null && c.LeftOn == null && own.Any(p => p.Id == c.PosyanduId), ct);
        var places = await unseen.Run(caller, null, ct);
        var kept = await db.KeptSealed.CountAsync(k => k.ReleasedAt == null && own.Any(p => p.Id == k.PosyanduId), ct);
        return new Answer(stages.GetValueOrDefault(CaseStage.Overdue), stages.GetValueOrDefault(CaseStage.Open), stages.GetValueOrDefault(CaseStage.Waiting), stages.GetValueOrDefault(CaseStage.Answered), validate, remeasure,
            places.Value.Places.Sum(p => p.Two), places.Value.Places.Sum(p => p.More), kept)
        {
            Mothers = (await pregnancies.Find(caller, today, ct)).Count(r => r.Needs != PregnancyNeeds.None),
            Contradictions = (await ContradictionList.Find(db, caller, clock, ct)).Count,
        };
    }
}
