namespace Lakudo.Field;

/// <summary>How everything travels that a registered phone says: the exact bytes of the message, and the phone's signature over them.</summary>
/// <param name="Device">The phone, as named at its registration.</param>
/// <param name="Payload">The UTF-8 bytes of the message's JSON. They are signed as they stand, so that neither side has to write them again the same way.</param>
/// <param name="Signature">ECDSA on P-256 with SHA-256 over <see cref="Protection.Signing.SignedBytes"/>: 64 bytes, r then s (IEEE P1363), as WebCrypto makes it.</param>
public sealed record Signed(Guid Device, byte[] Payload, byte[] Signature)
{
    /// <summary>
    /// The message's number, part of what is signed: each is higher than the one before, and the server takes none twice, so that a captured message is worth nothing. Null inside a seal, where
    /// entries are known by their own ids, and from phones of an earlier edition.
    /// </summary>
    public long? Number { get; init; }
}

/// <summary>The kinds of messages that travel in <see cref="Signed"/>. Each payload names its own, so that one message is never taken for another.</summary>
public static class FieldMessages
{
    /// <summary>The edition of what app and server say to each other. A server that no longer understands it refuses and says so in words.</summary>
    public const int Edition = 1;

    /// <summary>A batch of entries.</summary>
    public const string Batch = "batch";

    /// <summary>The question for what is new.</summary>
    public const string Changes = "changes";

    /// <summary>Sealed batches handed in by a phone that cannot open its own records any more.</summary>
    public const string Sealed = "sealed";

    /// <summary>Everything unsent, carried to the puskesmas.</summary>
    public const string HandOver = "handover";

    /// <summary>A phone of an earlier edition gives its two new keys.</summary>
    public const string Keys = "keys";

    /// <summary>The question for the server's share of the key to the history.</summary>
    public const string Share = "share";
}
