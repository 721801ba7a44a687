using Lakudo.Calendar;

namespace Lakudo.Tests.Calendar;

public sealed class WorkingDayCalendarTests
{
    private static readonly WorkingDayCalendar _calendar = StandardCalendar.Read();

    private static DateTime At(string moment) => DateTime.Parse(moment, System.Globalization.CultureInfo.InvariantCulture);

    [Fact]
    public void The_year_2026_has_17_national_holidays_and_8_days_of_joint_leave()
    {
        Assert.Equal(17, _calendar.Days.Count(day => day.Kind == DayKind.NationalHoliday));
        Assert.Equal(8, _calendar.Days.Count(day => day.Kind == DayKind.JointLeave));
        Assert.All(_calendar.Days, day => Assert.True(day.Confirmed && day.Source.Length > 0));
    }

    [Fact]
    public void The_ordinary_week_is_37_and_a_half_hours_and_Ramadan_32_and_a_half_without_breaks()
    {
        Assert.Equal(37.5 * 60, Week(new(2026, 7, 6)));
        Assert.Equal(32.5 * 60, Week(new(2026, 2, 23)));

        static int Week(DateOnly monday) => Enumerable.Range(0, 7).Sum(i => _calendar.Spans(monday.AddDays(i)).Sum(span => span.Minutes));
    }

    [Theory]
    [InlineData("2026-01-05 09:00", 1, "2026-01-06 16:00")]
    [InlineData("2026-01-05 09:00", 5, "2026-01-12 16:00")]
    [InlineData("2026-01-15 09:00", 1, "2026-01-19 16:00")] // Isra Mikraj on Friday
    [InlineData("2026-03-17 09:00", 1, "2026-03-25 16:00")] // Nyepi and Idul Fitri with joint leave
    [InlineData("2026-01-08 09:00", 1, "2026-01-09 16:30")] // Friday closes later for its longer break
    [InlineData("2026-01-10 09:00", 1, "2026-01-12 16:00")] // handed in on a Saturday
    [InlineData("2026-01-05 09:00", 0, "2026-01-05 16:00")] // while you wait
    [InlineData("2026-01-05 17:00", 0, "2026-01-06 16:00")] // after closing
    [InlineData("2026-01-10 09:00", 0, "2026-01-12 16:00")]
    public void Working_days_leave_out_the_first_day_weekends_and_holidays(string start, int days, string due) =>
        Assert.Equal(At(due), _calendar.Due(At(start), new(days, TimeUnit.WorkingDays)).At);

    [Theory]
    [InlineData("2026-01-05 09:00", 15, "2026-01-05 09:15")]
    [InlineData("2026-01-05 11:50", 15, "2026-01-05 13:05")] // the break is not worked
    [InlineData("2026-01-05 12:30", 15, "2026-01-05 13:15")]
    [InlineData("2026-01-05 15:50", 15, "2026-01-06 07:35")]
    [InlineData("2026-01-09 11:20", 15, "2026-01-09 13:05")] // Friday prayer
    [InlineData("2026-01-15 15:50", 15, "2026-01-19 07:35")]
    public void Minutes_run_only_while_the_office_works(string start, int minutes, string due) =>
        Assert.Equal(At(due), _calendar.Due(At(start), new(minutes, TimeUnit.Minutes)).At);

    [Fact]
    public void Hours_are_sixty_working_minutes_and_calendar_days_count_every_day()
    {
        Assert.Equal(At("2026-01-06 08:30"), _calendar.Due(At("2026-01-05 14:00"), new(3, TimeUnit.Hours)).At);
        Assert.Equal(At("2026-01-19 23:59"), _calendar.Due(At("2026-01-05 14:00"), new(14, TimeUnit.CalendarDays)).At);
    }

    [Fact]
    public void A_due_date_beyond_the_last_confirmed_year_is_provisional()
    {
        Assert.False(_calendar.Due(At("2026-12-28 09:00"), new(3, TimeUnit.WorkingDays)).Provisional);
        var late = _calendar.Due(At("2026-12-28 09:00"), new(4, TimeUnit.WorkingDays));
        Assert.True(late.Provisional);
        Assert.Equal(new DateOnly(2027, 1, 1), late.Day);
    }

    [Fact]
    public void Calendar_days_are_certain_even_beyond_the_last_confirmed_year() =>
        Assert.False(_calendar.Due(At("2026-12-28 09:00"), new(14, TimeUnit.CalendarDays)).Provisional);

    [Fact]
    public void Hours_that_run_through_Ramadan_are_provisional_until_its_dates_are_certain_but_days_are_not()
    {
        Assert.True(_calendar.Due(At("2026-02-23 09:00"), new(2, TimeUnit.Hours)).Provisional);
        Assert.False(_calendar.Due(At("2026-02-23 09:00"), new(2, TimeUnit.WorkingDays)).Provisional);
    }

    [Fact]
    public void A_replacement_Saturday_is_worked_with_the_hours_of_Monday()
    {
        var saturday = new DateOnly(2026, 7, 11);
        var calendar = StandardCalendar.Read([new(saturday, DayKind.WorkingDay, "Pengganti libur", true, "Keputusan Bupati (uji)", new(2026, 7, 1))]);
        Assert.Equal(At("2026-07-11 16:00"), calendar.Due(At("2026-07-10 09:00"), new(1, TimeUnit.WorkingDays)).At);
    }

    [Fact]
    public void A_calendar_in_which_nothing_is_worked_is_refused_at_once() =>
        Assert.Throws<ArgumentException>(() => new WorkingHours([new("biasa", null, null, true, new Dictionary<DayOfWeek, IReadOnlyList<WorkSpan>>())]));
}
