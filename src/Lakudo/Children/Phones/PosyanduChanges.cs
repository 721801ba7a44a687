using System.Globalization;
using Lakudo.Children.Network;
using Lakudo.Field;
using Lakudo.Kernel;
using Microsoft.EntityFrameworkCore;

namespace Lakudo.Children.Phones;

/// <summary>What is new at a posyandu since a phone last asked. The reading is journaled before the answer leaves.</summary>
public sealed class PosyanduChanges(LakudoDb db, Commit commit, Clock clock, PersonalData personal)
{
    /// <summary>So many months of a child's history are on a phone.</summary>
    private const int Months = 24;

    /// <summary>Refused with C-020 for an unknown phone or a forged signature, C-021 for what cannot be read, C-070 for a question asked before, K-001 to others than a cadre. A phone that is to forget gets that order and nothing else.</summary>
    /// <param name="caller">Anyone: who speaks is told by the signature.</param>
    /// <param name="signed">The message as it came.</param>
    /// <param name="ct">Stops.</param>
    public async Task<Outcome<PosyanduData>> Run(Caller caller, Signed signed, CancellationToken ct = default)
    {
        var now = clock.Now;
        var door = await new PhoneDoor(db).Open(signed, [PhoneKey.Read], now, ct);
        if (door.IsRefused) return door.Refusal;
        var read = PhoneDoor.Read(signed, FieldJson.Default.AskChanges);
        if (read.IsRefused) return read.Refusal;
        if (read.Value.Message != FieldMessages.Changes) return ChildrenRefusals.MessageUnreadable;
        var phone = door.Value;
        if (phone.Caller.MayNot(Act.ReadPosyanduData) is { } refusal) return refusal;
        var place = await new FieldPosyanduView(db, clock).Of(phone.Caller.Region, phone.Posyandu, ct);
        if (phone.IsToForget)
        {
            if (await Note(phone, read.Value, new PhoneToldToForget(phone.Id), known => known.ToldToWipe(now), ct) is { } fault) return fault;
            return new PosyanduData { Cursor = "", Clock = now, Posyandu = place, Order = DeviceOrder.Wipe };
        }

        // The cursor is read before the rows: what is committed in between comes again the next time, and is never missed.
        var change = await db.Posyandu.Where(p => p.Id == phone.Posyandu).Select(p => p.Change).SingleAsync(ct);
        var since = long.TryParse(read.Value.Since, NumberStyles.None, CultureInfo.InvariantCulture, out var cursor) && cursor <= change ? cursor : -1;
        var data = await new FieldRegister(db).Since(phone.Posyandu, since, read.Value, place, Months, clock.Today(await Zone(phone.Caller.Region, ct)), ct);
        if (await Note(phone, read.Value, new PosyanduDataRead(phone.Posyandu, phone.Id, data.Children.Count, data.Pregnancies.Count), known => known.Seen(now, Skew(read.Value, now)), ct) is { } notNoted) return notNoted;
        var key = since < 0 ? await new SealingKeys(db, personal, phone.Caller.Region).Newest(ct) : null;
        var days = phone.Number is null ? (int?)null : await new TodayRule(db).Days(phone.Caller.Region, phone.Posyandu, ct);
        return data with { TodayDays = days, IsWhole = since < 0, Cursor = change.ToString(CultureInfo.InvariantCulture), Clock = now, RegionKey = key };
    }

    private async Task<TimeZoneInfo> Zone(int region, CancellationToken ct) => (await db.Regions.AsNoTracking().SingleAsync(r => r.Id == region, ct)).TimeZone;

    private async Task<Refusal?> Note(PhoneDoor.Known phone, AskChanges asked, IFact fact, Action<Phone> change, CancellationToken ct) => (await commit.Once<Done>(phone.Caller, asked, async token =>
    {
        if (!await new PhoneDoor(db).TakeNumber(phone, token)) return ChildrenRefusals.MessageUsed;
        var known = await db.Phones.SingleAsync(p => p.RegionId == phone.Caller.Region && p.Id == phone.Id, token);
        // Its reading may have ended while the answer was made.
        if (known.IsToForget && !phone.IsToForget) return ChildrenRefusals.MessageUsed;
        change(known);
        commit.Record(phone.Caller, fact);
        return new Done();
    }, ct)).Refusal;

    private static int Skew(AskChanges asked, DateTime now) => (int)Math.Clamp((asked.Clock - now).TotalSeconds, int.MinValue, int.MaxValue);
}
