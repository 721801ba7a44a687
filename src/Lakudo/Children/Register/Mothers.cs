using Lakudo.Kernel;
using Microsoft.EntityFrameworkCore;

namespace Lakudo.Children.Register;

/// <summary>
/// Finds the mother of a newcomer by her NIK, or registers her. A NIK that stands beside another name or day of birth is not believed: she becomes a row of her own, and the puskesmas is told.
/// Without a NIK each is a row of her own; who is the same, the puskesmas says.
/// </summary>
internal sealed class Mothers(LakudoDb db, PersonalData personal, int region)
{
    private readonly List<Mother> _made = [];

    /// <summary>The entries whose mother's NIK stands in the register, or in the same batch, for somebody else.</summary>
    public List<Guid> Unlike { get; } = [];

    /// <summary>Her id. A new one takes the id of what she was entered with, so that the same entry makes the same mother.</summary>
    public async Task<Guid> Of(Guid entry, string name, string? nik, DateOnly? birth, CancellationToken ct)
    {
        var number = SealedNik.Of(nik, personal);
        if (number is { Fingerprint: var fingerprint })
        {
            var known = await db.Mothers.Where(m => m.RegionId == region && m.NikFingerprint == fingerprint).OrderBy(m => m.Id).ToListAsync(ct);
            known.AddRange(_made.Where(m => m.NikFingerprint.AsSpan().SequenceEqual(fingerprint)));
            if (known.FirstOrDefault(m => !IsOther(m, name, birth)) is { } she) return she.Id;
            if (known.Count > 0) Unlike.Add(entry);
        }

        var made = new Mother(region, entry, PersonName.Read(name).Value, number, birth);
        db.Mothers.Add(made);
        if (number is not null) _made.Add(made);
        return entry;
    }

    private static bool IsOther(Mother known, string name, DateOnly? birth) => Contradiction.AreOthers(known.Name, name) || (known.Birth is { } before && birth is { } day && before != day);
}
