namespace Lakudo.Calendar;

/// <summary>When something is due, in the region's local time.</summary>
/// <param name="At">The last local moment that still keeps the promise (kind unspecified).</param>
/// <param name="Provisional">
/// True when a day on the way is beyond what the calendar knows for certain: shown as <i>sementara</i> and to be recomputed.
/// </param>
/// <param name="Calendar">The version of the calendar it was counted on.</param>
public readonly record struct DueMoment(DateTime At, bool Provisional, string Calendar)
{
    /// <summary>The local day it is due.</summary>
    public DateOnly Day => DateOnly.FromDateTime(At);
}

/// <summary>A day that two calendars see differently.</summary>
/// <param name="Date">The day.</param>
/// <param name="Before">What the earlier calendar said of it; null when it was an ordinary day.</param>
/// <param name="After">What the later calendar says of it; null when it is an ordinary day.</param>
public sealed record DayChange(DateOnly Date, CalendarDay? Before, CalendarDay? After);
