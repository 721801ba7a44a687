using Lakudo.Growth;

namespace Lakudo.Field;

/// <summary>What makes a measurement doubtful before it is believed: it is asked to be taken again, never refused.</summary>
/// <remarks>Limits of height and weight by the programme's practice (programme.md 7: a height that falls by more than 0.5 cm, a weight off by more than 15 %); the others are our own.</remarks>
public static class Plausibility
{
    /// <summary>Tenths of a millimetre by which a child may seem shorter: the error of a careful measurer.</summary>
    public const int HeightMayFall = 50;

    /// <summary>Tenths of a millimetre that a child may grow within a month.</summary>
    public const int HeightMayGrow = 600;

    /// <summary>Per cent by which a weight may change since the last of the last two months.</summary>
    public const int WeightMayChange = 15;

    /// <summary>So many measures of a day, all ending in 0 or 5, are no chance (1 in 3,000).</summary>
    public const int RoundedInARow = 5;

    private const int LyingMore = 70;
    private const int MonthDays = 31;

    /// <summary>The doubts about a measurement.</summary>
    /// <param name="history">The child, without this measurement.</param>
    /// <param name="now">The measurement.</param>
    /// <returns>The doubts in order; empty when there is none.</returns>
    public static IReadOnlyList<Doubt> Of(ChildHistory history, PastMeasurement now)
    {
        var doubts = new List<Doubt>(2);
        var earlier = history with { Measurements = [.. history.Measurements.Where(other => other.Id != now.Id)] };
        if (now.Height is { } height && earlier.LastHeight(now.Day) is { Height: { } before } last)
        {
            var change = Standing(height, now, history) - Standing(before, last, history);
            if (change < -HeightMayFall) doubts.Add(Doubt.HeightFell);
            if (change > HeightMayGrow && now.Day.DayNumber - last.Day.DayNumber <= MonthDays) doubts.Add(Doubt.HeightJumped);
        }

        if (now.Weight is { } weight && earlier.LastWeight(now.Day) is { Weight: { } weightBefore } lastWeight
            && now.Day.DayNumber - lastWeight.Day.DayNumber <= 2 * MonthDays && Jumped(history, lastWeight.Day, weightBefore, now.Day, weight))
            doubts.Add(Doubt.WeightJumped);

        var assessment = WhoStandards.Assess(now.ForStandards(history.Sex) with { Age = Age.Between(history.Birth, now.Day) });
        if (assessment.LengthForAge is { IsFlagged: true } || assessment.WeightForAge is { IsFlagged: true }
            || assessment.WeightForLength is { IsFlagged: true } || assessment.HeadForAge is { IsFlagged: true } || assessment.ArmForAge is { IsFlagged: true })
            doubts.Add(Doubt.Implausible);
        if (assessment.IsPositionImplausible) doubts.Add(Doubt.TooYoungToStand);
        return doubts;
    }

    /// <summary>Whether the last measures of a day were read to the half only.</summary>
    /// <param name="today">The measurements of the day, in order of entry.</param>
    public static bool IsRounded(IEnumerable<FieldMeasurement> today)
    {
        var list = today.ToList();
        return Rounded([.. list.Where(one => one.Height > 0).Select(one => one.Height!.Value / 10 % 10)])
            || Rounded([.. list.Where(one => one.Weight > 0).Select(one => one.Weight!.Value / 100 % 10)]);
    }

    private static bool Rounded(int[] digits) => digits.Length >= RoundedInARow && digits[^RoundedInARow..].All(digit => digit is 0 or 5);

    /// <summary>A rise is doubtful only where the child also leaves its line by more than one SD: a newborn gains a third of its weight in a month.</summary>
    private static bool Jumped(ChildHistory history, DateOnly dayBefore, int before, DateOnly day, int now)
    {
        var change = 100L * (now - before);
        if (change < -WeightMayChange * (long)before) return true;
        if (change <= WeightMayChange * (long)before) return false;
        return !(Z(dayBefore, before) is { } earlier && Z(day, now) is { } later) || later - earlier > 1;

        double? Z(DateOnly on, int grams) => history.Sex is { } sex && Age.Between(history.Birth, on) is { } age
            ? WhoStandards.ZForAge(GrowthIndex.WeightForAge, sex, age, Mass.FromGrams(grams).Kilograms)?.Value
            : null;
    }

    /// <summary>As if standing, so that a child measured lying last month and standing now is not called shorter.</summary>
    private static int Standing(int tenths, PastMeasurement measurement, ChildHistory history)
    {
        var lying = measurement.Position is { } known
            ? known == Position.Lying
            : Age.Between(history.Birth, measurement.Day) is { Days: < Age.FirstStandingDay };
        return lying ? tenths - LyingMore : tenths;
    }
}
