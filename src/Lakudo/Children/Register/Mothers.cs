using Lakudo.Kernel;
using Microsoft.EntityFrameworkCore;

namespace Lakudo.Children.Register;

/// <summary>Finds the mother of a newcomer by her NIK, or registers her. Without a NIK each is a row of her own; who is the same, the puskesmas says.</summary>
internal sealed class Mothers(LakudoDb db, PersonalData personal, int region)
{
    private readonly Dictionary<string, Guid> _made = [];

    /// <summary>Her id. A new one takes the id of what she was entered with, so that the same entry makes the same mother.</summary>
    public async Task<Guid> Of(Guid entry, string name, string? nik, DateOnly? birth, CancellationToken ct)
    {
        var number = SealedNik.Of(nik, personal);
        var key = number is null ? null : Convert.ToHexString(number.Fingerprint);
        if (key is not null && _made.TryGetValue(key, out var made)) return made;
        if (number is { Fingerprint: var fingerprint }
            && await db.Mothers.Where(m => m.RegionId == region && m.NikFingerprint == fingerprint).Select(m => (Guid?)m.Id).FirstOrDefaultAsync(ct) is { } known) return known;
        db.Mothers.Add(new Mother(region, entry, PersonName.Read(name).Value, number, birth));
        if (key is not null) _made[key] = entry;
        return entry;
    }
}
