using System.Collections.Immutable;
using Lakudo.Kernel;
using Microsoft.EntityFrameworkCore;

namespace Lakudo.Identity;

/// <summary>The roles an account holds at this moment, in all regions.</summary>
public sealed class RolesInForce(LakudoDb db, Clock clock)
{
    /// <summary>Roles that ask for an authenticator before they can be used: who signs, who administers, who reads everything.</summary>
    public static bool AsksForTotp(Role role) => role is Role.Signer or Role.AgencyAdmin or Role.HallManager or Role.RegionAdmin or Role.ItOfficer or Role.Inspector or Role.DataProtectionOfficer;

    /// <summary>The assignments in force.</summary>
    public async Task<ImmutableArray<Assignment>> Of(Guid account, CancellationToken ct = default)
    {
        var now = clock.Now;
        db.Scope = Scope.Installation;
        var held = await db.HeldRoles.AsNoTracking().Where(r => r.AccountId == account && r.From <= now && (r.Until == null || r.Until > now)).ToListAsync(ct);
        return [.. held.Select(r => r.Assignment).OrderBy(a => a.Region).ThenBy(a => a.Role).ThenBy(a => a.Hall).ThenBy(a => a.Agency)];
    }
}
