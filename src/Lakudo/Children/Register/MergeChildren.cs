using Lakudo.Children.Cases;
using Lakudo.Children.Companions;
using Lakudo.Children.Measuring;
using Lakudo.Kernel;
using Microsoft.EntityFrameworkCore;

namespace Lakudo.Children.Register;

/// <summary>Two entries are one child: the second one's measurements and services follow the first. Nothing is deleted; <see cref="SplitChild"/> takes them apart again.</summary>
public sealed class MergeChildren(LakudoDb db, Commit commit, Clock clock)
{
    /// <summary>Which.</summary>
    /// <param name="Keep">The entry that stays.</param>
    /// <param name="Double">The entry that goes into it.</param>
    public sealed record Command(Guid Keep, Guid Double);

    /// <summary>Refused with C-005 for children not in the caller's care now, C-031 for the same entry twice or one that was merged already, K-001 to others than midwives and nutritionists.</summary>
    public Task<Outcome<Done>> Run(Caller caller, Command command, CancellationToken ct = default) => commit.Once<Done>(caller, command, async token =>
    {
        if (db.MayNot(caller, Act.ManageRegister) is { } refusal) return refusal;
        var keep = await db.ChildCaredForBy(caller, command.Keep, clock.Now, token);
        var other = await db.ChildCaredForBy(caller, command.Double, clock.Now, token);
        if (keep is null || other is null) return ChildrenRefusals.NoSuchChild;
        if (keep.Id == other.Id || keep.MergedInto is not null || other.MergedInto is not null) return ChildrenRefusals.CannotMerge;
        foreach (var place in new[] { keep, other }.GroupBy(c => c.PosyanduId).OrderBy(g => g.Key))
        {
            var change = await db.NextChange(caller.Region, place.Key, token);
            foreach (var child in place) child.Changed(change);
        }

        other.MergeInto(keep.Id);
        foreach (var row in await db.Measurements.Where(m => m.ChildId == other.Id).ToListAsync(token)) row.Follow(keep.Id);
        foreach (var row in await db.GivenServices.Where(s => s.ChildId == other.Id).ToListAsync(token)) row.Follow(keep.Id);
        await db.FollowCases(other, keep, null, token);
        await new Readings(db, caller.Region, new Dictionary<Guid, Child> { [keep.Id] = keep }).Settle([], [keep.Id], token);
        await db.EndWhereFamilyIsGone(caller, commit, clock, [keep.Id, other.Id], token);
        commit.Record(caller, new ChildrenMerged(keep.Id, other.Id));
        return new Done();
    }, ct);
}

/// <summary>Two entries that were merged are two children after all: each gets back what was written for it.</summary>
public sealed class SplitChild(LakudoDb db, Commit commit, Clock clock)
{
    /// <summary>Which.</summary>
    /// <param name="Double">The entry that had gone into another.</param>
    public sealed record Command(Guid Double);

    /// <summary>Refused with C-005 for a child not in the caller's care now, C-032 for one that stands for itself, K-001 to others than midwives and nutritionists.</summary>
    public Task<Outcome<Done>> Run(Caller caller, Command command, CancellationToken ct = default) => commit.Once<Done>(caller, command, async token =>
    {
        if (db.MayNot(caller, Act.ManageRegister) is { } refusal) return refusal;
        if (await db.ChildCaredForBy(caller, command.Double, clock.Now, token) is not { } other) return ChildrenRefusals.NoSuchChild;
        if (other.MergedInto is not { } into) return ChildrenRefusals.NotMerged;
        // What had gone into this one goes with it, and what it had gone into may itself have gone further.
        var links = await db.Children.Where(c => c.MergedInto != null).Select(c => new { c.Id, Into = c.MergedInto!.Value }).ToListAsync(token);
        var (below, above) = (new HashSet<Guid> { other.Id }, into);
        while (links.Where(l => below.Contains(l.Into)).Select(l => l.Id).Where(below.Add).ToList().Count > 0)
        {
            // Until nothing new is found.
        }

        while (links.FirstOrDefault(l => l.Id == above) is { } further) above = further.Into;
        var keep = await db.Children.SingleAsync(c => c.Id == above, token);
        foreach (var place in new[] { keep, other }.GroupBy(c => c.PosyanduId).OrderBy(g => g.Key))
        {
            var change = await db.NextChange(caller.Region, place.Key, token);
            foreach (var child in place) child.Changed(change);
        }

        other.StandAlone();
        foreach (var row in await db.Measurements.Where(m => m.ChildId == keep.Id && below.Contains(m.WrittenFor)).ToListAsync(token)) row.Follow(other.Id);
        foreach (var row in await db.GivenServices.Where(s => s.ChildId == keep.Id && below.Contains(s.WrittenFor)).ToListAsync(token)) row.Follow(other.Id);
        await db.FollowCases(keep, other, below, token);
        await new Readings(db, caller.Region, new Dictionary<Guid, Child> { [keep.Id] = keep, [other.Id] = other }).Settle([], [keep.Id, other.Id], token);
        commit.Record(caller, new ChildSplit(other.Id, keep.Id));
        return new Done();
    }, ct);
}
