using Lakudo.Hall.Day;

namespace Lakudo.Hall;

/// <summary>The rule by which priority goes before ordinary numbers, as kiosk, board and ticket show it.</summary>
/// <param name="MaxOvertakes">N: nobody is overtaken more than this many times.</param>
/// <param name="MaxWaitMinutes">M: nobody who has waited this many minutes is overtaken any more.</param>
public sealed record FairnessRule(int MaxOvertakes, int MaxWaitMinutes)
{
    /// <summary>The rule of a day's plan; null before the day was opened.</summary>
    internal static FairnessRule? Of(HallDay day) => day.Plan is { Rules: var rules } ? new(rules.MaxOvertakes, rules.MaxWaitMinutes) : null;
}
