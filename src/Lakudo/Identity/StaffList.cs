using System.Collections.Immutable;
using Lakudo.Kernel;
using Microsoft.EntityFrameworkCore;

namespace Lakudo.Identity;

/// <summary>Who works in the region, and as what.</summary>
public sealed class StaffList(LakudoDb db, Clock clock)
{
    /// <summary>A role someone holds.</summary>
    public sealed record Row(Guid Account, Guid HeldRole, string UserName, string Name, Role Role, int? Hall, int? Agency, DateTime? Until, bool HasTotp);

    /// <summary>By name; only roles within the bounds of the caller's own: an agency's admin sees the own agency's staff. Refused with K-001 to those who may not.</summary>
    public async Task<Outcome<ImmutableArray<Row>>> Run(Caller caller, CancellationToken ct = default)
    {
        if (db.MayNot(caller, Act.ManageStaff) is { } refusal)
        {
            return refusal;
        }

        var now = clock.Now;
        var bounds = db.ActingFor(caller).Assignments;
        var rows = await db.HeldRoles.AsNoTracking().Where(r => r.Until == null || r.Until > now)
            .Join(db.Accounts, r => r.AccountId, a => a.Id, (r, a) => new Row(a.Id, r.Id, a.UserName!, a.Name, r.Role, r.HallId, r.AgencyId, r.Until, a.TwoFactorEnabled))
            .ToListAsync(ct);
        return rows.Where(r => bounds.Any(b => b.Covers(r.Hall, r.Agency))).OrderBy(r => PersonName.Normalise(r.Name), StringComparer.Ordinal).ToImmutableArray();
    }
}
