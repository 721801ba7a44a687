using System.Security.Cryptography;
using Lakudo.Kernel;
using Microsoft.EntityFrameworkCore;

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
    /// <param name="Roll">Width of a kiosk's paper roll in millimetres: 58 or 80.</param>
    public sealed record Command(int Hall, DeviceKind Kind, string Name, int? Counter = null, int? Zone = null, int Roll = 80);

    /// <summary>The code, shown once: six digits, good for a quarter of an hour.</summary>
    public sealed record Answer(Guid Device, string Code);

    private sealed record DeviceRegistered(Guid Subject, int Hall, DeviceKind Kind) : IFact;

    /// <summary>Refused with H-052 when name, counter, zone or roll cannot be right, K-001 to others than the hall's manager.</summary>
    public Task<Outcome<Answer>> Run(Caller caller, Command command, CancellationToken ct = default) => commit.Once<Answer>(caller, command, async token =>
    {
        if (db.MayNot(caller, Act.SetUpHall, command.Hall) is { } refusal)
        {
            return refusal;
        }

        if (command.Name.Trim() is not { Length: > 0 and <= 60 } || command.Roll is not (58 or 80)
            || (command.Kind == DeviceKind.Counter && !await db.Counters.AnyAsync(c => c.HallId == command.Hall && c.Id == command.Counter, token))
            || (command.Zone is { } zone && !await db.Zones.AnyAsync(z => z.HallId == command.Hall && z.Id == zone, token)))
        {
            return HallRefusals.DeviceWrong;
        }

        var code = RandomNumberGenerator.GetInt32(1_000_000).ToString("D6", System.Globalization.CultureInfo.InvariantCulture);
        var device = new Device(caller.Region, Ids.New(clock), command.Hall, command.Kind, command.Name.Trim(), command.Counter, command.Zone, command.Roll, personal.Fingerprint("pair " + code), clock.Now);
        db.Devices.Add(device);
        commit.Record(caller, new DeviceRegistered(device.Id, command.Hall, command.Kind));
        return new Answer(device.Id, code);
    }, ct);
}
