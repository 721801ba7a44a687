using Lakudo.Children.Consent;
using Lakudo.Children.Households;
using Lakudo.Children.Network;
using Lakudo.Children.Register;
using Lakudo.Field;
using Lakudo.Kernel;
using Microsoft.EntityFrameworkCore;

namespace Lakudo.Children.Measuring;

/// <summary>
/// Takes entries into the register, whole or not at all: by phone, from a sheet or a file. Runs inside the commit of the verb that uses it. What is here already with the same content
/// is passed over, so that anything may come twice and in any order.
/// </summary>
internal sealed class Intake(LakudoDb db, PersonalData personal, Source source, DateOnly today)
{
    private readonly Dictionary<Guid, Child> _children = [];
    private readonly List<EntryNote> _refusals = [];
    private readonly List<EntryNote> _notes = [];
    private readonly HashSet<Guid> _departed = [];

    /// <summary>What the cadre should know of what was taken in.</summary>
    public IReadOnlyList<EntryNote> Notes => _notes;

    /// <summary>Takes a batch in. Gives why it cannot, per entry; then nothing was changed.</summary>
    public async Task<IReadOnlyList<EntryNote>> Take(Batch batch, CancellationToken ct)
    {
        // The posyandu's row is taken first: two batches of one posyandu wait for each other here and not at the end.
        var (region, place) = (source.Region, source.Posyandu);
        await db.Posyandu.Where(p => p.RegionId == region && p.Id == place).ExecuteUpdateAsync(s => s.SetProperty(p => p.Change, p => p.Change + 1), ct);
        var change = await db.Posyandu.Where(p => p.RegionId == region && p.Id == place).Select(p => p.Change).SingleAsync(ct);
        await LoadChildren(batch, ct);
        var fresh = await WithoutErased(await new FreshEntries(db, region).Of(batch, Refuse, ct), ct);
        var tomorrow = today.AddDays(1);
        foreach (var entered in fresh.Children) Check(entered.Id, EntryRules.Of(entered, tomorrow));
        foreach (var entered in fresh.Pregnancies) Check(entered.Id, EntryRules.Of(entered));
        var births = fresh.Children.ToDictionary(c => c.Id);
        foreach (var entered in fresh.Measurements)
        {
            var child = _children.GetValueOrDefault(entered.Child);
            Check(entered.Id, NotOurs(child) ?? EntryRules.Of(entered, child?.Birth ?? births.GetValueOrDefault(entered.Child)?.Birth, tomorrow));
        }

        foreach (var entered in fresh.Services)
        {
            Check(entered.Id, NotOurs(_children.GetValueOrDefault(entered.Child)) ?? (entered.Day > tomorrow || entered.Detail is { Length: > 20 } || !Enum.IsDefined(entered.Kind) ? ChildrenRefusals.DayImpossible.With(entered.Day) : null));
        }

        foreach (var entered in fresh.Visits) Check(entered.Id, EntryRules.Of(entered, tomorrow));
        if (_refusals.Count > 0) return _refusals;
        await Enter(fresh, change, ct);
        return [];
    }

    private async Task Enter(FreshEntries.Answer fresh, long change, CancellationToken ct)
    {
        var mothers = new Mothers(db, personal, source.Region);
        foreach (var entered in fresh.Children)
        {
            var mother = await mothers.Of(entered.Id, entered.MotherName, entered.MotherNik, null, ct);
            var child = new Child(source.Region, entered, source.Posyandu, mother, SealedNik.Of(entered.Nik, personal), source.ReceivedAt, source.Worker);
            db.Children.Add(child);
            _children[child.Id] = child;
        }

        foreach (var entered in fresh.Pregnancies)
        {
            var mother = await mothers.Of(entered.Id, entered.Name, entered.Nik, entered.Birth, ct);
            var pregnancy = new Pregnancy(source.Region, entered, source.Posyandu, mother, source.ReceivedAt);
            pregnancy.Changed(change);
            db.Pregnancies.Add(pregnancy);
        }

        _notes.AddRange(mothers.Unlike.Select(id => new EntryNote(id, EntryNotes.Flagged, "NIK ibu ini sudah tercatat dengan nama atau tanggal lahir lain. Ia dicatat sebagai ibu tersendiri; puskesmas memeriksanya.")));
        await db.JoinTheirMothers(fresh.Children.Select(c => _children[c.Id]).Where(c => c.MotherId != c.Id).ToList(), source.ReceivedAt, ct);
        db.PregnancyVisits.AddRange(fresh.Visits.Select(v => new VisitOfPregnancy(source.Region, v, source.Batch)));
        db.GivenServices.AddRange(fresh.Services.Select(s => new GivenService(source.Region, s, Survivor(s.Child), source.Batch)));
        var measured = fresh.Measurements.Select(m => (Entered: m, Row: new MeasuredChild(m, Survivor(m.Child), source))).ToList();
        var readings = new Readings(db, source.Region, _children);
        _notes.AddRange(await readings.Settle(measured, fresh.Children.Select(c => c.Id), ct));
        foreach (var entered in fresh.Measurements) _children.GetValueOrDefault(Survivor(entered.Child))?.WasMeasured(entered.Day);
        if (source.Origin == Origin.Phone) _notes.AddRange(await new DoublesAtEntry(db, source.Region).Notes(fresh.Children, ct));
        foreach (var id in fresh.Measurements.Select(m => m.Child).Concat(fresh.Services.Select(s => s.Child)).Concat(fresh.Children.Select(c => c.Id)).Select(Survivor).Distinct())
        {
            if (_children.GetValueOrDefault(id) is { } child && child.PosyanduId == source.Posyandu) child.Changed(change);
        }

        var visited = fresh.Visits.Select(v => v.Pregnancy).ToHashSet();
        foreach (var pregnancy in await db.Pregnancies.Where(p => p.RegionId == source.Region && visited.Contains(p.Id)).ToListAsync(ct)) pregnancy.Changed(change);
    }

    /// <summary>What is still sent of somebody who was erased, or whose consent was withdrawn, is passed over and not kept; it does not keep the rest of the batch out.</summary>
    private async Task<FreshEntries.Answer> WithoutErased(FreshEntries.Answer fresh, CancellationToken ct)
    {
        var (region, visited) = (source.Region, fresh.Visits.Select(v => v.Pregnancy).ToHashSet());
        var pregnancies = visited.Count == 0 ? [] : await db.Pregnancies.Where(p => p.RegionId == region && visited.Contains(p.Id) && p.ErasedAt != null).Select(p => p.Id).ToHashSetAsync(ct);
        bool IsErased(Guid child) => _children.GetValueOrDefault(Survivor(child)) is { } known && (known.ErasedAt ?? known.WithdrawnAt) is not null;
        foreach (var id in fresh.Measurements.Where(m => IsErased(m.Child)).Select(m => m.Id).Concat(fresh.Services.Where(s => IsErased(s.Child)).Select(s => s.Id)).Concat(fresh.Visits.Where(v => pregnancies.Contains(v.Pregnancy)).Select(v => v.Id)))
            _notes.Add(new EntryNote(id, EntryNotes.Erased, "Data orang ini tidak lagi disimpan di register; catatan ini tidak dimasukkan."));
        return fresh with
        {
            Measurements = [.. fresh.Measurements.Where(m => !IsErased(m.Child))],
            Services = [.. fresh.Services.Where(s => !IsErased(s.Child))],
            Visits = [.. fresh.Visits.Where(v => !pregnancies.Contains(v.Pregnancy))],
        };
    }

    /// <summary>The children spoken of, with those that they were merged into, and those of them that used to be here.</summary>
    private async Task LoadChildren(Batch batch, CancellationToken ct)
    {
        var ids = batch.Measurements.Select(m => m.Child).Concat(batch.Services.Select(s => s.Child)).Concat(batch.Children.Select(c => c.Id)).ToHashSet();
        for (var wanted = ids; wanted.Count > 0;)
        {
            var found = await db.AllChildren.Where(c => c.RegionId == source.Region && wanted.Contains(c.Id)).ToListAsync(ct);
            foreach (var child in found) _children[child.Id] = child;
            wanted = found.Where(c => c.MergedInto is { } into && !_children.ContainsKey(into)).Select(c => c.MergedInto!.Value).ToHashSet();
        }

        var elsewhere = _children.Values.Where(c => c.PosyanduId != source.Posyandu).Select(c => c.Id).ToHashSet();
        if (elsewhere.Count > 0)
        {
            _departed.UnionWith(await db.Departures.Where(d => d.RegionId == source.Region && d.PosyanduId == source.Posyandu && elsewhere.Contains(d.Subject)).Select(d => d.Subject).ToListAsync(ct));
        }
    }

    private Refusal? NotOurs(Child? child) =>
        child is null || child.PosyanduId == source.Posyandu || _departed.Contains(child.Id) ? null : ChildrenRefusals.ChildOfAnotherPosyandu;

    private Guid Survivor(Guid child)
    {
        while (_children.GetValueOrDefault(child)?.MergedInto is { } into) child = into;
        return child;
    }

    private void Check(Guid entry, Refusal? refusal)
    {
        if (refusal is not null) Refuse(entry, refusal);
    }

    private void Refuse(Guid entry, Refusal refusal) => _refusals.Add(new EntryNote(entry, refusal.Code, refusal.Message));
}
