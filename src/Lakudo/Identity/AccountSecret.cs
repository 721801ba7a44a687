using Lakudo.Kernel;
using Microsoft.EntityFrameworkCore;

namespace Lakudo.Identity;

/// <summary>How a secret of an account, such as the key of its authenticator, stands in the database: sealed, behind a sign that tells it from one in clear.</summary>
public static class AccountSecret
{
    private const string Sign = "tersegel:";

    /// <summary>Seals one.</summary>
    public static string Seal(PersonalData personal, string secret) => Sign + Convert.ToBase64String(personal.Seal(secret));

    /// <summary>Opens one; what an earlier release stored in clear is given as it stands.</summary>
    public static string Open(PersonalData personal, string stored) => IsSealed(stored) ? personal.Open(Convert.FromBase64String(stored[Sign.Length..])) : stored;

    /// <summary>Whether it is sealed.</summary>
    public static bool IsSealed(string stored) => stored.StartsWith(Sign, StringComparison.Ordinal);
}

/// <summary>Seals the secrets of accounts that an earlier release stored in clear.</summary>
public sealed class SealAccountSecrets(LakudoDb db, PersonalData personal)
{
    /// <summary>Answers how many they were.</summary>
    public async Task<int> Run(CancellationToken ct = default)
    {
        db.Scope = Scope.Installation;
        var clear = (await db.AccountTokens.Where(t => t.Value != null).ToListAsync(ct)).Where(t => !AccountSecret.IsSealed(t.Value!)).ToList();
        foreach (var token in clear) token.Value = AccountSecret.Seal(personal, token.Value!);
        await db.SaveChangesAsync(ct);
        db.ChangeTracker.Clear();
        return clear.Count;
    }
}
