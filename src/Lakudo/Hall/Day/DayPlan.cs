using System.Collections.Immutable;

namespace Lakudo.Hall.Day;

/// <summary>
/// What holds on one day in one hall, resolved from the hall's tables when the day opens and journaled with it,
/// so that a past day can be replayed from its journal alone.
/// </summary>
/// <param name="Date">The local day.</param>
/// <param name="StartsAt">UTC moment of local midnight at which <paramref name="Date"/> begins.</param>
/// <param name="UtcOffset">Minutes the hall's clock is ahead of UTC (WITA: 480), for times in sentences.</param>
/// <param name="Rules">Fairness and second-chance settings.</param>
/// <param name="Lines">All lines of the day.</param>
/// <param name="Counters">All counters and the lines each serves.</param>
/// <param name="Breaks">Breaks of the whole hall, such as Friday prayer.</param>
[GenerateSerializer, Immutable]
internal sealed record DayPlan(
    DateOnly Date, DateTime StartsAt, int UtcOffset, DayRules Rules,
    ImmutableArray<LinePlan> Lines, ImmutableArray<CounterPlan> Counters, ImmutableArray<BreakPlan> Breaks)
{
    /// <summary>A UTC moment as people in the hall read it: 10.42.</summary>
    public string Clock(DateTime at) => at.AddMinutes(UtcOffset).ToString("HH'.'mm", System.Globalization.CultureInfo.InvariantCulture);
}

/// <summary>Settings a hall publishes; the defaults are the ones the kiosk and the board show unless the manager changes them.</summary>
/// <param name="MaxOvertakes">N: nobody is overtaken by priority more than this many times while waiting.</param>
/// <param name="MaxWaitMinutes">M: nobody who has waited this many minutes is overtaken any more.</param>
/// <param name="SecondChanceMinutes">Minutes after which a missed number comes back into its line by itself.</param>
/// <param name="CheckInMinutes">Minutes within which the holder of a web ticket must check in at the hall.</param>
[GenerateSerializer, Immutable]
internal sealed record DayRules(int MaxOvertakes = 3, int MaxWaitMinutes = 20, int SecondChanceMinutes = 5, int CheckInMinutes = 60);

/// <summary>A line: one series of numbers for a group of services.</summary>
/// <param name="Id">Number of the line in its hall.</param>
/// <param name="Code">What stands before the number: <c>A</c> in A-012.</param>
/// <param name="IsOpen">False while the manager keeps the line closed.</param>
/// <param name="NumbersFrom">UTC moment from which numbers are handed out.</param>
/// <param name="LastNumberAt">UTC moment from which none are.</param>
/// <param name="PadFrom">First number of the paper pad; the ordinary series skips the pad.</param>
/// <param name="PadTo">Last number of the paper pad.</param>
/// <param name="Quota">Most numbers a day outside the pad, or null.</param>
/// <param name="StandardMinutes">Minutes one service takes by its standard; used for estimates until the day has its own figures.</param>
[GenerateSerializer, Immutable]
internal sealed record LinePlan(
    int Id, string Code, bool IsOpen, DateTime NumbersFrom, DateTime LastNumberAt,
    int PadFrom = 801, int PadTo = 899, int? Quota = null, int StandardMinutes = 10)
{
    /// <summary>A number of this line as it is printed, shown and spoken: A-012.</summary>
    public string Label(int number) => $"{Code}-{number:000}";
}

/// <summary>A counter and what it serves.</summary>
/// <param name="Id">Number of the counter in its hall.</param>
/// <param name="Code">What stands over the counter.</param>
/// <param name="Zone">Zone whose board shows it.</param>
/// <param name="Lines">Lines it serves.</param>
/// <param name="Agency">The agency whose officers sit there; null for a counter of the hall itself.</param>
[GenerateSerializer, Immutable]
internal sealed record CounterPlan(int Id, string Code, int Zone, ImmutableArray<int> Lines, int? Agency = null)
{
    /// <summary>Whether it belongs to another agency than the one that somebody is bound to; a counter of the hall, and who is bound to none, are foreign to nobody.</summary>
    /// <param name="agencies">The agencies; null for none.</param>
    public bool IsForeignTo(ImmutableArray<int>? agencies) => agencies is { } bound && Agency is { } owner && !bound.Contains(owner);
}

/// <summary>A break of the whole hall.</summary>
/// <param name="From">UTC start.</param>
/// <param name="Until">UTC end; the moment itself is work again.</param>
/// <param name="StopsNumbers">Whether no numbers are handed out meanwhile.</param>
/// <param name="StopsCalls">Whether nobody is called meanwhile. A service that has begun may always be finished.</param>
[GenerateSerializer, Immutable]
internal sealed record BreakPlan(DateTime From, DateTime Until, bool StopsNumbers, bool StopsCalls)
{
    /// <summary>Whether the break holds at <paramref name="now"/>.</summary>
    public bool Holds(DateTime now) => From <= now && now < Until;
}
