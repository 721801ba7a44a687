using Lakudo.Children.Reports;
using Lakudo.Kernel;

namespace Lakudo.Children.Satusehat;

/// <summary>
/// What was measured in a period at one posyandu, or at all in somebody's care, as a FHIR R4 bundle for SATUSEHAT: the children with their NIK and their mothers', visits, measures, z-scores, diagnoses.
/// What does not count, what was erased and who took consent back is not in it. Sending it needs the ministry's key, which a region has or has not; the file is the same.
/// </summary>
public sealed class SatusehatBundle(LakudoDb db, Commit commit, Clock clock, PersonalData personal)
{
    /// <summary>What the bundle would hold; nothing is journaled. Refused as <see cref="ExportScope"/> says: C-001, C-402, K-001.</summary>
    /// <param name="caller">Who asks.</param>
    /// <param name="posyandu">The posyandu; null for all in the caller's care.</param>
    /// <param name="from">The first day; null: that of the last whole month.</param>
    /// <param name="until">The last day; null: that of the last whole month.</param>
    /// <param name="ct">Stops.</param>
    public Task<Outcome<ExportScope>> Run(Caller caller, Guid? posyandu, DateOnly? from, DateOnly? until, CancellationToken ct = default) => ExportScope.Of(db, clock, caller, posyandu, from, until, ct);

    /// <summary>Journals for each posyandu that its children leave, then writes. Refused as <see cref="Run"/> is, and with C-403 where nothing was measured; then nothing is written.</summary>
    public async Task<Outcome<ExportScope>> Write(Caller caller, Guid? posyandu, DateOnly? from, DateOnly? until, Func<ExportScope, Stream> open, CancellationToken ct = default)
    {
        var found = await Run(caller, posyandu, from, until, ct);
        if (found.IsRefused) return found.Refusal;
        var scope = found.Value;
        if (await scope.Note(commit, caller, p => new SatusehatBundleMade(p.Id, scope.From, scope.Until, p.Children, p.Measurements), ct) is { } refusal) return refusal;
        await using var bundle = new BundleWriter(open(scope));
        bundle.Begin(Guid.CreateVersion7(clock.Now), clock.Now);
        var reading = new BundleReading(db, personal, caller.Region, scope.From, scope.Until);
        foreach (var place in scope.Posyandu)
        {
            await foreach (var (id, resource) in reading.Of(place.Id, ct)) await bundle.Add(id, resource, ct);
        }

        await bundle.End(ct);
        return scope;
    }
}
