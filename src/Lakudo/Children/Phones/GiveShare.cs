using Lakudo.Field;
using Lakudo.Kernel;
using Microsoft.EntityFrameworkCore;

namespace Lakudo.Children.Phones;

/// <summary>Gives a phone the server's share of the key to its history, where the PIN was right. Every try is counted here, and the count is committed before the answer leaves.</summary>
public sealed class GiveShare(LakudoDb db, Commit commit, Clock clock, PersonalData personal)
{
    /// <summary>So many wrong PINs in a row end the phone's reading.</summary>
    public const int Tries = 10;

    private const int SecretBytes = 32;

    /// <summary>
    /// Without a share for a wrong PIN; with the order to forget after the last one, and for a phone that was wiped or whose cadre has left. Refused with C-020 for an unknown phone or a signature that is not by the
    /// key that hands in, C-021 for what cannot be read, C-070 for a question asked before.
    /// </summary>
    /// <param name="caller">Anyone: who speaks is told by the signature.</param>
    /// <param name="signed">The message as it came.</param>
    /// <param name="ct">Stops waiting; what was committed stays.</param>
    public async Task<Outcome<ShareAnswer>> Run(Caller caller, Signed signed, CancellationToken ct = default)
    {
        // A phone of an earlier edition has no share to ask for, and its question no number.
        if (signed.Number is null) return ChildrenRefusals.PhoneUnknown;
        var door = await new PhoneDoor(db).Open(signed, [PhoneKey.HandIn], clock.Now, ct);
        if (door.IsRefused) return door.Refusal;
        var read = PhoneDoor.Read(signed, FieldJson.Default.AskShare);
        if (read.IsRefused) return read.Refusal;
        if (read.Value is not { Message: FieldMessages.Share, Secret: { Length: SecretBytes } secret }) return ChildrenRefusals.MessageUnreadable;
        var (speaker, by) = (door.Value, door.Value.Caller with { Address = caller.Address });
        var shares = new PhoneShares(personal);
        return await commit.Once<ShareAnswer>(by, speaker.Id, async token =>
        {
            var now = clock.Now;
            if (by.MayNot(Act.ReadPosyanduData) is { } refusal) return refusal;
            if (!await new PhoneDoor(db).TakeNumber(speaker, token)) return ChildrenRefusals.MessageUsed;
            var phone = await db.Phones.SingleAsync(p => p.RegionId == by.Region && p.Id == speaker.Id, token);
            if (speaker.IsToForget || phone.IsToForget)
            {
                phone.ToldToWipe(now);
                commit.Record(by, new PhoneToldToForget(phone.Id));
                return new ShareAnswer { Order = DeviceOrder.Wipe };
            }

            if (!phone.TryPin(shares.Hash(secret), Tries, now))
            {
                commit.Record(by, new PhonePinWrong(phone.Id, phone.WrongTries));
                if (phone.IsToForget) commit.Record(by, new PhoneReadingEnded(phone.Id, ReadingEnd.WrongPins));
                return new ShareAnswer { TriesLeft = Math.Max(0, Tries - phone.WrongTries), Order = phone.IsToForget ? DeviceOrder.Wipe : DeviceOrder.None };
            }

            commit.Record(by, new PhoneHistoryOpened(phone.Id, phone.PosyanduId));
            return new ShareAnswer { Share = shares.Of(phone), TriesLeft = Tries, TodayDays = await new TodayRule(db).Days(by.Region, phone.PosyanduId, token) };
        }, ct);
    }
}
