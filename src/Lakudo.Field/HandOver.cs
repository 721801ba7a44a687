namespace Lakudo.Field;

/// <summary>
/// Everything a phone has not sent, handed over at once by a file or as QR codes where there is never a signal. It travels as the payload of a <see cref="Signed"/>, packed by gzip and
/// sealed to the region like any batch.
/// </summary>
public sealed record HandOver
{
    /// <summary>Always <see cref="FieldMessages.HandOver"/>.</summary>
    public string Message { get; init; } = FieldMessages.HandOver;

    /// <summary>Made on the phone (UUIDv7); the same work handed over again keeps it.</summary>
    public required Guid Id { get; init; }

    /// <summary>The phone.</summary>
    public required Guid Device { get; init; }

    /// <summary>The phone's clock (UTC) when it was first made.</summary>
    public required DateTime Clock { get; init; }

    /// <summary>16 random bytes. Only who opens the seal learns them, so only the region can say the code of the receipt (<see cref="Protection.Receipts"/>).</summary>
    public required byte[] Secret { get; init; }

    /// <summary>One batch for each visit, so that one wrong entry does not keep the others out.</summary>
    public required IReadOnlyList<Batch> Batches { get; init; }
}
