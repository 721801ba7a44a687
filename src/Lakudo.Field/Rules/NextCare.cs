using Lakudo.Growth.Indonesia;

namespace Lakudo.Field;

/// <summary>What comes next for a child beside the weighing, as its family reads it.</summary>
/// <param name="Open">Immunisations whose age has come and that are not recorded; they may have been given elsewhere.</param>
/// <param name="Later">The immunisations of the next age in the schedule; empty when none is left.</param>
/// <param name="LaterFrom">From which day they are due; null when none is left.</param>
/// <param name="AllRecorded">Whether everything up to the present age is recorded.</param>
/// <param name="VitaminA">The next capsule; none when the child grows out of it first.</param>
/// <param name="VitaminAMonth">The first day of the month in which it is given; null when none.</param>
public sealed record NextCare(IReadOnlyList<Vaccine> Open, IReadOnlyList<Vaccine> Later, DateOnly? LaterFrom, bool AllRecorded, VitaminADose VitaminA, DateOnly? VitaminAMonth)
{
    private const int MonthsAhead = 12;

    /// <summary>Works it out.</summary>
    /// <param name="birth">The day of birth.</param>
    /// <param name="services">What was given so far.</param>
    /// <param name="today">The local day.</param>
    /// <param name="nextDay">The next day of the posyandu, today included.</param>
    public static NextCare Of(DateOnly birth, IReadOnlyList<PastService> services, DateOnly today, DateOnly nextDay)
    {
        var given = services.Where(service => service is { Yes: true, Kind: ChildServiceKind.Immunisation }).Select(service => service.Detail).ToHashSet();
        var missing = Vaccines.All.Where(vaccine => !given.Contains(vaccine.Code)).ToList();
        var months = CompletedMonths.Between(birth, today) ?? 0;
        var open = missing.Where(vaccine => vaccine.FromMonth <= months).ToList();
        var coming = missing.Where(vaccine => vaccine.FromMonth > months).ToList();
        var later = coming.Where(vaccine => vaccine.FromMonth == coming[0].FromMonth).ToList();
        var (dose, month) = Capsule(birth, services, nextDay);
        return new NextCare(open, later, later.Count == 0 ? null : birth.AddMonths(later[0].FromMonth), open.Count == 0, dose, month);
    }

    private static (VitaminADose Dose, DateOnly? Month) Capsule(DateOnly birth, IReadOnlyList<PastService> services, DateOnly nextDay)
    {
        for (var day = nextDay; day < nextDay.AddMonths(MonthsAhead); day = day.AddMonths(1))
        {
            if (services.Any(service => service is { Yes: true, Kind: ChildServiceKind.VitaminABlue or ChildServiceKind.VitaminARed } && CalendarMonth.Of(service.Day) == CalendarMonth.Of(day))) continue;
            if (RuleBook.On(day).Due.VitaminA(birth, day).Value is not VitaminADose.None and var dose) return (dose, new DateOnly(day.Year, day.Month, 1));
        }

        return (VitaminADose.None, null);
    }
}
