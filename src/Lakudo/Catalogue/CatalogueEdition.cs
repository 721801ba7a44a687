using System.Collections.Concurrent;
using Lakudo.Kernel;
using Microsoft.EntityFrameworkCore;

namespace Lakudo.Catalogue;

/// <summary>
/// The catalogues of the installation as they are now, in memory: what every public page reads. A verb that changes one forgets it, so the next answer shows
/// the change; other nodes look at the revision every second.
/// </summary>
/// <param name="open">Opens a context.</param>
public sealed class CatalogueEdition(IDbContextFactory<LakudoDb> open)
{
    private readonly ConcurrentDictionary<int, Task<CatalogueSnapshot>> _editions = new();

    /// <summary>The region's catalogue as it is now.</summary>
    public async ValueTask<CatalogueSnapshot> Of(int region)
    {
        var reading = _editions.GetOrAdd(region, Read);
        try
        {
            return reading.IsCompletedSuccessfully ? reading.Result : await reading;
        }
        catch
        {
            // A failed reading is not kept: the next one who asks tries again.
            _editions.TryRemove(KeyValuePair.Create(region, reading));
            throw;
        }
    }

    /// <summary>Forgets a region's catalogue; a reading that began before is not kept either.</summary>
    public void Forget(int region) => _editions.TryRemove(region, out _);

    /// <summary>Forgets catalogues that another process has changed since.</summary>
    public async Task LookAgain(CancellationToken ct = default)
    {
        await using var db = await open.CreateDbContextAsync(ct);
        db.Scope = Scope.Installation;
        var numbers = await db.CatalogueRevisions.AsNoTracking().ToDictionaryAsync(r => r.RegionId, r => r.Number, ct);
        foreach (var (region, reading) in _editions)
        {
            if (reading.IsCompletedSuccessfully && reading.Result.Revision != numbers.GetValueOrDefault(region))
            {
                _editions.TryRemove(KeyValuePair.Create(region, reading));
            }
        }
    }

    /// <summary>Counts a change; part of the verb's own commit.</summary>
    internal static async Task Raise(LakudoDb db, int region, CancellationToken ct)
    {
        if (await db.CatalogueRevisions.SingleOrDefaultAsync(r => r.RegionId == region, ct) is { } revision)
        {
            revision.Number++;
        }
        else
        {
            db.CatalogueRevisions.Add(new() { RegionId = region, Number = 1 });
        }
    }

    private async Task<CatalogueSnapshot> Read(int region)
    {
        await using var db = await open.CreateDbContextAsync();
        db.Scope = new Scope(region, null);
        // The number first: when a change falls between, it is the older number that is kept, and the next look forgets it.
        var number = await db.CatalogueRevisions.AsNoTracking().Select(r => (long?)r.Number).SingleOrDefaultAsync() ?? 0;
        return new(number, await db.Agencies.AsNoTracking().OrderBy(a => a.Id).ToListAsync(), await db.Services.AsNoTracking().OrderBy(s => s.Code).ToListAsync(),
            await db.Requirements.AsNoTracking().Where(r => !r.IsRetired).ToListAsync(), await db.StandardTexts.AsNoTracking().ToListAsync());
    }
}
