using Lakudo.Kernel;
using Microsoft.EntityFrameworkCore;

namespace Lakudo.Feedback;

/// <summary>Sealed answers that waited for others and never came to five.</summary>
internal sealed class RetainBallots(LakudoDb db) : IRetention
{
    public string Rule => "suara-menunggu";

    public async Task<Aged> Look(DateTime before, CancellationToken ct)
    {
        var month = DateOnly.FromDateTime(before);
        var next = await db.Ballots.Where(b => b.Month >= month).MinAsync(b => (DateOnly?)b.Month, ct);
        return new(await db.Ballots.CountAsync(b => b.Month < month, ct), await db.Ballots.CountAsync(ct), next?.ToDateTime(TimeOnly.MinValue, DateTimeKind.Utc));
    }

    public async Task<Erased> Apply(DateTime before, int most, CancellationToken ct)
    {
        var month = DateOnly.FromDateTime(before);
        var old = await db.Ballots.Where(b => b.Month < month).OrderBy(b => b.Month).Take(most).ToListAsync(ct);
        db.Ballots.RemoveRange(old);
        return Erased.Of(old.Count);
    }
}
