using System.Collections.Immutable;
using Lakudo.Kernel;
using Microsoft.EntityFrameworkCore;

namespace Lakudo.Identity;

/// <summary>Who may take a registered counter computer over by PIN, so that a clerk picks a name instead of typing one.</summary>
public sealed class ClerksWithPin(LakudoDb db, Clock clock)
{
    /// <summary>A clerk.</summary>
    public sealed record Row(string UserName, string Name);

    /// <summary>By name. Refused with I-009 where the caller is not a registered counter computer of that hall.</summary>
    public async Task<Outcome<ImmutableArray<Row>>> Run(Caller caller, int hall, CancellationToken ct = default)
    {
        if (!caller.Assignments.Any(a => a.Role == Role.CounterDevice && a.Hall == hall && a.Region == caller.Region))
        {
            return IdentityRefusals.PinNotHere;
        }

        var now = clock.Now;
        var rows = await db.As(caller).HeldRoles.AsNoTracking()
            .Where(r => r.Role == Role.CounterOfficer && (r.HallId == null || r.HallId == hall) && r.From <= now && (r.Until == null || r.Until > now))
            .Join(db.Accounts.Where(a => a.PinHash != null), r => r.AccountId, a => a.Id, (_, a) => new Row(a.UserName!, a.Name)).Distinct().ToListAsync(ct);
        return rows.OrderBy(r => PersonName.Normalise(r.Name), StringComparer.Ordinal).ToImmutableArray();
    }
}
