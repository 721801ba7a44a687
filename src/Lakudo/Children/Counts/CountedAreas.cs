using Lakudo.Kernel;
using Microsoft.EntityFrameworkCore;

namespace Lakudo.Children.Counts;

/// <summary>The region's areas over its smallest pieces: what of a village one puskesmas looks after.</summary>
internal sealed class CountedAreas
{
    private readonly List<(string Name, string Within, Division? By, int Key)> _names = [];
    private readonly List<Suppression.Area> _areas = [];
    private readonly Dictionary<Guid, int> _pieceOf = [];
    private int _pieces;

    private CountedAreas()
    {
    }

    /// <summary>An area to be shown.</summary>
    public readonly record struct Shown(int Index, string Name, string Within, bool IsWhole);

    /// <summary>Reads villages, puskesmas and kecamatan that have posyandu.</summary>
    public static async Task<CountedAreas> Read(LakudoDb db, string region, CancellationToken ct)
    {
        var map = new CountedAreas();
        var areas = await db.Areas.AsNoTracking().ToDictionaryAsync(a => a.Id, ct);
        var puskesmas = await db.Puskesmas.AsNoTracking().ToDictionaryAsync(p => p.Id, p => p.Name, ct);
        var posyandu = await db.Posyandu.AsNoTracking().Select(p => new { p.Id, p.VillageId, p.PuskesmasId }).ToListAsync(ct);
        var pieces = posyandu.Select(p => (p.VillageId, p.PuskesmasId)).Distinct().OrderBy(p => areas[p.VillageId].Code, StringComparer.Ordinal).ThenBy(p => p.PuskesmasId).Select((p, i) => (p, i)).ToDictionary(p => p.p, p => p.i);
        foreach (var p in posyandu) map._pieceOf[p.Id] = pieces[(p.VillageId, p.PuskesmasId)];
        map._pieces = pieces.Count;
        map.Add(region, "", null, 0, [.. pieces.Values], null);
        foreach (var district in pieces.GroupBy(p => areas[p.Key.VillageId].ParentId ?? 0).OrderBy(g => g.Key == 0 ? "" : areas[g.Key].Code, StringComparer.Ordinal))
        {
            var name = district.Key == 0 ? "Tanpa kecamatan" : areas[district.Key].Name;
            var index = map.Add(name, "", Division.District, district.Key, [.. district.Select(p => p.Value)], 0);
            foreach (var village in district.GroupBy(p => p.Key.VillageId)) map.Add(areas[village.Key].Name, name, Division.Village, village.Key, [.. village.Select(p => p.Value)], index);
        }

        foreach (var centre in pieces.GroupBy(p => p.Key.PuskesmasId).OrderBy(g => PersonName.Normalise(puskesmas[g.Key]), StringComparer.Ordinal)) map.Add(puskesmas[centre.Key], "", Division.Puskesmas, centre.Key, [.. centre.Select(p => p.Value)], 0);
        return map;
    }

    /// <summary>For each thing counted the numbers of all areas, null where hidden.</summary>
    public int?[][] Numbers(Dictionary<Guid, int[]> counts) => [.. Enumerable.Range(0, MonthCounts.Columns).Select(column =>
    {
        var pieces = new int[_pieces];
        foreach (var (posyandu, row) in counts) pieces[_pieceOf[posyandu]] += row[column];
        return Publish((Counted)column, _areas, pieces);
    })];

    /// <summary>The numbers of one thing counted as they may leave.</summary>
    internal static int?[] Publish(Counted what, IReadOnlyList<Suppression.Area> areas, IReadOnlyList<int> pieces)
    {
        var shown = Suppression.Shown(areas, pieces);
        // A diagnosis is for long: the next one would show as a difference of one to the month before. In fives it does not.
        return [.. areas.Select((a, i) => (Shown: shown[i], Value: a.Parts.Sum(p => pieces[p]))).Select(a => !a.Shown ? (int?)null : what == Counted.Diagnosed ? a.Value / Suppression.Smallest * Suppression.Smallest : a.Value)];
    }

    /// <summary>The areas of a division, and the whole last; of villages only the own ones where asked, then without the whole.</summary>
    public IEnumerable<Shown> Rows(Division by, HashSet<int> own, bool onlyOwn) => Enumerable.Range(0, _areas.Count).Where(i => _names[i].By == by && (!onlyOwn || own.Contains(_names[i].Key))).Concat(onlyOwn ? [] : [0])
        .Select(i => new Shown(i, _names[i].Name, _names[i].Within, _names[i].By is null));

    private int Add(string name, string within, Division? by, int key, IReadOnlyList<int> parts, int? parent)
    {
        _names.Add((name, within, by, key));
        _areas.Add(new Suppression.Area(parts, parent, by == Division.Puskesmas ? 1 : 0));
        return _areas.Count - 1;
    }
}
