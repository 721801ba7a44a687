using System.Collections.Immutable;
using Lakudo.Children.Measuring;
using Lakudo.Children.Network;
using Lakudo.Field;
using Lakudo.Kernel;
using Microsoft.EntityFrameworkCore;

namespace Lakudo.Children.Satusehat;

/// <summary>
/// What was measured in a period at one posyandu, or at all in somebody's care, as a FHIR R4 bundle for SATUSEHAT: the children with their NIK and their mothers', visits, measures, z-scores, diagnoses.
/// What does not count, what was erased and who took consent back is not in it. Sending it needs the ministry's key, which a region has or has not; the file is the same.
/// </summary>
public sealed class SatusehatBundle(LakudoDb db, Commit commit, Clock clock, PersonalData personal)
{
    /// <summary>The longest period, in months.</summary>
    public const int MostMonths = 12;

    /// <summary>What a bundle would hold.</summary>
    /// <param name="Name">The posyandu, or null for all in the caller's care.</param>
    /// <param name="From">The first day.</param>
    /// <param name="Until">The last day.</param>
    /// <param name="Today">Today in the region.</param>
    /// <param name="Children">Children measured in the period.</param>
    /// <param name="Measurements">Measurements that count.</param>
    /// <param name="InDoubt">Of them those that the puskesmas has not looked at though they are doubtful; they go as preliminary.</param>
    /// <param name="WithoutNik">Children with neither a NIK of their own nor their mother's: SATUSEHAT cannot know who they are.</param>
    public sealed record Answer(string? Name, DateOnly From, DateOnly Until, DateOnly Today, int Children, int Measurements, int InDoubt, int WithoutNik)
    {
        internal ImmutableArray<Guid> Posyandu { get; init; } = [];
    }

    /// <summary>Counts only. Refused with C-001 for a posyandu outside the caller's care, C-451 for a period out of reach, K-001 to others than midwives and nutritionists.</summary>
    /// <param name="caller">Who asks.</param>
    /// <param name="posyandu">The posyandu; null for all in the caller's care.</param>
    /// <param name="from">The first day; null: that of the last whole month.</param>
    /// <param name="until">The last day; null: that of the last whole month.</param>
    /// <param name="ct">Stops.</param>
    public async Task<Outcome<Answer>> Run(Caller caller, Guid? posyandu, DateOnly? from, DateOnly? until, CancellationToken ct = default) => (await Counted(caller, posyandu, from, until, ct)).Then(c => c.Answer);

    /// <summary>Journals for each posyandu that its children leave, then writes. Refused as <see cref="Run"/> is, and with C-452 where nothing was measured; then nothing is written.</summary>
    public async Task<Outcome<Answer>> Write(Caller caller, Guid? posyandu, DateOnly? from, DateOnly? until, Func<Answer, Stream> open, CancellationToken ct = default)
    {
        var counted = await Counted(caller, posyandu, from, until, ct);
        if (counted.IsRefused) return counted.Refusal;
        var (answer, facts) = counted.Value;
        if (facts.IsEmpty) return SatusehatRefusals.NothingMeasured;
        var noted = await commit.Once<Done>(caller with { Key = null }, facts, _ =>
        {
            foreach (var fact in facts) commit.Record(caller, fact);
            return Task.FromResult<Outcome<Done>>(new Done());
        }, ct);
        if (noted.IsRefused) return noted.Refusal;
        await using var bundle = new BundleWriter(open(answer));
        bundle.Begin(Guid.CreateVersion7(clock.Now), clock.Now);
        var reading = new BundleReading(db, personal, caller.Region, answer.From, answer.Until);
        foreach (var place in answer.Posyandu)
        {
            await foreach (var (id, resource) in reading.Of(place, ct)) await bundle.Add(id, resource, ct);
        }

        await bundle.End(ct);
        return answer;
    }

    private async Task<Outcome<(Answer Answer, ImmutableArray<SatusehatBundleMade> Facts)>> Counted(Caller caller, Guid? posyandu, DateOnly? from, DateOnly? until, CancellationToken ct)
    {
        if (caller.MayNot(Act.ExportChildren) is { } refusal) return refusal;
        db.As(caller);
        var today = await db.Today(caller, clock, ct);
        var month = new DateOnly(today.Year, today.Month, 1);
        var (first, last) = (from ?? until?.AddMonths(-1).AddDays(1) ?? month.AddMonths(-1), until ?? from?.AddMonths(1).AddDays(-1) ?? month.AddDays(-1));
        if (first > last || last > today || first.AddMonths(MostMonths) <= last) return SatusehatRefusals.PeriodOutOfReach.With(today);
        var places = await db.PosyanduOf(caller, clock.Now).AsNoTracking().Where(p => posyandu == null || p.Id == posyandu).OrderBy(p => p.PuskesmasId).ThenBy(p => p.Name).Select(p => new { p.Id, p.Name }).ToListAsync(ct);
        if (posyandu is not null && places.Count == 0) return ChildrenRefusals.NoSuchPosyandu;
        var own = db.PosyanduOf(caller, clock.Now).Where(p => posyandu == null || p.Id == posyandu);
        var rows = await (from p in own
                          join c in db.Children on p.Id equals c.PosyanduId
                          join m in db.Measurements on new { c.RegionId, ChildId = c.Id } equals new { m.RegionId, m.ChildId }
                          join w in db.Mothers on c.MotherId equals w.Id into mothers
                          from w in mothers.DefaultIfEmpty()
                          where c.MergedInto == null && c.ErasedAt == null && m.Day >= first && m.Day <= last && m.State == MeasurementState.Counts
                          group m by new { c.PosyanduId, c.Id, Known = c.NikSealed != null || (w != null && w.NikSealed != null) } into g
                          select new { g.Key.PosyanduId, g.Key.Known, Count = g.Count(), Doubtful = g.Count(m => m.Validation == Validation.Open && m.Doubts != 0) }).ToListAsync(ct);
        var byPlace = rows.ToLookup(r => r.PosyanduId);
        ImmutableArray<SatusehatBundleMade> facts = [.. places.Where(p => byPlace.Contains(p.Id)).Select(p => new SatusehatBundleMade(p.Id, first, last, byPlace[p.Id].Count(), byPlace[p.Id].Sum(r => r.Count)))];
        var answer = new Answer(posyandu is null ? null : places[0].Name, first, last, today, rows.Count, rows.Sum(r => r.Count), rows.Sum(r => r.Doubtful), rows.Count(r => !r.Known)) { Posyandu = [.. facts.Select(f => f.Subject)] };
        return (answer, facts);
    }
}
