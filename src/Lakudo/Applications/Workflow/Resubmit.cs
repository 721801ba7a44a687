using Lakudo.Kernel;
using Microsoft.EntityFrameworkCore;

namespace Lakudo.Applications.Workflow;

/// <summary>Takes a corrected file in again; it must be declared complete anew.</summary>
public sealed class Resubmit(LakudoDb db, Commit commit)
{
    /// <summary>What came back.</summary>
    /// <param name="Application">The application.</param>
    public sealed record Command(Guid Application);

    /// <summary>Takes it in. Refused with K-001, A-040, A-042.</summary>
    public Task<Outcome<Done>> Run(Caller caller, Command command, CancellationToken ct = default) =>
        commit.Once<Done>(caller, command, async token =>
        {
            if (caller.MayNot(Act.CheckApplication) is { } refusal) return refusal;
            if (await db.Applications.SingleOrDefaultAsync(a => a.Id == command.Application, token) is not { } application) return ApplicationsRefusals.NoSuchApplication;
            if (application.Resubmit() is { } notNow) return notNow;
            commit.Record(caller, new ApplicationResubmitted(application.Id));
            return new Done();
        }, ct);
}
