using Lakudo.Kernel;
using Microsoft.EntityFrameworkCore;

namespace Lakudo.Children.Network;

/// <summary>Ends one assignment of a health worker; the others stay. For all at once there is <see cref="EndCare"/>.</summary>
public sealed class EndAssignment(LakudoDb db, Commit commit, Clock clock)
{
    /// <summary>Which.</summary>
    public sealed record Command(Guid Assignment);

    /// <summary>Refused with C-610 for one that is not in force, K-001 to others than the region's admin.</summary>
    public Task<Outcome<Done>> Run(Caller caller, Command command, CancellationToken ct = default) => commit.Once<Done>(caller, command, async token =>
    {
        if (db.MayNot(caller, Act.SetUpHealthNetwork) is { } refusal) return refusal;
        var now = clock.Now;
        if (await db.CareAssignments.SingleOrDefaultAsync(a => a.Id == command.Assignment && (a.Until == null || a.Until > now), token) is not { } held) return NetworkRefusals.NoSuchAssignment;
        held.End(now);
        commit.Record(caller, new AssignmentEnded(held.WorkerId, held.Id));
        return new Done();
    }, ct);
}
