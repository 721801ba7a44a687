using Lakudo.Children.Consent;
using Lakudo.Field;
using Lakudo.Kernel;
using Microsoft.EntityFrameworkCore;

namespace Lakudo.Children.Measuring;

/// <summary>Tells the entries of a batch that are not in the register yet from those that are. An id that stands for something else already is refused.</summary>
internal sealed class FreshEntries(LakudoDb db, int region)
{
    /// <summary>What is new.</summary>
    public sealed record Answer(IReadOnlyList<NewChild> Children, IReadOnlyList<FieldMeasurement> Measurements, IReadOnlyList<ChildService> Services,
        IReadOnlyList<NewPregnancy> Pregnancies, IReadOnlyList<PregnancyVisit> Visits);

    /// <summary>Sorts a batch's entries.</summary>
    public async Task<Answer> Of(Batch batch, Action<Guid, Refusal> refuse, CancellationToken ct)
    {
        foreach (var twice in batch.Children.Select(e => e.Id).Concat(batch.Measurements.Select(e => e.Id)).Concat(batch.Services.Select(e => e.Id))
                     .Concat(batch.Pregnancies.Select(e => e.Id)).Concat(batch.PregnancyVisits.Select(e => e.Id)).GroupBy(id => id).Where(g => g.Count() > 1))
            refuse(twice.Key, ChildrenRefusals.EntryIdTaken);

        var measurements = batch.Measurements.Select(m => m.Id).ToHashSet();
        var knownMeasurements = measurements.Count == 0 ? [] : await db.Measurements.Where(m => m.RegionId == region && measurements.Contains(m.Id)).AsNoTracking().ToDictionaryAsync(m => m.Id, ct);
        var services = batch.Services.Select(s => s.Id).ToHashSet();
        var knownServices = services.Count == 0 ? [] : await db.GivenServices.Where(s => s.RegionId == region && services.Contains(s.Id)).AsNoTracking().ToDictionaryAsync(s => s.Id, ct);
        var visits = batch.PregnancyVisits.Select(v => v.Id).ToHashSet();
        var knownVisits = visits.Count == 0 ? [] : await db.PregnancyVisits.Where(v => v.RegionId == region && visits.Contains(v.Id)).AsNoTracking().ToDictionaryAsync(v => v.Id, ct);
        var children = batch.Children.Select(c => c.Id).ToHashSet();
        var knownChildren = children.Count == 0 ? [] : await db.AllChildren.Where(c => c.RegionId == region && children.Contains(c.Id)).Select(c => new { c.Id, Birth = c.BirthEntered, IsErased = c.ErasedAt != null }).ToDictionaryAsync(c => c.Id, ct);
        var pregnancies = batch.Pregnancies.Select(p => p.Id).ToHashSet();
        var knownPregnancies = pregnancies.Count == 0 ? [] : await db.Pregnancies.Where(p => p.RegionId == region && pregnancies.Contains(p.Id)).Select(p => p.Id).ToHashSetAsync(ct);

        return new Answer(
            // A child may have been corrected since; its day of birth as first entered tells whether the id was meant for it. One that was erased does not come back.
            New(batch.Children, e => e.Id, e => knownChildren.TryGetValue(e.Id, out var known) ? known.IsErased || known.Birth == e.Birth : null),
            New(batch.Measurements, e => e.Id, e => knownMeasurements.TryGetValue(e.Id, out var known) ? known.IsSame(e) : null),
            New(batch.Services, e => e.Id, e => knownServices.TryGetValue(e.Id, out var known) ? (known.WrittenFor, known.Kind, known.Yes, known.Day, known.Detail) == (e.Child, e.Kind, e.Yes, e.Day, e.Detail) : null),
            New(batch.Pregnancies, e => e.Id, e => knownPregnancies.Contains(e.Id) ? true : null),
            New(batch.PregnancyVisits, e => e.Id, e => knownVisits.TryGetValue(e.Id, out var known) ? known.Entered with { At = e.At } == e : null));

        List<T> New<T>(IReadOnlyList<T> entries, Func<T, Guid> id, Func<T, bool?> sameAsKnown)
        {
            var fresh = new List<T>(entries.Count);
            foreach (var entry in entries)
            {
                switch (sameAsKnown(entry))
                {
                    case null: fresh.Add(entry); break;
                    case false: refuse(id(entry), ChildrenRefusals.EntryIdTaken); break;
                }
            }

            return fresh;
        }
    }
}
