namespace Lakudo.Calendar;

/// <summary>Why a day is not like others of its weekday.</summary>
public enum DayKind
{
    /// <summary>National holiday of the yearly joint decree (SKB 3 Menteri).</summary>
    NationalHoliday,

    /// <summary>Joint leave (cuti bersama) of the same decree; government offices are closed.</summary>
    JointLeave,

    /// <summary>A day the region itself has off: its anniversary, a regional election.</summary>
    LocalHoliday,

    /// <summary>A day that is worked although its weekday is not, or although another rule has it off.</summary>
    WorkingDay,
}

/// <summary>One day that departs from the week's rule.</summary>
/// <param name="Date">The local day.</param>
/// <param name="Kind">What it is.</param>
/// <param name="Name">Its name in Indonesian, as printed.</param>
/// <param name="Confirmed">Whether the decree is known; otherwise the day is shown as <i>sementara</i>.</param>
/// <param name="Source">The decree or decision it comes from.</param>
/// <param name="SourceDate">When that was announced.</param>
public sealed record CalendarDay(DateOnly Date, DayKind Kind, string Name, bool Confirmed, string Source, DateOnly SourceDate);
