using Lakudo.Kernel;
using Microsoft.EntityFrameworkCore;

namespace Lakudo.Hall.Setup;

/// <summary>Answers which device carries a token.</summary>
public sealed class DeviceOfToken(LakudoDb db, PersonalData personal)
{
    /// <summary>The device and the assignment it acts under.</summary>
    public sealed record Answer(Guid Id, int Region, int Hall, DeviceKind Kind, string Name, int? Counter, int? Zone, int Roll, DateTime? LastSeenAt)
    {
        /// <summary>What the device may do.</summary>
        public Assignment Assignment => new(Kind switch { DeviceKind.Kiosk => Role.Kiosk, DeviceKind.Counter => Role.CounterDevice, _ => Role.Board }, Region, Hall);
    }

    /// <summary>The device, or null for a token that is unknown or revoked.</summary>
    public async Task<Answer?> Find(string token, CancellationToken ct = default)
    {
        db.Scope = Scope.Installation;
        var hash = personal.Fingerprint("device " + token);
        return await db.Devices.AsNoTracking().Where(d => d.TokenHash == hash)
            .Select(d => new Answer(d.Id, d.RegionId, d.HallId, d.Kind, d.Name, d.Counter, d.Zone, d.Roll, d.LastSeenAt)).SingleOrDefaultAsync(ct);
    }
}
