using Lakudo.Kernel;

namespace Lakudo.Children.Phones;

/// <summary>A cadre's phone. It is registered by a one-time code, signs with a key that cannot leave it, and may have one posyandu's data.</summary>
internal sealed class Phone : IRegional
{
    /// <summary>How long a code can be used: it is told in person or by telephone, and the cadre may only have a signal in the evening.</summary>
    public static readonly TimeSpan CodeLife = TimeSpan.FromHours(24);

    private Phone()
    {
    }

    public Phone(int regionId, Guid id, Guid workerId, Guid posyanduId, byte[] codeHash, DateTime now)
    {
        (RegionId, Id, WorkerId, PosyanduId, CodeHash, CodeUntil) = (regionId, id, workerId, posyanduId, codeHash, now + CodeLife);
    }

    public int RegionId { get; private set; }

    public Guid Id { get; private set; }

    /// <summary>The cadre to whom the code was given.</summary>
    public Guid WorkerId { get; private set; }

    public Guid PosyanduId { get; private set; }

    /// <summary>Keyed hash of the code while it can be used.</summary>
    public byte[]? CodeHash { get; private set; }

    public DateTime CodeUntil { get; private set; }

    /// <summary>ECDSA key on P-256 (SubjectPublicKeyInfo); null until registered.</summary>
    public byte[]? PublicKey { get; private set; }

    public string Model { get; private set; } = "";

    public DateTime? RegisteredAt { get; private set; }

    /// <summary>When it last sent or asked for something.</summary>
    public DateTime? LastSeenAt { get; private set; }

    /// <summary>By how many seconds its clock was ahead then.</summary>
    public int ClockSkewSeconds { get; private set; }

    /// <summary>The highest of its own count of batches that came.</summary>
    public long LastSeq { get; private set; }

    /// <summary>Since when it is to forget everything.</summary>
    public DateTime? WipeOrderedAt { get; private set; }

    /// <summary>When it was told so.</summary>
    public DateTime? WipeToldAt { get; private set; }

    /// <summary>Takes the code for one key. The same key may ask again while the code holds: its first answer may have been lost on the way.</summary>
    public Refusal? Register(byte[] publicKey, string model, int skew, DateTime now)
    {
        if (CodeHash is null || CodeUntil < now || WipeOrderedAt is not null || (PublicKey is { } first && !first.AsSpan().SequenceEqual(publicKey))) return ChildrenRefusals.CodeUnknown;
        (PublicKey, Model, RegisteredAt, LastSeenAt, ClockSkewSeconds) = (publicKey, model, RegisteredAt ?? now, now, skew);
        return null;
    }

    /// <summary>It made contact.</summary>
    public void Seen(DateTime now, int skew, long seq = 0) => (LastSeenAt, ClockSkewSeconds, LastSeq) = (now, skew, Math.Max(LastSeq, seq));

    /// <summary>It is to forget everything at its next contact; a code not yet used is void.</summary>
    public void OrderWipe(DateTime now) => (CodeHash, WipeOrderedAt) = (null, WipeOrderedAt ?? now);

    /// <summary>It asked, and was told to forget.</summary>
    public void ToldToWipe(DateTime now) => (WipeToldAt, LastSeenAt) = (WipeToldAt ?? now, now);
}
