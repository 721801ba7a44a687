using System.Globalization;
using Lakudo.Identity;
using Lakudo.Kernel;
using Microsoft.AspNetCore.Identity;

namespace Lakudo.Web.Identity;

/// <summary>The key that an authenticator app is set up with. A page that shows it stores nothing: until it is stored, it follows from the account and its security stamp.</summary>
/// <param name="store">Where accounts lie.</param>
/// <param name="personal">The installation's keyed fingerprint, so that nobody else can compute it.</param>
public sealed class AuthenticatorKey(IUserStore<Account> store, PersonalData personal)
{
    private const int Bytes = 20;
    private const string Base32 = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";
    private readonly IUserAuthenticatorKeyStore<Account> _keys = (IUserAuthenticatorKeyStore<Account>)store;

    /// <summary>The key to show, in base 32: the stored one, or the one that will be stored when the first code fits. It stays the same from one look to the next.</summary>
    public async Task<string> Of(Account account) => await _keys.GetAuthenticatorKeyAsync(account, default) is { Length: > 0 } stored
        ? stored
        : Written(personal.Fingerprint($"authenticator {account.Id:N} {account.SecurityStamp}").AsSpan(0, Bytes));

    /// <summary>Puts the shown key beside the account, so that a code can be tried against it. It is saved with the next save of the account.</summary>
    public async Task Keep(Account account)
    {
        // UserManager.ResetAuthenticatorKeyAsync would make another key and save at once, with a new stamp that ends every session.
        if (await _keys.GetAuthenticatorKeyAsync(account, default) is not { Length: > 0 }) await _keys.SetAuthenticatorKeyAsync(account, await Of(account), default);
    }

    private static string Written(ReadOnlySpan<byte> key)
    {
        var bits = string.Concat(key.ToArray().Select(b => b.ToString("b8", CultureInfo.InvariantCulture)));
        return string.Concat(bits.Chunk(5).Select(c => Base32[Convert.ToInt32(new string(c), 2)]));
    }
}
