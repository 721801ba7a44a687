using Lakudo.Calendar;
using Lakudo.Catalogue;
using Lakudo.Kernel;
using Microsoft.EntityFrameworkCore;

namespace Lakudo.Applications.Workflow;

/// <summary>Declares a file complete: the second stamp. From here the promised time runs, in the unit of the service's standard.</summary>
public sealed class MarkComplete(LakudoDb db, Commit commit, Clock clock, WorkingDayCalendar calendar)
{
    /// <summary>What was looked at.</summary>
    /// <param name="Application">The application.</param>
    /// <param name="Seen">The requirements that were seen; all of the service's must be among them.</param>
    /// <param name="CardSeen">Whether the identity card was seen among them, so that the NIK is no longer only stated.</param>
    public sealed record Command(Guid Application, IReadOnlyList<Guid> Seen, bool CardSeen = false);

    /// <summary>Until when it is promised.</summary>
    /// <param name="DueAt">The last moment, UTC.</param>
    /// <param name="Provisional">Whether a day on the way lies beyond the confirmed calendar: shown as <em>sementara</em>.</param>
    public sealed record Answer(DateTime DueAt, bool Provisional);

    /// <summary>Declares complete. Refused with K-001, A-040, A-042, A-043.</summary>
    public Task<Outcome<Answer>> Run(Caller caller, Command command, CancellationToken ct = default) =>
        commit.Once<Answer>(caller, command, async token =>
        {
            var found = await db.ApplicationFor(caller, Act.CheckApplication, command.Application, token);
            if (found.IsRefused) return found.Refusal;
            var application = found.Value;
            if (application.State is not ApplicationState.Received) return application.NotNow();
            var asked = await db.Requirements.Where(r => r.ServiceId == application.ServiceId && !r.IsRetired).Select(r => r.Id).ToListAsync(token);
            if (asked.Except(command.Seen).Count() is var missing and > 0) return ApplicationsRefusals.RequirementsMissing.With(missing);

            var region = await db.Regions.AsNoTracking().SingleAsync(r => r.Id == caller.Region, token);
            var due = calendar.Due(Clock.Local(clock.Now, region.TimeZone), application.Promise);
            var dueAt = Clock.Utc(due.Day, TimeOnly.FromDateTime(due.At), region.TimeZone);
            if (application.MarkComplete(clock.Now, dueAt, due) is { } notNow) return notNow;
            if (command.CardSeen) application.CardSeen(clock.Now);
            commit.Record(caller, new ApplicationCompleted(application.Id, dueAt, due.Provisional, due.Calendar));
            return new Answer(dueAt, due.Provisional);
        }, ct);
}
