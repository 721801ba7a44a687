using System.Text.Json;
using Lakudo.Field;
using Lakudo.Kernel;
using Microsoft.EntityFrameworkCore;

namespace Lakudo.Children.Phones;

/// <summary>Keeps sealed batches of a phone that cannot open its own records any more: locked out by a forgotten PIN, or ordered to forget. Unsent work is never lost.</summary>
public sealed class HandIn(LakudoDb db, Commit commit, Clock clock)
{
    private const int Most = 1_000;
    private const int LargestBox = 512 * 1024;

    /// <summary>Refused with C-020 for an unknown phone or a forged signature, C-021 for what cannot be read or is too large, C-070 for a message of before. A phone that is to forget may still hand in; one that says it has
    /// forgotten reads nothing from then on.</summary>
    /// <param name="caller">Anyone: who speaks is told by the signature.</param>
    /// <param name="signed">The message as it came.</param>
    /// <param name="ct">Stops.</param>
    public async Task<Outcome<SealedKept>> Run(Caller caller, Signed signed, CancellationToken ct = default)
    {
        var door = await new PhoneDoor(db).Open(signed, [PhoneKey.HandIn, PhoneKey.Former], clock.Now, ct);
        if (door.IsRefused) return door.Refusal;
        var read = PhoneDoor.Read(signed, FieldJson.Default.HandInSealed);
        if (read.IsRefused) return read.Refusal;
        if (read.Value is not { Message: FieldMessages.Sealed, Batches: { Count: <= Most } batches } || batches.Any(b => b.Ciphertext is null or { Length: > LargestBox })) return ChildrenRefusals.MessageUnreadable;
        var phone = door.Value;
        return await commit.Once<SealedKept>(phone.Caller, phone.Id, async token =>
        {
            var numbers = new PhoneDoor(db);
            if (!await numbers.TakeNumber(phone, token) && !await numbers.IsLast(phone, token)) return ChildrenRefusals.MessageUsed;
            // An app of an earlier edition hands in sealed work only once it cannot open its records any more.
            var known = await db.Phones.SingleAsync(p => p.RegionId == phone.Caller.Region && p.Id == phone.Id, token);
            if ((read.Value.HasForgotten || known.HandInKey is null) && known.EndReading(clock.Now)) commit.Record(phone.Caller, new PhoneReadingEnded(phone.Id, ReadingEnd.Forgotten));
            return await Add(phone.Caller, phone.Id, phone.Posyandu, batches, token);
        }, ct);
    }

    /// <summary>Keeps them; what is here already is kept once.</summary>
    internal Task<Outcome<SealedKept>> Keep(Caller by, Guid phone, Guid posyandu, IReadOnlyList<SealedBatch> batches, CancellationToken ct) =>
        commit.Once<SealedKept>(by with { Key = null }, phone, async token => await Add(by, phone, posyandu, batches, token), ct);

    private async Task<SealedKept> Add(Caller by, Guid phone, Guid posyandu, IReadOnlyList<SealedBatch> batches, CancellationToken token)
    {
        var ids = batches.Select(b => b.Id).ToHashSet();
        var known = await db.KeptSealed.Where(k => k.RegionId == by.Region && ids.Contains(k.Id)).Select(k => k.Id).ToHashSetAsync(token);
        var fresh = batches.Where(b => !known.Contains(b.Id)).DistinctBy(b => b.Id).ToList();
        db.KeptSealed.AddRange(fresh.Select(b => new KeptSealed(by.Region, b.Id, phone, posyandu, JsonSerializer.SerializeToUtf8Bytes(b, FieldJson.Default.SealedBatch), clock.Now)));
        if (fresh.Count > 0) commit.Record(by, new SealedBatchesKept(phone, fresh.Count));
        return new SealedKept([.. ids]);
    }
}
