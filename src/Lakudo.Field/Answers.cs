using System.Text.Json.Serialization;

namespace Lakudo.Field;

/// <summary>What became of a batch.</summary>
public enum BatchVerdict : byte
{
    /// <summary>Refused whole; nothing of it was entered, <see cref="BatchAnswer.Refusals"/> say why.</summary>
    Refused = 0,

    /// <summary>Every entry is in the register.</summary>
    Accepted = 1,

    /// <summary>It was already here; this is the first answer again.</summary>
    AcceptedBefore = 2,
}

/// <summary>What the phone has to do, whatever else is answered.</summary>
public enum DeviceOrder : byte
{
    /// <summary>Nothing.</summary>
    None = 0,

    /// <summary>Forget everything but the sealed copies of unsent work: the phone was lost, its cadre has left, or too many wrong PINs were tried.</summary>
    Wipe = 1,

    /// <summary>Ask for everything anew: the posyandu of this phone has changed or its cursor is too old.</summary>
    LoadAgain = 2,
}

/// <summary>The answer to a <see cref="Batch"/>.</summary>
public sealed record BatchAnswer
{
    /// <summary>The batch.</summary>
    public required Guid Batch { get; init; }

    /// <summary>What became of it.</summary>
    public required BatchVerdict Verdict { get; init; }

    /// <summary>The server's clock (UTC) when it came.</summary>
    public required DateTime ReceivedAt { get; init; }

    /// <summary>Seconds by which the phone's clock was ahead of the server's; negative when behind.</summary>
    public int ClockSkewSeconds { get; init; }

    /// <summary>Why it was refused, per entry; empty when accepted.</summary>
    public IReadOnlyList<EntryNote> Refusals { get; init; } = [];

    /// <summary>What the cadre should know of accepted entries: another device measured the same child, the puskesmas will look at it.</summary>
    public IReadOnlyList<EntryNote> Notes { get; init; } = [];

    /// <summary>What the phone has to do.</summary>
    public DeviceOrder Order { get; init; }
}

/// <summary>What the server says of one entry.</summary>
/// <param name="Entry">The entry; null when it concerns the whole batch.</param>
/// <param name="Code">The number of the refusal or one of <see cref="EntryNotes"/>.</param>
/// <param name="Text">In Indonesian, for the cadre.</param>
public sealed record EntryNote(Guid? Entry, string Code, string Text);

/// <summary>Codes of notes on accepted entries.</summary>
public static class EntryNotes
{
    /// <summary>Another measurement of this child on this day is kept beside it until the puskesmas decides.</summary>
    public const string Conflict = "N-001";

    /// <summary>The server computed something else than the phone showed.</summary>
    public const string ComputedOtherwise = "N-002";

    /// <summary>It will be looked at by the puskesmas first.</summary>
    public const string Flagged = "N-003";

    /// <summary>The newcomer looks like a child already registered; the puskesmas decides.</summary>
    public const string LikelyDouble = "N-004";

    /// <summary>It is about somebody who is no longer in the register; nothing of it was kept.</summary>
    public const string Erased = "N-005";
}

/// <summary>Sealed copies, from a phone that cannot open its own records any more; the puskesmas releases them.</summary>
/// <param name="Clock">The phone's clock (UTC).</param>
/// <param name="Batches">Sealed batches; each holds a <see cref="Signed"/> batch.</param>
public sealed record HandInSealed(DateTime Clock, IReadOnlyList<SealedBatch> Batches)
{
    /// <summary>Always <see cref="FieldMessages.Sealed"/>.</summary>
    public string Message { get; init; } = FieldMessages.Sealed;

    /// <summary>The phone cannot open its records any more: its key for reading ends here, whoever may hold it.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public bool HasForgotten { get; init; }
}

/// <summary>The answer to <see cref="HandInSealed"/>.</summary>
/// <param name="Kept">The ids of the sealed batches that are kept now; the phone may forget them.</param>
public sealed record SealedKept(IReadOnlyList<Guid> Kept);

/// <summary>A signed batch, readable by the region's key only.</summary>
/// <param name="Id">Made on the phone (UUIDv7).</param>
/// <param name="Key">Which key of the region (<see cref="RegionKey.Id"/>).</param>
/// <param name="Ephemeral">The sender's one-time ECDH key on P-256: 65 bytes, uncompressed point.</param>
/// <param name="Iv">12 bytes.</param>
/// <param name="Ciphertext">AES-256-GCM of the JSON of a <see cref="Signed"/>, tag of 16 bytes at the end; <see cref="Protection.Sealing"/> says how the key is made.</param>
public sealed record SealedBatch(Guid Id, string Key, byte[] Ephemeral, byte[] Iv, byte[] Ciphertext);
