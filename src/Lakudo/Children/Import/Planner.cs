using Lakudo.Children.Network;
using Lakudo.Field;
using Lakudo.Kernel;
using Microsoft.EntityFrameworkCore;

namespace Lakudo.Children.Import;

/// <summary>Works out what a file would change, without changing anything. The trial and the entry are this one plan: what stands here as taken is entered, and nothing else.</summary>
internal sealed class Planner(LakudoDb db, PersonalData personal)
{
    private readonly KnownChildren _children = new(db, personal);
    private readonly List<ImportLine> _lines = [];
    private readonly Dictionary<int, ImportAnswer> _none = [];

    /// <summary>A posyandu in the caller's care.</summary>
    private sealed record Place(Guid Id, string Name, int VillageId, string Village);

    /// <summary>Where the numbers of family cards put them.</summary>
    public HouseholdPlan Households { get; } = new(db, personal, new ImportIds(personal).Of);

    /// <summary>What is to be entered, by posyandu.</summary>
    public Dictionary<Guid, (List<NewChild> Children, List<FieldMeasurement> Measurements)> Entries { get; } = [];

    /// <summary>On which line an entry stands.</summary>
    public Dictionary<Guid, int> LineOf { get; } = [];

    /// <summary>Works it out.</summary>
    /// <param name="trial">The file.</param>
    /// <param name="caller">Whose care counts.</param>
    /// <param name="now">The moment.</param>
    /// <param name="today">The region's day.</param>
    /// <param name="answers">What was said of lines that contradict; null for a trial.</param>
    /// <param name="shown">What the trial showed; null for a trial. A line that would do something else is held back.</param>
    /// <param name="ct">Stops.</param>
    public async Task<ImportPlan> Of(ImportTrial trial, Caller caller, DateTime now, DateOnly today, IReadOnlyDictionary<int, ImportAnswer>? answers, IReadOnlyList<ShownFates.Shown>? shown, CancellationToken ct)
    {
        var places = await (from p in db.PosyanduOf(caller, now)
                            join v in db.Areas on new { p.RegionId, Id = p.VillageId } equals new { v.RegionId, v.Id }
                            where p.ClosedAt == null
                            select new Place(p.Id, p.Name, p.VillageId, v.Name)).ToListAsync(ct);
        var byId = places.ToDictionary(p => p.Id);
        var byName = places.ToLookup(p => Short(p.Name));
        var rows = trial.Rows(personal);
        var placed = rows.Select(row => PlaceOf(row, trial.PosyanduId is { } usual ? byId.GetValueOrDefault(usual) : null, byName, today)).ToList();
        var ids = new ImportIds(personal);
        await _children.Load([.. byId.Keys], rows, rows.Zip(placed).Where(r => r.Second.Place is not null).SelectMany(r => new[] { ids.Of(r.First, r.Second.Place!.Id), ids.OfAnother(r.First, r.Second.Place.Id) }).ToHashSet(), ct);
        await Households.Load(caller.Region, rows, _children.MotherOf, places.ToDictionary(p => p.Id, p => p.VillageId), ct);
        var reader = new LineReader(_children, Households, personal, now, today);
        reader.Note(rows);
        for (var i = 0; i < rows.Count; i++)
        {
            var (row, (place, why)) = (rows[i], placed[i]);
            if (why.Count > 0) _lines.Add(new(row.Line, ImportFate.Refused, row.Name, row.Posyandu ?? "", why));
            else Plan(reader.Decide(row, place!.Id, (answers ?? _none).GetValueOrDefault(row.Line)), row, place, shown?[i], answers?.ContainsKey(row.Line) == true);
        }

        Warn(rows, reader);
        return new ImportPlan(trial.Id, trial.FileName, _lines, ShownFates.Write(_lines));
    }

    private void Plan(LineDecision decision, ImportRow row, Place place, ShownFates.Shown? shown, bool isAnswered)
    {
        if (decision is not { Child: { } child, Row: { } read })
        {
            _lines.Add(new(row.Line, decision.Fate, row.Name, place.Name, decision.Words) { Other = decision.Other, Answers = decision.Answers });
            return;
        }

        var household = Households.Of(read, child.Id, child.MotherId, child.Posyandu);
        var fate = decision.Fate == ImportFate.Known && household.Fate is HouseholdFate.Joins or HouseholdFate.Numbers ? ImportFate.NewHousehold : decision.Fate;
        var line = new ImportLine(row.Line, fate, row.Name, place.Name, [.. decision.Words, .. household.Words], household.Fate);
        if (shown is { } was && line.IsTaken && !isAnswered && !IsAsShown(line, was, child))
        {
            _lines.Add(line with { Fate = ImportFate.Changed, Words = ["Register berubah sejak uji coba, jadi baris ini belum dimasukkan; lihat hasil uji coba yang baru"] });
            return;
        }

        _lines.Add(line);
        if (decision.Newcomer is not null)
        {
            _children.Remember(child);
            Households.Registered(read, child.MotherId);
        }

        household.Take?.Invoke();
        if (decision.Newcomer is null && decision.Measurement is null) return;
        var into = Entries.TryGetValue(child.Posyandu, out var lists) ? lists : Entries[child.Posyandu] = ([], []);
        if (decision.Newcomer is { } newcomer)
        {
            into.Children.Add(newcomer);
            LineOf[newcomer.Id] = row.Line;
        }

        if (decision.Measurement is not { } measured) return;
        into.Measurements.Add(measured);
        LineOf[measured.Id] = row.Line;
        _children.Measured(child.Id, measured.Day, new(measured.Weight, measured.Height, row.Line));
    }

    /// <summary>Whether it does what was shown. A child that an answer to another line registers need not be registered by this one any more.</summary>
    private static bool IsAsShown(ImportLine line, ShownFates.Shown was, KnownChild child) =>
        (line.Fate == was.Fate || (was.Fate == ImportFate.NewChild && line.Fate == ImportFate.NewMeasurement && child.Line is not null))
        && (line.Household == was.Household || line.Household is HouseholdFate.None or HouseholdFate.Known or HouseholdFate.Differs or HouseholdFate.HasLeft);

    /// <summary>The line that a later one contradicts hears of it too: which of them is right, the file does not say.</summary>
    private void Warn(IReadOnlyList<ImportRow> rows, LineReader reader)
    {
        var at = rows.Select((row, i) => (row.Line, i)).DistinctBy(r => r.Line).ToDictionary(r => r.Line, r => r.i);
        foreach (var group in rows.Select(row => (row.Line, First: reader.ContradictedBy(row))).Where(r => r.First is not null).GroupBy(r => r.First!.Value))
        {
            var first = _lines[at[group.Key]];
            _lines[at[group.Key]] = first with { Words = [.. first.Words, $"NIK ini juga di baris {string.Join(", ", group.Select(r => r.Line))} dengan data lain; pastikan NIK ini milik anak ini"] };
        }
    }

    /// <summary>Where a line says that the child is measured, and why it cannot be taken.</summary>
    private static (Place? Place, List<string> Why) PlaceOf(ImportRow row, Place? usual, ILookup<string, Place> byName, DateOnly today)
    {
        // Many villages have a Posyandu Melati; then the village says which.
        var alike = row.Posyandu is { } written ? byName[Short(written)].ToList() : [];
        if (alike.Count > 1 && row.Village is { } village) alike.RemoveAll(p => PersonName.Normalise(p.Village) != PersonName.Normalise(village));
        var place = row.Posyandu is null ? usual : alike is [var only] ? only : null;
        List<string> why = [.. row.Faults];
        if (place is null) why.Add(alike.Count > 1 ? $"Ada {alike.Count} posyandu \"{row.Posyandu}\" di wilayah kerja Anda; tulis juga desanya" : row.Posyandu is { } unknown ? $"Posyandu \"{unknown}\" tidak ada di wilayah kerja Anda" : "Posyandu tidak disebut; pilih posyandu untuk baris tanpa nama posyandu");
        if (row.Birth > today || row.Measurement?.Day > today) why.Add("Tanggal di masa depan");
        return (place, why);
    }

    private static string Short(string name)
    {
        var folded = PersonName.Normalise(name);
        return folded.StartsWith("posyandu ", StringComparison.Ordinal) ? folded["posyandu ".Length..] : folded;
    }
}
