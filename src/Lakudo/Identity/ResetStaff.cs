using Lakudo.Kernel;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;

namespace Lakudo.Identity;

/// <summary>Gives an account a new first password and takes its authenticator and PIN away: the way back for who lost them.</summary>
public sealed class ResetStaff(LakudoDb db, Commit commit, UserManager<Account> accounts)
{
    /// <summary>Whose.</summary>
    public sealed record Command(string UserName);

    /// <summary>The new password, told once.</summary>
    public sealed record Answer(Guid Account, string Password);

    private sealed record StaffReset(Guid Subject) : IFact;

    /// <summary>Refused with I-003 for an unknown account, K-001 to others than the region's admin, the IT officer and Lakudo itself.</summary>
    public async Task<Outcome<Answer>> Run(Caller caller, Command command, CancellationToken ct = default)
    {
        var password = FirstPassword.Make();
        var saved = await commit.Once<Guid>(caller, command, async token =>
        {
            if (db.MayNot(caller, Act.ResetStaff) is { } refusal)
            {
                return refusal;
            }

            var name = accounts.NormalizeName(command.UserName);
            if (await db.Accounts.SingleOrDefaultAsync(a => a.NormalizedUserName == name, token) is not { } account
                || !await db.HeldRoles.AnyAsync(r => r.AccountId == account.Id, token))
            {
                return IdentityRefusals.UnknownAccount;
            }

            account.PasswordHash = accounts.PasswordHasher.HashPassword(account, password);
            (account.MustChangePassword, account.PinHash, account.TwoFactorEnabled) = (true, null, false);
            (account.LockoutEnd, account.AccessFailedCount) = (null, 0);
            await accounts.ResetAuthenticatorKeyAsync(account);
            // A new stamp ends every session of the account within a minute.
            await accounts.UpdateSecurityStampAsync(account);
            commit.Record(caller, new StaffReset(account.Id));
            return account.Id;
        }, ct);
        return saved.Then(id => new Answer(id, password));
    }
}
