using System.Security.Cryptography;
using Lakudo.Kernel;

namespace Lakudo.Children.Phones;

/// <summary>
/// A cadre's phone. It is registered by a one-time code and may have one posyandu's data. Two keys speak for it: one reads and sends, lies behind the PIN and ends with a wipe or a lock-out; the other
/// can only hand in sealed work and have PINs counted, and goes on. A phone of an earlier edition has one key for everything until its next sending.
/// </summary>
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

    /// <summary>The key that reads and sends: ECDSA on P-256 (SubjectPublicKeyInfo); null until registered.</summary>
    public byte[]? PublicKey { get; private set; }

    /// <summary>The key that can only hand in; null for a phone of an earlier edition.</summary>
    public byte[]? HandInKey { get; private set; }

    /// <summary>The one key of an earlier edition, after its change: it still stands under unsent work and hands it in, and reads nothing.</summary>
    public byte[]? FormerKey { get; private set; }

    /// <summary>Keyed hash of the secret that the right PIN unmasks.</summary>
    public byte[]? SecretHash { get; private set; }

    /// <summary>The server's share of the key to the history, sealed; null once reading ended.</summary>
    public byte[]? ShareSealed { get; private set; }

    /// <summary>Wrong PINs since the last right one, as counted here.</summary>
    public int WrongTries { get; private set; }

    /// <summary>The highest number of a message by the key that reads and sends.</summary>
    public long LastNumber { get; private set; }

    /// <summary>The highest number of a message by the key that hands in.</summary>
    public long LastHandInNumber { get; private set; }

    /// <summary>Since when (UTC) its key for reading is dead for another reason than a wipe: too many wrong PINs, or the phone cannot open its records any more.</summary>
    public DateTime? ReadEndedAt { get; private set; }

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

    /// <summary>Whether its key for reading is dead: it gets the order to forget and nothing else.</summary>
    public bool IsToForget => WipeOrderedAt is not null || ReadEndedAt is not null;

    /// <summary>When it was told so.</summary>
    public DateTime? WipeToldAt { get; private set; }

    /// <summary>Takes the code for one key. The same key may ask again while the code holds: its first answer may have been lost on the way.</summary>
    public Refusal? Register(byte[] publicKey, string model, int skew, DateTime now)
    {
        if (CodeHash is null || CodeUntil < now || WipeOrderedAt is not null || (PublicKey is { } first && !first.AsSpan().SequenceEqual(publicKey))) return ChildrenRefusals.CodeUnknown;
        (PublicKey, Model, RegisteredAt, LastSeenAt, ClockSkewSeconds) = (publicKey, model, RegisteredAt ?? now, now, skew);
        return null;
    }

    /// <summary>Takes the two keys of a phone just registered or changing its one key, and the share made for it. Once taken they stay.</summary>
    public void TakeKeys(byte[] readKey, byte[] handInKey, byte[] secretHash, byte[] shareSealed)
    {
        if (HandInKey is not null) return;
        if (!PublicKey.AsSpan().SequenceEqual(readKey)) FormerKey = PublicKey;
        (PublicKey, HandInKey, SecretHash, ShareSealed) = (readKey, handInKey, secretHash, shareSealed);
    }

    /// <summary>Whether these keys are its own and have not spoken yet: then a lost answer is given again, and to nobody afterwards.</summary>
    public bool MayHearAgain(byte[] readKey, byte[] handInKey) =>
        (LastNumber, LastHandInNumber) == (0, 0) && PublicKey.AsSpan().SequenceEqual(readKey) && HandInKey.AsSpan().SequenceEqual(handInKey);

    /// <summary>A PIN was tried; right or wrong by the hash of what it unmasked. After so many wrong ones reading ends.</summary>
    public bool TryPin(byte[] secretHash, int most, DateTime now)
    {
        var isRight = SecretHash is not null && ShareSealed is not null && CryptographicOperations.FixedTimeEquals(SecretHash, secretHash);
        WrongTries = isRight ? 0 : WrongTries + 1;
        LastSeenAt = now;
        if (WrongTries >= most) EndReading(now);
        return isRight;
    }

    /// <summary>Its key for reading is dead from now on and the share is gone. Gives whether it was alive.</summary>
    public bool EndReading(DateTime now)
    {
        if (ReadEndedAt is not null) return false;
        (ReadEndedAt, SecretHash, ShareSealed) = (now, null, null);
        return true;
    }

    /// <summary>It made contact.</summary>
    public void Seen(DateTime now, int skew, long seq = 0) => (LastSeenAt, ClockSkewSeconds, LastSeq) = (now, skew, Math.Max(LastSeq, seq));

    /// <summary>Its key for reading is dead at once, and it is to forget everything at its next contact; a code not yet used is void.</summary>
    public void OrderWipe(DateTime now) => (CodeHash, WipeOrderedAt, SecretHash, ShareSealed) = (null, WipeOrderedAt ?? now, null, null);

    /// <summary>It asked, and was told to forget.</summary>
    public void ToldToWipe(DateTime now) => (WipeToldAt, LastSeenAt) = (WipeToldAt ?? now, now);
}
