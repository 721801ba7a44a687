namespace Lakudo.Growth.Indonesia;

/// <summary>Age in completed calendar months (<i>bulan penuh</i>), the age of Permenkes 2/2020, of the KMS and of the posyandu's register.</summary>
/// <remarks>
/// It is not <see cref="Age.Months"/>: that one counts months of 30.4375 days and is not rounded. A month is complete on the day of the month on which
/// the child was born; where a month has no such day (born on the 31st), on the first day of the next one: the days left over are simply dropped, and a
/// negative difference of the days takes one month away, as the ministry's textbooks count.
/// </remarks>
public static class CompletedMonths
{
    /// <summary>The first month of age that is beyond the under-fives (<i>balita</i>): 60.</summary>
    public const int UnderFive = 60;

    /// <summary>The completed months between two days.</summary>
    /// <param name="birth">The day of birth.</param>
    /// <param name="day">The day on which the age is asked for.</param>
    /// <returns>The months, 0 or more, or null (unknown) where the day lies before birth.</returns>
    public static int? Between(DateOnly birth, DateOnly day)
    {
        if (day < birth) return null;
        var months = (day.Year - birth.Year) * 12 + day.Month - birth.Month;
        return day.Day < birth.Day ? months - 1 : months;
    }

    /// <summary>The row of a growth standard at a whole month, as WHO publishes it in its monthly tables and Permenkes 2/2020 in its annex.</summary>
    /// <param name="index">Length, weight or BMI for age (weight for length has no rows by age).</param>
    /// <param name="sex">The sex.</param>
    /// <param name="month">The completed months, 0 to 60.</param>
    /// <returns>The row, or null outside 0 to 60 months.</returns>
    /// <remarks>
    /// A monthly row is the same curve read at month x 30.4375 days: one month is day 30.4375 and lies between the rows of day 30 and day 31. L, M and S
    /// are each interpolated between the two days; compared with WHO's published monthly rows this is right to one unit of the last printed digit.
    /// (Rounding to the nearest whole day, which WHO's survey program does with an age given in months, is another rule: it moves a boy's median at one
    /// month from 4.471 to 4.453 kg.) Month 24 belongs to the heights measured standing and is drawn back from days 731 and 732; month 60 lies a quarter of
    /// a day beyond the last row and is drawn on from days 1825 and 1826.
    /// </remarks>
    public static Lms? Row(GrowthIndex index, Sex sex, int month)
    {
        if (month is < 0 or > UnderFive) return null;
        var exact = month * Age.DaysPerMonth;
        var below = month switch
        {
            24 => Age.FirstStandingDay,
            UnderFive => Age.LastDay - 1,
            _ => (int)exact,
        };
        var table = WhoStandards.AgeTable(index, sex);
        if (!table.TryRow(below, out var first) || !table.TryRow(below + 1, out var second)) return null;
        var part = exact - below;
        return first with
        {
            L = first.L + part * (second.L - first.L),
            M = first.M + part * (second.M - first.M),
            S = first.S + part * (second.S - first.S),
        };
    }

    /// <summary>Computes the four indices of Permenkes 2/2020 with the monthly rows: the child has the age of its last completed month.</summary>
    /// <param name="measurement">What was measured; its age is not looked at.</param>
    /// <param name="months">The completed months; null when the age is unknown.</param>
    /// <param name="assessment">The assessment; head, arm and skinfolds stay null, because the annex has no tables of them.</param>
    /// <remarks>From 24 completed months on the child is expected to stand, so the correction of 0.7 cm and the table of weight for length or height follow the month.</remarks>
    public static void Assess(in Measurement measurement, int? months, out Assessment assessment)
    {
        var isExpectedToStand = months >= 24;
        var isImplausible = months < 9 && measurement.Position == Position.Standing;
        var position = isImplausible ? null : measurement.Position;
        var length = measurement.LengthOrHeight is { } read && read > default(Length) ? read : default;
        if (months is not null && length > default(Length))
        {
            if (position == Position.Standing && !isExpectedToStand) length += WhoStandards.LyingMinusStanding;
            else if (position == Position.Lying && isExpectedToStand) length -= WhoStandards.LyingMinusStanding;
        }

        // Without an age the one path of the library computes what needs none: weight for length, by the table of the position given to it, and the BMI.
        var ageless = new Measurement
        {
            Sex = months is < 0 or > UnderFive ? null : measurement.Sex,
            Weight = measurement.Weight,
            LengthOrHeight = length,
            Position = months is null ? position : isExpectedToStand ? Position.Standing : Position.Lying,
            HasOedema = measurement.HasOedema,
        };
        WhoStandards.Assess(ageless, out assessment);
        assessment.Position = position;
        assessment.IsPositionImplausible = isImplausible;
        if (months is not { } month || ageless.Sex is not { } sex) return;
        if (length > default(Length)) assessment.Set(GrowthIndex.LengthForAge, Row(GrowthIndex.LengthForAge, sex, month)!.Value.ZOf(length.Centimetres));
        if (measurement.HasOedema || measurement.Weight is not { } weight) return;
        assessment.Set(GrowthIndex.WeightForAge, Row(GrowthIndex.WeightForAge, sex, month)!.Value.ZOf(weight.Kilograms));
        if (assessment.Bmi is { } bmi) assessment.Set(GrowthIndex.BmiForAge, Row(GrowthIndex.BmiForAge, sex, month)!.Value.ZOf(bmi));
    }
}
