using Lakudo.Field;

namespace Lakudo.Children.Pregnancies;

/// <summary>What a pregnant woman is waiting for, the most urgent first: numbers under a limit and things not done, never a diagnosis.</summary>
[Flags]
public enum PregnancyNeeds
{
    /// <summary>Nothing.</summary>
    None = 0,

    /// <summary>Her last arm (LILA) is below 23.5 cm.</summary>
    ThinArm = 1,

    /// <summary>Her last haemoglobin is below 11 g/dL.</summary>
    LowHaemoglobin = 2,

    /// <summary>A day of her posyandu went by without her, for a month or longer.</summary>
    NotSeen = 4,

    /// <summary>The day expected has passed.</summary>
    PastDue = 8,

    /// <summary>The day expected is within two weeks.</summary>
    NearDue = 16,

    /// <summary>Fewer antenatal visits than by this week.</summary>
    FewVisits = 32,

    /// <summary>Fewer visits to a doctor than by this week.</summary>
    FewDoctorVisits = 64,

    /// <summary>Fewer iron tablets than by this week.</summary>
    FewTablets = 128,

    /// <summary>Neither last period nor the day expected is known, so that nothing can be said by age of pregnancy.</summary>
    NoDates = 256,
}

/// <summary>Finds what a pregnant woman is waiting for.</summary>
internal static class PregnancyFinding
{
    /// <summary>So many days before the day expected she is asked for.</summary>
    private const int NearDays = 14;

    /// <summary>So long after the day expected only one thing is open: how it ended. The month sheet leaves her out from then on too.</summary>
    internal const int OverdueDays = 21;

    /// <summary>What she needs on a day.</summary>
    /// <param name="reading">What her visits say.</param>
    /// <param name="missed">Months in which her posyandu's day went by without her.</param>
    /// <param name="day">The day.</param>
    internal static PregnancyNeeds Of(PregnancyReading reading, int missed, DateOnly day)
    {
        if (day > reading.Due?.AddDays(OverdueDays)) return PregnancyNeeds.PastDue;
        return Said(reading)
            | (missed > 0 ? PregnancyNeeds.NotSeen : 0)
            | (reading.Due is not { } due ? PregnancyNeeds.NoDates : day > due ? PregnancyNeeds.PastDue : day >= due.AddDays(-NearDays) ? PregnancyNeeds.NearDue : 0)
            | (reading.Antenatal < reading.AntenatalExpected ? PregnancyNeeds.FewVisits : 0)
            | (reading.Doctor < reading.DoctorExpected ? PregnancyNeeds.FewDoctorVisits : 0)
            | (reading.Tablets < reading.TabletsExpected ? PregnancyNeeds.FewTablets : 0);
    }

    /// <summary>What was measured under a limit.</summary>
    internal static PregnancyNeeds Said(PregnancyReading reading) =>
        (reading.IsAtRiskOfKek == true ? PregnancyNeeds.ThinArm : 0) | (reading.IsAnaemic is { Value: true } ? PregnancyNeeds.LowHaemoglobin : 0);

    /// <summary>Where it stands among others: by the most urgent of them, who needs nothing last.</summary>
    internal static int Order(PregnancyNeeds needs) => needs == PregnancyNeeds.None ? int.MaxValue : (int)needs & -(int)needs;
}
