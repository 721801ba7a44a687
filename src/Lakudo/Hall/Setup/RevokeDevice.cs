using Lakudo.Kernel;
using Microsoft.EntityFrameworkCore;

namespace Lakudo.Hall.Setup;

/// <summary>Takes a device's token away: it was stolen, sold or replaced.</summary>
public sealed class RevokeDevice(LakudoDb db, Commit commit, Clock clock)
{
    /// <summary>Which.</summary>
    public sealed record Command(int Hall, Guid Device);

    private sealed record DeviceRevoked(Guid Subject) : IFact;

    /// <summary>Refused with K-007 for an unknown device, K-001 to others than the hall's manager. The device is locked out within half a minute.</summary>
    public Task<Outcome<Done>> Run(Caller caller, Command command, CancellationToken ct = default) => commit.Once<Done>(caller, command, async token =>
    {
        if (db.MayNot(caller, Act.SetUpHall, command.Hall) is { } refusal)
        {
            return refusal;
        }

        if (await db.Devices.SingleOrDefaultAsync(d => d.HallId == command.Hall && d.Id == command.Device, token) is not { } device)
        {
            return KernelRefusals.NotFound;
        }

        device.Revoke(clock.Now);
        commit.Record(caller, new DeviceRevoked(device.Id));
        return new Done();
    }, ct);
}
