using Lakudo.Kernel;
using Microsoft.EntityFrameworkCore;

namespace Lakudo.Privacy.Retention;

/// <summary>Sets how long the region keeps something. The plan then waits for a confirmation again.</summary>
public sealed class SetRetention(LakudoDb db, Commit commit)
{
    /// <summary>What is set.</summary>
    /// <param name="Rule">The rule's id.</param>
    /// <param name="Period">The period.</param>
    /// <param name="Why">By which decree or letter; no personal data.</param>
    public sealed record Command(string Rule, RetentionPeriod Period, string? Why);

    /// <summary>Sets it. Refused with K-001, D-001, D-002, K-020, K-021.</summary>
    public Task<Outcome<Done>> Run(Caller caller, Command command, CancellationToken ct = default) => commit.Once<Done>(caller, command, async token =>
    {
        if (db.MayNotForAll(caller, Act.PlanRetention) is { } refusal) return refusal;
        if (RetentionRule.All.FirstOrDefault(r => r.Id == command.Rule) is not { } rule) return PrivacyRefusals.NoSuchRule;
        var period = command.Period;
        // The amount is bounded first: a date centuries away cannot be reckoned.
        if (period.Amount is < 1 or > 10_000 || !Enum.IsDefined(period.Unit) || (period.Unit is RetentionUnit.Years && period.Amount > 100) || !period.IsAtLeast(rule.Least) || !rule.Most.IsAtLeast(period))
        {
            return PrivacyRefusals.PeriodOutOfBounds.With(rule.Least, rule.Most);
        }

        var why = JournalReason.Read(command.Why);
        if (why.IsRefused) return why.Refusal;
        var own = await db.SetPeriods.SingleOrDefaultAsync(p => p.Rule == rule.Id, token);
        var before = own?.Period ?? rule.Standard;
        if (own is null)
        {
            own = new SetPeriod { RegionId = caller.Region, Rule = rule.Id };
            db.SetPeriods.Add(own);
        }

        (own.Amount, own.Unit) = (period.Amount, period.Unit);
        commit.Record(caller, new RetentionSet(Guid.Empty, rule.Id, before.ToString(), period.ToString()), why.Value);
        return new Done();
    }, ct);
}
