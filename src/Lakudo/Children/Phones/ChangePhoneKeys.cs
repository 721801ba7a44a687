using Lakudo.Field;
using Lakudo.Kernel;
using Microsoft.EntityFrameworkCore;

namespace Lakudo.Children.Phones;

/// <summary>A phone of an earlier edition changes its one key, which lies outside the PIN, for two. From then on the former key reads nothing; what it signed before is still taken.</summary>
public sealed class ChangePhoneKeys(LakudoDb db, Commit commit, Clock clock, PersonalData personal)
{
    /// <summary>
    /// Refused with C-020 for an unknown phone or a signature that is not by its one key, C-021 for what cannot be read or is no pair of keys, C-071 for a phone whose keys were changed already. The same keys get the
    /// same answer until they first speak. A phone that is to forget gets that order and no keys.
    /// </summary>
    /// <param name="caller">Anyone: who speaks is told by the signature.</param>
    /// <param name="signed">The message as it came.</param>
    /// <param name="ct">Stops waiting; what was committed stays.</param>
    public async Task<Outcome<KeysChanged>> Run(Caller caller, Signed signed, CancellationToken ct = default)
    {
        if (signed.Number is not null) return ChildrenRefusals.PhoneUnknown;
        var door = await new PhoneDoor(db).Open(signed, [PhoneKey.Read, PhoneKey.Former], clock.Now, ct);
        if (door.IsRefused) return door.Refusal;
        var read = PhoneDoor.Read(signed, FieldJson.Default.ChangeKeys);
        if (read.IsRefused) return read.Refusal;
        var asked = read.Value;
        if (asked.Message != FieldMessages.Keys || !PhoneShares.AreKeys(asked.ReadKey, asked.HandInKey, asked.Secret)) return ChildrenRefusals.MessageUnreadable;
        var (speaker, by) = (door.Value, door.Value.Caller with { Address = caller.Address });
        return await commit.Once<KeysChanged>(by, speaker.Id, async token =>
        {
            var now = clock.Now;
            if (by.MayNot(Act.SendFieldBatch) is { } refusal) return refusal;
            var phone = await db.Phones.SingleAsync(p => p.RegionId == by.Region && p.Id == speaker.Id, token);
            if (speaker.IsToForget || phone.IsToForget)
            {
                phone.ToldToWipe(now);
                commit.Record(by, new PhoneToldToForget(phone.Id));
                return new KeysChanged { Order = DeviceOrder.Wipe };
            }

            if (asked.ReadKey.AsSpan().SequenceEqual(phone.FormerKey ?? phone.PublicKey)) return ChildrenRefusals.MessageUnreadable;
            if (phone.HandInKey is not null && !phone.MayHearAgain(asked.ReadKey, asked.HandInKey)) return ChildrenRefusals.KeysChangedBefore;
            var shares = new PhoneShares(personal);
            if (phone.HandInKey is null)
            {
                shares.Give(phone, asked.ReadKey, asked.HandInKey, asked.Secret);
                commit.Record(by, new PhoneKeysChanged(phone.Id));
            }

            return new KeysChanged { Share = shares.Of(phone), TodayDays = await new TodayRule(db).Days(by.Region, phone.PosyanduId, token) };
        }, ct);
    }
}
