using Microsoft.EntityFrameworkCore;

namespace Lakudo.Kernel;

/// <summary>The numbers of all regions of the installation, for work that goes through every one.</summary>
public sealed class RegionNumbers(LakudoDb db)
{
    /// <summary>Reads them in order. Refused with K-001 to all but the installation itself.</summary>
    public async Task<Outcome<List<int>>> Run(Caller caller, CancellationToken ct = default)
    {
        if (db.MayNot(caller, Act.RestoreInstallation) is { } refusal)
        {
            return refusal;
        }

        return await db.Regions.AsNoTracking().OrderBy(r => r.Id).Select(r => r.Id).ToListAsync(ct);
    }
}
