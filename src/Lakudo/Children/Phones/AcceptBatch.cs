using System.Security.Cryptography;
using System.Text.Json;
using Lakudo.Children.Measuring;
using Lakudo.Field;
using Lakudo.Kernel;
using Microsoft.EntityFrameworkCore;

namespace Lakudo.Children.Phones;

/// <summary>Takes in a signed batch of a phone, whole or not at all. The same batch gets the same answer, however often and in whatever order it comes.</summary>
public sealed class AcceptBatch(LakudoDb db, Commit commit, Clock clock, PersonalData personal)
{
    private const int MostSkew = int.MaxValue;

    /// <summary>
    /// The answer, which may be <see cref="BatchVerdict.Refused"/> with the reasons per entry. Refused with C-020 for an unknown phone or a forged signature, C-021 for what cannot be read
    /// or is too large, C-022 for another posyandu than the phone's own, C-023 for an id that stood for other entries, C-070 for a message of before, K-001 to others than a cadre. A phone that is to
    /// forget everything is answered with that order, and nothing of the batch is entered.
    /// </summary>
    /// <param name="caller">Anyone: who speaks is told by the signature.</param>
    /// <param name="signed">The message as it came.</param>
    /// <param name="ct">Stops waiting; what was committed stays.</param>
    public async Task<Outcome<BatchAnswer>> Run(Caller caller, Signed signed, CancellationToken ct = default)
    {
        var now = clock.Now;
        var door = await new PhoneDoor(db).Open(signed, [PhoneKey.Read], now, ct);
        if (door.IsRefused) return door.Refusal;
        if (signed.Payload.Length > BatchLimits.Bytes) return ChildrenRefusals.MessageUnreadable;
        var read = PhoneDoor.Read(signed, FieldJson.Default.Batch);
        if (read.IsRefused) return read.Refusal;
        return await Take(door.Value.Caller with { Address = caller.Address }, door.Value, read.Value, door.Value.Caller, ct);
    }

    /// <summary>Takes a batch in whose phone is known: right away, or released from a sealed copy by a health worker.</summary>
    internal async Task<Outcome<BatchAnswer>> Take(Caller by, PhoneDoor.Known phone, Batch batch, Caller cadre, CancellationToken ct)
    {
        if (cadre.MayNot(Act.SendFieldBatch) is { } refusal) return refusal;
        if (batch.Message != FieldMessages.Batch || batch.Edition > FieldMessages.Edition || batch.Device != phone.Id || batch.Count is 0 or > BatchLimits.Entries) return ChildrenRefusals.MessageUnreadable;
        if (batch.Posyandu != phone.Posyandu) return ChildrenRefusals.PosyanduOfAnother;
        var content = SHA256.HashData(JsonSerializer.SerializeToUtf8Bytes(batch with { Clock = default, Seq = 0 }, FieldJson.Default.Batch));
        var isRelease = by != cadre && by.Id != cadre.Id;
        return await commit.Once<BatchAnswer>(by with { Key = null }, batch.Id, async token =>
        {
            var now = clock.Now;
            var isFresh = await new PhoneDoor(db).TakeNumber(phone, token);
            // How long a sealed batch was carried says nothing of the phone's clock, and is no contact with the phone.
            var skew = isRelease ? 0 : (int)Math.Clamp((batch.Clock - now).TotalSeconds, -MostSkew, MostSkew);
            var known = await db.Phones.SingleAsync(p => p.RegionId == cadre.Region && p.Id == phone.Id, token);
            // The very message again: its stored answer, where its answer was the last one lost; an older one was captured.
            if (!isFresh && !(known.LastNumber == phone.Number && await db.ReceivedBatches.AnyAsync(b => b.RegionId == cadre.Region && b.Id == batch.Id, token))) return ChildrenRefusals.MessageUsed;
            if ((phone.IsToForget || known.IsToForget) && !isRelease)
            {
                known.ToldToWipe(now);
                commit.Record(by, new PhoneToldToForget(phone.Id));
                return new BatchAnswer { Batch = batch.Id, Verdict = BatchVerdict.Refused, ReceivedAt = now, ClockSkewSeconds = skew, Order = DeviceOrder.Wipe };
            }

            if (await db.ReceivedBatches.AsNoTracking().SingleOrDefaultAsync(b => b.RegionId == cadre.Region && b.Id == batch.Id, token) is { } before)
            {
                return !personal.IsMarkOf(before.Content, content)
                    ? ChildrenRefusals.BatchIdTaken
                    : JsonSerializer.Deserialize(before.Answer, FieldJson.Default.BatchAnswer)! with { Verdict = BatchVerdict.AcceptedBefore };
            }

            if (!isRelease) known.Seen(now, skew, batch.Seq);
            var zone = (await db.Regions.AsNoTracking().SingleAsync(r => r.Id == cadre.Region, token)).TimeZone;
            var source = new Source(cadre.Region, phone.Posyandu, phone.Worker, phone.Id, batch.Id, Origin.Phone, now, skew);
            var intake = new Intake(db, personal, source, clock.Today(zone));
            var refusals = await intake.Take(batch, token);
            var answer = new BatchAnswer { Batch = batch.Id, Verdict = refusals.Count > 0 ? BatchVerdict.Refused : BatchVerdict.Accepted, ReceivedAt = now, ClockSkewSeconds = skew, Refusals = refusals, Notes = intake.Notes.ToArray() };
            if (refusals.Count > 0)
            {
                commit.Record(by, new BatchRefused(batch.Id, phone.Id, refusals.Count, refusals[0].Code));
                return answer;
            }

            db.ReceivedBatches.Add(new ReceivedBatch(cadre.Region, batch, phone.Posyandu, personal.Mark(content), JsonSerializer.Serialize(answer, FieldJson.Default.BatchAnswer), now, skew));
            commit.Record(by, new BatchAccepted(batch.Id, phone.Id, phone.Posyandu, phone.Worker, batch.Children.Count, batch.Measurements.Count, batch.Services.Count, batch.Pregnancies.Count + batch.PregnancyVisits.Count));
            return answer;
        }, ct);
    }
}
