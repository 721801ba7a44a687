using System.Collections.Immutable;
using Lakudo.Children.Measuring;
using Lakudo.Children.Network;
using Lakudo.Children.Register;
using Lakudo.Field;
using Lakudo.Kernel;
using Microsoft.EntityFrameworkCore;

namespace Lakudo.Children.Cases;

/// <summary>What the desk knows of one child: why it is a case, diagnoses, referrals with their answers, closed cases, whether it left. All of it is history too. Journaled before the answer leaves.</summary>
public sealed class ChildCase(LakudoDb db, Commit commit, Clock clock)
{
    /// <summary>A diagnosis of stunting.</summary>
    /// <param name="Id">The diagnosis.</param>
    /// <param name="FoundBy">The health worker who found it.</param>
    /// <param name="FoundOn">When.</param>
    /// <param name="RecordedBy">Who wrote it down.</param>
    /// <param name="IsGroundStruck">Whether the measurement on which it rests no longer counts.</param>
    /// <param name="TakenBackAt">When it was taken back (UTC); null while it stands.</param>
    /// <param name="TakenBackReason">Why.</param>
    public sealed record Diagnosed(Guid Id, string FoundBy, DateOnly FoundOn, string RecordedBy, bool IsGroundStruck, DateTime? TakenBackAt, string? TakenBackReason);

    /// <summary>What came back of a referral.</summary>
    public sealed record Answered(bool Arrived, DateOnly On, string? Finding, string? Given, DateOnly? ComeBackOn, string By);

    /// <summary>A referral.</summary>
    public sealed record Sent(Guid Id, ReferralPlace To, string ToName, string Reason, CaseGrounds Grounds, DateOnly On, DateOnly AnswerBy, string By, bool IsOpen, ImmutableArray<Answered> Answers);

    /// <summary>A closed case.</summary>
    public sealed record Closed(CaseOutcome Outcome, string? Note, DateOnly On, string By);

    /// <summary>That a child left.</summary>
    public sealed record Went(LeavingKind Kind, DateOnly On, string Reason, string By, DateTime? TakenBackAt, string? TakenBackReason);

    /// <summary>A validated height on which a diagnosis may rest.</summary>
    public sealed record Ground(Guid Measurement, DateOnly Day, int? Height, int LengthForAge);

    /// <summary>The answer; every list with the newest first.</summary>
    /// <param name="Id">The child.</param>
    /// <param name="Name">Its name.</param>
    /// <param name="Posyandu">Where it is measured.</param>
    /// <param name="Grounds">Why it is a case now.</param>
    /// <param name="LeftOn">Since when it is gone; null while it is here.</param>
    /// <param name="Grounding">Heights on which a diagnosis may rest.</param>
    /// <param name="Diagnoses">Diagnoses of stunting.</param>
    /// <param name="Referrals">Referrals.</param>
    /// <param name="Closings">Closed cases.</param>
    /// <param name="Leavings">When it left.</param>
    /// <param name="Today">The day in the region.</param>
    /// <param name="Reading">What this month's measurements say of it, and what is missing.</param>
    public sealed record Answer(Guid Id, string Name, Guid Posyandu, CaseGrounds Grounds, DateOnly? LeftOn, ImmutableArray<Ground> Grounding, ImmutableArray<Diagnosed> Diagnoses, ImmutableArray<Sent> Referrals,
        ImmutableArray<Closed> Closings, ImmutableArray<Went> Leavings, DateOnly Today, ChildReading Reading);

    /// <summary>Refused with C-005 for a child not in the caller's care now, K-001 to others than midwives and nutritionists.</summary>
    public async Task<Outcome<Answer>> Run(Caller caller, Guid id, CancellationToken ct = default)
    {
        if (db.MayNot(caller, Act.FollowCases) is { } refusal) return refusal;
        if (await db.ChildCaredForBy(caller, id, clock.Now, ct) is not { } child) return ChildrenRefusals.NoSuchChild;
        if (await commit.Note(caller, new ChildRead(child.Id), ct) is { } notJournaled) return notJournaled;
        var today = await db.Today(caller, clock, ct);
        var measured = await db.Measurements.AsNoTracking().Where(m => m.ChildId == id).OrderByDescending(m => m.Day).ToListAsync(ct);
        var counting = measured.Where(m => m.State == MeasurementState.Counts).Select(m => m.Id).ToHashSet();
        var answered = await db.ReferralAnswers.AsNoTracking().Where(a => a.ChildId == id).OrderByDescending(a => a.At).ToListAsync(ct);
        var diagnoses = await db.StuntingDiagnoses.AsNoTracking().Where(d => d.ChildId == id).OrderByDescending(d => d.RecordedAt).ToListAsync(ct);
        var referrals = await db.Referrals.AsNoTracking().Where(r => r.ChildId == id).OrderBy(r => r.EndedAt != null).ThenByDescending(r => r.At).ToListAsync(ct);
        var leavings = await db.Leavings.AsNoTracking().Where(l => l.ChildId == id).OrderByDescending(l => l.At).ToListAsync(ct);
        var closings = await db.CaseClosings.AsNoTracking().Where(c => c.ChildId == id).OrderByDescending(c => c.At).ToListAsync(ct);
        var grounds = await db.GroundsOf(child, today, ct, closings.Count > 0 ? closings[0].On : null);
        var reading = ChildReading.On(child.History([.. measured.OrderBy(m => m.Day).Select(m => m.Past)], referrals.Any(r => r.EndedAt is null)), today);
        if (closings.Count > 0) grounds = CaseFinding.Since(grounds, closings[0].On, measured.Find(m => m.State == MeasurementState.Counts)?.Day, child.StuntingOn);
        var names = await db.NamesOf([.. answered.Select(a => a.By), .. diagnoses.Select(d => d.RecordedBy), .. referrals.Select(r => r.By), .. closings.Select(c => c.By), .. leavings.Select(l => l.By)], ct);
        var answers = answered.ToLookup(a => a.ReferralId, a => new Answered(a.Arrived, a.On, a.Finding, a.Given, a.ComeBackOn, Name(a.By)));
        return new Answer(child.Id, child.Name, child.PosyanduId, grounds, child.LeftOn,
            [.. measured.Where(DiagnoseStunting.IsGround).Select(m => new Ground(m.Id, m.Day, m.Height, m.LengthForAge!.Value))],
            [.. diagnoses.Select(d => new Diagnosed(d.Id, d.FoundBy, d.FoundOn, Name(d.RecordedBy), !counting.Contains(d.MeasurementId), d.TakenBackAt, d.TakenBackReason))],
            [.. referrals.Select(r => new Sent(r.Id, r.To, r.ToName, r.Reason, r.Grounds, r.On, r.AnswerBy, Name(r.By), r.EndedAt is null, [.. answers[r.Id]]))],
            [.. closings.Select(c => new Closed(c.Outcome, c.Note, c.On, Name(c.By)))],
            [.. leavings.Select(l => new Went(l.Kind, l.On, l.Reason, Name(l.By), l.TakenBackAt, l.TakenBackReason))], today, reading);

        string Name(Guid account) => names.GetValueOrDefault(account, "akun lain");
    }
}

/// <summary>What stands in the letter with which a child is sent. Printing is journaled before it leaves.</summary>
public sealed class ReferralLetter(LakudoDb db, Commit commit, Clock clock)
{
    /// <summary>The letter.</summary>
    public sealed record Answer(string Region, bool IsSample, string Puskesmas, string Posyandu, string Village, ReferralPlace To, string ToName, DateOnly On, DateOnly AnswerBy, string Child, Growth.Sex? Sex, DateOnly Birth,
        int? Months, string Mother, string? Address, string Reason, CaseGrounds Grounds, DateOnly? MeasuredOn, int? Weight, int? Height, int? Arm, int? WeightForAge, int? LengthForAge, int? WeightForLength, string Sender, string SenderProfession);

    /// <summary>Refused with C-307 for no referral in the caller's care, K-001 to others than midwives and nutritionists.</summary>
    public async Task<Outcome<Answer>> Run(Caller caller, Guid id, CancellationToken ct = default)
    {
        if (db.MayNot(caller, Act.FollowCases) is { } refusal) return refusal;
        if (await db.Referrals.AsNoTracking().SingleOrDefaultAsync(r => r.Id == id, ct) is not { } referral || await db.ChildCaredForBy(caller, referral.ChildId, clock.Now, ct) is not { } child) return CasesRefusals.NoOpenReferral;
        if (await commit.Note(caller, new ReferralPrinted(child.Id, id), ct) is { } notJournaled) return notJournaled;
        var region = await db.Regions.AsNoTracking().SingleAsync(r => r.Id == caller.Region, ct);
        var mother = await db.Mothers.Where(m => m.Id == child.MotherId).Select(m => m.Name).SingleAsync(ct);
        var place = await (from p in db.Posyandu
                           join v in db.Areas on new { p.RegionId, Id = p.VillageId } equals new { v.RegionId, v.Id }
                           join h in db.Puskesmas on new { p.RegionId, Id = p.PuskesmasId } equals new { h.RegionId, h.Id }
                           where p.Id == referral.PosyanduId
                           select new { p.Name, Village = v.Name, Puskesmas = h.Name }).SingleAsync(ct);
        var sender = await db.HealthWorkers.AsNoTracking().FirstOrDefaultAsync(w => w.AccountId == referral.By, ct);
        var last = await db.Measurements.AsNoTracking().Where(m => m.ChildId == child.Id && m.Day <= referral.On && m.State == MeasurementState.Counts).OrderByDescending(m => m.Day).FirstOrDefaultAsync(ct);
        return new Answer(region.Name, region.IsSample, place.Puskesmas, place.Name, place.Village, referral.To, referral.ToName, referral.On, referral.AnswerBy, child.Name, child.Sex, child.Birth,
            Growth.Indonesia.CompletedMonths.Between(child.Birth, referral.On), mother, child.Address, referral.Reason, referral.Grounds, last?.Day, last?.Weight, last?.Height, last?.Arm, last?.WeightForAge, last?.LengthForAge,
            last?.WeightForLength, sender?.Name ?? "", sender?.Profession switch { Profession.Midwife => "Bidan", Profession.Nutritionist => "Ahli gizi", _ => "Petugas" });
    }
}
