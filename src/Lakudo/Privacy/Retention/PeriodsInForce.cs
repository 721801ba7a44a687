using System.Security.Cryptography;
using System.Text;
using Lakudo.Kernel;
using Microsoft.EntityFrameworkCore;

namespace Lakudo.Privacy.Retention;

/// <summary>The rules with the periods that hold in the region the database sees, and their hash.</summary>
internal sealed record PeriodsInForce(IReadOnlyDictionary<string, RetentionPeriod> ByRule, string Hash)
{
    internal static async Task<PeriodsInForce> Read(LakudoDb db, CancellationToken ct)
    {
        var set = await db.SetPeriods.AsNoTracking().ToDictionaryAsync(p => p.Rule, p => p.Period, ct);
        var periods = RetentionRule.All.ToDictionary(r => r.Id, r => set.TryGetValue(r.Id, out var own) ? own : r.Standard);
        // A new rule that comes with a new version of the program is part of the plan, so it too waits for a confirmation.
        var text = string.Join('\n', RetentionRule.All.Select(r => $"{r.Id} {periods[r.Id]} {r.Anonymises}").Order(StringComparer.Ordinal));
        return new(periods, Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text))));
    }
}
