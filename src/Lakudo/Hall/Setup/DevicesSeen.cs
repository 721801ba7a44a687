using System.Collections.Immutable;
using Lakudo.Kernel;
using Microsoft.EntityFrameworkCore;

namespace Lakudo.Hall.Setup;

/// <summary>When each device in use of a region was last heard of.</summary>
public sealed class DevicesSeen(LakudoDb db)
{
    /// <summary>A device that carries a token.</summary>
    /// <param name="Name">How people call it.</param>
    /// <param name="Kind">What it is for.</param>
    /// <param name="LastSeenAt">UTC moment of its last request, to five minutes; null when it never asked for anything.</param>
    public sealed record Row(string Name, DeviceKind Kind, DateTime? LastSeenAt);

    /// <summary>Refused with K-001 to those who may not see the installation.</summary>
    public async Task<Outcome<ImmutableArray<Row>>> Run(Caller caller, CancellationToken ct = default)
    {
        if (db.MayNot(caller, Act.SeeInstallation) is { } refusal)
        {
            return refusal;
        }

        var rows = await db.Devices.AsNoTracking().Where(d => d.TokenHash != null).Select(d => new { d.Name, d.Kind, d.LastSeenAt }).ToListAsync(ct);
        return rows.OrderBy(d => d.Kind).ThenBy(d => d.Name, StringComparer.Ordinal).Select(d => new Row(d.Name, d.Kind, d.LastSeenAt)).ToImmutableArray();
    }
}
