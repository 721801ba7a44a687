using Lakudo.Kernel;
using Microsoft.EntityFrameworkCore;

namespace Lakudo.Identity;

/// <summary>Ends a role that somebody holds: moved, retired, or given by mistake. What they did under it stays in the journal.</summary>
public sealed class EndRole(LakudoDb db, Commit commit, Clock clock)
{
    /// <summary>Which.</summary>
    public sealed record Command(Guid HeldRole);

    private sealed record RoleEnded(Guid Subject, Guid HeldRole, Role Role) : IFact;

    /// <summary>
    /// Refused with I-012 for a role that is not in force, I-011 for one's own, K-001 to those who may not. An agency's admin ends roles of the own agency only,
    /// and never another admin's. Sessions lose the role within a minute.
    /// </summary>
    public Task<Outcome<Done>> Run(Caller caller, Command command, CancellationToken ct = default) => commit.Once<Done>(caller, command, async token =>
    {
        if (db.MayNot(caller, Act.ManageStaff) is { } refusal)
        {
            return refusal;
        }

        var now = clock.Now;
        if (await db.HeldRoles.SingleOrDefaultAsync(r => r.Id == command.HeldRole && (r.Until == null || r.Until > now), token) is not { } held)
        {
            return IdentityRefusals.NoSuchRole;
        }

        if (db.MayNot(caller, Act.ManageStaff, held.HallId, held.AgencyId) is not null || !AddStaff.MayGive(caller, held.Role, held.HallId, held.AgencyId))
        {
            return KernelRefusals.NotAllowed;
        }

        if (held.AccountId == caller.Id)
        {
            return IdentityRefusals.OwnRole;
        }

        held.Until = now;
        commit.Record(caller, new RoleEnded(held.AccountId, held.Id, held.Role));
        return new Done();
    }, ct);
}
