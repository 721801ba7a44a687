using Lakudo.Children.Register;
using Lakudo.Field;
using Lakudo.Growth.Indonesia;
using Lakudo.Kernel;
using Microsoft.EntityFrameworkCore;

namespace Lakudo.Children.Measuring;

/// <summary>Works out anew what the measurements of some children say after others came beside them: which count, z-scores, N or T, doubts. Later months follow from earlier ones, so they are read again too.</summary>
internal sealed class Readings(LakudoDb db, int region, IReadOnlyDictionary<Guid, Child> children)
{
    /// <summary>So many months of history are looked at, as many as a phone has.</summary>
    private const int Months = 24;

    /// <summary>Adds new measurements and settles what they touch.</summary>
    /// <param name="added">What was entered, with its row, not yet added to the context.</param>
    /// <param name="newcomers">Children registered in this commit: measurements may have waited for them.</param>
    /// <param name="ct">Stops.</param>
    /// <returns>What the cadre should know.</returns>
    public async Task<List<EntryNote>> Settle(IReadOnlyList<(FieldMeasurement Entered, MeasuredChild Row)> added, IEnumerable<Guid> newcomers, CancellationToken ct)
    {
        db.Measurements.AddRange(added.Select(a => a.Row));
        var fromDay = added.GroupBy(a => a.Row.ChildId).ToDictionary(g => g.Key, g => g.Min(a => a.Row.Day));
        foreach (var child in newcomers) fromDay[child] = DateOnly.MinValue;
        if (fromDay.Count == 0) return [];
        await Load(added, fromDay, ct);
        var byChild = db.Measurements.Local.ToLookup(m => m.ChildId);
        var history = await History(fromDay, ct);
        var entered = added.ToDictionary(a => a.Row.Id, a => a.Entered);
        var notes = new List<EntryNote>();
        foreach (var (id, first) in fromDay)
        {
            var rows = byChild[id].OrderBy(m => m.Day).ThenBy(m => m.Id).ToList();
            Standing.Settle(rows);
            if (children.GetValueOrDefault(id) is { } child) Read(child, rows, history[id].ToList(), first, entered);
            notes.AddRange(rows.Where(r => entered.ContainsKey(r.Id)).SelectMany(Notes));
        }

        return notes;
    }

    private static void Read(Child child, List<MeasuredChild> rows, List<PastMeasurement> earlier, DateOnly first, Dictionary<Guid, FieldMeasurement> entered)
    {
        var known = rows.Select(r => r.Id).ToHashSet();
        var all = new ChildHistory(child.Sex, child.Birth, [.. earlier.Where(e => !known.Contains(e.Id)), .. rows.Select(r => r.Past)]);
        foreach (var row in rows.Where(r => r.Day >= first && r.Day >= child.Birth))
        {
            // What is in question or struck is read by itself, so that the puskesmas sees what it would say.
            var past = row.Past with { State = MeasurementState.Counts };
            var before = all with { Measurements = [.. all.Measurements.Where(m => m.Day <= row.Day && m.Id != row.Id)] };
            row.Read(ChildReading.Of(before, past), Plausibility.Of(before, past), entered.GetValueOrDefault(row.Id)?.Shown);
        }
    }

    /// <summary>Follows what the new ones touch into the context: later ones, ones that they replace, and ones that replace them.</summary>
    private async Task Load(IReadOnlyList<(FieldMeasurement Entered, MeasuredChild Row)> added, Dictionary<Guid, DateOnly> fromDay, CancellationToken ct)
    {
        var (ids, first) = (fromDay.Keys.ToHashSet(), fromDay.Values.Min());
        await db.Measurements.Where(m => m.RegionId == region && ids.Contains(m.ChildId) && m.Day >= first).LoadAsync(ct);
        var named = added.Select(a => a.Row.Id).Concat(added.Where(a => a.Row.Replaces is not null).Select(a => a.Row.Replaces!.Value)).ToHashSet();
        if (named.Count == 0) return;
        await db.Measurements.Where(m => m.RegionId == region && m.Replaces != null && named.Contains(m.Replaces.Value)).LoadAsync(ct);
        if (added.Any(a => a.Row.Replaces is not null)) await db.Measurements.Where(m => m.RegionId == region && named.Contains(m.Id)).LoadAsync(ct);
    }

    private async Task<ILookup<Guid, PastMeasurement>> History(Dictionary<Guid, DateOnly> fromDay, CancellationToken ct)
    {
        var (ids, until) = (fromDay.Where(f => f.Value > DateOnly.MinValue).Select(f => f.Key).ToHashSet(), fromDay.Values.Min());
        if (until <= RuleBook.FirstDay) return Array.Empty<PastMeasurement>().ToLookup(_ => Guid.Empty);
        var since = until.AddMonths(-Months);
        var rows = await db.Measurements.AsNoTracking().Where(m => m.RegionId == region && ids.Contains(m.ChildId) && m.Day >= since && m.Day < until && m.State == MeasurementState.Counts)
            .Select(m => new { m.ChildId, m.Id, m.Day, m.Weight, m.Height, m.Position }).ToListAsync(ct);
        return rows.ToLookup(r => r.ChildId, r => new PastMeasurement { Id = r.Id, Day = r.Day, Weight = r.Weight, Height = r.Height, Position = r.Position });
    }

    private static IEnumerable<EntryNote> Notes(MeasuredChild row)
    {
        if (row.State == MeasurementState.InQuestion)
            yield return new EntryNote(row.Id, EntryNotes.Conflict, "Anak ini juga ditimbang di perangkat lain. Kedua hasil disimpan; puskesmas yang menentukan.");
        if (row.ShownOtherwise) yield return new EntryNote(row.Id, EntryNotes.ComputedOtherwise, "Puskesmas menghitung hasil yang berbeda dari yang tampil di ponsel. Hasil puskesmas yang dipakai.");
        if (row.Doubts != 0) yield return new EntryNote(row.Id, EntryNotes.Flagged, "Hasil ukur ini akan diperiksa puskesmas terlebih dahulu.");
    }
}
