using System.Collections.Immutable;
using Lakudo.Kernel;
using Microsoft.EntityFrameworkCore;

namespace Lakudo.Identity;

/// <summary>Whose accounts these are: for those who may see who read a child's record.</summary>
public sealed class AccountNames(LakudoDb db)
{
    /// <summary>Names by account; an id that is no account is left out. Refused with K-001 to those who read no access log.</summary>
    public async Task<Outcome<ImmutableDictionary<Guid, string>>> Run(Caller caller, IReadOnlyCollection<Guid> accounts, CancellationToken ct = default)
    {
        if (db.MayNot(caller, Act.ReadAccessLog) is { } refusal) return refusal;
        return (await db.Accounts.AsNoTracking().Where(a => accounts.Contains(a.Id)).Select(a => new { a.Id, a.Name }).ToListAsync(ct)).ToImmutableDictionary(a => a.Id, a => a.Name);
    }
}
