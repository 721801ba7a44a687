using Lakudo.Kernel;
using Microsoft.EntityFrameworkCore;

namespace Lakudo.Applications.Workflow;

/// <summary>A national system has issued: keeps its reference. Lakudo prints, numbers and signs nothing of it.</summary>
public sealed class RecordOutsideReference(LakudoDb db, Commit commit, Clock clock)
{
    /// <summary>The reference.</summary>
    /// <param name="Application">The application.</param>
    /// <param name="Reference">The number given by the outside system.</param>
    public sealed record Command(Guid Application, string Reference);

    /// <summary>Records it. Refused with K-001, A-040, A-042, A-045, A-047, K-045.</summary>
    public Task<Outcome<Done>> Run(Caller caller, Command command, CancellationToken ct = default) =>
        commit.Once<Done>(caller, command, async token =>
        {
            var found = await db.ApplicationFor(caller, Act.CheckApplication, command.Application, token);
            if (found.IsRefused) return found.Refusal;
            var application = found.Value;
            var read = WrittenText.ReadLine(command.Reference, "Nomor rujukan");
            if (read.IsRefused) return read.Refusal;
            var reference = read.Value;
            if (reference.Length is 0 or > 100) return ApplicationsRefusals.TextMissing.With("Nomor rujukan", 100);
            if (application.IssuedOutside(reference, clock.Now) is { } notNow) return notNow;
            commit.Publish(caller, new OutsideReferenceRecorded(application.Id));
            return new Done();
        }, ct);
}
