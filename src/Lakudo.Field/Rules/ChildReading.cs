using Lakudo.Growth;
using Lakudo.Growth.Indonesia;

namespace Lakudo.Field;

/// <summary>How urgent a reading is; shown as colour, sign and word together, never as colour alone.</summary>
public enum Urgency : byte
{
    /// <summary>Green: go on like this.</summary>
    Good,

    /// <summary>Yellow: talk with the mother, look again next month.</summary>
    Watch,

    /// <summary>Red: to the midwife or nutritionist.</summary>
    Refer,
}

/// <summary>What one measurement says of a child: the growth card, the classes and the arm, with what follows.</summary>
public sealed record ChildReading
{
    private ChildReading(PastMeasurement measurement, KmsMonth kms, NutritionStatus status, RuleAnswer<ArmClass>? arm)
    {
        Measurement = measurement;
        Kms = kms;
        Status = status;
        Arm = arm;
    }

    /// <summary>The measurement that was read.</summary>
    public PastMeasurement Measurement { get; }

    /// <summary>The growth card of its month.</summary>
    public KmsMonth Kms { get; }

    /// <summary>The classes by both methods.</summary>
    public NutritionStatus Status { get; }

    /// <summary>The class of the arm; null outside 6 to 59 months or when not measured.</summary>
    public RuleAnswer<ArmClass>? Arm { get; }

    /// <summary>How urgent it is.</summary>
    public Urgency Urgency
    {
        get
        {
            var classes = Status.Reported;
            if (Measurement.HasOedema || Kms.Action?.Value == KmsAction.Refer || Arm?.Value is ArmClass.Severe or ArmClass.Moderate
                || classes.WeightForLength is NutritionClass.SeverelyWasted or NutritionClass.Wasted or NutritionClass.Obese
                || classes.LengthForAge == LengthForAgeClass.SeverelyShort || classes.WeightForAge == WeightForAgeClass.SeverelyUnderweight)
                return Urgency.Refer;
            return Kms.Action?.Value == KmsAction.Counsel || classes.LengthForAge == LengthForAgeClass.Short
                || classes.WeightForAge is WeightForAgeClass.Underweight or WeightForAgeClass.RiskOfOverweight
                || classes.WeightForLength is NutritionClass.RiskOfOverweight or NutritionClass.Overweight
                ? Urgency.Watch
                : Urgency.Good;
        }
    }

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

    /// <summary>Reads a measurement.</summary>
    /// <param name="history">The child, with or without this measurement in its history.</param>
    /// <param name="measurement">The measurement.</param>
    /// <param name="reporting">By which age classes are reported; null: as the rule book says.</param>
    public static ChildReading Of(ChildHistory history, PastMeasurement measurement, AgeMethod? reporting = null)
    {
        var book = RuleBook.On(measurement.Day < RuleBook.FirstDay ? RuleBook.FirstDay : measurement.Day);
        if (reporting is { } method && method != book.Reporting.Method) book = book with { Reporting = book.Reporting with { Method = method } };
        var standards = measurement.ForStandards(history.Sex);
        var status = NutritionStatus.Of(standards, history.Birth, measurement.Day, book);
        var others = history with { Measurements = [.. history.Measurements.Where(other => other.Id != measurement.Id && other.Day <= measurement.Day), measurement] };
        var kms = measurement.Weight > 0 ? book.Kms.Read(history.Sex, history.Birth, others.Weighings(), CalendarMonth.Of(measurement.Day)) : default;
        var arm = standards.MidUpperArm is { } length ? book.Arm.Of(length, status.CompletedMonths) : null;
        return new ChildReading(measurement, kms, status, arm);
    }
}
