using Lakudo.Calendar;
using Lakudo.Kernel;
using Microsoft.EntityFrameworkCore;

namespace Lakudo.Applications.Clocks;

/// <summary>
/// Counts the due moments of running files anew when another calendar holds than the one they were counted on: a provisional one becomes certain, a holiday
/// that came late moves one. Never silently: every change is journaled with its reason, and staff and applicant read it.
/// </summary>
public sealed class RecountDueMoments(LakudoDb db, Commit commit, WorkingDayCalendar calendar)
{
    private const int Batch = 200;

    /// <summary>The calendar that holds now.</summary>
    /// <param name="Calendar">Its version.</param>
    public sealed record Command(string Calendar);

    /// <summary>What came of it.</summary>
    /// <param name="Looked">How many files were counted on an earlier calendar.</param>
    /// <param name="Changed">How many of them changed.</param>
    public sealed record Answer(int Looked, int Changed);

    /// <summary>Recounts every running file of the region, two hundred in a commit. Refused with K-001.</summary>
    public async Task<Outcome<Answer>> Run(Caller caller, CancellationToken ct = default)
    {
        var all = new Answer(0, 0);
        while (true)
        {
            var some = await commit.Once<Answer>(caller with { Key = null }, new Command(calendar.Version), token => Some(caller, token), ct);
            if (some.IsRefused) return some;
            all = new Answer(all.Looked + some.Value.Looked, all.Changed + some.Value.Changed);
            if (some.Value.Looked < Batch) return all;
        }
    }

    private async Task<Outcome<Answer>> Some(Caller caller, CancellationToken ct)
    {
        if (db.MayNot(caller, Act.RecountDueMoments) is { } refusal) return refusal;
        var region = await db.Regions.AsNoTracking().SingleAsync(r => r.Id == caller.Region, ct);
        var running = await db.Applications
            .Where(a => a.DueAt != null && a.DueCalendar != calendar.Version && (a.State == ApplicationState.Complete || a.State == ApplicationState.Verified || a.State == ApplicationState.Approved))
            .OrderBy(a => a.Id).Take(Batch).ToListAsync(ct);
        var changed = 0;
        foreach (var application in running)
        {
            var from = new DueMoment(Clock.Local(application.DueAt!.Value, region.TimeZone), application.DueIsProvisional, application.DueCalendar!);
            var start = Clock.Local(application.CompleteAt!.Value, region.TimeZone);
            if (DueRevision.Of(from, start, application.Promise, calendar) is not { } revision)
            {
                application.StandsOn(calendar.Version);
                continue;
            }

            var before = application.DueAt.Value;
            var after = Clock.Utc(revision.To.Day, TimeOnly.FromDateTime(revision.To.At), region.TimeZone);
            application.Recount(after, revision);
            commit.Record(caller, new DueMomentRecounted(application.Id, before, after, revision.To.Provisional, calendar.Version), revision.Reason);
            changed++;
        }

        return new Answer(running.Count, changed);
    }
}
