using Lakudo.Growth;
using Lakudo.Growth.Indonesia;

namespace Lakudo.Field;

/// <summary>What a reading comes to; shown as colour, sign and word together, never as colour alone.</summary>
public enum Urgency : byte
{
    /// <summary>Green: all was found out that it rests on, and all of it is good. Go on like this.</summary>
    Good,

    /// <summary>Yellow: talk with the mother, look again next month.</summary>
    Watch,

    /// <summary>Red: to the midwife or nutritionist.</summary>
    Refer,

    /// <summary>Neutral: nothing bad was found, but something is missing (<i>belum dapat dinilai</i>). Never shown as good.</summary>
    Unknown,
}

/// <summary>What one measurement says of a child, beside what is known of it: the growth card, the classes and the arm, the risks that stand, what is missing, and the verdict of all of it.</summary>
public sealed record ChildReading
{
    private const Risks Grave = Risks.SeverelyWasted | Risks.BelowRed | Risks.TwiceNotGained | Risks.Wasted | Risks.SeverelyShort | Risks.AboveOrange;

    private ChildReading(PastMeasurement measurement, KmsMonth kms, NutritionStatus status, RuleAnswer<ArmClass>? arm) => (Measurement, Kms, Status, Arm) = (measurement, kms, status, arm);

    /// <summary>The measurement that was read.</summary>
    public PastMeasurement Measurement { get; }

    /// <summary>The growth card of its month; nothing where it has no weight.</summary>
    public KmsMonth Kms { get; }

    /// <summary>The classes by both methods.</summary>
    public NutritionStatus Status { get; }

    /// <summary>The class of the arm; null outside 6 to 59 months or when not measured.</summary>
    public RuleAnswer<ArmClass>? Arm { get; }

    /// <summary>What is not known, so that the verdict cannot be good.</summary>
    public Missing Missing { get; private init; }

    /// <summary>The risks that this measurement itself finds.</summary>
    public Risks Found { get; private init; }

    /// <summary>Risks known from before that this measurement did not take away.</summary>
    public Risks Standing { get; private init; }

    /// <summary>What was lost since the last weight that can be believed, whatever the gap; null where nothing was lost or nothing weighed.</summary>
    public WeightLoss? Loss { get; private init; }

    /// <summary>The verdict.</summary>
    public Urgency Urgency =>
        IsGrave || (Standing & Grave) != Risks.None ? Urgency.Refer
        : IsWatched || Loss is not null || Standing != Risks.None ? Urgency.Watch
        : Missing != Missing.None ? Urgency.Unknown
        : Urgency.Good;

    /// <summary>The numbers that the phone showed, for the server to compare.</summary>
    public ShownReading Shown
    {
        get
        {
            var assessment = Status.Reported.Assessment;
            return new ShownReading
            {
                Mark = Kms.Mark?.Value,
                WeightForAge = assessment.WeightForAge?.Hundredths,
                LengthForAge = assessment.LengthForAge?.Hundredths,
                WeightForLength = assessment.WeightForLength?.Hundredths,
            };
        }
    }

    private bool IsGrave =>
        Measurement.HasOedema || Kms.Action?.Value == KmsAction.Refer || Arm?.Value is ArmClass.Severe or ArmClass.Moderate
        || Status.Reported.WeightForLength is NutritionClass.SeverelyWasted or NutritionClass.Wasted or NutritionClass.Obese
        || Status.Reported.LengthForAge == LengthForAgeClass.SeverelyShort || Status.Reported.WeightForAge == WeightForAgeClass.SeverelyUnderweight;

    private bool IsWatched =>
        Kms.Action?.Value == KmsAction.Counsel || Status.Reported.LengthForAge == LengthForAgeClass.Short
        || Status.Reported.WeightForAge is WeightForAgeClass.Underweight or WeightForAgeClass.RiskOfOverweight
        || Status.Reported.WeightForLength is NutritionClass.RiskOfOverweight or NutritionClass.Overweight;

    /// <summary>Reads a measurement.</summary>
    /// <param name="history">The child, with or without this measurement in its history.</param>
    /// <param name="measurement">The measurement.</param>
    /// <param name="reporting">By which age classes are reported; null: as the rule book says.</param>
    public static ChildReading Of(ChildHistory history, PastMeasurement measurement, AgeMethod? reporting = null)
    {
        var book = Evidence.Book(measurement.Day, reporting);
        var standards = measurement.ForStandards(history.Sex);
        var status = NutritionStatus.Of(standards, history.Birth, measurement.Day, book);
        var others = history with { Measurements = [.. history.Measurements.Where(other => other.Id != measurement.Id && other.Day <= measurement.Day), measurement] };
        var kms = measurement.Weight > 0 ? book.Kms.Read(history.Sex, history.Birth, others.Weighings(), CalendarMonth.Of(measurement.Day)) : default;
        var arm = standards.MidUpperArm is { } length ? book.Arm.Of(length, status.CompletedMonths) : null;
        var reading = new ChildReading(measurement, kms, status, arm);
        // Whatever the puskesmas decides of it later: the reading says what it would say if it counted.
        var all = others with { Measurements = [.. others.Measurements.SkipLast(1), measurement with { State = MeasurementState.Counts }] };
        var evidence = new Evidence(all, measurement.Day, reporting);
        var standing = evidence.Standing() & ~reading.Find();
        return reading with { Found = reading.Find(), Standing = standing, Loss = LossOf(evidence, measurement), Missing = MissingOf(all, reading, evidence, book) };
    }

    /// <summary>The reading of a child on a day: of its last measurement of the month, or, where there is none, of a day on which nothing was measured.</summary>
    /// <param name="history">The child.</param>
    /// <param name="day">The day.</param>
    /// <param name="reporting">By which age classes are reported; null: as the rule book says.</param>
    public static ChildReading On(ChildHistory history, DateOnly day, AgeMethod? reporting = null) =>
        Of(history, history.Last(day) is { } last && CalendarMonth.Of(last.Day) == CalendarMonth.Of(day) ? last : new PastMeasurement { Id = Guid.Empty, Day = day }, reporting);

    private static WeightLoss? LossOf(Evidence evidence, PastMeasurement now) =>
        now.Weight is > 0 and { } grams && evidence.BelievedWeightBefore(now.Day) is { Weight: { } before } last && grams < before ? new WeightLoss(Mass.FromGrams(before - grams), last.Day) : null;

    private Risks Find()
    {
        var risks = Risks.None;
        if (Measurement.HasOedema || Status.Reported.WeightForLength == NutritionClass.SeverelyWasted || Arm?.Value == ArmClass.Severe) risks |= Risks.SeverelyWasted;
        if (Status.Reported.WeightForLength == NutritionClass.Wasted || Arm?.Value == ArmClass.Moderate) risks |= Risks.Wasted;
        if (Status.Reported.WeightForLength >= NutritionClass.RiskOfOverweight) risks |= Risks.Heavy;
        if (Status.Reported.LengthForAge == LengthForAgeClass.SeverelyShort) risks |= Risks.SeverelyShort;
        if (Status.Reported.LengthForAge == LengthForAgeClass.Short) risks |= Risks.Short;
        if (Kms.IsBelowRed is { Value: true }) risks |= Risks.BelowRed;
        if (Kms.IsAboveOrange is { Value: true }) risks |= Risks.AboveOrange;
        if (Kms.IsTwiceNotGained is { Value: true }) risks |= Risks.TwiceNotGained;
        return Kms.Mark?.Value == KmsMark.T ? risks | Risks.NotGained : risks;
    }

    private static Missing MissingOf(ChildHistory history, ChildReading reading, Evidence evidence, RuleBook book)
    {
        var (now, missing) = (reading.Measurement, Missing.None);
        if (reading.Status.CompletedMonths is not < CompletedMonths.UnderFive) missing |= Missing.Age;
        if (history.Sex is null) missing |= Missing.Sex;
        var card = evidence.Card(CalendarMonth.Of(now.Day));
        if (card.Weighing is not { } weighed) missing |= Missing.Weight;
        else
        {
            if (card.Mark?.Value is KmsMark.B or KmsMark.O) missing |= Missing.Gain;
            if (!evidence.IsWeightBeforeBelieved(weighed.Day) || IsQuestioned(history, weighed.Day)) missing |= Missing.PreviousWeight;
        }

        if (IsInDoubt(history, now) || history.IsRemeasured) missing |= Missing.Doubtful;
        if (now.Height > 0 && now.Position is null && !PositionMatters.Not(history, now, book.Reporting.Method)) return missing | Missing.Position;
        var known = new[] { evidence.LengthKnownOn, evidence.ThinnessKnownOn }.Min(day => day ?? DateOnly.MinValue);
        return IsHeightDue(known) ? missing | Missing.Height : missing;

        bool IsHeightDue(DateOnly last) => book.Due.Height(history.Birth, last == DateOnly.MinValue ? null : last, now.Day).Value;
    }

    /// <summary>Whether a measurement is in doubt by itself, or another of the same day contends with it.</summary>
    private static bool IsInDoubt(ChildHistory history, PastMeasurement now) =>
        history.Measurements.Any(other => other.Id != now.Id && other.Day == now.Day && other.State == MeasurementState.InQuestion)
        || (!now.IsConfirmed && Plausibility.Of(history, now).Count > 0);

    /// <summary>Whether a weight in question lies between the last one that counts and this one.</summary>
    private static bool IsQuestioned(ChildHistory history, DateOnly weighed) =>
        history.Measurements.Where(other => other is { Weight: > 0, State: not MeasurementState.Struck } && other.Day < weighed).MaxBy(other => (other.Day, other.State)) is { State: MeasurementState.InQuestion };
}
