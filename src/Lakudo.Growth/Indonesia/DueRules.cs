namespace Lakudo.Growth.Indonesia;

/// <summary>The capsule of vitamin A that a child gets.</summary>
public enum VitaminADose : byte
{
    /// <summary>None: too young, too old, or not a month of vitamin A.</summary>
    None,

    /// <summary>The blue one, 100,000 IU: 6 to 11 months.</summary>
    Blue,

    /// <summary>The red one, 200,000 IU: 12 to 59 months.</summary>
    Red,
}

/// <summary>What a child is due for in a month. Months are calendar months, ages are completed months.</summary>
public sealed class DueRules
{
    private readonly int _blueFrom;
    private readonly int _redFrom;
    private readonly int _lastVitaminMonth;
    private readonly int _heightEvery;
    private readonly (int First, int Second) _massMonths;
    private readonly int _dewormFrom;
    private readonly (int Value, int? Other) _dewormEvery;

    internal DueRules(Rule vitaminA, Rule weighing, Rule deworming)
    {
        VitaminARule = vitaminA;
        WeighingRule = weighing;
        DewormingRule = deworming;
        _blueFrom = (int)vitaminA.Limit("blue-from-month").Value;
        _redFrom = (int)vitaminA.Limit("red-from-month").Value;
        _lastVitaminMonth = (int)vitaminA.Limit("last-month").Value;
        _heightEvery = (int)weighing.Limit("height-every-months").Value;
        _massMonths = ((int)weighing.Limit("first-mass-month").Value, (int)weighing.Limit("second-mass-month").Value);
        _dewormFrom = (int)deworming.Limit("from-month").Value;
        var every = deworming.Limit("every-months");
        _dewormEvery = ((int)every.Value, (int?)every.Other);
    }

    /// <summary>Where vitamin A is written.</summary>
    public Rule VitaminARule { get; }

    /// <summary>Where the months of weighing and measuring are written.</summary>
    public Rule WeighingRule { get; }

    /// <summary>Where deworming is written.</summary>
    public Rule DewormingRule { get; }

    /// <summary>The international units of a capsule: 0, 100,000 or 200,000.</summary>
    public static int InternationalUnits(VitaminADose dose) => dose switch { VitaminADose.Blue => 100_000, VitaminADose.Red => 200_000, _ => 0 };

    /// <summary>Whether a month is one of the two of mass weighing and vitamin A (<i>bulan timbang</i>): February and August.</summary>
    public bool IsMassWeighing(CalendarMonth month) => month.Month == _massMonths.First || month.Month == _massMonths.Second;

    /// <summary>The capsule a child gets on a day.</summary>
    /// <param name="birth">The day of birth.</param>
    /// <param name="day">The day of the posyandu.</param>
    public RuleAnswer<VitaminADose> VitaminA(DateOnly birth, DateOnly day)
    {
        var dose = VitaminADose.None;
        if (IsMassWeighing(CalendarMonth.Of(day)) && CompletedMonths.Between(birth, day) is { } months && months <= _lastVitaminMonth)
            dose = months >= _redFrom ? VitaminADose.Red : months >= _blueFrom ? VitaminADose.Blue : VitaminADose.None;
        return new RuleAnswer<VitaminADose>(dose, null, VitaminARule);
    }

    /// <summary>Whether an under-five is due to be weighed: each calendar month once.</summary>
    /// <param name="birth">The day of birth.</param>
    /// <param name="last">The day of the last weighing; null when there was none.</param>
    /// <param name="day">The day of the posyandu.</param>
    public RuleAnswer<bool> Weight(DateOnly birth, DateOnly? last, DateOnly day) =>
        new(IsUnderFive(birth, day) && MonthsSince(last, day) >= 1, null, WeighingRule);

    /// <summary>Whether an under-five is due to be measured: in February and August, and otherwise at least every 3 months.</summary>
    /// <param name="birth">The day of birth.</param>
    /// <param name="last">The day of the last length or height; null when there was none.</param>
    /// <param name="day">The day of the posyandu.</param>
    public RuleAnswer<bool> Height(DateOnly birth, DateOnly? last, DateOnly day)
    {
        var since = MonthsSince(last, day);
        var isDue = since >= _heightEvery || (IsMassWeighing(CalendarMonth.Of(day)) && since >= 1);
        return new RuleAnswer<bool>(IsUnderFive(birth, day) && isDue, null, WeighingRule);
    }

    /// <summary>Whether an under-five is due for deworming: from 12 months on, every 6 months; regions with little worm disease give it every 12 (unsure between).</summary>
    /// <param name="birth">The day of birth.</param>
    /// <param name="last">The day of the last dose; null when there was none.</param>
    /// <param name="day">The day of the posyandu.</param>
    public RuleAnswer<bool> Deworming(DateOnly birth, DateOnly? last, DateOnly day)
    {
        if (!IsUnderFive(birth, day) || CompletedMonths.Between(birth, day) < _dewormFrom) return new RuleAnswer<bool>(false, null, DewormingRule);
        var since = MonthsSince(last, day);
        return new RuleAnswer<bool>(since >= _dewormEvery.Value, _dewormEvery.Other is { } other ? since >= other : null, DewormingRule);
    }

    private static bool IsUnderFive(DateOnly birth, DateOnly day) => CompletedMonths.Between(birth, day) < CompletedMonths.UnderFive;

    private static int MonthsSince(DateOnly? last, DateOnly day) => last is { } done ? CalendarMonth.Of(day) - CalendarMonth.Of(done) : int.MaxValue;
}
