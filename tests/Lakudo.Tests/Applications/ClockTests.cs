using Lakudo.Applications;
using Lakudo.Applications.Clocks;
using Lakudo.Calendar;
using Lakudo.Catalogue;
using Lakudo.Kernel;
using Lakudo.Testing;
using Lakudo.Tests.Catalogue;
using Microsoft.EntityFrameworkCore;

namespace Lakudo.Tests.Applications;

public sealed class ClockTests
{
    public static TheoryData<Vendor> Both => new(Vendor.Sqlite, Vendor.Postgres);

    [Theory, MemberData(nameof(Both))]
    public async Task A_due_moment_beyond_the_confirmed_calendar_is_provisional_and_counted_anew_with_a_reason_when_the_calendar_is_known(Vendor vendor)
    {
        await using var office = await TestOffice.Open(vendor);
        ((MovableTime)office.Clock.Time).Set(new DateTimeOffset(2026, 12, 30, 9, 0, 0, TimeSpan.FromHours(8)));
        var receipt = (await office.File(office.Local.Service.Id)).Value;
        Assert.True((await office.Complete(receipt.Id)).Value.Provisional);

        // The list of 2027 comes: 1 January is a holiday.
        var known = new WorkingDayCalendar("2027-uji", StandardCalendar.Holidays().Append(new CalendarDay(new DateOnly(2027, 1, 1), DayKind.NationalHoliday, "Tahun Baru", true, "uji", new DateOnly(2026, 12, 31))),
            StandardCalendar.Hours(), [2026, 2027]);
        Assert.Equal("K-001", (await Recount(office, known, office.Signer)).Refusal?.Code);
        Assert.Equal(new RecountDueMoments.Answer(1, 1), (await Recount(office, known, Caller.System(1))).Value);
        Assert.Equal(new RecountDueMoments.Answer(0, 0), (await Recount(office, known, Caller.System(1))).Value);

        var after = (await office.Follow(receipt.Number, receipt.Secret)).Value;
        Assert.False(after.DueIsProvisional);
        // Thursday 31 December, then Monday and Tuesday: three working days.
        Assert.Equal(new DateOnly(2027, 1, 5), DateOnly.FromDateTime(Clock.Local(after.DueAt!.Value, TimeZoneInfo.FindSystemTimeZoneById("Asia/Makassar"))));
        Assert.StartsWith("Batas waktu berubah dari Senin, 4 Januari 2027", after.DueReason);
        await using var db = office.Read();
        Assert.Equal(after.DueReason, (await db.JournalEntries.SingleAsync(e => e.Fact == nameof(DueMomentRecounted))).Why);
    }

    [Theory, MemberData(nameof(Both))]
    public async Task A_service_tells_how_long_it_took_in_the_unit_it_promises(Vendor vendor)
    {
        await using var office = await TestOffice.Open(vendor);
        var time = (MovableTime)office.Clock.Time;
        var times = new TimesTaken();
        // From Monday, 2 March 2026: done after 1, 2 and 4 working days.
        foreach (var days in new[] { 1, 2, 4 })
        {
            time.Set(new DateTimeOffset(2026, 3, 2, 9, 0, 0, TimeSpan.FromHours(8)));
            var receipt = (await office.File(office.Local.Service.Id)).Value;
            await office.Complete(receipt.Id);
            await office.Verify(receipt.Id);
            time.Set(new DateTimeOffset(2026, 3, days == 4 ? 6 : 2 + days, 10, 0, 0, TimeSpan.FromHours(8)));
            await office.Decide(receipt.Id, grant: false, reason: "Uji");
        }

        Assert.Equal(1, await office.With((db, _) => new CountTimesTaken(db, office.Clock, StandardCalendar.Read(), times).Run(Caller.System(1))));
        Assert.Equal(new TimeTaken(TimeUnit.WorkingDays, 2, 4, 3), times.Of(1, office.Local.Service.Id));
        Assert.Null(times.Of(1, office.National.Service.Id));
    }

    private static Task<Outcome<RecountDueMoments.Answer>> Recount(TestOffice office, WorkingDayCalendar calendar, Caller by) =>
        office.With((db, commit) => new RecountDueMoments(db, commit, calendar).Run(by));
}
