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

    private sealed record Tried(Answer? Paired);

    /// <summary>Refused with H-041 for a code that is unknown, old, or void after ten wrong ones. Each try counts against every code that waits in the hall.</summary>
    public async Task<Outcome<Answer>> Run(Caller caller, Command command, CancellationToken ct = default)
    {
        // A wrong try must be counted, so it is saved as an answer and only then turned into a refusal.
        var tried = await commit.Once<Tried>(caller, command, async token =>
        {
            var now = clock.Now;
            var waiting = db.Devices.Where(d => d.HallId == command.Hall && d.CodeHash != null && d.CodeUntil >= now);
            // Counted before it is compared: of several tries at once each waits here for the one before it.
            await waiting.ExecuteUpdateAsync(s => s.SetProperty(d => d.Tried, d => d.Tried + 1), token);
            var hash = personal.Fingerprint("pair " + string.Concat((command.Code ?? "").Where(char.IsAsciiDigit)));
            var secret = Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(24));
            if (await db.Devices.Where(d => d.HallId == command.Hall && d.CodeHash == hash).OrderBy(d => d.Id).FirstOrDefaultAsync(token) is not { } device
                || device.Pair(personal.Fingerprint("device " + secret), now) is not null)
            {
                return new Tried(null);
            }

            // Somebody who knows one code does not spend the tries of the others.
            await waiting.Where(d => d.Id != device.Id).ExecuteUpdateAsync(s => s.SetProperty(d => d.Tried, d => d.Tried - 1), token);
            commit.Record(caller, new DevicePaired(device.Id, device.Kind));
            return new Tried(new Answer(device.Id, device.Kind, device.Counter, device.Zone, secret));
        }, ct);
        return tried.IsRefused ? tried.Refusal : tried.Value.Paired is { } paired ? paired : HallRefusals.PairingCodeUnknown;
    }
}
