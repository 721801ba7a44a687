using System.Globalization;

namespace Lakudo.Growth.Indonesia;

/// <summary>A calendar month: the month of a posyandu's report.</summary>
public readonly record struct CalendarMonth : IComparable<CalendarMonth>
{
    private readonly int _index;

    private CalendarMonth(int index) => _index = index;

    /// <summary>A month of a year.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The month is not 1 to 12 or the year not 1 to 9999.</exception>
    public CalendarMonth(int year, int month)
        : this((new DateOnly(year, month, 1).Year * 12) + month - 1)
    {
    }

    /// <summary>The year.</summary>
    public int Year => _index / 12;

    /// <summary>The month, 1 to 12.</summary>
    public int Month => _index % 12 + 1;

    /// <summary>The first day.</summary>
    public DateOnly FirstDay => new(Year, Month, 1);

    /// <summary>The last day.</summary>
    public DateOnly LastDay => new(Year, Month, DateTime.DaysInMonth(Year, Month));

    /// <summary>The month before.</summary>
    public CalendarMonth Previous => new(_index - 1);

    /// <summary>The month in which a day lies.</summary>
    public static CalendarMonth Of(DateOnly day) => new(day.Year * 12 + day.Month - 1);

    /// <summary>Whether a day lies in this month.</summary>
    public bool Contains(DateOnly day) => Of(day) == this;

    /// <summary>How many months the right one lies before the left one.</summary>
    public static int operator -(CalendarMonth left, CalendarMonth right) => left._index - right._index;

    /// <summary>Orders by time.</summary>
    public int CompareTo(CalendarMonth other) => _index.CompareTo(other._index);

    /// <summary>The year and month, for example <c>2026-08</c>.</summary>
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Year:0000}-{Month:00}");
}
