using Lakudo.Children.Companions;
using Lakudo.Children.Register;
using Lakudo.Children.Network;
using Lakudo.Field;
using Lakudo.Kernel;
using Microsoft.EntityFrameworkCore;

namespace Lakudo.Children.Cases;

/// <summary>
/// Says that a child is no longer one of its posyandu: from that day it is not counted among its children (S), is asked for by nobody, and its phones forget it at their next contact. The record stays;
/// what a phone still sends of it is taken in.
/// </summary>
public sealed class SayLeft(LakudoDb db, Commit commit, Clock clock)
{
    /// <summary>Who, since when and why.</summary>
    /// <param name="Child">The child.</param>
    /// <param name="Kind">Moved away, died or not to be found.</param>
    /// <param name="On">The first day on which it was gone.</param>
    /// <param name="Reason">How it is known, at most 200 letters.</param>
    public sealed record Command(Guid Child, LeavingKind Kind, DateOnly On, string Reason);

    /// <summary>
    /// Refused with C-005 for a child not in the caller's care, C-304 for a day before birth or to come, C-305 without a reason, C-309 for one that left already or was measured on that day or later,
    /// K-001 to others than midwives and nutritionists.
    /// </summary>
    public Task<Outcome<Done>> Run(Caller caller, Command command, CancellationToken ct = default) => commit.Once<Done>(caller, command, async token =>
    {
        if (db.MayNot(caller, Act.ManageRegister) is { } refusal) return refusal;
        if (CaseText.Read(command.Reason, CaseText.Short) is not { } reason || !Enum.IsDefined(command.Kind)) return CasesRefusals.WordsNeeded;
        var now = clock.Now;
        if (await db.ChildCaredForBy(caller, command.Child, now, token) is not { MergedInto: null } child) return ChildrenRefusals.NoSuchChild;
        if (command.On < child.Birth || command.On > await db.Today(caller, clock, token)) return CasesRefusals.DayImpossible;
        var change = await db.NextChange(caller.Region, child.PosyanduId, token);
        if (child.LeftOn is not null || await db.Measurements.AnyAsync(m => m.ChildId == child.Id && m.Day >= command.On && m.State == MeasurementState.Counts, token)) return CasesRefusals.CannotLeave;
        foreach (var referral in await db.Referrals.Where(r => r.ChildId == child.Id && r.EndedAt == null).ToListAsync(token)) referral.End(now);
        var leaving = new Leaving(caller.Region, Ids.New(clock), child.Id, command.Kind, command.On, reason, caller.Id ?? Guid.Empty, now);
        db.Leavings.Add(leaving);
        child.Left(command.On);
        child.Changed(change);
        await db.EndWhereFamilyIsGone(caller, commit, clock, [child.Id], token);
        commit.Record(caller, new ChildLeft(child.Id, leaving.Id));
        return new Done();
    }, ct);
}

/// <summary>A child who was said to have left is here after all; the mistake stays in its history with the reason.</summary>
public sealed class TakeBackLeaving(LakudoDb db, Commit commit, Clock clock)
{
    /// <summary>Who and why.</summary>
    /// <param name="Child">The child.</param>
    /// <param name="Reason">At most 200 letters.</param>
    public sealed record Command(Guid Child, string Reason);

    /// <summary>Refused with C-005 for a child not in the caller's care, C-305 without a reason, C-310 for one that did not leave, K-001 to others than midwives and nutritionists.</summary>
    public Task<Outcome<Done>> Run(Caller caller, Command command, CancellationToken ct = default) => commit.Once<Done>(caller, command, async token =>
    {
        if (db.MayNot(caller, Act.ManageRegister) is { } refusal) return refusal;
        if (CaseText.Read(command.Reason, CaseText.Short) is not { } reason) return CasesRefusals.WordsNeeded;
        if (await db.ChildCaredForBy(caller, command.Child, clock.Now, token) is not { } child) return ChildrenRefusals.NoSuchChild;
        var change = await db.NextChange(caller.Region, child.PosyanduId, token);
        if (child.LeftOn is null) return CasesRefusals.DidNotLeave;
        foreach (var leaving in await db.Leavings.Where(l => l.ChildId == child.Id && l.TakenBackAt == null).ToListAsync(token)) leaving.TakeBack(caller.Id ?? Guid.Empty, clock.Now, reason);
        child.Left(null);
        child.Changed(change);
        commit.Record(caller, new LeavingTakenBack(child.Id));
        return new Done();
    }, ct);
}
