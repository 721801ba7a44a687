using Lakudo.Kernel;
using Microsoft.EntityFrameworkCore;

namespace Lakudo.Privacy.Retention;

/// <summary>Confirms the plan as it stands on the screen. From then on the program erases by it every night.</summary>
public sealed class ConfirmRetentionPlan(LakudoDb db, Commit commit, Clock clock)
{
    /// <summary>What is confirmed.</summary>
    /// <param name="Hash">The plan's hash as shown.</param>
    public sealed record Command(string? Hash);

    /// <summary>Confirms. Refused with K-001, and with D-004 when the plan is another by now.</summary>
    public Task<Outcome<Done>> Run(Caller caller, Command command, CancellationToken ct = default) => commit.Once<Done>(caller, command, async token =>
    {
        if (db.MayNotForAll(caller, Act.PlanRetention) is { } refusal) return refusal;
        var periods = await PeriodsInForce.Read(db, token);
        if (command.Hash != periods.Hash) return PrivacyRefusals.PlanChanged;
        var plan = await db.ConfirmedPlans.SingleOrDefaultAsync(token);
        if (plan is null)
        {
            plan = new ConfirmedPlan { RegionId = caller.Region };
            db.ConfirmedPlans.Add(plan);
        }

        (plan.Hash, plan.At, plan.By) = (periods.Hash, clock.Now, caller.Id);
        commit.Record(caller, new RetentionPlanConfirmed(Guid.Empty, periods.Hash));
        return new Done();
    }, ct);
}
