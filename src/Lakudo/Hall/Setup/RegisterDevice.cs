using System.Security.Cryptography;
using Lakudo.Kernel;

namespace Lakudo.Hall.Setup;

/// <summary>Announces a device and makes the short code by which it is paired.</summary>
public sealed class RegisterDevice(LakudoDb db, Commit commit, Clock clock, PersonalData personal)
{
    /// <summary>The device.</summary>
    /// <param name="Hall">The hall.</param>
    /// <param name="Kind">What it is for.</param>
    /// <param name="Name">How people call it: "Kiosk pintu depan".</param>
    /// <param name="Counter">The counter a counter computer stands at.</param>
    /// <param name="Zone">The zone a board shows.</param>
    public sealed record Command(int Hall, DeviceKind Kind, string Name, int? Counter = null, int? Zone = null);

    /// <summary>The code, shown once: six digits, good for a quarter of an hour.</summary>
    public sealed record Answer(Guid Device, string Code);

    private sealed record DeviceRegistered(Guid Subject, int Hall, DeviceKind Kind) : IFact;

    /// <summary>Refused with K-001 to others than the hall's manager.</summary>
    public Task<Outcome<Answer>> Run(Caller caller, Command command, CancellationToken ct = default) => commit.Once<Answer>(caller, command, _ =>
    {
        if (caller.MayNot(Act.SetUpHall, command.Hall) is { } refusal)
        {
            return Task.FromResult<Outcome<Answer>>(refusal);
        }

        var code = RandomNumberGenerator.GetInt32(1_000_000).ToString("D6", System.Globalization.CultureInfo.InvariantCulture);
        var device = new Device(caller.Region, Ids.New(clock), command.Hall, command.Kind, command.Name, command.Counter, command.Zone, personal.Fingerprint("pair " + code), clock.Now);
        db.Devices.Add(device);
        commit.Record(caller, new DeviceRegistered(device.Id, command.Hall, command.Kind));
        return Task.FromResult<Outcome<Answer>>(new Answer(device.Id, code));
    }, ct);
}
