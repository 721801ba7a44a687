using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Lakudo.Children.Consent;
using Lakudo.Children.Network;
using Lakudo.Children.Register;
using Lakudo.Field;
using Lakudo.Kernel;
using Microsoft.EntityFrameworkCore;

namespace Lakudo.Children.Import;

/// <summary>Works out what a file would change, without changing anything. Ids follow from what a line says, so that the same line makes the same entry whenever it comes.</summary>
/// <remarks>A child is known by its NIK, or by posyandu, name, day of birth and sex (and the mother's name, where both sides have one). What is only alike becomes a newcomer that is flagged as a likely double.</remarks>
internal sealed class Planner(LakudoDb db, PersonalData personal)
{
    private sealed record Known(Guid Id, Guid Posyandu, string Name, DateOnly Birth, Growth.Sex? Sex, string Mother, byte[]? Nik, Guid MotherId);

    private readonly Dictionary<string, Known> _byNik = [];
    private readonly Dictionary<(Guid, string, DateOnly), List<Known>> _byName = [];
    private readonly HashSet<Guid> _measurements = [];
    private readonly HashSet<Guid> _erased = [];
    private readonly Dictionary<Guid, Known> _byId = [];
    private readonly Dictionary<(Guid Child, DateOnly Day), List<(int? Weight, int? Height)>> _days = [];
    private readonly List<ImportLine> _lines = [];

    /// <summary>Where the numbers of family cards put them.</summary>
    public HouseholdPlan Households { get; } = new(db, personal, (kind, what) => IdOf(personal, kind, what));

    /// <summary>What is to be entered, by posyandu.</summary>
    public Dictionary<Guid, (List<NewChild> Children, List<FieldMeasurement> Measurements)> Entries { get; } = [];

    /// <summary>Works it out.</summary>
    public async Task<ImportPlan> Of(ImportTrial trial, Caller caller, DateTime now, DateOnly today, CancellationToken ct)
    {
        var places = await (from p in db.PosyanduOf(caller, now)
                            join v in db.Areas on new { p.RegionId, Id = p.VillageId } equals new { v.RegionId, v.Id }
                            where p.ClosedAt == null
                            select new { p.Id, p.Name, Village = v.Name }).ToListAsync(ct);
        var byName = places.ToLookup(p => Place(p.Name), p => (p.Id, Village: PersonName.Normalise(p.Village)));
        var names = places.ToDictionary(p => p.Id, p => p.Name);
        var rows = trial.Rows(personal);
        await Load([.. names.Keys], rows, ct);
        await Households.Load(caller.Region, rows, _byId.Values.ToDictionary(k => k.Id, k => k.MotherId), ct);
        foreach (var row in rows)
        {
            // Many villages have a Posyandu Melati; then the village says which.
            var alike = row.Posyandu is { } written ? byName[Place(written)].ToList() : [];
            if (alike.Count > 1 && row.Village is { } village) alike.RemoveAll(p => p.Village != PersonName.Normalise(village));
            var place = row.Posyandu is null ? trial.PosyanduId : alike is [var only] ? only.Id : null;
            List<string> why = [.. row.Faults];
            if (place is null || !names.ContainsKey(place.Value)) why.Add(alike.Count > 1 ? $"Ada {alike.Count} posyandu \"{row.Posyandu}\" di wilayah kerja Anda; tulis juga desanya" : row.Posyandu is { } unknown ? $"Posyandu \"{unknown}\" tidak ada di wilayah kerja Anda" : "Posyandu tidak disebut; pilih posyandu untuk baris tanpa nama posyandu");
            if (row.Birth > today || row.Measurement?.Day > today) why.Add("Tanggal di masa depan");
            _lines.Add(why.Count > 0 ? new(row.Line, ImportFate.Refused, row.Name, row.Posyandu ?? "", why) : Take(row, place!.Value, names[place.Value], now));
        }

        var seen = string.Join('\n', _lines.Select(l => $"{l.Line} {l.Fate} {l.Household}"));
        return new ImportPlan(trial.Id, trial.FileName, _lines, Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(seen)))[..16]);
    }

    private ImportLine Take(ImportRow row, Guid place, string placeName, DateTime now)
    {
        var normalised = PersonName.Normalise(row.Name);
        var known = Find(row, place, normalised);
        var into = Entries.TryGetValue(known?.Posyandu ?? place, out var lists) ? lists : Entries[known?.Posyandu ?? place] = ([], []);
        var words = row.Notes.ToList();
        if (known is not null && known.Posyandu != place) words.Add("Anak ini terdaftar di posyandu lain; ukurannya dicatat di sana");
        var isNew = known is null;
        if (known is null)
        {
            var mother = row.MotherName ?? "Ibu dari " + row.Name;
            var id = ChildIdOf(row, place, normalised, mother);
            // Who was erased does not come back with an old file; a mother who wants her child in the register again says so at the posyandu.
            if (_erased.Contains(id)) return new(row.Line, ImportFate.Refused, row.Name, placeName, ["Data anak ini tidak lagi disimpan di register dan tidak dimasukkan dari berkas"]);
            // One whose name or birth was corrected since is known by the id that the old line makes.
            known = _byId.GetValueOrDefault(id);
            isNew = known is null;
        }

        if (known is null)
        {
            var mother = row.MotherName ?? "Ibu dari " + row.Name;
            var id = ChildIdOf(row, place, normalised, mother);
            known = Remember(new(id, place, normalised, row.Birth!.Value, row.Sex, PersonName.Normalise(mother), row.Nik is { } nik ? personal.Fingerprint(nik) : null, Households.MotherOf(row, id)));
            into.Children.Add(new NewChild
            {
                Id = known.Id,
                At = now,
                Name = row.Name,
                Sex = row.Sex!.Value,
                Birth = row.Birth.Value,
                MotherName = mother,
                MotherNik = row.MotherNik,
                Nik = row.Nik,
                BirthOrder = row.BirthOrder,
                BirthWeight = row.BirthWeight,
                BirthLength = row.BirthLength is >= 2_000 ? row.BirthLength : null,
                Address = row.Address is { Length: > 200 } long200 ? long200[..200] : row.Address,
                HasConsent = true,
            });
        }

        var fate = Measure(row, known, into.Measurements, now, isNew);
        var (household, said) = Households.Of(row, known.Id, known.MotherId, known.Posyandu);
        if (fate == ImportFate.Known && household is HouseholdFate.Joins or HouseholdFate.Numbers) fate = ImportFate.NewHousehold;
        return new(row.Line, fate, row.Name, placeName, [.. words, .. said], household);
    }

    private ImportFate Measure(ImportRow row, Known child, List<FieldMeasurement> into, DateTime now, bool isNew)
    {
        if (row.Measurement is not { } m) return isNew ? ImportFate.NewChild : ImportFate.Known;
        var id = IdOf(personal, "measurement", string.Create(CultureInfo.InvariantCulture, $"{child.Id} {m.Day:O} {m.Weight} {m.Height} {m.Position} {m.Arm} {m.Head}"));
        var ofDay = _days.TryGetValue((child.Id, m.Day), out var list) ? list : _days[(child.Id, m.Day)] = [];
        if (_measurements.Contains(id) || ofDay.Contains((m.Weight, m.Height))) return isNew ? ImportFate.NewChild : ImportFate.Known;
        _measurements.Add(id);
        into.Add(new FieldMeasurement { Id = id, Child = child.Id, Day = m.Day, At = now, Weight = m.Weight, Height = m.Height, Position = m.Height is null ? null : m.Position, Arm = m.Arm, Head = m.Head });
        var fate = ofDay.Count > 0 ? ImportFate.Conflict : isNew ? ImportFate.NewChild : ImportFate.NewMeasurement;
        ofDay.Add((m.Weight, m.Height));
        return fate;
    }

    private Known? Find(ImportRow row, Guid place, string name)
    {
        if (row.Nik is { } nik && _byNik.TryGetValue(Convert.ToHexString(personal.Fingerprint(nik)), out var byNik)) return byNik;
        var mother = row.MotherName is { } written ? PersonName.Normalise(written) : null;
        if (!_byName.TryGetValue((place, name, row.Birth!.Value), out var alike)) return null;
        var same = alike.Where(k => (k.Sex is null || k.Sex == row.Sex) && (mother is null || k.Mother == mother) && (row.Nik is null || k.Nik is null)).ToList();
        // Two entries of one child that nobody has merged yet: the one that has this measurement.
        return same.FirstOrDefault(k => row.Measurement is { } m && _days.TryGetValue((k.Id, m.Day), out var day) && day.Contains((m.Weight, m.Height))) ?? same.FirstOrDefault();
    }

    private async Task Load(Guid[] places, IReadOnlyList<ImportRow> rows, CancellationToken ct)
    {
        var children = await (from c in db.Children.AsNoTracking()
                              join m in db.Mothers on c.MotherId equals m.Id
                              where places.Contains(c.PosyanduId) && c.MergedInto == null && c.ErasedAt == null
                              select new Known(c.Id, c.PosyanduId, c.NameNormalised, c.Birth, c.Sex, m.NameNormalised, c.NikFingerprint, m.Id)).ToListAsync(ct);
        foreach (var child in children) Remember(child);
        _erased.UnionWith(await db.AllChildren.Where(c => c.ErasedAt != null || c.WithdrawnAt != null).Select(c => c.Id).ToListAsync(ct));
        var days = rows.Select(r => r.Measurement?.Day).OfType<DateOnly>().Distinct().ToArray();
        if (days.Length == 0) return;
        var (first, last) = (days.Min(), days.Max());
        // By where the child is: what was measured before it moved here is known too.
        foreach (var m in await (from c in db.Children
                                 join m in db.Measurements on new { c.RegionId, ChildId = c.Id } equals new { m.RegionId, m.ChildId }
                                 where places.Contains(c.PosyanduId) && m.Day >= first && m.Day <= last
                                 select new { m.Id, m.ChildId, m.Day, m.Weight, m.Height }).AsNoTracking().ToListAsync(ct))
        {
            _measurements.Add(m.Id);
            (_days.TryGetValue((m.ChildId, m.Day), out var list) ? list : _days[(m.ChildId, m.Day)] = []).Add((m.Weight, m.Height));
        }
    }

    private Known Remember(Known child)
    {
        _byId.TryAdd(child.Id, child);
        if (child.Nik is { } nik) _byNik.TryAdd(Convert.ToHexString(nik), child);
        var key = (child.Posyandu, child.Name, child.Birth);
        (_byName.TryGetValue(key, out var list) ? list : _byName[key] = []).Add(child);
        return child;
    }

    private Guid ChildIdOf(ImportRow row, Guid place, string name, string mother) => IdOf(personal, "child", row.Nik ?? $"{place} {name} {row.Birth:O} {row.Sex} {PersonName.Normalise(mother)}");

    /// <summary>A UUID that follows from what it stands for, by the installation's key: nobody guesses a child's id from its NIK.</summary>
    private static Guid IdOf(PersonalData personal, string kind, string what)
    {
        var bytes = personal.Fingerprint($"import {kind} {what}")[..16];
        (bytes[6], bytes[8]) = ((byte)((bytes[6] & 0x0F) | 0x80), (byte)((bytes[8] & 0x3F) | 0x80));
        return new Guid(bytes, bigEndian: true);
    }

    private static string Place(string name)
    {
        var folded = PersonName.Normalise(name);
        return folded.StartsWith("posyandu ", StringComparison.Ordinal) ? folded["posyandu ".Length..] : folded;
    }
}
