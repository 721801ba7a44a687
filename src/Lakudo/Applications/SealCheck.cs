using System.Security.Cryptography;
using Lakudo.Kernel;
using Microsoft.EntityFrameworkCore;

namespace Lakudo.Applications;

/// <summary>Answers whether the key of personal data is this database's, by opening the newest sealed name.</summary>
public sealed class SealCheck(LakudoDb db, PersonalData personal)
{
    /// <summary>True when it opens or nothing is sealed yet. Refused with K-001 to all but the installation itself.</summary>
    public async Task<Outcome<bool>> Run(Caller caller, CancellationToken ct = default)
    {
        if (db.MayNot(caller, Act.RestoreInstallation) is { } refusal) return refusal;
        var box = await db.Applications.AsNoTracking().OrderByDescending(a => a.Id).Select(a => a.NameSealed).FirstOrDefaultAsync(ct);
        try
        {
            return box is null || personal.Open(box).Length > 0;
        }
        catch (CryptographicException)
        {
            return false;
        }
    }
}
