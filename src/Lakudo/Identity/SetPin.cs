using Lakudo.Kernel;
using Microsoft.AspNetCore.Identity;

namespace Lakudo.Identity;

/// <summary>Sets the caller's own PIN for switching at a registered counter.</summary>
public sealed class SetPin(Commit commit, UserManager<Account> accounts)
{
    /// <summary>Six digits.</summary>
    public sealed record Command(string Pin);

    private sealed record PinSet(Guid Subject) : IFact;

    /// <summary>Refused with I-008 for an easy PIN, K-001 to who is not signed in.</summary>
    public Task<Outcome<Done>> Run(Caller caller, Command command, CancellationToken ct = default) => commit.Once<Done>(caller, new { caller.Id, Kind = "pin" }, async _ =>
    {
        if (caller.Id is not { } id || await accounts.FindByIdAsync(id.ToString()) is not { } account)
        {
            return KernelRefusals.NotAllowed;
        }

        if (IsEasy(command.Pin))
        {
            return IdentityRefusals.PinWeak;
        }

        account.PinHash = accounts.PasswordHasher.HashPassword(account, command.Pin);
        await accounts.UpdateAsync(account);
        commit.Record(caller, new PinSet(account.Id));
        return new Done();
    }, ct);

    private static bool IsEasy(string pin) =>
        pin.Length != 6 || !pin.All(char.IsAsciiDigit) || pin.Distinct().Count() == 1
        || "01234567890123456789".Contains(pin, StringComparison.Ordinal) || "98765432109876543210".Contains(pin, StringComparison.Ordinal);
}
