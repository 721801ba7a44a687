using Lakudo.Kernel;
using Microsoft.EntityFrameworkCore;

namespace Lakudo.Applications.Workflow;

/// <summary>Takes a corrected file in again, from the applicant or at the counter; it must be declared complete anew.</summary>
public sealed class Resubmit(LakudoDb db, Commit commit, PersonalData personal)
{
    /// <summary>What came back.</summary>
    /// <param name="Application">The application.</param>
    /// <param name="Secret">The receipt's secret, from the applicant.</param>
    public sealed record Command(Guid Application, string? Secret = null);

    /// <summary>Takes it in. Refused with K-001, A-040 (also for a wrong secret), A-042.</summary>
    public Task<Outcome<Done>> Run(Caller caller, Command command, CancellationToken ct = default) =>
        commit.Once<Done>(caller, command, async token =>
        {
            var found = await db.ApplicationFor(caller, Act.AttachFile, command.Application, token);
            if (found.IsRefused) return found.Refusal;
            if (db.ActingFor(caller).IsOnly(Role.Public) && !ReceiptSecret.Fits(personal, command.Application, command.Secret)) return ApplicationsRefusals.NoSuchApplication;
            if (found.Value.Resubmit() is { } notNow) return notNow;
            commit.Record(caller, new ApplicationResubmitted(found.Value.Id));
            return new Done();
        }, ct);
}
