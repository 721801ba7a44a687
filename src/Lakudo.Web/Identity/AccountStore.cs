using Lakudo.Identity;
using Lakudo.Kernel;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Identity.EntityFrameworkCore;

namespace Lakudo.Web.Identity;

/// <summary>Accounts in the database; the keys of authenticators are sealed there, because whoever reads one makes its codes.</summary>
/// <param name="db">The database.</param>
/// <param name="personal">The keys, outside the database.</param>
/// <param name="words">Words for faults.</param>
public sealed class AccountStore(LakudoDb db, PersonalData personal, IdentityErrorDescriber words) : UserOnlyStore<Account, LakudoDb, Guid>(db, words)
{
    /// <inheritdoc/>
    public override Task SetTokenAsync(Account user, string loginProvider, string name, string? value, CancellationToken cancellationToken) =>
        base.SetTokenAsync(user, loginProvider, name, value is null ? null : AccountSecret.Seal(personal, value), cancellationToken);

    /// <inheritdoc/>
    public override async Task<string?> GetTokenAsync(Account user, string loginProvider, string name, CancellationToken cancellationToken) =>
        await base.GetTokenAsync(user, loginProvider, name, cancellationToken) is { } value ? AccountSecret.Open(personal, value) : null;
}
