using System.Globalization;
using Lakudo.Kernel;

namespace Lakudo.Feedback;

/// <summary>Whole months, from the first to the last.</summary>
/// <param name="From">First day of the first month.</param>
/// <param name="To">First day of the last month.</param>
public readonly record struct SurveyPeriod(DateOnly From, DateOnly To)
{
    /// <summary>In words, for example <c>Januari sampai November 2026</c>.</summary>
    public string Words => From == To ? Month(From, "MMMM yyyy") : From.Year == To.Year ? $"{Month(From, "MMMM")} sampai {Month(To, "MMMM yyyy")}" : $"{Month(From, "MMMM yyyy")} sampai {Month(To, "MMMM yyyy")}";

    /// <summary>Reads months as typed (<c>2026-01</c>); without a first one it is January of the last one's year, without a last one the present month.</summary>
    /// <returns>The period, or F-005.</returns>
    public static Outcome<SurveyPeriod> Read(string? from, string? to, DateOnly today)
    {
        var last = new DateOnly(today.Year, today.Month, 1);
        if (!string.IsNullOrWhiteSpace(to) && !TryMonth(to, out last)) return FeedbackRefusals.PeriodImpossible;
        var first = new DateOnly(last.Year, 1, 1);
        if (!string.IsNullOrWhiteSpace(from) && !TryMonth(from, out first)) return FeedbackRefusals.PeriodImpossible;
        return first <= last ? new SurveyPeriod(first, last) : FeedbackRefusals.PeriodImpossible;
    }

    private static bool TryMonth(string text, out DateOnly month) => DateOnly.TryParseExact(text.Trim() + "-01", "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out month)
        && month.Year is >= 2000 and < 9999;

    private static string Month(DateOnly month, string form) => month.ToString(form, Formats.Indonesian);
}
