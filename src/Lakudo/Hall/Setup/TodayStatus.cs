using System.Collections.Immutable;
using Lakudo.Kernel;
using Microsoft.EntityFrameworkCore;

namespace Lakudo.Hall.Setup;

/// <summary>"Bisa dilayani hari ini?": what the clerks said today, with the time they said it.</summary>
public sealed class TodayStatus(LakudoDb db, HallDesk desk)
{
    /// <summary>What is known of a service today.</summary>
    /// <param name="Obstacles">What stands in the way; none when it can be had.</param>
    /// <param name="SetAt">UTC moment it was said.</param>
    public sealed record Answer(ServiceObstacles Obstacles, DateTime SetAt);

    /// <summary>By service; a service nobody spoke of today is missing, which the page says as "belum ada kabar".</summary>
    public async Task<ImmutableDictionary<Guid, Answer>> Run(Caller caller, int hall, CancellationToken ct = default)
    {
        var (key, _) = await desk.Today(caller.Region, hall, ct);
        var rows = await db.As(caller).ServiceStatuses.AsNoTracking().Where(s => s.HallId == hall && s.Day == key.Day).ToListAsync(ct);
        return rows.ToImmutableDictionary(s => s.ServiceId, s => new Answer(s.Obstacles, s.SetAt));
    }
}
