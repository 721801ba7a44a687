using System.Security.Cryptography;
using Lakudo.Kernel;
using Microsoft.EntityFrameworkCore;

namespace Lakudo.Hall.Setup;

/// <summary>A device gives its pairing code and gets the token it carries from then on.</summary>
public sealed class PairDevice(LakudoDb db, Commit commit, Clock clock, PersonalData personal)
{
    /// <summary>What was typed on the device.</summary>
    public sealed record Command(int Hall, string? Code);

    /// <summary>The device and its token, given once.</summary>
    public sealed record Answer(Guid Device, DeviceKind Kind, int? Counter, int? Zone, string Token);

    private sealed record DevicePaired(Guid Subject, DeviceKind Kind) : IFact;

    /// <summary>Refused with H-041 for an unknown or old code.</summary>
    public Task<Outcome<Answer>> Run(Caller caller, Command command, CancellationToken ct = default) => commit.Once<Answer>(caller, command, async token =>
    {
        var hash = personal.Fingerprint("pair " + string.Concat((command.Code ?? "").Where(char.IsAsciiDigit)));
        if (await db.Devices.SingleOrDefaultAsync(d => d.HallId == command.Hall && d.CodeHash == hash, token) is not { } device)
        {
            return HallRefusals.PairingCodeUnknown;
        }

        var secret = Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(24));
        if (device.Pair(personal.Fingerprint("device " + secret), clock.Now) is { } refusal)
        {
            return refusal;
        }

        commit.Record(caller, new DevicePaired(device.Id, device.Kind));
        return new Answer(device.Id, device.Kind, device.Counter, device.Zone, secret);
    }, ct);
}
