using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using Lakudo.Children.Network;
using Lakudo.Field;
using Lakudo.Field.Protection;
using Lakudo.Kernel;
using Microsoft.EntityFrameworkCore;

namespace Lakudo.Children.Phones;

/// <summary>By which of its keys a phone speaks.</summary>
internal enum PhoneKey : byte
{
    /// <summary>The key that reads and sends.</summary>
    Read,

    /// <summary>The key that can only hand in sealed work and have PINs counted.</summary>
    HandIn,

    /// <summary>The one key of an earlier edition, where it was changed for two.</summary>
    Former,
}

/// <summary>Who speaks: finds the phone of a signed message, checks the signature, and speaks for its cadre from then on.</summary>
/// <param name="db">The database; it sees the phone's region afterwards.</param>
internal sealed class PhoneDoor(LakudoDb db)
{
    /// <summary>Names, values and brackets of one message; a day of a large posyandu has some thousands.</summary>
    private const int MostParts = 400_000;

    /// <summary>A phone whose signature was right.</summary>
    /// <param name="Id">The phone.</param>
    /// <param name="Posyandu">The one posyandu whose data it may have.</param>
    /// <param name="Worker">Its cadre.</param>
    /// <param name="Caller">The cadre as the caller.</param>
    /// <param name="IsToForget">Whether it is to forget everything: ordered, locked out, or its cadre works here no longer.</param>
    /// <param name="Key">By which of its keys it spoke.</param>
    /// <param name="Number">The message's number; null from a phone of an earlier edition, and for work out of a seal.</param>
    public sealed record Known(Guid Id, Guid Posyandu, Guid Worker, Caller Caller, bool IsToForget, PhoneKey Key = PhoneKey.Read, long? Number = null);

    /// <summary>Refused with C-020 for a phone that is not registered, or a signature by none of the keys that may say this.</summary>
    /// <param name="signed">The message as it came.</param>
    /// <param name="may">The keys that may say it.</param>
    /// <param name="now">The moment, UTC.</param>
    /// <param name="ct">Stops.</param>
    public async Task<Outcome<Known>> Open(Signed signed, PhoneKey[] may, DateTime now, CancellationToken ct)
    {
        db.Scope = Scope.Installation;
        var care = db.CareAssignments;
        var found = await (from p in db.Phones.AsNoTracking()
                           where p.Id == signed.Device && p.PublicKey != null
                           select new
                           {
                               Phone = p,
                               InCare = care.Any(a => a.RegionId == p.RegionId && a.WorkerId == p.WorkerId && a.PosyanduId == p.PosyanduId && a.From <= now && (a.Until == null || a.Until > now)),
                           }).FirstOrDefaultAsync(ct);
        if (found is null || signed.Payload is null || signed.Signature is null || Speaker(found.Phone, signed, may) is not { } key) return ChildrenRefusals.PhoneUnknown;
        var phone = found.Phone;
        var cadre = new Caller(phone.RegionId, phone.WorkerId, [new Assignment(Role.Cadre, phone.RegionId)]);
        db.As(cadre);
        return new Known(phone.Id, phone.PosyanduId, phone.WorkerId, cadre, phone.IsToForget || !found.InCare, key, signed.Number);
    }

    /// <summary>
    /// Takes the message's number, inside the commit of what it brings about: false where it or a higher one was taken before. A message of an earlier edition has none. The row is locked by it, so that of
    /// two messages at once one sees the other.
    /// </summary>
    public async Task<bool> TakeNumber(Known phone, CancellationToken ct)
    {
        if (phone.Number is not { } number) return true;
        var row = db.Phones.Where(p => p.RegionId == phone.Caller.Region && p.Id == phone.Id);
        return await (phone.Key == PhoneKey.Read
            ? row.Where(p => p.LastNumber < number).ExecuteUpdateAsync(s => s.SetProperty(p => p.LastNumber, number), ct)
            : row.Where(p => p.LastHandInNumber < number).ExecuteUpdateAsync(s => s.SetProperty(p => p.LastHandInNumber, number), ct)) == 1;
    }

    /// <summary>Whether the number is the last one that was taken: the same message again, whose answer was lost on the way.</summary>
    public Task<bool> IsLast(Known phone, CancellationToken ct) => db.Phones.AnyAsync(p => p.RegionId == phone.Caller.Region && p.Id == phone.Id
        && (phone.Key == PhoneKey.Read ? p.LastNumber : p.LastHandInNumber) == phone.Number, ct);

    /// <summary>Reads the message. Refused with C-021 for one that cannot be read.</summary>
    public static Outcome<T> Read<T>(Signed signed, JsonTypeInfo<T> type)
        where T : class
    {
        try
        {
            return CountedJson.Read(signed.Payload, type, MostParts) is { } message ? message : ChildrenRefusals.MessageUnreadable;
        }
        catch (Exception fault) when (fault is JsonException or FileTooLargeException)
        {
            return ChildrenRefusals.MessageUnreadable;
        }
    }

    /// <summary>The key that signed it, among those that may. A phone with two keys numbers what it says; its former key, and a phone of an earlier edition, do not.</summary>
    private static PhoneKey? Speaker(Phone phone, Signed signed, PhoneKey[] may)
    {
        foreach (var key in may)
        {
            var (publicKey, isNumbered) = key switch
            {
                PhoneKey.Read => (phone.PublicKey, phone.HandInKey is not null),
                PhoneKey.HandIn => (phone.HandInKey ?? phone.PublicKey, phone.HandInKey is not null),
                _ => (phone.FormerKey, false),
            };
            if (publicKey is not null && (isNumbered ? signed.Number is > 0 : signed.Number is null) && signed.IsBy(publicKey)) return key;
        }

        return null;
    }
}
