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

    /// <summary>Bytes of an unpacked hand-over: a thousand visits are half a megabyte. A small file that would unpack without end is stopped here.</summary>
    private const int LargestUnpacked = 8 * 1024 * 1024;

    /// <summary>Opens a box with the region's key. Refused with C-027 where it does not open or is not signed by that phone, C-021 where what is inside cannot be read.</summary>
    public static async Task<Outcome<SealedBox>> Open(SealingKeys keys, SealedBatch? box, Phone phone, CancellationToken ct)
    {
        if (box?.Key is null) return ChildrenRefusals.SealBroken;
        using var key = await keys.Open(box.Key, ct);
        if (key is null || Sealing.Open(box, key) is not { Payload: not null, Signature: not null } signed || signed.Device != phone.Id || signed.Number is not null || !IsBy(phone, signed)) return ChildrenRefusals.SealBroken;
        return Read(signed, box.Id);
    }

    /// <summary>By the key that sends, or by the one key that the phone had before: work of then may come at any time.</summary>
    private static bool IsBy(Phone phone, Signed signed) => signed.IsBy(phone.PublicKey!) || (phone.FormerKey is { } former && signed.IsBy(former));

    /// <summary>Reads what was signed: a batch as it stands, a hand-over packed by gzip. No JSON begins with gzip's mark.</summary>
    private static Outcome<SealedBox> Read(Signed signed, Guid id)
    {
        if (signed.Payload is not [0x1f, 0x8b, ..])
            return PhoneDoor.Read(signed, FieldJson.Default.Batch).Then(batch => new SealedBox([batch], null));
        try
        {
            using var text = new GZipStream(new MemoryStream(signed.Payload), CompressionMode.Decompress);
            var unpacked = new byte[LargestUnpacked];
            var length = text.ReadAtLeast(unpacked, unpacked.Length, throwOnEndOfStream: false);
            if (length == unpacked.Length) return ChildrenRefusals.MessageUnreadable;
            return JsonSerializer.Deserialize(unpacked.AsSpan(0, length), FieldJson.Default.HandOver) is { Message: FieldMessages.HandOver, Secret.Length: 16, Batches: { Count: > 0 and <= Most } batches } handOver
                   && handOver.Id == id && handOver.Device == signed.Device && batches.All(batch => batch is not null)
                ? new SealedBox(batches, handOver)
                : ChildrenRefusals.MessageUnreadable;
        }
        catch (Exception fault) when (fault is JsonException or InvalidDataException)
        {
            return ChildrenRefusals.MessageUnreadable;
        }
    }
}
