using Lakudo.Kernel;

namespace Lakudo.Calendar;

/// <summary>A due moment that moved, or became certain, because the calendar changed; never silently.</summary>
/// <param name="From">What was promised on the earlier calendar.</param>
/// <param name="To">What holds on the later one.</param>
/// <param name="Changes">The days that made the difference, in order; empty when only certainty or hours changed.</param>
/// <param name="Reason">One Indonesian sentence for the journal and the applicant.</param>
public sealed record DueRevision(DueMoment From, DueMoment To, IReadOnlyList<DayChange> Changes, string Reason)
{
    /// <summary>Counts a promise again on a later calendar.</summary>
    /// <param name="start">The local moment the clock started (file declared complete).</param>
    /// <param name="promise">What was promised.</param>
    /// <param name="before">The calendar the stored due moment was counted on.</param>
    /// <param name="after">The calendar that holds now.</param>
    /// <returns>The revision, or null when neither moment nor certainty changed.</returns>
    public static DueRevision? Of(DateTime start, TimePromise promise, WorkingDayCalendar before, WorkingDayCalendar after)
    {
        var from = before.Due(start, promise);
        var to = after.Due(start, promise);
        var last = from.Day > to.Day ? from.Day : to.Day;
        return Of(from, to, before.ChangesTo(after, DateOnly.FromDateTime(start), last), after.Version);
    }

    /// <summary>Counts a promise again where the earlier calendar itself is no longer at hand, only what was counted on it.</summary>
    /// <param name="from">The stored due moment.</param>
    /// <param name="start">The local moment the clock started.</param>
    /// <param name="promise">What was promised.</param>
    /// <param name="after">The calendar that holds now.</param>
    /// <returns>The revision, without the days that made the difference, or null when neither moment nor certainty changed.</returns>
    public static DueRevision? Of(DueMoment from, DateTime start, TimePromise promise, WorkingDayCalendar after) => Of(from, after.Due(start, promise), [], after.Version);

    private static DueRevision? Of(DueMoment from, DueMoment to, IReadOnlyList<DayChange> changes, string version) =>
        from.At == to.At && from.Provisional == to.Provisional ? null : new(from, to, changes, Explain(from, to, changes, version));

    private static string Explain(DueMoment from, DueMoment to, IReadOnlyList<DayChange> changes, string version)
    {
        var days = string.Join("; ", changes.Select(Describe));
        var because = days.Length > 0 ? $" karena {days}" : "";
        return (from.At == to.At, to.Provisional) switch
        {
            (true, false) => $"Batas waktu {Print(to)} kini pasti menurut kalender {version}.",
            (true, true) => $"Batas waktu {Print(to)} kini sementara menurut kalender {version}.",
            _ => $"Batas waktu berubah dari {Print(from)} menjadi {Print(to)}{because} (kalender {version}{(to.Provisional ? ", sementara" : "")}).",
        };
    }

    private static string Describe(DayChange change) => change.After is { } now
        ? $"{Print(change.Date)} menjadi {(now.Kind == DayKind.WorkingDay ? "hari kerja" : "libur")}: {now.Name}"
        : $"{Print(change.Date)} tidak lagi {(change.Before!.Kind == DayKind.WorkingDay ? "hari kerja" : "libur")}: {change.Before.Name}";

    private static string Print(DateOnly day) => day.ToString("dddd, d MMMM yyyy", Formats.Indonesian);

    private static string Print(DueMoment due) => due.At.ToString("dddd, d MMMM yyyy HH.mm", Formats.Indonesian);
}
