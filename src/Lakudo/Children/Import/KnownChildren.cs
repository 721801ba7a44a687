using Lakudo.Children.Consent;
using Lakudo.Children.Measuring;
using Lakudo.Children.Register;
using Lakudo.Kernel;
using Microsoft.EntityFrameworkCore;

namespace Lakudo.Children.Import;

/// <summary>Whom the lines of a file may speak of, by NIK, by name and day of birth, and by the id that a line makes; with what was measured of them on the days of the file.</summary>
internal sealed class KnownChildren(LakudoDb db, PersonalData personal)
{
    private readonly Dictionary<string, KnownChild> _byNik = [];
    private readonly Dictionary<(Guid, string, DateOnly), List<KnownChild>> _byName = [];
    private readonly Dictionary<Guid, KnownChild> _byId = [];
    private readonly HashSet<Guid> _erased = [];
    private readonly HashSet<Guid> _elsewhere = [];
    private readonly Dictionary<string, (string Name, Guid Id)> _mothers = [];
    private readonly Dictionary<(Guid Child, DateOnly Day), List<Values>> _days = [];

    /// <summary>What was measured on one day.</summary>
    /// <param name="Weight">Grams.</param>
    /// <param name="Height">Tenths of a millimetre.</param>
    /// <param name="Line">The line of the file; null for what stands in the register.</param>
    public readonly record struct Values(int? Weight, int? Height, int? Line = null);

    /// <summary>Every child of the posyandu that were loaded, with its mother's row.</summary>
    public Dictionary<Guid, Guid> MotherOf { get; } = [];

    /// <summary>Reads what the register knows.</summary>
    /// <param name="places">The posyandu in the caller's care.</param>
    /// <param name="rows">The lines.</param>
    /// <param name="made">The ids that the lines would make.</param>
    /// <param name="ct">Stops.</param>
    public async Task Load(Guid[] places, IReadOnlyList<ImportRow> rows, IReadOnlyCollection<Guid> made, CancellationToken ct)
    {
        var children = await (from c in db.Children.AsNoTracking()
                              join m in db.Mothers on c.MotherId equals m.Id
                              where places.Contains(c.PosyanduId) && c.ErasedAt == null
                              select new { c.Id, c.PosyanduId, c.Name, c.NameNormalised, c.Birth, c.Sex, c.BirthOrder, Mother = m.Name, MotherNik = m.NikFingerprint, c.NikFingerprint, c.MotherId, c.MergedInto }).ToListAsync(ct);
        foreach (var c in children.Where(c => c.MergedInto is null))
        {
            var said = new SaidIdentity(c.Name, c.Sex, c.Birth, c.Mother, Hex(c.MotherNik), c.BirthOrder, Hex(c.NikFingerprint));
            Remember(new(c.Id, c.PosyanduId, c.NameNormalised, said, c.MotherId));
        }

        // An entry that turned out to be another child is that child under its own name and number too.
        var into = children.Where(c => c.MergedInto is not null).ToDictionary(c => c.Id, c => c.MergedInto!.Value);
        foreach (var c in children.Where(c => c.MergedInto is not null))
        {
            var survivor = c.Id;
            for (var i = 0; i <= into.Count && into.TryGetValue(survivor, out var next); i++) survivor = next;
            if (!_byId.TryGetValue(survivor, out var child)) continue;
            _byId.TryAdd(c.Id, child);
            if (Hex(c.NikFingerprint) is { } nik) _byNik.TryAdd(nik, child);
            ByName(child.Posyandu, c.NameNormalised, c.Birth, child);
        }

        var gone = await db.AllChildren.Where(c => c.ErasedAt != null || c.WithdrawnAt != null).Select(c => c.Id).ToListAsync(ct);
        _erased.UnionWith(gone);
        _elsewhere.UnionWith(await db.AllChildren.Where(c => made.Contains(c.Id)).Select(c => c.Id).ToListAsync(ct));
        var niks = rows.Select(r => r.MotherNik).OfType<string>().Distinct().Select(personal.Fingerprint).ToList();
        foreach (var m in await db.Mothers.AsNoTracking().Where(m => m.NikFingerprint != null && niks.Contains(m.NikFingerprint)).OrderBy(m => m.Id).Select(m => new { m.Id, m.Name, m.NikFingerprint }).ToListAsync(ct))
            _mothers.TryAdd(Hex(m.NikFingerprint)!, (m.Name, m.Id));
        await LoadDays(places, rows, ct);
    }

    /// <summary>Whether the person of an id was taken out of the register, or her consent was taken back.</summary>
    public bool IsErased(Guid id) => _erased.Contains(id);

    /// <summary>Whether an id is a child's that is not in the caller's care.</summary>
    public bool IsElsewhere(Guid id) => _elsewhere.Contains(id) && !_byId.ContainsKey(id);

    /// <summary>The child of a NIK.</summary>
    public KnownChild? ByNik(string? nik) => nik is null ? null : _byNik.GetValueOrDefault(nik);

    /// <summary>The child of an id.</summary>
    public KnownChild? ById(Guid id) => _byId.GetValueOrDefault(id);

    /// <summary>Those of one posyandu, name and day of birth whom nothing else on the line contradicts.</summary>
    public List<KnownChild> Alike(SaidIdentity said, Guid place, string name)
    {
        if (!_byName.TryGetValue((place, name, said.Birth!.Value), out var alike)) return [];
        var mother = said.Mother is { } written ? PersonName.Normalise(written) : null;
        return [.. alike.Where(k => (mother is null || k.Said.Mother is not { } hers || PersonName.Normalise(hers) == mother) && Contradiction.Between(said with { Name = k.Said.Name, Birth = null, Mother = null }, k.Said).Count == 0)];
    }

    /// <summary>The name of the mother whose NIK that is; null where nobody knows it.</summary>
    public string? MotherByNik(string? nik) => nik is not null && _mothers.TryGetValue(nik, out var known) ? known.Name : null;

    /// <summary>What was measured of a child on a day.</summary>
    public IReadOnlyList<Values> On(Guid child, DateOnly day) => _days.TryGetValue((child, day), out var list) ? list : [];

    /// <summary>A measurement of the file is taken.</summary>
    public void Measured(Guid child, DateOnly day, Values values) => (_days.TryGetValue((child, day), out var list) ? list : _days[(child, day)] = []).Add(values);

    /// <summary>A child of the register, or of a line that is taken.</summary>
    public void Remember(KnownChild child)
    {
        _byId.TryAdd(child.Id, child);
        MotherOf.TryAdd(child.Id, child.MotherId);
        if (child.Said.Nik is { } nik) _byNik.TryAdd(nik, child);
        ByName(child.Posyandu, child.Name, child.Birth, child);
    }

    private void ByName(Guid place, string name, DateOnly birth, KnownChild child)
    {
        var list = _byName.TryGetValue((place, name, birth), out var found) ? found : _byName[(place, name, birth)] = [];
        if (!list.Contains(child)) list.Add(child);
    }

    private async Task LoadDays(Guid[] places, IReadOnlyList<ImportRow> rows, CancellationToken ct)
    {
        var days = rows.Select(r => r.Measurement?.Day).OfType<DateOnly>().Distinct().ToArray();
        if (days.Length == 0) return;
        var (first, last) = (days.Min(), days.Max());
        // By where the child is: what was measured before it moved here is known too.
        foreach (var m in await (from c in db.Children
                                 join m in db.Measurements on new { c.RegionId, ChildId = c.Id } equals new { m.RegionId, m.ChildId }
                                 where places.Contains(c.PosyanduId) && m.Day >= first && m.Day <= last
                                 select new { m.ChildId, m.Day, m.Weight, m.Height }).AsNoTracking().ToListAsync(ct))
            Measured(m.ChildId, m.Day, new(m.Weight, m.Height));
    }

    private static string? Hex(byte[]? fingerprint) => fingerprint is null ? null : Convert.ToHexString(fingerprint);
}
