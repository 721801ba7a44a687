using Lakudo.Kernel;
using Microsoft.EntityFrameworkCore;

namespace Lakudo.Catalogue;

/// <summary>The agency says that what stands of its service is right; only then does the public see it (outside the sample).</summary>
public sealed class ConfirmService(LakudoDb db, Commit commit, Clock clock, CatalogueEdition edition)
{
    /// <summary>What is confirmed.</summary>
    /// <param name="Service">The service.</param>
    /// <param name="Decree">Number of the decree that sets the standard.</param>
    /// <param name="DecreeDate">Its date, not after today.</param>
    public sealed record Command(Guid Service, string Decree, DateOnly DecreeDate);

    /// <summary>Confirms. Refused with K-001 to all but the agency's own admin, L-002, L-005, L-006, L-007.</summary>
    public async Task<Outcome<Done>> Run(Caller caller, Command command, CancellationToken ct = default)
    {
        var outcome = await commit.Once<Done>(caller, command, async token =>
        {
            if (await db.Services.SingleOrDefaultAsync(s => s.Id == command.Service, token) is not { } service)
            {
                return CatalogueRefusals.NoSuchService;
            }

            if (db.MayNot(caller, Act.ConfirmService, agency: service.AgencyId) is { } refusal)
            {
                return refusal;
            }

            // A confirmation stands in somebody's name.
            if (caller.Id is not { } by)
            {
                return KernelRefusals.NotAllowed;
            }

            var decree = command.Decree.Trim();
            if (decree.Length is 0 or > 200)
            {
                return CatalogueRefusals.DecreeMissing;
            }

            var region = await db.Regions.AsNoTracking().SingleAsync(r => r.Id == caller.Region, token);
            if (command.DecreeDate > clock.Today(region.TimeZone))
            {
                return CatalogueRefusals.DecreeInFuture;
            }

            if (service.Confirm(by, clock.Today(region.TimeZone), $"{decree}, {command.DecreeDate.ToString("d MMMM yyyy", Formats.Indonesian)}") is { } already)
            {
                return already;
            }

            await CatalogueEdition.Raise(db, caller.Region, token);
            commit.Record(caller, new ServiceConfirmed(service.Id, decree, command.DecreeDate));
            return new Done();
        }, ct);
        edition.Forget(caller.Region);
        return outcome;
    }
}
