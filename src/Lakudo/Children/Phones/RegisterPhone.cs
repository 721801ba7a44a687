using Lakudo.Children.Network;
using Lakudo.Field;
using Lakudo.Field.Protection;
using Lakudo.Kernel;
using Microsoft.EntityFrameworkCore;

namespace Lakudo.Children.Phones;

/// <summary>A phone gives the code that its cadre was told, and its own keys; from then on it signs with these.</summary>
public sealed class RegisterPhone(LakudoDb db, Commit commit, Clock clock, PersonalData personal)
{
    private const int LongestModel = 100;
    private const int LongestCode = 40;

    /// <summary>Refused with C-024 for an unknown, used or old code, C-021 for what is no key on P-256.</summary>
    /// <param name="caller">Anyone: the code tells for whom.</param>
    /// <param name="asked">What the phone says.</param>
    /// <param name="ct">Stops.</param>
    public async Task<Outcome<DeviceRegistered>> Run(Caller caller, RegisterDevice asked, CancellationToken ct = default)
    {
        if (asked.PublicKey is null || !Signing.IsPhoneKey(asked.PublicKey) || asked.Model is null) return ChildrenRefusals.MessageUnreadable;
        var hasTwo = asked.HandInKey is not null;
        if (hasTwo && !PhoneShares.AreKeys(asked.PublicKey, asked.HandInKey, asked.Secret)) return ChildrenRefusals.MessageUnreadable;
        if (asked.Code is null or { Length: > LongestCode }) return ChildrenRefusals.CodeUnknown;
        var hash = GivePhoneCode.Hash(asked.Code, personal);
        db.Scope = Scope.Installation;
        if (await db.Phones.AsNoTracking().Where(p => p.CodeHash == hash).Select(p => new { p.RegionId, p.Id, p.WorkerId }).FirstOrDefaultAsync(ct) is not { } found) return ChildrenRefusals.CodeUnknown;
        var cadre = new Caller(found.RegionId, found.WorkerId, [new Assignment(Role.Cadre, found.RegionId)]) { Address = caller.Address };
        return await commit.Once<DeviceRegistered>(cadre, asked.Model, async token =>
        {
            var now = clock.Now;
            if (cadre.MayNot(Act.SendFieldBatch) is { } refusal) return refusal;
            var phone = await db.Phones.SingleAsync(p => p.RegionId == found.RegionId && p.Id == found.Id, token);
            var model = string.Concat(asked.Model.Where(c => !char.IsControl(c)));
            var skew = (int)Math.Clamp((asked.Clock - now).TotalSeconds, int.MinValue, int.MaxValue);
            // Who registered already may have lost the answer; once its keys have spoken there is nobody to tell it to.
            if (phone.HandInKey is not null && !(hasTwo && phone.MayHearAgain(asked.PublicKey, asked.HandInKey!))) return ChildrenRefusals.CodeUnknown;
            if (phone.Register(asked.PublicKey, model.Length > LongestModel ? model[..LongestModel] : model, skew, now) is { } used) return used;
            var shares = new PhoneShares(personal);
            if (hasTwo) shares.Give(phone, asked.PublicKey, asked.HandInKey!, asked.Secret!);
            var key = await new SealingKeys(db, personal, found.RegionId).Current(now, token);
            var name = await db.HealthWorkers.Where(w => w.RegionId == found.RegionId && w.Id == found.WorkerId).Select(w => w.Name).SingleAsync(token);
            commit.Record(cadre, new PhoneRegistered(phone.Id, phone.PosyanduId, phone.WorkerId));
            return new DeviceRegistered(phone.Id, new FieldPerson(phone.WorkerId, name), await new FieldPosyanduView(db, clock).Of(found.RegionId, phone.PosyanduId, token), key, now)
            {
                Share = hasTwo ? shares.Of(phone) : null,
                TodayDays = hasTwo ? await new TodayRule(db).Days(found.RegionId, phone.PosyanduId, token) : null,
            };
        }, ct);
    }
}
