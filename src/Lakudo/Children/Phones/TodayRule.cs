using Lakudo.Field;
using Lakudo.Kernel;
using Microsoft.EntityFrameworkCore;

namespace Lakudo.Children.Phones;

/// <summary>For how long a phone's list of the day opens by the PIN alone.</summary>
internal sealed class TodayRule(LakudoDb db)
{
    /// <summary>In days: what the region set, and the most where the posyandu has no signal.</summary>
    public async Task<int> Days(int region, Guid posyandu, CancellationToken ct) =>
        await db.Posyandu.AnyAsync(p => p.RegionId == region && p.Id == posyandu && p.HasNoSignal, ct) ? TodayLimits.Most : await Set(region, ct);

    /// <summary>What the region set, or the usual number.</summary>
    public async Task<int> Set(int region, CancellationToken ct) =>
        await db.TodaySettings.Where(s => s.RegionId == region).Select(s => (int?)s.Days).SingleOrDefaultAsync(ct) ?? TodayLimits.Usual;
}
