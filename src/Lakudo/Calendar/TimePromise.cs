using System.Globalization;

namespace Lakudo.Calendar;

/// <summary>What a promised time is counted in. A promise keeps its unit: 14 calendar days are not 14 working days.</summary>
public enum TimeUnit
{
    /// <summary>Minutes of working time.</summary>
    Minutes,

    /// <summary>Hours of working time, 60 minutes each.</summary>
    Hours,

    /// <summary>Working days; the day of the complete file is not counted. 0 means while you wait, the same day.</summary>
    WorkingDays,

    /// <summary>Calendar days, holidays and weekends included.</summary>
    CalendarDays,
}

/// <summary>How long a service says it takes from a complete file.</summary>
/// <param name="Amount">How many of the unit; not negative.</param>
/// <param name="Unit">The unit it is counted in.</param>
public readonly record struct TimePromise(int Amount, TimeUnit Unit)
{
    /// <summary>The promise as printed: <c>3 hari kerja</c>, <c>15 menit</c>, <c>selesai ditunggu</c>.</summary>
    public override string ToString() => this switch
    {
        { Amount: 0 } => "selesai ditunggu",
        { Unit: TimeUnit.Minutes } => $"{Amount} menit",
        { Unit: TimeUnit.Hours } => $"{Amount} jam",
        { Unit: TimeUnit.WorkingDays } => $"{Amount} hari kerja",
        _ => $"{Amount} hari kalender",
    };

    /// <summary>Reads a promise as it is written in the catalogue: <c>15 menit</c>, <c>3 jam</c>, <c>5 hari kerja</c>, <c>14 hari kalender</c>.</summary>
    /// <param name="text">The text; case and spaces do not matter.</param>
    /// <param name="promise">The promise read, or a promise of nothing.</param>
    /// <returns>Whether the text was a promise.</returns>
    public static bool TryParse(string text, out TimePromise promise)
    {
        promise = default;
        var parts = text.Trim().ToLowerInvariant().Split(' ', StringSplitOptions.RemoveEmptyEntries);
        if (parts.Length < 2 || !int.TryParse(parts[0], NumberStyles.None, CultureInfo.InvariantCulture, out var amount))
        {
            return false;
        }

        TimeUnit? unit = string.Join(' ', parts[1..]) switch
        {
            "menit" => TimeUnit.Minutes,
            "jam" => TimeUnit.Hours,
            "hari kerja" => TimeUnit.WorkingDays,
            "hari kalender" => TimeUnit.CalendarDays,
            _ => null,
        };
        promise = new(amount, unit ?? TimeUnit.Minutes);
        return unit is not null;
    }
}
