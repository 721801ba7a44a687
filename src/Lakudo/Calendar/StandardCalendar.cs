using System.Globalization;
using Lakudo.Kernel;

namespace Lakudo.Calendar;

/// <summary>The national calendar as it stands in <c>data/calendar</c>; a region adds its own days to it.</summary>
public static class StandardCalendar
{
    private static readonly string[] _weekdays = ["minggu", "senin", "selasa", "rabu", "kamis", "jumat", "sabtu"];

    /// <summary>Reads the calendar the program was built with.</summary>
    /// <param name="local">Days of the region itself; they go before national ones of the same date.</param>
    public static WorkingDayCalendar Read(IEnumerable<CalendarDay>? local = null)
    {
        var days = Holidays();
        var announced = days.Max(day => day.SourceDate);
        var own = local?.ToList() ?? [];
        var version = own.Count == 0 ? Print(announced) : $"{Print(announced)}+{own.Count}";
        return new(version, days.Concat(own), Hours(), ConfirmedYears());
    }

    /// <summary>The national holidays and joint leave days, in the order of the file.</summary>
    public static IReadOnlyList<CalendarDay> Holidays() => DataFile.Read("calendar/holidays.csv", column => new CalendarDay(
        Date(column("date")), Kind(column("kind")), column("name"), column("status") == "dikonfirmasi", column("source"), Date(column("source_date"))));

    /// <summary>The years whose list has been announced.</summary>
    public static IReadOnlyList<int> ConfirmedYears() =>
        [.. DataFile.Read("calendar/years.csv", column => (Year: int.Parse(column("year"), CultureInfo.InvariantCulture), Status: column("status")))
            .Where(year => year.Status == "dikonfirmasi").Select(year => year.Year)];

    /// <summary>The hours of Perpres 21/2023: the ordinary week and Ramadan.</summary>
    public static WorkingHours Hours() => new(DataFile.Read("calendar/working-hours.csv", column => (
            Period: column("period"), From: DateOrNull(column("from")), To: DateOrNull(column("to")), Confirmed: column("status") == "dikonfirmasi",
            Day: (DayOfWeek)Array.IndexOf(_weekdays, column("weekday")),
            Spans: (IReadOnlyList<WorkSpan>)[new(Time(column("opens")), Time(column("break_from"))), new(Time(column("break_to")), Time(column("closes")))]))
        .GroupBy(row => (row.Period, row.From, row.To, row.Confirmed))
        .Select(rows => new HoursPeriod(rows.Key.Period, rows.Key.From, rows.Key.To, rows.Key.Confirmed, rows.ToDictionary(row => row.Day, row => row.Spans))));

    private static DayKind Kind(string text) => text switch
    {
        "libur nasional" => DayKind.NationalHoliday,
        "cuti bersama" => DayKind.JointLeave,
        "libur daerah" => DayKind.LocalHoliday,
        "hari kerja" => DayKind.WorkingDay,
        _ => throw new FormatException($"Unknown kind of day: {text}"),
    };

    private static DateOnly Date(string text) => DateOnly.ParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture);

    private static DateOnly? DateOrNull(string text) => text.Length == 0 ? null : Date(text);

    private static TimeOnly Time(string text) => TimeOnly.ParseExact(text, "HH:mm", CultureInfo.InvariantCulture);

    private static string Print(DateOnly date) => date.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
