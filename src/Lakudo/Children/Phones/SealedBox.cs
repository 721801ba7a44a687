using System.IO.Compression;
using System.Text.Json;
using Lakudo.Field;
using Lakudo.Field.Protection;
using Lakudo.Kernel;

namespace Lakudo.Children.Phones;

/// <summary>What a phone sealed to the region: one visit's copy, or everything that it had not sent.</summary>
/// <param name="Batches">The batches inside; one for a copy.</param>
/// <param name="HandOver">The hand-over that they came in; null for a copy.</param>
internal sealed record SealedBox(IReadOnlyList<Batch> Batches, HandOver? HandOver)
{
    private const int Most = 1_000;

    /// <summary>Bytes of everything in one file, unpacked: a thousand visits are half a megabyte. A small file that would unpack without end is stopped here.</summary>
    public const int LargestUnpacked = 8 * 1024 * 1024;

    /// <summary>Names, values and brackets of one hand-over: a thousand visits have 60,000.</summary>
    private const int MostParts = 400_000;

    /// <summary>Opens a box with the region's key. Refused with C-027 where it does not open or is not signed by that phone, C-021 where what is inside cannot be read.</summary>
    /// <param name="keys">The region's keys.</param>
    /// <param name="box">The box.</param>
    /// <param name="phone">Whose it has to be.</param>
    /// <param name="limit">Counts what is unpacked; one for all boxes of a file.</param>
    /// <param name="ct">Stops waiting.</param>
    public static async Task<Outcome<SealedBox>> Open(SealingKeys keys, SealedBatch? box, Phone phone, ExpansionLimit limit, CancellationToken ct)
    {
        if (box?.Key is null) return ChildrenRefusals.SealBroken;
        using var key = await keys.Open(box.Key, ct);
        if (key is null || Sealing.Open(box, key) is not { Payload: not null, Signature: not null } signed || signed.Device != phone.Id || signed.Number is not null || !IsBy(phone, signed)) return ChildrenRefusals.SealBroken;
        return Read(signed, box.Id, limit);
    }

    /// <summary>Whether a box was refused because it holds more than is read.</summary>
    public static bool IsTooLarge(Refusal? refusal) => refusal is { } why && (why.Code == KernelRefusals.ExpandsTooFar.Code || why.Code == KernelRefusals.TooManyParts.Code);

    /// <summary>By the key that sends, or by the one key that the phone had before: work of then may come at any time.</summary>
    private static bool IsBy(Phone phone, Signed signed) => signed.IsBy(phone.PublicKey!) || (phone.FormerKey is { } former && signed.IsBy(former));

    /// <summary>Reads what was signed: a batch as it stands, a hand-over packed by gzip. No JSON begins with gzip's mark.</summary>
    private static Outcome<SealedBox> Read(Signed signed, Guid id, ExpansionLimit limit)
    {
        if (signed.Payload is not [0x1f, 0x8b, ..])
            return PhoneDoor.Read(signed, FieldJson.Default.Batch).Then(batch => new SealedBox([batch], null));
        try
        {
            using var text = new CountedStream(new GZipStream(new MemoryStream(signed.Payload), CompressionMode.Decompress), limit);
            using var unpacked = new MemoryStream();
            text.CopyTo(unpacked);
            return CountedJson.Read(unpacked.GetBuffer().AsSpan(0, (int)unpacked.Length), FieldJson.Default.HandOver, MostParts) is { Message: FieldMessages.HandOver, Secret.Length: 16, Batches: { Count: > 0 and <= Most } batches } handOver
                   && handOver.Id == id && handOver.Device == signed.Device && batches.All(batch => batch is not null)
                ? new SealedBox(batches, handOver)
                : ChildrenRefusals.MessageUnreadable;
        }
        catch (FileTooLargeException fault)
        {
            return fault.Refusal;
        }
        catch (Exception fault) when (fault is JsonException or InvalidDataException)
        {
            return ChildrenRefusals.MessageUnreadable;
        }
    }
}
