using System.Collections.Immutable;
using Lakudo.Kernel;
using Microsoft.EntityFrameworkCore;

namespace Lakudo.Hall.Setup;

/// <summary>The devices of a hall, those that were taken out of use last.</summary>
public sealed class DeviceList(LakudoDb db, Clock clock)
{
    /// <summary>A device.</summary>
    /// <param name="Id">The device.</param>
    /// <param name="Name">How people call it.</param>
    /// <param name="Kind">What it is for.</param>
    /// <param name="Counter">The counter it stands at.</param>
    /// <param name="Zone">The zone it shows.</param>
    /// <param name="PairedAt">UTC moment it was paired; null while its code waits.</param>
    /// <param name="RevokedAt">UTC moment it was taken out of use.</param>
    /// <param name="WaitsForCode">Whether its pairing code can still be typed in.</param>
    public sealed record Row(Guid Id, string Name, DeviceKind Kind, int? Counter, int? Zone, DateTime? PairedAt, DateTime? RevokedAt, bool WaitsForCode);

    /// <summary>Refused with K-001 to others than the hall's manager.</summary>
    public async Task<Outcome<ImmutableArray<Row>>> Run(Caller caller, int hall, CancellationToken ct = default)
    {
        if (db.MayNot(caller, Act.SetUpHall, hall) is { } refusal)
        {
            return refusal;
        }

        var now = clock.Now;
        var rows = await db.Devices.AsNoTracking().Where(d => d.HallId == hall).ToListAsync(ct);
        return rows.OrderBy(d => d.RevokedAt is not null).ThenBy(d => d.Kind).ThenBy(d => d.Name, StringComparer.Ordinal)
            .Select(d => new Row(d.Id, d.Name, d.Kind, d.Counter, d.Zone, d.PairedAt, d.RevokedAt, d.WaitsForCode(now))).ToImmutableArray();
    }
}
