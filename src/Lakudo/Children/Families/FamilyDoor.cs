using Lakudo.Kernel;

namespace Lakudo.Children.Families;

/// <summary>Wrong tries at one token or from one network address. A token that no card has is counted and locked like any other, so that an answer never tells which exist.</summary>
internal sealed class FamilyDoor : IRegional
{
    /// <summary>Wrong tries after which a token is locked until a health worker opens it.</summary>
    public const int TriesOfToken = 5;

    /// <summary>Wrong tries of one address in an hour: a whole village may come from one.</summary>
    public const int TriesOfAddress = 30;

    private static readonly TimeSpan Forgotten = TimeSpan.FromDays(1);
    private static readonly TimeSpan Hour = TimeSpan.FromHours(1);

    private FamilyDoor()
    {
    }

    public FamilyDoor(int regionId, byte[] key, bool isAddress, DateTime now) => (RegionId, Key, IsAddress, Since, LastAt) = (regionId, key, isAddress, now, now);

    public int RegionId { get; private set; }

    /// <summary>Keyed hash of the token or address.</summary>
    public byte[] Key { get; private set; } = [];

    public bool IsAddress { get; private set; }

    /// <summary>Wrong tries since <see cref="Since"/>.</summary>
    public int Wrong { get; private set; }

    public DateTime Since { get; private set; }

    public DateTime LastAt { get; private set; }

    public DateTime? LockedAt { get; private set; }

    /// <summary>Why no try is taken now, or null.</summary>
    public Refusal? Closed(DateTime now) => IsAddress
        ? Wrong >= TriesOfAddress && now - Since < Hour ? FamilyRefusals.AddressTired : null
        : LockedAt is not null ? FamilyRefusals.DoorLocked.With(TriesOfToken) : null;

    /// <summary>Counts a wrong try. Gives whether the token is locked by it. What an address did an hour ago, or somebody mistyped a day ago, is forgotten.</summary>
    public bool Fail(DateTime now)
    {
        if (now - (IsAddress ? Since : LastAt) >= (IsAddress ? Hour : Forgotten)) (Wrong, Since) = (0, now);
        (Wrong, LastAt) = (Wrong + 1, now);
        if (IsAddress || Wrong < TriesOfToken) return false;
        LockedAt = now;
        return true;
    }

    /// <summary>It was opened rightly, or a health worker opened it again.</summary>
    public void Clear() => (Wrong, LockedAt) = (0, null);
}
