using Lakudo.Growth;
using Lakudo.Growth.Indonesia;

namespace Lakudo.Field;

/// <summary>What is known of a child on a day from all that counts, and which risks stand. A risk stands until a later measurement of the same kind takes it away, and only one that can be believed does.</summary>
internal sealed class Evidence
{
    /// <summary>So many months back a finding stands: as far as a phone remembers.</summary>
    private const int Months = 24;

    private readonly ChildHistory _history;
    private readonly AgeMethod? _reporting;
    private readonly Weighing[] _weighings;
    private readonly List<Seen> _seen;

    /// <summary>Reads a history.</summary>
    /// <param name="history">The child.</param>
    /// <param name="day">Later measurements are not looked at.</param>
    /// <param name="reporting">By which age classes are reported; null: as the rule book says.</param>
    public Evidence(ChildHistory history, DateOnly day, AgeMethod? reporting)
    {
        var since = day.AddMonths(-Months);
        _history = history with { Measurements = [.. history.Measurements.Where(one => one.State == MeasurementState.Counts && one.Day <= day && one.Day >= since && one.Day >= history.Birth)] };
        (_reporting, _weighings) = (reporting, _history.Weighings());
        _seen = [.. _history.Measurements.OrderBy(one => one.Day).Reverse().Select(one => new Seen(one, this))];
    }

    /// <summary>The day of the last length or height for age that can be believed, or that is bad; null for none.</summary>
    public DateOnly? LengthKnownOn { get; private set; }

    /// <summary>The day of the last weight for length, or of an arm, that can be believed or is bad; null for none.</summary>
    public DateOnly? ThinnessKnownOn { get; private set; }

    /// <summary>The last weighing before a day that can be believed; null for none.</summary>
    public PastMeasurement? BelievedWeightBefore(DateOnly day) => Weighed().FirstOrDefault(one => one.Measurement.Day < day && one.IsBelieved)?.Measurement;

    /// <summary>Whether the last weighing before a day can be believed, or there is none.</summary>
    public bool IsWeightBeforeBelieved(DateOnly day) => Weighed().FirstOrDefault(one => one.Measurement.Day < day)?.IsBelieved != false;

    /// <summary>The card of a month.</summary>
    public KmsMonth Card(CalendarMonth month) =>
        Weighed().FirstOrDefault(one => month.Contains(one.Measurement.Day)) is { } last ? Book(last.Measurement.Day, null).Kms.Read(_history.Sex, _history.Birth, _weighings, month) : default;

    /// <summary>The rules of a day.</summary>
    public static RuleBook Book(DateOnly day, AgeMethod? reporting)
    {
        var book = RuleBook.On(day < RuleBook.FirstDay ? RuleBook.FirstDay : day);
        return reporting is { } method && method != book.Reporting.Method ? book with { Reporting = book.Reporting with { Method = method } } : book;
    }

    /// <summary>The risks that stand.</summary>
    public Risks Standing()
    {
        var risks = Swollen() | Thin() | Arm() | Short() | Card();
        if (_history.IsReferred) risks |= Risks.Referred;
        return _history.IsDiagnosed ? risks | Risks.Diagnosed : risks;
    }

    /// <summary>Swollen feet are looked at whenever a child is weighed.</summary>
    private Risks Swollen() => _seen.Find(one => one.Measurement.HasOedema || one.Measurement.Weight > 0)?.Measurement.HasOedema == true ? Risks.SeverelyWasted : Risks.None;

    private Risks Thin()
    {
        foreach (var one in _seen.Where(one => !one.Measurement.HasOedema))
        {
            var found = one.Status.Reported.WeightForLength switch
            {
                null => (Risks?)null,
                NutritionClass.SeverelyWasted => Risks.SeverelyWasted,
                NutritionClass.Wasted => Risks.Wasted,
                NutritionClass.Good => Risks.None,
                _ => Risks.Heavy,
            };
            if (found is null || (found == Risks.None && !one.IsSure)) continue;
            ThinnessKnownOn = one.Measurement.Day;
            return found.Value;
        }

        return Risks.None;
    }

    private Risks Arm()
    {
        foreach (var one in _seen)
        {
            if (one.Arm is not { } arm || (arm == ArmClass.Normal && !one.IsBelieved)) continue;
            if (!(ThinnessKnownOn > one.Measurement.Day)) ThinnessKnownOn = one.Measurement.Day;
            return arm switch { ArmClass.Severe => Risks.SeverelyWasted, ArmClass.Moderate => Risks.Wasted, _ => Risks.None };
        }

        return Risks.None;
    }

    private Risks Short()
    {
        foreach (var one in _seen)
        {
            var found = one.Status.Reported.LengthForAge switch
            {
                null => (Risks?)null,
                LengthForAgeClass.SeverelyShort => Risks.SeverelyShort,
                LengthForAgeClass.Short => Risks.Short,
                _ => Risks.None,
            };
            if (found is null || (found == Risks.None && !one.IsSure)) continue;
            LengthKnownOn = one.Measurement.Day;
            return found.Value;
        }

        return Risks.None;
    }

    /// <summary>The lines of the card by the last weighing; T and 2T until a month of N.</summary>
    private Risks Card()
    {
        var (risks, areLinesRead) = (Risks.None, false);
        foreach (var last in Weighed().DistinctBy(one => CalendarMonth.Of(one.Measurement.Day)))
        {
            var card = Card(CalendarMonth.Of(last.Measurement.Day));
            if (!areLinesRead)
            {
                if (card.IsBelowRed is { Value: true }) risks |= Risks.BelowRed;
                if (card.IsAboveOrange is { Value: true }) risks |= Risks.AboveOrange;
                areLinesRead = (risks & (Risks.BelowRed | Risks.AboveOrange)) != 0 || last.IsBelieved;
            }

            if (card.IsTwiceNotGained is { Value: true }) return (risks & ~Risks.NotGained) | Risks.TwiceNotGained;
            if (card.Mark?.Value == KmsMark.T) risks |= Risks.NotGained;
            if (card.Mark?.Value == KmsMark.N && areLinesRead && last.IsBelieved && IsWeightBeforeBelieved(last.Measurement.Day)) return risks;
        }

        return risks;
    }

    private IEnumerable<Seen> Weighed() => _seen.Where(one => one.Measurement.Weight > 0);

    /// <summary>A measurement with what it says, read once.</summary>
    private sealed class Seen(PastMeasurement measurement, Evidence all)
    {
        private NutritionStatus? _status;
        private bool? _isBelieved;

        public PastMeasurement Measurement => measurement;

        public NutritionStatus Status => _status ??= With(measurement.Position);

        public ArmClass? Arm => measurement.ForStandards(all._history.Sex).MidUpperArm is { } arm ? Book(measurement.Day, null).Arm.Of(arm, Status.CompletedMonths)?.Value : null;

        /// <summary>Whether nothing speaks against it, or the puskesmas said that it is right.</summary>
        public bool IsBelieved => _isBelieved ??= measurement.IsConfirmed || Plausibility.Of(all._history, measurement).Count == 0;

        /// <summary>Whether a good class of it can be believed: it would be the same lying and standing where nobody wrote down how it was measured.</summary>
        public bool IsSure => IsBelieved && (measurement.Position is not null || PositionMatters.Not(all._history, measurement, all._reporting));

        private NutritionStatus With(Position? position) =>
            NutritionStatus.Of((measurement with { Position = position }).ForStandards(all._history.Sex), all._history.Birth, measurement.Day, Book(measurement.Day, all._reporting));
    }
}

/// <summary>Whether a class depends on how the child was measured.</summary>
internal static class PositionMatters
{
    /// <summary>Whether lying and standing give the same classes.</summary>
    public static bool Not(ChildHistory history, PastMeasurement measurement, AgeMethod? reporting)
    {
        var (lying, standing) = (As(Position.Lying), As(Position.Standing));
        return lying.LengthForAge == standing.LengthForAge && lying.WeightForLength == standing.WeightForLength;

        ClassifiedAssessment As(Position position) => NutritionStatus.Of(
            (measurement with { Position = position }).ForStandards(history.Sex), history.Birth, measurement.Day, Evidence.Book(measurement.Day, reporting)).Reported;
    }
}
