using Lakudo.Kernel;
using Microsoft.EntityFrameworkCore;

namespace Lakudo.Applications;

/// <summary>How many applications came to their end in a span of time, by service. Counts only, of the agencies the caller may see.</summary>
public sealed class FinishedCount(LakudoDb db)
{
    /// <summary>Counts.</summary>
    /// <param name="caller">Whose agencies are counted; the public's are all.</param>
    /// <param name="from">First moment, UTC.</param>
    /// <param name="until">The moment after the last, UTC.</param>
    /// <param name="ct">Stops.</param>
    public async Task<IReadOnlyDictionary<Guid, int>> Run(Caller caller, DateTime from, DateTime until, CancellationToken ct = default)
    {
        db.Still(caller);
        return await db.Applications.AsNoTracking()
            .Where(a => (a.State == ApplicationState.HandedOver && a.HandedOverAt >= from && a.HandedOverAt < until)
                || (a.State == ApplicationState.Rejected && a.DecidedAt >= from && a.DecidedAt < until))
            .GroupBy(a => a.ServiceId).Select(g => new { Service = g.Key, Count = g.Count() })
            .ToDictionaryAsync(g => g.Service, g => g.Count, ct);
    }
}
