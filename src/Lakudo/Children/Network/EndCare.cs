using Lakudo.Kernel;
using Microsoft.EntityFrameworkCore;

namespace Lakudo.Children.Network;

/// <summary>A health worker no longer cares for anyone: her phones forget at their next contact, her pages are empty from now on.</summary>
public sealed class EndCare(LakudoDb db, Commit commit, Clock clock)
{
    /// <summary>Who.</summary>
    public sealed record Command(Guid Worker);

    /// <summary>Refused with C-002 for somebody who cares for nobody, K-001 to others than the region's admin.</summary>
    public Task<Outcome<Done>> Run(Caller caller, Command command, CancellationToken ct = default) => commit.Once<Done>(caller, command, async token =>
    {
        if (db.MayNot(caller, Act.SetUpHealthNetwork) is { } refusal) return refusal;
        var now = clock.Now;
        var held = await db.CareAssignments.Where(a => a.WorkerId == command.Worker && (a.Until == null || a.Until > now)).ToListAsync(token);
        if (held.Count == 0) return ChildrenRefusals.CadreNotHere;
        foreach (var one in held) one.End(now);
        commit.Record(caller, new CareEnded(command.Worker, held.Count));
        return new Done();
    }, ct);
}
