using Lakudo.Children.Companions;
using Lakudo.Kernel;
using Microsoft.EntityFrameworkCore;

namespace Lakudo.Children.Register;

/// <summary>Moves a child to another posyandu. Its history comes along; both sides see it; the phones of the old posyandu forget it at their next contact.</summary>
public sealed class MoveChild(LakudoDb db, Commit commit, Clock clock)
{
    /// <summary>Who and where to.</summary>
    /// <param name="Child">The child.</param>
    /// <param name="To">The posyandu.</param>
    /// <param name="Why">The reason, without names.</param>
    public sealed record Command(Guid Child, Guid To, string? Why = null);

    /// <summary>Refused with C-005 for a child that is not in the caller's care now, C-030 for an unknown or closed posyandu or its present one, K-020 or K-021 for the reason, K-001 to others than its midwife or nutritionist.</summary>
    public Task<Outcome<Done>> Run(Caller caller, Command command, CancellationToken ct = default) => commit.Once<Done>(caller, command, async token =>
    {
        if (db.MayNot(caller, Act.ManageRegister) is { } refusal) return refusal;
        if (await db.ChildCaredForBy(caller, command.Child, clock.Now, token) is not { MergedInto: null } child) return ChildrenRefusals.NoSuchChild;
        if (child.PosyanduId == command.To || !await db.Posyandu.AnyAsync(p => p.Id == command.To && p.ClosedAt == null, token)) return ChildrenRefusals.CannotMoveThere;
        var why = JournalReason.Read(command.Why);
        if (why.IsRefused) return why.Refusal;
        var from = child.PosyanduId;
        // Always in the same order, so that two moves across each other wait and do not lock one another out.
        var changes = new Dictionary<Guid, long>();
        foreach (var place in new[] { from, command.To }.Order()) changes[place] = await db.NextChange(caller.Region, place, token);
        child.Move(command.To, changes[command.To]);
        var departures = await db.Departures.Where(d => d.Subject == child.Id && (d.PosyanduId == from || d.PosyanduId == command.To)).ToListAsync(token);
        if (departures.SingleOrDefault(d => d.PosyanduId == from) is { } before) before.Again(changes[from]);
        else db.Departures.Add(new Departure(caller.Region, from, child.Id, changes[from]));
        db.Departures.RemoveRange(departures.Where(d => d.PosyanduId == command.To));
        await db.EndWhereFamilyIsGone(caller, commit, clock, [child.Id], token);
        commit.Record(caller, new ChildMoved(child.Id, from, command.To), why.Value);
        return new Done();
    }, ct);
}
