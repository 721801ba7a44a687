using System.Collections.Immutable;
using Lakudo.Children.Network;
using Lakudo.Children.Register;
using Lakudo.Kernel;
using Microsoft.EntityFrameworkCore;

namespace Lakudo.Children.Households;

/// <summary>The household a child belongs to, where it belonged before, and who could be its family. Journaled as a reading of the child before the answer leaves.</summary>
public sealed class HouseholdOfChild(LakudoDb db, Commit commit, Clock clock)
{
    /// <summary>A household to which it belonged.</summary>
    /// <param name="Since">From when, UTC.</param>
    /// <param name="Until">Until when, UTC.</param>
    /// <param name="Reason">Why no longer.</param>
    public sealed record Earlier(DateTime Since, DateTime Until, LeavingHousehold Reason);

    /// <summary>The answer.</summary>
    /// <param name="Name">The child's name.</param>
    /// <param name="Address">Its address as written.</param>
    /// <param name="Household">The household it belongs to; null where it belongs to none.</param>
    /// <param name="MotherId">Its mother.</param>
    /// <param name="Mother">Its mother's name.</param>
    /// <param name="MothersHousehold">The household its mother belongs to, ; null where she belongs to none.</param>
    /// <param name="Family">Names of the mother's other children who belong to no household: they would come along.</param>
    /// <param name="Before">Where it belonged before, the last first.</param>
    public sealed record Answer(string Name, string? Address, Guid? Household, Guid MotherId, string Mother, Guid? MothersHousehold, ImmutableArray<string> Family, ImmutableArray<Earlier> Before);

    /// <summary>Refused with K-001 to others than midwives and nutritionists, C-005 for a child not in the caller's care now.</summary>
    public async Task<Outcome<Answer>> Run(Caller caller, Guid id, CancellationToken ct = default)
    {
        if (db.MayNot(caller, Act.ReadHousehold) is { } refusal) return refusal;
        if (await db.ChildCaredForBy(caller, id, clock.Now, ct) is not { MergedInto: null } child) return ChildrenRefusals.NoSuchChild;
        if (await commit.Note(caller, new ChildRead(id), ct) is { } notJournaled) return notJournaled;
        var own = (await db.StaysOf([id], ct)).GetValueOrDefault(id)?.HouseholdId;
        var mother = await db.Mothers.Where(m => m.Id == child.MotherId).Select(m => m.Name).SingleAsync(ct);
        var hers = await db.StayOfMother(child.MotherId, ct);
        var family = (await db.WithoutHousehold(child, withFamily: true, await db.Today(caller, clock, ct), ct)).Where(m => m.Kind == MemberKind.Child && m.Id != id).Select(m => m.Id).ToList();
        var names = await db.Children.Where(c => family.Contains(c.Id)).OrderBy(c => c.Birth).Select(c => c.Name).ToListAsync(ct);
        var entries = (await db.Children.EntriesOf([id], ct)).Keys.ToList();
        var before = await db.HouseholdStays.AsNoTracking().Where(s => s.Kind == MemberKind.Child && entries.Contains(s.Subject) && s.Until != null).OrderByDescending(s => s.Until).ToListAsync(ct);
        return new Answer(child.Name, child.Address, own, child.MotherId, mother, hers?.HouseholdId, [.. names], [.. before.Select(s => new Earlier(s.Since, s.Until!.Value, s.Reason!.Value))]);
    }
}
