using Lakudo.Kernel;
using Microsoft.EntityFrameworkCore;

namespace Lakudo.Hall.Setup;

/// <summary>Says whether a service can be had today: two taps for the clerk, a wasted boat trip less for the islander.</summary>
public sealed class SetServiceStatus(LakudoDb db, Commit commit, Clock clock, HallDesk desk)
{
    /// <summary>What stands in the way of which service.</summary>
    public sealed record Command(int Hall, Guid Service, ServiceObstacles Obstacles);

    private sealed record ServiceStatusSet(Guid Subject, int Hall, ServiceObstacles Obstacles) : IFact;

    /// <summary>Refused with K-001 to those who may not.</summary>
    public Task<Outcome<Done>> Run(Caller caller, Command command, CancellationToken ct = default) => commit.Once<Done>(caller, command, async token =>
    {
        if (caller.MayNot(Act.SetServiceStatus, command.Hall) is { } refusal)
        {
            return refusal;
        }

        var (key, _) = await desk.Today(caller.Region, command.Hall, token);
        var status = await db.ServiceStatuses.SingleOrDefaultAsync(s => s.HallId == command.Hall && s.ServiceId == command.Service, token);
        if (status is null)
        {
            status = new ServiceStatus { RegionId = caller.Region, HallId = command.Hall, ServiceId = command.Service };
            db.ServiceStatuses.Add(status);
        }

        (status.Day, status.Obstacles, status.SetAt) = (key.Day, command.Obstacles, clock.Now);
        commit.Record(caller, new ServiceStatusSet(command.Service, command.Hall, command.Obstacles));
        return new Done();
    }, ct);
}
