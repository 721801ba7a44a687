using System.Collections.Immutable;
using Lakudo.Kernel;
using Microsoft.EntityFrameworkCore;

namespace Lakudo.Hall;

/// <summary>All halls of the installation, kept in memory: the first thing every request asks.</summary>
/// <param name="open">Opens a context.</param>
public sealed class HallDirectory(IDbContextFactory<LakudoDb> open)
{
    private ImmutableArray<Place>? _places;

    /// <summary>A hall with what every page needs of it and of its region.</summary>
    /// <param name="Region">The region's number.</param>
    /// <param name="RegionName">The region's full name.</param>
    /// <param name="Hall">The hall's number.</param>
    /// <param name="Slug">The hall's name in addresses.</param>
    /// <param name="Name">The hall's name.</param>
    /// <param name="Address">Where it stands.</param>
    /// <param name="Zone">The zone that decides what today is.</param>
    /// <param name="IsSample">Whether the region is invented.</param>
    public sealed record Place(int Region, string RegionName, int Hall, string Slug, string Name, string Address, TimeZoneInfo Zone, bool IsSample);

    /// <summary>The halls in order of their numbers.</summary>
    public async ValueTask<ImmutableArray<Place>> All(CancellationToken ct = default)
    {
        return _places is { Length: > 0 } known ? known : await Read(ct);
    }

    /// <summary>Reads again what another process may have founded meanwhile.</summary>
    public async ValueTask<ImmutableArray<Place>> Read(CancellationToken ct = default)
    {
        await using var db = await open.CreateDbContextAsync(ct);
        db.Scope = Scope.Installation;
        var rows = await db.Halls.AsNoTracking().OrderBy(h => h.Id)
            .Join(db.Regions, h => h.RegionId, r => r.Id, (h, r) => new { Hall = h, Region = r }).ToListAsync(ct);
        ImmutableArray<Place> places =
        [
            .. rows.Select(x => new Place(x.Region.Id, x.Region.Name, x.Hall.Id, x.Hall.Slug, x.Hall.Name, x.Hall.Address, x.Region.TimeZone, x.Region.IsSample)),
        ];
        _places = places;
        return places;
    }

    /// <summary>The halls as last read; every request reads them first.</summary>
    public ImmutableArray<Place> Known => _places ?? [];

    /// <summary>Forgets what was read; called when a hall is made or renamed.</summary>
    public void Forget() => _places = null;
}
