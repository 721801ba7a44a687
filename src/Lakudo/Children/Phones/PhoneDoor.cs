using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using Lakudo.Children.Network;
using Lakudo.Field;
using Lakudo.Field.Protection;
using Lakudo.Kernel;
using Microsoft.EntityFrameworkCore;

namespace Lakudo.Children.Phones;

/// <summary>Who speaks: finds the phone of a signed message, checks the signature, and speaks for its cadre from then on.</summary>
/// <param name="db">The database; it sees the phone's region afterwards.</param>
internal sealed class PhoneDoor(LakudoDb db)
{
    /// <summary>A phone whose signature was right.</summary>
    /// <param name="Id">The phone.</param>
    /// <param name="Posyandu">The one posyandu whose data it may have.</param>
    /// <param name="Worker">Its cadre.</param>
    /// <param name="Caller">The cadre as the caller.</param>
    /// <param name="IsToForget">Whether it is to forget everything: ordered, or its cadre works here no longer.</param>
    public sealed record Known(Guid Id, Guid Posyandu, Guid Worker, Caller Caller, bool IsToForget);

    /// <summary>Refused with C-020 for a phone that is not registered or a signature that is not its own.</summary>
    public async Task<Outcome<Known>> Open(Signed signed, DateTime now, CancellationToken ct)
    {
        db.Scope = Scope.Installation;
        var care = db.CareAssignments;
        var phone = await (from p in db.Phones.AsNoTracking()
                           where p.Id == signed.Device && p.PublicKey != null
                           select new
                           {
                               p.RegionId,
                               p.Id,
                               p.PosyanduId,
                               p.WorkerId,
                               p.PublicKey,
                               p.WipeOrderedAt,
                               InCare = care.Any(a => a.RegionId == p.RegionId && a.WorkerId == p.WorkerId && a.PosyanduId == p.PosyanduId && a.From <= now && (a.Until == null || a.Until > now))
                           }).FirstOrDefaultAsync(ct);
        if (phone is null || signed.Payload is null || signed.Signature is null || !signed.IsBy(phone.PublicKey!)) return ChildrenRefusals.PhoneUnknown;
        var cadre = new Caller(phone.RegionId, phone.WorkerId, [new Assignment(Role.Cadre, phone.RegionId)]);
        db.As(cadre);
        return new Known(phone.Id, phone.PosyanduId, phone.WorkerId, cadre, phone.WipeOrderedAt is not null || !phone.InCare);
    }

    /// <summary>Reads the message. Refused with C-021 for one that cannot be read.</summary>
    public static Outcome<T> Read<T>(Signed signed, JsonTypeInfo<T> type)
        where T : class
    {
        try
        {
            return JsonSerializer.Deserialize(signed.Payload, type) is { } message ? message : ChildrenRefusals.MessageUnreadable;
        }
        catch (JsonException)
        {
            return ChildrenRefusals.MessageUnreadable;
        }
    }
}
