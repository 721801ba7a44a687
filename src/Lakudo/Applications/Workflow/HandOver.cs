using Lakudo.Kernel;
using Microsoft.EntityFrameworkCore;

namespace Lakudo.Applications.Workflow;

/// <summary>The applicant has the result; the case is done.</summary>
public sealed class HandOver(LakudoDb db, Commit commit, Clock clock)
{
    /// <summary>What is handed over.</summary>
    /// <param name="Application">The application.</param>
    public sealed record Command(Guid Application);

    /// <summary>Hands over. Refused with K-001, A-040, A-042.</summary>
    public Task<Outcome<Done>> Run(Caller caller, Command command, CancellationToken ct = default) =>
        commit.Once<Done>(caller, command, async token =>
        {
            var found = await db.ApplicationFor(caller, Act.CheckApplication, command.Application, token);
            if (found.IsRefused) return found.Refusal;
            var application = found.Value;
            if (application.HandOver(clock.Now) is { } notNow) return notNow;
            commit.Record(caller, new ResultHandedOver(application.Id));
            return new Done();
        }, ct);
}
