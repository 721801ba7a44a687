using Lakudo.Calendar;
using Lakudo.Catalogue;
using Lakudo.Kernel;
using Microsoft.EntityFrameworkCore;

namespace Lakudo.Applications.Clocks;

/// <summary>Counts how long services really took, from complete file to result, and hands the figures to the catalogue's pages.</summary>
/// <remarks>Of the last year, in the unit of what was promised, so that promise and practice can be held side by side.</remarks>
public sealed class CountTimesTaken(LakudoDb db, Clock clock, WorkingDayCalendar calendar, TimesTaken times)
{
    private const int Days = 365;

    /// <summary>Counts the caller's region. Answers for how many services there are figures now.</summary>
    public async Task<int> Run(Caller caller, CancellationToken ct = default)
    {
        var since = clock.Now.AddDays(-Days);
        db.As(Caller.System(caller.Region));
        var region = await db.Regions.AsNoTracking().SingleOrDefaultAsync(r => r.Id == caller.Region, ct);
        if (region is null) return 0;
        var cases = await db.Applications.AsNoTracking().Where(a => a.ResultAt != null && a.ResultAt >= since && a.CompleteAt != null)
            .Select(a => new { a.ServiceId, a.PromiseUnit, CompleteAt = a.CompleteAt!.Value, ResultAt = a.ResultAt!.Value }).ToListAsync(ct);
        var figures = new Dictionary<Guid, TimeTaken>();
        foreach (var service in cases.GroupBy(c => c.ServiceId))
        {
            // A standard that changed its unit is told in the one most cases were promised in.
            var unit = service.GroupBy(c => c.PromiseUnit).MaxBy(g => g.Count())!.Key;
            var taken = service.Select(c => Elapsed(Clock.Local(c.CompleteAt, region.TimeZone), Clock.Local(c.ResultAt, region.TimeZone), unit)).Order().ToArray();
            figures[service.Key] = new TimeTaken(unit, Median(taken), NinetiethPercentile(taken), taken.Length);
        }

        times.Set(caller.Region, figures);
        return figures.Count;
    }

    private double Elapsed(DateTime from, DateTime until, TimeUnit unit) => unit switch
    {
        TimeUnit.Minutes => calendar.WorkingMinutesBetween(from, until),
        TimeUnit.Hours => calendar.WorkingMinutesBetween(from, until) / 60.0,
        TimeUnit.WorkingDays => calendar.WorkingDaysBetween(DateOnly.FromDateTime(from), DateOnly.FromDateTime(until)),
        _ => DateOnly.FromDateTime(until).DayNumber - DateOnly.FromDateTime(from).DayNumber,
    };

    private static double Median(double[] ordered) => (ordered[(ordered.Length - 1) / 2] + ordered[ordered.Length / 2]) / 2;

    /// <summary>The smallest value that nine of ten do not exceed (nearest rank).</summary>
    private static double NinetiethPercentile(double[] ordered) => ordered[(int)Math.Ceiling(ordered.Length * 0.9) - 1];
}
