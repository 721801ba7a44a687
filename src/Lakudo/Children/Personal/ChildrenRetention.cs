using Lakudo.Children.Consent;
using Lakudo.Children.Register;
using Lakudo.Kernel;
using Microsoft.EntityFrameworkCore;

namespace Lakudo.Children.Personal;

/// <summary>Children who have long turned five: the posyandu no longer looks after them.</summary>
internal sealed class RetainChildren(LakudoDb db, Clock clock) : IRetention
{
    private const int Years = 5;

    public string Rule => "data-anak";

    private IQueryable<Child> Held => db.AllChildren.Where(c => c.ErasedAt == null);

    public async Task<Aged> Look(DateTime before, CancellationToken ct)
    {
        var day = DateOnly.FromDateTime(before).AddYears(-Years);
        var next = await Held.Where(c => c.Birth >= day).MinAsync(c => (DateOnly?)c.Birth, ct);
        return new(await Held.CountAsync(c => c.Birth < day, ct), await Held.CountAsync(ct), next?.AddYears(Years).ToDateTime(TimeOnly.MinValue, DateTimeKind.Utc));
    }

    public async Task<Erased> Apply(DateTime before, int most, CancellationToken ct)
    {
        var day = DateOnly.FromDateTime(before).AddYears(-Years);
        var old = await Held.Where(c => c.Birth < day).OrderBy(c => c.Birth).ThenBy(c => c.Id).Take(most).ToListAsync(ct);
        // The rule is about children: a mother of whom nothing is left goes along and is not counted.
        return await db.Forget(old, [], clock.Now, ct) with { Rows = old.Count };
    }
}

/// <summary>Pregnancies that have long come to their end.</summary>
internal sealed class RetainPregnancies(LakudoDb db, Clock clock) : IRetention
{
    public string Rule => "data-ibu-hamil";

    private IQueryable<Pregnancy> Held => db.Pregnancies.Where(p => p.ErasedAt == null);

    public async Task<Aged> Look(DateTime before, CancellationToken ct) => new(
        await Held.CountAsync(p => p.RegisteredAt < before, ct), await Held.CountAsync(ct), await Held.Where(p => p.RegisteredAt >= before).MinAsync(p => (DateTime?)p.RegisteredAt, ct));

    public async Task<Erased> Apply(DateTime before, int most, CancellationToken ct)
    {
        var old = await Held.Where(p => p.RegisteredAt < before).OrderBy(p => p.RegisteredAt).ThenBy(p => p.Id).Take(most).ToListAsync(ct);
        return await db.Forget([], old, clock.Now, ct) with { Rows = old.Count };
    }
}

/// <summary>Health workers who care for nobody any more.</summary>
internal sealed class RetainHealthWorkers(LakudoDb db, Clock clock) : IRetention
{
    public string Rule => "petugas-posyandu";

    public async Task<Aged> Look(DateTime before, CancellationToken ct)
    {
        var ended = await Ended(ct);
        return new(ended.Count(e => e.At < before), ended.Count, ended.Where(e => e.At >= before).Select(e => (DateTime?)e.At).Min());
    }

    public async Task<Erased> Apply(DateTime before, int most, CancellationToken ct)
    {
        var ids = (await Ended(ct)).Where(e => e.At < before).OrderBy(e => e.At).Take(most).Select(e => e.Id).ToList();
        return db.Forget(await db.HealthWorkers.Where(w => ids.Contains(w.Id)).ToListAsync(ct), clock.Now);
    }

    /// <summary>Those whose assignments have all ended, and when the last one did. They are few, so they are sorted here.</summary>
    private async Task<IReadOnlyList<(Guid Id, DateTime At)>> Ended(CancellationToken ct)
    {
        var workers = db.HealthWorkers;
        var held = await db.CareAssignments.Where(a => workers.Any(w => w.Id == a.WorkerId && w.ErasedAt == null)).Select(a => new { a.WorkerId, a.Until }).ToListAsync(ct);
        return [.. held.GroupBy(a => a.WorkerId).Where(g => g.All(a => a.Until is not null)).Select(g => (g.Key, g.Max(a => a.Until)!.Value))];
    }
}
