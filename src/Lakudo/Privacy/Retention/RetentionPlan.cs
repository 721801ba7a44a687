using Lakudo.Kernel;
using Microsoft.EntityFrameworkCore;

namespace Lakudo.Privacy.Retention;

/// <summary>How long everything is kept, what is due now, what comes next and what was done. Counts and dates only.</summary>
public sealed class RetentionPlan(LakudoDb db, Clock clock, IEnumerable<IRetention> retentions)
{
    /// <summary>How many runs are told.</summary>
    public const int Told = 20;

    /// <summary>A rule as it holds here.</summary>
    /// <param name="Rule">The rule.</param>
    /// <param name="Period">The period in force.</param>
    /// <param name="IsOwn">Whether the region set it.</param>
    /// <param name="Due">How many records are due.</param>
    /// <param name="Held">How many still hold the data.</param>
    /// <param name="NextDue">When the next falls due, UTC; null where none waits.</param>
    public sealed record Row(RetentionRule Rule, RetentionPeriod Period, bool IsOwn, int Due, int Held, DateTime? NextDue);

    /// <summary>What a rule took.</summary>
    public sealed record Taken(string Rule, DateTime At, int Rows, int Files, bool ByHand);

    /// <summary>The plan.</summary>
    /// <param name="Rows">Every rule.</param>
    /// <param name="Runs">The last runs that took something, the newest first.</param>
    /// <param name="Hash">By which it is confirmed.</param>
    /// <param name="ConfirmedAt">When this very plan was confirmed, UTC; null when it was not.</param>
    public sealed record Answer(IReadOnlyList<Row> Rows, IReadOnlyList<Taken> Runs, string Hash, DateTime? ConfirmedAt);

    /// <summary>Refused with K-001.</summary>
    public async Task<Outcome<Answer>> Run(Caller caller, CancellationToken ct = default)
    {
        if (db.MayNotForAll(caller, Act.ReadPrivacyPlan) is { } refusal) return refusal;
        var now = clock.Now;
        var periods = await PeriodsInForce.Read(db, ct);
        var by = retentions.ToDictionary(r => r.Rule);
        var rows = new List<Row>();
        foreach (var rule in RetentionRule.All)
        {
            var period = periods.ByRule[rule.Id];
            var aged = await by[rule.Id].Look(period.Before(now), ct);
            rows.Add(new(rule, period, period != rule.Standard, aged.Due, aged.Held, aged.Next is { } next ? period.After(next) : null));
        }

        var confirmed = await db.ConfirmedPlans.AsNoTracking().SingleOrDefaultAsync(ct);
        var runs = await db.RetentionRuns.AsNoTracking().OrderByDescending(r => r.At).Take(Told).Select(r => new Taken(r.Rule, r.At, r.Rows, r.Files, r.By != null)).ToListAsync(ct);
        return new Answer(rows, runs, periods.Hash, confirmed?.Hash == periods.Hash ? confirmed.At : null);
    }
}
