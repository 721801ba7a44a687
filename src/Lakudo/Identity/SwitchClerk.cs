using Lakudo.Kernel;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;

namespace Lakudo.Identity;

/// <summary>A clerk takes a registered counter computer over by user name and PIN.</summary>
public sealed class SwitchClerk(LakudoDb db, Clock clock, UserManager<Account> accounts)
{
    /// <summary>Who, by which PIN.</summary>
    public sealed record Command(string UserName, string Pin, int Hall);

    /// <summary>
    /// The account to be signed in. Refused with I-009 where the caller is not a registered counter of that hall or the clerk has no role there,
    /// I-005 when locked, I-004 otherwise.
    /// </summary>
    public async Task<Outcome<Account>> Run(Caller caller, Command command, CancellationToken ct = default)
    {
        if (!caller.Assignments.Any(a => a.Role == Role.CounterDevice && a.Hall == command.Hall && a.Region == caller.Region))
        {
            return IdentityRefusals.PinNotHere;
        }

        if (await accounts.FindByNameAsync(command.UserName) is not { PinHash: { } hash } account)
        {
            return IdentityRefusals.SignInFailed;
        }

        if (await accounts.IsLockedOutAsync(account))
        {
            return IdentityRefusals.LockedOut;
        }

        if (accounts.PasswordHasher.VerifyHashedPassword(account, hash, command.Pin) == PasswordVerificationResult.Failed)
        {
            await accounts.AccessFailedAsync(account);
            return IdentityRefusals.SignInFailed;
        }

        await accounts.ResetAccessFailedCountAsync(account);
        var now = clock.Now;
        db.As(caller);
        return await db.HeldRoles.AnyAsync(
            r => r.AccountId == account.Id && r.Role == Role.CounterOfficer && (r.HallId == null || r.HallId == command.Hall) && (r.Until == null || r.Until > now), ct)
            ? account
            : IdentityRefusals.PinNotHere;
    }
}
