using Lakudo.Kernel;
using Microsoft.EntityFrameworkCore;

namespace Lakudo.Applications.Workflow;

/// <summary>Sends a file back, once, with every defect in one list. The clock stops until it is complete.</summary>
public sealed class ReturnForCorrection(LakudoDb db, Commit commit, Clock clock)
{
    /// <summary>What is wrong.</summary>
    /// <param name="Application">The application.</param>
    /// <param name="Defects">All defects, one a line.</param>
    public sealed record Command(Guid Application, string Defects);

    /// <summary>Returns it. Refused with K-001, A-040, A-042, A-044 the second time, A-045 without a list, K-045.</summary>
    public Task<Outcome<Done>> Run(Caller caller, Command command, CancellationToken ct = default) =>
        commit.Once<Done>(caller, command, async token =>
        {
            var found = await db.ApplicationFor(caller, Act.CheckApplication, command.Application, token);
            if (found.IsRefused) return found.Refusal;
            var application = found.Value;
            var read = WrittenText.ReadLines(command.Defects, "Daftar kekurangan");
            if (read.IsRefused) return read.Refusal;
            var defects = read.Value;
            if (defects.Length is 0 or > 4000) return ApplicationsRefusals.TextMissing.With("Daftar kekurangan", 4000);
            if (application.Return(clock.Now, defects) is { } notNow) return notNow;
            commit.Publish(caller, new ApplicationReturned(application.Id));
            return new Done();
        }, ct);
}
