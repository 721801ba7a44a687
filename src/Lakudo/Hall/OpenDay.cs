using Lakudo.Calendar;
using Lakudo.Hall.Day;
using Lakudo.Hall.Setup;
using Lakudo.Kernel;

namespace Lakudo.Hall;

/// <summary>Opens the hall's day by the plan its tables give, or opens it again after it was closed: then those who waited have their places back.</summary>
public sealed class OpenDay(LakudoDb db, HallDesk desk, WorkingDayCalendar calendar)
{
    /// <summary>The hall.</summary>
    /// <param name="Hall">The hall.</param>
    /// <param name="EvenOnHoliday">Whether the hall serves on a holiday all the same.</param>
    public sealed record Command(int Hall, bool EvenOnHoliday = false);

    /// <summary>Refused with H-002 when it is open, H-040 without hours on that weekday, H-047 on a holiday unless wanted, K-001 to others than the hall's manager.</summary>
    public async Task<Outcome<Done>> Run(Caller caller, Command command, CancellationToken ct = default)
    {
        if (db.MayNot(caller, Act.RunDay, command.Hall) is { } refusal)
        {
            return refusal;
        }

        var (key, zone) = await desk.Today(caller.Region, command.Hall, ct);
        if (!command.EvenOnHoliday && OpeningHours.HolidayOn(calendar, key.Day) is { } holiday)
        {
            return HallRefusals.Holiday.With(holiday);
        }

        var plan = await DayPlans.For(db, command.Hall, key.Day, zone, ct);
        return plan.IsRefused
            ? plan.Refusal
            : (await desk.Do(caller, command.Hall, new HallCommand.OpenDay(plan.Value), null, ct)).Then(_ => new Done());
    }
}
