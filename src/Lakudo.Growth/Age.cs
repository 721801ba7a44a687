namespace Lakudo.Growth;

/// <summary>The age of a child on the day of measurement. WHO's tables count in days.</summary>
/// <remarks>
/// An age may carry a fraction (a survey that gives months, a file that gives 730.5 days). The fraction matters twice: the whole day is the fraction
/// rounded half up, and age in months is never rounded. An age cannot be negative; where it would be, it is unknown (null).
/// </remarks>
public readonly record struct Age : IComparable<Age>
{
    /// <summary>Days in a month: 365.25 / 12, as WHO defines it.</summary>
    public const double DaysPerMonth = 30.4375;

    /// <summary>The last day that WHO's tables carry: 1826, just below 60 months.</summary>
    public const int LastDay = 1826;

    /// <summary>The first day on which height is expected to be measured standing: 24 months x 30.4375 = 730.5, rounded half up.</summary>
    public const int FirstStandingDay = 731;

    private Age(double exactDays) => ExactDays = exactDays;

    /// <summary>The age in days with its fraction, 0 or more.</summary>
    public double ExactDays { get; }

    /// <summary>The age in whole days, rounded half up (730.5 is 731): the row of WHO's tables.</summary>
    public int Days => (int)Math.Floor(ExactDays + 0.5);

    /// <summary>The age in months of 30.4375 days, not rounded: for groups such as 6 to 11 months. Completed calendar months are something else.</summary>
    public double Months => ExactDays / DaysPerMonth;

    /// <summary>Whether WHO's standards by age reach this child: below 60 months, not rounded.</summary>
    public bool IsUnderFive => ExactDays < 60 * DaysPerMonth;

    /// <summary>Whether the child is below 9 months, an age at which "measured standing" cannot be right.</summary>
    public bool IsTooYoungToStand => ExactDays < 9 * DaysPerMonth;

    /// <summary>An age in whole days.</summary>
    /// <param name="days">Days since birth, 0 on the day of birth.</param>
    /// <exception cref="ArgumentOutOfRangeException">The number is negative.</exception>
    public static Age FromDays(int days) => FromDays((double)days);

    /// <summary>An age in days with a fraction.</summary>
    /// <param name="days">Days since birth, 0 or more and at most 100,000.</param>
    /// <exception cref="ArgumentOutOfRangeException">The number is negative, too large or not a number.</exception>
    public static Age FromDays(double days) => days is >= 0 and <= 100_000
        ? new Age(days)
        : throw new ArgumentOutOfRangeException(nameof(days), days, "An age lies between 0 and 100,000 days; where it is unknown, give null.");

    /// <summary>An age in months of 30.4375 days, as surveys give it: 24 months are 730.5 days, day 731.</summary>
    /// <param name="months">Months, 0 or more.</param>
    /// <exception cref="ArgumentOutOfRangeException">The number is negative, too large or not a number.</exception>
    public static Age FromMonths(double months) => FromDays(months * DaysPerMonth);

    /// <summary>The age between two days: the difference of the dates.</summary>
    /// <param name="birth">The day of birth.</param>
    /// <param name="visit">The day of measurement.</param>
    /// <returns>The age, or null (unknown) where the visit lies before birth.</returns>
    public static Age? Between(DateOnly birth, DateOnly visit) =>
        visit < birth ? null : new Age(visit.DayNumber - birth.DayNumber);

    /// <summary>Orders by days.</summary>
    public int CompareTo(Age other) => ExactDays.CompareTo(other.ExactDays);

    /// <summary>The age in days, for a log or a test.</summary>
    public override string ToString() => string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{ExactDays} d");
}
