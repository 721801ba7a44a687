using Lakudo.Kernel;
using Microsoft.EntityFrameworkCore;

namespace Lakudo.Notifications;

/// <summary>How often a contact and a network address have been confirmed, for limits. Only keyed hashes are compared.</summary>
public sealed class ContactUse(LakudoDb db, PersonalData personal)
{
    /// <summary>Confirmed codes of the same contact as a code's, and those asked for from the same address, since a UTC moment. An unknown code has none.</summary>
    public async Task<(int OfContact, int OfAddress)> Run(Caller caller, Guid code, DateTime since, CancellationToken ct = default)
    {
        var codes = db.As(caller).ContactCodes.AsNoTracking();
        if (await codes.Where(c => c.Id == code).Select(c => c.Contact).SingleOrDefaultAsync(ct) is not { } contact)
        {
            return (0, 0);
        }

        var address = personal.Fingerprint(caller.Address ?? "");
        var used = codes.Where(c => c.UsedAt >= since && c.Id != code);
        return (await used.CountAsync(c => c.Contact == contact, ct), await used.CountAsync(c => c.Address == address, ct));
    }
}
