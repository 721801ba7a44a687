using Lakudo.Kernel;

namespace Lakudo.Web.Hall;

/// <summary>Weekdays as people read them.</summary>
public static class WeekdayWords
{
    /// <summary>For example <c>Jumat</c>.</summary>
    public static string Of(DayOfWeek day) => Formats.Indonesian.DateTimeFormat.GetDayName(day);
}
