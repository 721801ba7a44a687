using Lakudo.Kernel;

namespace Lakudo.Hall.Setup;

/// <summary>What a registered device is for.</summary>
public enum DeviceKind
{
    /// <summary>Anjungan: hands out numbers.</summary>
    Kiosk = 1,

    /// <summary>Komputer loket.</summary>
    Counter = 2,

    /// <summary>Papan antrean.</summary>
    Board = 3,
}

/// <summary>A kiosk, counter computer or board. It is registered by a short code that the manager reads out, and then carries a token of its own.</summary>
internal sealed class Device : IRegional
{
    /// <summary>How long a pairing code can be used.</summary>
    public static readonly TimeSpan CodeLife = TimeSpan.FromMinutes(15);

    /// <summary>After so many wrong codes typed in the hall, every code that waits there is void: a million codes are few for whoever may try on.</summary>
    public const int MostTries = 10;

    private Device()
    {
    }

    public Device(int regionId, Guid id, int hallId, DeviceKind kind, string name, int? counter, int? zone, int roll, byte[] codeHash, DateTime now)
    {
        (RegionId, Id, HallId, Kind, Name, Counter, Zone, Roll, CodeHash, CodeUntil) = (regionId, id, hallId, kind, name, counter, zone, roll, codeHash, now + CodeLife);
    }

    public int RegionId { get; private set; }

    public Guid Id { get; private set; }

    public int HallId { get; private set; }

    public DeviceKind Kind { get; private set; }

    public string Name { get; private set; } = "";

    /// <summary>The counter a counter computer stands at.</summary>
    public int? Counter { get; private set; }

    /// <summary>The zone a board shows; null for all.</summary>
    public int? Zone { get; private set; }

    /// <summary>Width of a kiosk's paper roll in millimetres: 58 or 80.</summary>
    public int Roll { get; private set; } = 80;

    /// <summary>Keyed hash of the pairing code while it can be used.</summary>
    public byte[]? CodeHash { get; private set; }

    public DateTime? CodeUntil { get; private set; }

    /// <summary>How many codes were tried in the hall while this one could be used.</summary>
    public int Tried { get; private set; }

    /// <summary>Keyed hash of the token the device carries.</summary>
    public byte[]? TokenHash { get; private set; }

    public DateTime? PairedAt { get; private set; }

    /// <summary>When the device last asked for something, to the nearest five minutes; null before its first request.</summary>
    public DateTime? LastSeenAt { get; private set; }

    public DateTime? RevokedAt { get; private set; }

    /// <summary>Whether the pairing code can still be exchanged.</summary>
    public bool WaitsForCode(DateTime now) => CodeHash is not null && CodeUntil >= now && Tried <= MostTries && RevokedAt is null;

    /// <summary>Exchanges the code for a token, once.</summary>
    public Refusal? Pair(byte[] token, DateTime now)
    {
        if (!WaitsForCode(now))
        {
            return HallRefusals.PairingCodeUnknown;
        }

        (CodeHash, CodeUntil, TokenHash, PairedAt) = (null, null, token, now);
        return null;
    }

    /// <summary>Takes the device's token away.</summary>
    public void Revoke(DateTime now) => (TokenHash, CodeHash, RevokedAt) = (null, null, RevokedAt ?? now);
}
