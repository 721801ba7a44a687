using Lakudo.Catalogue;
using Lakudo.Kernel;
using Microsoft.EntityFrameworkCore;

namespace Lakudo.Hall.Setup;

/// <summary>Says whether services can be had today: two taps for the clerk, a wasted boat trip less for the islander.</summary>
public sealed class SetServiceStatus(LakudoDb db, Commit commit, Clock clock, HallDesk desk, CatalogueEdition edition)
{
    /// <summary>What stands in the way of which services: one, or all of an agency when its network is down.</summary>
    public sealed record Command(int Hall, IReadOnlyList<Guid> Services, ServiceObstacles Obstacles);

    private sealed record ServiceStatusSet(Guid Subject, int Hall, ServiceObstacles Obstacles) : IFact;

    /// <summary>Refused with K-007 for an unknown service, K-001 to those who may not; staff bound to an agency speak of its services only. All or nothing.</summary>
    public Task<Outcome<Done>> Run(Caller caller, Command command, CancellationToken ct = default) => commit.Once<Done>(caller, command, async token =>
    {
        if (db.MayNot(caller, Act.SetServiceStatus, command.Hall) is { } refusal)
        {
            return refusal;
        }

        var catalogue = await edition.Of(caller.Region);
        var (key, _) = await desk.Today(caller.Region, command.Hall, token);
        foreach (var service in command.Services.Distinct())
        {
            if (catalogue.Find(service) is not { } card)
            {
                return KernelRefusals.NotFound;
            }

            if (db.MayNot(caller, Act.SetServiceStatus, command.Hall, card.Agency.Id) is { } foreign)
            {
                return foreign;
            }

            var status = await db.ServiceStatuses.SingleOrDefaultAsync(s => s.HallId == command.Hall && s.ServiceId == service, token);
            if (status is null)
            {
                status = new ServiceStatus { RegionId = caller.Region, HallId = command.Hall, ServiceId = service };
                db.ServiceStatuses.Add(status);
            }

            (status.Day, status.Obstacles, status.SetAt) = (key.Day, command.Obstacles, clock.Now);
            commit.Record(caller, new ServiceStatusSet(service, command.Hall, command.Obstacles));
        }

        return new Done();
    }, ct);
}
