using Lakudo.Kernel;
using Microsoft.EntityFrameworkCore;

namespace Lakudo.Children.Network;

/// <summary>Finds villages, puskesmas and posyandu as people write them: by name, by number or code, and "Posyandu Melati, Metere" where a name stands more than once.</summary>
internal sealed class PlaceNames
{
    private readonly List<Area> _villages;
    private readonly Dictionary<int, string> _districts;

    private PlaceNames(List<Area> areas, List<Puskesmas> puskesmas, List<Posyandu> posyandu)
    {
        _villages = [.. areas.Where(a => a.Level != AreaLevel.District)];
        _districts = areas.Where(a => a.Level == AreaLevel.District).ToDictionary(a => a.Id, a => PersonName.Normalise(a.Name));
        (Puskesmas, Posyandu) = (puskesmas, posyandu);
    }

    public List<Puskesmas> Puskesmas { get; }

    public List<Posyandu> Posyandu { get; }

    /// <summary>Reads what there is; puskesmas and posyandu are tracked.</summary>
    public static async Task<PlaceNames> Read(LakudoDb db, CancellationToken ct) =>
        new(await db.Areas.AsNoTracking().ToListAsync(ct), await db.Puskesmas.ToListAsync(ct), await db.Posyandu.ToListAsync(ct));

    /// <summary>The village, or why it is not found.</summary>
    public (int? Id, string? Why) Village(string written, string? district = null)
    {
        var (name, within) = Parted(written, district);
        if (name.Length == 0) return (null, "Desa belum diisi.");
        var found = _villages.Where(v => v.Code == written.Trim() || PersonName.Normalise(v.Name) == name).Where(v => within is null || v.Code == written.Trim() || (v.ParentId is { } d && Plain(_districts[d]) == Plain(within))).ToList();
        return found switch
        {
            [var one] => (one.Id, null),
            [] => (null, $"Desa \"{written.Trim()}\" tidak ada di wilayah ini."),
            _ => (null, $"Ada lebih dari satu desa \"{written.Trim()}\". Isi kecamatannya, atau pakai kodenya."),
        };
    }

    /// <summary>The puskesmas by name or number, open or closed; null where there is none.</summary>
    public Puskesmas? PuskesmasOf(string written) => Puskesmas.FirstOrDefault(p => PersonName.Normalise(p.Name) == PersonName.Normalise(written))
        ?? Puskesmas.FirstOrDefault(p => p.Id.ToString(System.Globalization.CultureInfo.InvariantCulture) == written.Trim() || Plain(PersonName.Normalise(p.Name)) == Plain(PersonName.Normalise(written)));

    /// <summary>The posyandu of that name in a village.</summary>
    public Posyandu? PosyanduIn(int village, string written) => Posyandu.FirstOrDefault(p => p.VillageId == village && PersonName.Normalise(p.Name) == PersonName.Normalise(written));

    /// <summary>The open posyandu, or why it is not found.</summary>
    public (Guid? Id, string? Why) PosyanduOf(string written)
    {
        if (Guid.TryParse(written, out var id)) return Posyandu.Any(p => p.Id == id && p.ClosedAt is null) ? (id, null) : (null, "Posyandu itu tidak ada atau sudah ditutup.");
        var (name, within) = Parted(written, null);
        var villages = within is null ? null : _villages.Where(v => PersonName.Normalise(v.Name) == within).Select(v => v.Id).ToHashSet();
        var found = Posyandu.Where(p => p.ClosedAt is null && PersonName.Normalise(p.Name) == name && (villages is null || villages.Contains(p.VillageId))).ToList();
        return found switch
        {
            [var one] => (one.Id, null),
            [] => (null, $"Posyandu \"{written.Trim()}\" tidak ada atau sudah ditutup."),
            _ => (null, $"Ada lebih dari satu posyandu \"{written.Trim()}\". Tulis desanya sesudah koma."),
        };
    }

    private static (string Name, string? Within) Parted(string written, string? district)
    {
        var comma = written.IndexOf(',', StringComparison.Ordinal);
        var within = string.IsNullOrWhiteSpace(district) ? comma < 0 ? null : written[(comma + 1)..] : district;
        return (PersonName.Normalise(comma < 0 ? written : written[..comma]), within is null ? null : PersonName.Normalise(within));
    }

    /// <summary>Without the word that says what it is.</summary>
    private static string Plain(string normalised) => normalised.Replace("puskesmas ", "", StringComparison.Ordinal).Replace("kecamatan ", "", StringComparison.Ordinal).Replace("kec ", "", StringComparison.Ordinal).Trim();
}
