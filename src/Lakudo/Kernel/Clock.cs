namespace Lakudo.Kernel;

/// <summary>The only source of time. Moments are UTC, cut to microseconds, so that every database gives back what was stored.</summary>
/// <param name="time">The machine's time, or one that a test or the sample moves.</param>
public sealed class Clock(TimeProvider time)
{
    /// <summary>Now, as a UTC moment of whole microseconds.</summary>
    public DateTime Now => Cut(time.GetUtcNow().UtcDateTime);

    /// <summary>Whether the time shown is that of a sample and not the machine's own; every page then says so.</summary>
    public bool IsSample => time is SampleTime;

    /// <summary>The underlying provider, for timers and delays.</summary>
    public TimeProvider Time => time;

    /// <summary>The local calendar day in a region's zone. A region in WITA is already in tomorrow when UTC still has today.</summary>
    public DateOnly Today(TimeZoneInfo zone) => DateOnly.FromDateTime(Local(Now, zone));

    /// <summary>A stored UTC moment as the wall clock of a zone shows it.</summary>
    public static DateTime Local(DateTime utc, TimeZoneInfo zone) =>
        TimeZoneInfo.ConvertTimeFromUtc(DateTime.SpecifyKind(utc, DateTimeKind.Utc), zone);

    /// <summary>A wall-clock moment of a zone as UTC. A time that daylight saving skips does not occur in Indonesia.</summary>
    public static DateTime Utc(DateOnly day, TimeOnly wall, TimeZoneInfo zone) =>
        TimeZoneInfo.ConvertTimeToUtc(day.ToDateTime(wall, DateTimeKind.Unspecified), zone);

    /// <summary>Cuts a moment to whole microseconds: PostgreSQL keeps no more.</summary>
    public static DateTime Cut(DateTime utc) => new(utc.Ticks - (utc.Ticks % TimeSpan.TicksPerMicrosecond), DateTimeKind.Utc);
}
