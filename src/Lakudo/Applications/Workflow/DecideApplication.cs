using Lakudo.Kernel;
using Microsoft.EntityFrameworkCore;

namespace Lakudo.Applications.Workflow;

/// <summary>The signing official grants or rejects. Only for what is issued here; a rejection needs a reason the applicant can read.</summary>
public sealed class DecideApplication(LakudoDb db, Commit commit, Clock clock)
{
    /// <summary>The decision.</summary>
    /// <param name="Application">The application.</param>
    /// <param name="Grant">Whether it is granted.</param>
    /// <param name="Reason">Why not; needed for a rejection.</param>
    public sealed record Command(Guid Application, bool Grant, string? Reason = null);

    /// <summary>Decides. Refused with K-001, A-040, A-042, A-045, A-046, K-045, and with A-055 whoever verified it.</summary>
    public Task<Outcome<Done>> Run(Caller caller, Command command, CancellationToken ct = default) =>
        commit.Once<Done>(caller, command, async token =>
        {
            var found = await db.ApplicationFor(caller, Act.DecideApplication, command.Application, token);
            if (found.IsRefused) return found.Refusal;
            var application = found.Value;
            var read = WrittenText.ReadLines(command.Reason, "Alasan penolakan");
            if (read.IsRefused) return read.Refusal;
            var reason = command.Reason is null ? null : read.Value;
            if (reason?.Length > 1000 || (!command.Grant && string.IsNullOrEmpty(reason))) return ApplicationsRefusals.TextMissing.With("Alasan penolakan", 1000);
            if (application.Decide(command.Grant, reason, caller.Id, clock.Now) is { } notNow) return notNow;
            commit.Publish(caller, new ApplicationDecided(application.Id, command.Grant));
            return new Done();
        }, ct);
}
