using Lakudo.Children.Register;
using Lakudo.Children.Network;
using Lakudo.Kernel;
using Microsoft.EntityFrameworkCore;

namespace Lakudo.Children.Cases;

/// <summary>Sends a child to a puskesmas or hospital, with a letter. An earlier referral that was answered ends with it.</summary>
public sealed class ReferChild(LakudoDb db, Commit commit, Clock clock)
{
    /// <summary>So many days at most an answer may be waited for.</summary>
    public const int LongestWait = 60;

    /// <summary>Whom, where and why.</summary>
    /// <param name="Child">The child.</param>
    /// <param name="To">To a puskesmas or hospital.</param>
    /// <param name="ToName">Its name.</param>
    /// <param name="Reason">Why, as it will stand in the letter; at most 500 letters.</param>
    /// <param name="AnswerBy">Until when an answer is waited for, today to <see cref="LongestWait"/> days from now.</param>
    public sealed record Command(Guid Child, ReferralPlace To, string ToName, string Reason, DateOnly AnswerBy);

    /// <summary>Its id. Refused with C-005 for a child not in the caller's care, C-304 for a day that cannot be, C-305 without place or reason, C-306 while another waits for its answer, K-045 for a sign that cannot be printed, K-001 to others than midwives and nutritionists.</summary>
    public Task<Outcome<Guid>> Run(Caller caller, Command command, CancellationToken ct = default) => commit.Once<Guid>(caller, command, async token =>
    {
        if (db.MayNot(caller, Act.FollowCases) is { } refusal) return refusal;
        if (CaseText.Read(command.ToName, CaseText.Short) is not { } place || CaseText.Read(command.Reason, CaseText.Long) is not { } reason || !Enum.IsDefined(command.To)) return CasesRefusals.WordsNeeded;
        // Both are printed on the letter.
        if ((WrittenText.ReadLines(place, "Tujuan rujukan").Refusal ?? WrittenText.ReadLines(reason, "Alasan").Refusal) is { } unprintable) return unprintable;
        var now = clock.Now;
        if (await db.ChildCaredForBy(caller, command.Child, now, token) is not { MergedInto: null, LeftOn: null } child) return ChildrenRefusals.NoSuchChild;
        var today = await db.Today(caller, clock, token);
        if (command.AnswerBy < today || command.AnswerBy > today.AddDays(LongestWait)) return CasesRefusals.DayImpossible;
        // Two who refer one child at once wait for each other here.
        child.Changed(await db.NextChange(caller.Region, child.PosyanduId, token));
        var open = await db.Referrals.Where(r => r.ChildId == child.Id && r.EndedAt == null).ToListAsync(token);
        foreach (var before in open)
        {
            if (!await db.ReferralAnswers.AnyAsync(a => a.ReferralId == before.Id, token)) return CasesRefusals.AnswerAwaited;
            before.End(now);
        }

        var referral = new Referral(caller.Region, Ids.New(clock), child.Id, child.PosyanduId, await db.GroundsOf(child, today, token), command.To, place, reason, today, command.AnswerBy, caller.Id ?? Guid.Empty, now);
        db.Referrals.Add(referral);
        commit.Record(caller, new ChildReferred(child.Id, referral.Id, command.To));
        return referral.Id;
    }, ct);
}

/// <summary>Writes down what came back of a referral: whether the child came, what was found and given, when it should come again. Later answers stand beside earlier ones.</summary>
public sealed class AnswerReferral(LakudoDb db, Commit commit, Clock clock)
{
    /// <summary>The answer.</summary>
    /// <param name="Referral">Of which referral.</param>
    /// <param name="Arrived">Whether the child came there.</param>
    /// <param name="On">The day it came, or on which it was known that it did not.</param>
    /// <param name="Finding">What was found; needed when it came.</param>
    /// <param name="Given">What was given or advised.</param>
    /// <param name="ComeBackOn">When it should come again, or null.</param>
    public sealed record Command(Guid Referral, bool Arrived, DateOnly On, string? Finding = null, string? Given = null, DateOnly? ComeBackOn = null);

    /// <summary>Refused with C-304 for a day before the referral or to come, or a return before it, C-305 for missing or overlong words, C-307 for no open referral in the caller's care, K-001 to others than midwives and nutritionists.</summary>
    public Task<Outcome<Done>> Run(Caller caller, Command command, CancellationToken ct = default) => commit.Once<Done>(caller, command, async token =>
    {
        if (db.MayNot(caller, Act.FollowCases) is { } refusal) return refusal;
        var finding = CaseText.Read(command.Finding, CaseText.Long);
        if (CaseText.IsTooLong(command.Finding) || CaseText.IsTooLong(command.Given) || (command.Arrived && finding is null)) return CasesRefusals.WordsNeeded;
        var referral = await db.Referrals.SingleOrDefaultAsync(r => r.Id == command.Referral && r.EndedAt == null, token);
        if (referral is null || await db.ChildCaredForBy(caller, referral.ChildId, clock.Now, token) is not { } child) return CasesRefusals.NoOpenReferral;
        if (command.On < referral.On || command.On > await db.Today(caller, clock, token) || command.ComeBackOn <= command.On) return CasesRefusals.DayImpossible;
        db.ReferralAnswers.Add(new ReferralAnswer(referral, Ids.New(clock), command.Arrived, command.On, finding, CaseText.Read(command.Given, CaseText.Long), command.ComeBackOn, caller.Id ?? Guid.Empty, clock.Now));
        // The cadre's phone asks after it in other words from now on.
        child.Changed(await db.NextChange(caller.Region, child.PosyanduId, token));
        commit.Record(caller, new ReferralAnswered(referral.ChildId, referral.Id, command.Arrived));
        return new Done();
    }, ct);
}
