using CsCheck;
using Lakudo.Calendar;

namespace Lakudo.Tests.Calendar;

/// <summary>What must hold for any calendar, not only this year's.</summary>
public sealed class CalendarPropertyTests
{
    private static readonly DateOnly _first = new(2026, 1, 1);

    private static readonly Gen<DateOnly> _genDay = Gen.Int[0, 500].Select(_first.AddDays);

    private static readonly Gen<DateTime> _genMoment = Gen.Select(_genDay, Gen.Int[0, 1439], (day, minute) => day.ToDateTime(new TimeOnly(minute / 60, minute % 60)));

    private static readonly Gen<CalendarDay> _genSpecial = Gen.Select(_genDay, Gen.Enum<DayKind>(),
        (date, kind) => new CalendarDay(date, kind, "uji", true, "uji", _first));

    private static readonly Gen<WorkingDayCalendar> _genCalendar =
        _genSpecial.List[0, 60].Select(days => new WorkingDayCalendar("uji", days, StandardCalendar.Hours(), [2026]));

    [Fact]
    public void A_due_day_is_worked_and_exactly_so_many_working_days_after_the_start() => Check.Sample(
        Gen.Select(_genCalendar, _genMoment, Gen.Int[1, 60]), (calendar, start, days) =>
        {
            var due = calendar.Due(start, new(days, TimeUnit.WorkingDays));
            return calendar.IsWorkingDay(due.Day) && calendar.WorkingDaysBetween(DateOnly.FromDateTime(start), due.Day) == days;
        });

    [Fact]
    public void Two_promises_one_after_the_other_are_one_promise_of_their_sum() => Check.Sample(
        Gen.Select(_genCalendar, _genMoment, Gen.Int[1, 30], Gen.Int[1, 30]), (calendar, start, one, two) =>
            calendar.Due(calendar.Due(start, new(one, TimeUnit.WorkingDays)).At, new(two, TimeUnit.WorkingDays)).At
            == calendar.Due(start, new(one + two, TimeUnit.WorkingDays)).At);

    [Fact]
    public void Minutes_promised_are_minutes_worked() => Check.Sample(
        Gen.Select(_genCalendar, _genMoment, Gen.Int[1, 5_000]), (calendar, start, minutes) =>
            calendar.WorkingMinutesBetween(start, calendar.Due(start, new(minutes, TimeUnit.Minutes)).At) == minutes);

    [Fact]
    public void A_later_start_is_never_due_earlier() => Check.Sample(
        Gen.Select(_genCalendar, _genMoment, Gen.Int[0, 10_000], Gen.Int[0, 2_000], Gen.Enum<TimeUnit>()),
        (calendar, start, later, amount, unit) =>
            calendar.Due(start, new(amount / (unit == TimeUnit.Minutes ? 1 : 40), unit)).At
            <= calendar.Due(start.AddMinutes(later), new(amount / (unit == TimeUnit.Minutes ? 1 : 40), unit)).At);

    [Fact]
    public void One_more_holiday_never_brings_a_due_date_forward() => Check.Sample(
        Gen.Select(_genSpecial.List[0, 40], _genDay, _genMoment, Gen.Int[1, 40]), (days, off, start, amount) =>
        {
            var before = new WorkingDayCalendar("a", days, StandardCalendar.Hours(), [2026]);
            var holiday = new CalendarDay(off, DayKind.LocalHoliday, "uji", true, "uji", _first);
            var after = new WorkingDayCalendar("b", [.. days, holiday], StandardCalendar.Hours(), [2026]);
            return before.Due(start, new(amount, TimeUnit.WorkingDays)).At <= after.Due(start, new(amount, TimeUnit.WorkingDays)).At;
        });

    [Fact]
    public void A_due_date_is_provisional_exactly_when_it_reaches_beyond_the_confirmed_years() => Check.Sample(
        Gen.Select(_genCalendar, _genMoment, Gen.Int[1, 60]), (calendar, start, days) =>
        {
            var due = calendar.Due(start, new(days, TimeUnit.WorkingDays));
            return due.Provisional == (due.Day.Year > 2026);
        });
}
