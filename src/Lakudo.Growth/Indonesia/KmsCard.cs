using Lakudo.Growth.Charts;

namespace Lakudo.Growth.Indonesia;

/// <summary>One edition of the growth card (<i>Kartu Menuju Sehat</i>, KMS) and how it is read.</summary>
/// <remarks>
/// Which weighing counts: of several in a month the last one; on the same day the one that stands later in the list (a correction). Weighings may come in
/// any order; one of 0 or less or before birth is not looked at. All months are calendar months: a child not weighed last month is O, whatever it gained.
/// </remarks>
public sealed class KmsCard
{
    private readonly (decimal Value, decimal? Other) _red;
    private readonly (decimal Value, decimal? Other)? _orange;

    internal KmsCard(Rule rule, KbmTable kbm)
    {
        Rule = rule;
        Kbm = kbm;
        _red = rule.Limit("red-line-z");
        _orange = rule.OptionalLimit("orange-line-z");
    }

    /// <summary>The edition.</summary>
    public Rule Rule { get; }

    /// <summary>The least gains by sex and month of age.</summary>
    public KbmTable Kbm { get; }

    /// <summary>The z-score of weight for age at which the red line runs, and the other one it is said to run at.</summary>
    public RuleAnswer<double> RedLine => new((double)_red.Value, (double?)_red.Other, Rule);

    /// <summary>The z-score of weight for age at which the orange line runs; null where the edition has none.</summary>
    public RuleAnswer<double>? OrangeLine => _orange is { } line ? new RuleAnswer<double>((double)line.Value, (double?)line.Other, Rule) : null;

    /// <summary>A line of the card: one point a month of age, from 0 to 60.</summary>
    /// <param name="sex">The sex: there is a card for boys and one for girls.</param>
    /// <param name="z">The z-score of the line, from -3 to 3, for example that of <see cref="RedLine"/>.</param>
    /// <returns>61 points: the month and the kilograms.</returns>
    /// <exception cref="ArgumentOutOfRangeException">WHO defines no line beyond 3 SD.</exception>
    public static IReadOnlyList<CurvePoint> Line(Sex sex, double z)
    {
        if (z is not (>= -3 and <= 3)) throw new ArgumentOutOfRangeException(nameof(z), z, "WHO's lines go from -3 to 3 SD.");
        var points = new CurvePoint[CompletedMonths.UnderFive + 1];
        for (var month = 0; month < points.Length; month++)
            points[month] = new CurvePoint(month, CompletedMonths.Row(GrowthIndex.WeightForAge, sex, month)!.Value.MeasureAt(z));
        return points;
    }

    /// <summary>Reads one month of a child's card.</summary>
    /// <param name="sex">The sex; where it is unknown the lines cannot be read, and N or T is unsure where boys and girls differ.</param>
    /// <param name="birth">The day of birth.</param>
    /// <param name="weighings">All weighings of the child here, in any order.</param>
    /// <param name="month">The month asked for.</param>
    public KmsMonth Read(Sex? sex, DateOnly birth, ReadOnlySpan<Weighing> weighings, CalendarMonth month)
    {
        if (LastIn(month, birth, weighings) is not { } now) return default;
        var age = CompletedMonths.Between(birth, now.Day)!.Value;
        if (age >= CompletedMonths.UnderFive) return new KmsMonth { Weighing = now, CompletedMonths = age };
        var reading = ReadGain(sex, birth, weighings, month, now);
        var mark = reading.Answer(Rule);
        var loss = LossOf(now, birth, weighings);
        var twice = IsTwice(mark, sex, birth, weighings, month);
        var z = sex is { } known ? ZOf(known, age, now.Weight) : (double?)null;
        RuleAnswer<bool>? isBelowRed = z is null ? null : new(z < (double)_red.Value, _red.Other is { } other ? z < (double)other : null, Rule);
        RuleAnswer<bool>? isAboveOrange = z is null || _orange is not { } orange ? null : new(z > (double)orange.Value, null, Rule);
        return new KmsMonth
        {
            Weighing = now,
            CompletedMonths = age,
            Mark = mark,
            Doubts = reading.Doubts,
            Gain = reading.Gain,
            Kbm = reading.Kbm,
            Loss = loss,
            IsTwiceNotGained = twice,
            IsBelowRed = isBelowRed,
            IsAboveOrange = isAboveOrange,
            Action = KmsAdvice.Of(mark, twice, isBelowRed, isAboveOrange, loss is not null, Rule),
        };
    }

    /// <summary>Where a weight stands on the card: by completed months, to 2 decimals.</summary>
    private static double ZOf(Sex sex, int month, Mass weight) =>
        new ZScore(GrowthIndex.WeightForAge, CompletedMonths.Row(GrowthIndex.WeightForAge, sex, month)!.Value.ZOf(weight.Kilograms)).Value;

    private RuleAnswer<bool> IsTwice(RuleAnswer<KmsMark> mark, Sex? sex, DateOnly birth, ReadOnlySpan<Weighing> weighings, CalendarMonth month)
    {
        if (!mark.Allows(KmsMark.T)) return new RuleAnswer<bool>(false, null, Rule);
        var before = LastIn(month.Previous, birth, weighings)!.Value;
        var earlier = ReadGain(sex, birth, weighings, month.Previous, before).Answer(Rule);
        var twice = mark.Value == KmsMark.T && earlier.Value == KmsMark.T;
        var mayDiffer = twice ? mark.IsUnsure || earlier.IsUnsure : earlier.Allows(KmsMark.T);
        return new RuleAnswer<bool>(twice, mayDiffer ? !twice : null, Rule);
    }

    private GainReading ReadGain(Sex? sex, DateOnly birth, ReadOnlySpan<Weighing> weighings, CalendarMonth month, Weighing now)
    {
        if (LastIn(month.Previous, birth, weighings) is { } before)
            return GainReading.Of(Kbm, sex, birth, before, now, month - CalendarMonth.Of(birth));
        return new GainReading { Mark = IsWeighedBefore(month, birth, weighings) ? KmsMark.O : KmsMark.B };
    }

    private static Weighing? LastIn(CalendarMonth month, DateOnly birth, ReadOnlySpan<Weighing> weighings)
    {
        Weighing? last = null;
        var (from, to) = (month.FirstDay, month.LastDay);
        foreach (ref readonly var weighing in weighings)
        {
            if (weighing.Day >= from && weighing.Day <= to && Counts(weighing, birth) && !(weighing.Day < last?.Day)) last = weighing;
        }

        return last;
    }

    private static WeightLoss? LossOf(Weighing now, DateOnly birth, ReadOnlySpan<Weighing> weighings)
    {
        Weighing? before = null;
        foreach (ref readonly var weighing in weighings)
        {
            if (weighing.Day < now.Day && Counts(weighing, birth) && !(weighing.Day < before?.Day)) before = weighing;
        }

        return before is { } last && now.Weight < last.Weight ? new WeightLoss(last.Weight - now.Weight, last.Day) : null;
    }

    private static bool IsWeighedBefore(CalendarMonth month, DateOnly birth, ReadOnlySpan<Weighing> weighings)
    {
        var from = month.FirstDay;
        foreach (ref readonly var weighing in weighings)
        {
            if (weighing.Day < from && Counts(weighing, birth)) return true;
        }

        return false;
    }

    private static bool Counts(in Weighing weighing, DateOnly birth) => weighing.Weight > default(Mass) && weighing.Day >= birth;
}
