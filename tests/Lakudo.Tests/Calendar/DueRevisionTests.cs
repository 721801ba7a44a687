using Lakudo.Calendar;

namespace Lakudo.Tests.Calendar;

public sealed class DueRevisionTests
{
    private static readonly DateTime _start = new(2026, 12, 28, 9, 0, 0);
    private static readonly TimePromise _fiveDays = new(5, TimeUnit.WorkingDays);
    private static readonly WorkingDayCalendar _before = StandardCalendar.Read();

    private static WorkingDayCalendar With2027(params CalendarDay[] days) =>
        new("2026-11-30", _before.Days.Concat(days), StandardCalendar.Hours(), [2026, 2027]);

    private static CalendarDay Holiday(DateOnly date, string name) => new(date, DayKind.NationalHoliday, name, true, "SKB (uji)", new(2026, 11, 30));

    [Fact]
    public void A_new_holiday_moves_the_due_date_and_says_which_day_and_why()
    {
        var revision = DueRevision.Of(_start, _fiveDays, _before, With2027(Holiday(new(2027, 1, 1), "Tahun Baru 2027 Masehi")))!;

        Assert.Equal(new DateOnly(2027, 1, 4), revision.From.Day);
        Assert.Equal(new DateOnly(2027, 1, 5), revision.To.Day);
        Assert.True(revision.From.Provisional);
        Assert.False(revision.To.Provisional);
        Assert.Equal(
            "Batas waktu berubah dari Senin, 4 Januari 2027 16.00 menjadi Selasa, 5 Januari 2027 16.00 karena Jumat, 1 Januari 2027 menjadi libur: "
            + "Tahun Baru 2027 Masehi (kalender 2026-11-30).", revision.Reason);
    }

    [Fact]
    public void A_due_date_that_only_becomes_certain_is_recorded_as_such()
    {
        var revision = DueRevision.Of(_start, _fiveDays, _before, With2027())!;
        Assert.Equal(revision.From.At, revision.To.At);
        Assert.Equal("Batas waktu Senin, 4 Januari 2027 16.00 kini pasti menurut kalender 2026-11-30.", revision.Reason);
    }

    [Fact]
    public void A_change_elsewhere_in_the_year_leaves_the_due_date_alone() =>
        Assert.Null(DueRevision.Of(new(2026, 1, 5, 9, 0, 0), _fiveDays, _before, With2027(Holiday(new(2027, 1, 1), "Tahun Baru"))));

    [Fact]
    public void A_holiday_taken_back_is_named_too()
    {
        var before = With2027(Holiday(new(2027, 1, 1), "Tahun Baru"));
        Assert.Contains("tidak lagi libur: Tahun Baru", DueRevision.Of(_start, _fiveDays, before, With2027())!.Reason);
    }
}
