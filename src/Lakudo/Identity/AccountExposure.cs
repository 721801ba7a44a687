using Lakudo.Kernel;
using Microsoft.EntityFrameworkCore;

namespace Lakudo.Identity;

/// <summary>Staff whose accounts were in a store that was taken. Passwords and PINs are hashed, yet all of them should be replaced.</summary>
internal sealed class AccountExposure(LakudoDb db) : IExposure
{
    public async Task<IReadOnlyList<Exposed>> Of(BreachScope scope, CancellationToken ct)
    {
        if (!scope.IsStore || scope.Activity is not (null or "pegawai")) return [];
        var here = db.HeldRoles;
        var accounts = await db.Accounts.AsNoTracking().Where(a => a.PasswordHash != null && here.Any(r => r.AccountId == a.Id && r.From <= scope.Until))
            .Select(a => new { a.Id, a.UserName, a.Name, a.Email, a.PhoneNumber, Since = here.Where(r => r.AccountId == a.Id).Min(r => r.From) }).ToListAsync(ct);
        return [.. accounts.Select(a => new Exposed(a.Id, a.UserName ?? "", a.Name, a.PhoneNumber ?? a.Email, a.Since > scope.From ? a.Since : scope.From, true, "nama, sandi tersandi"))];
    }
}
