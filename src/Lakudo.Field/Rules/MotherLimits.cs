namespace Lakudo.Field;

/// <summary>Values that no pregnant woman has: what lies outside was typed in another unit or slipped by a digit, and is asked for again before it is kept. The same on the phone, in the grid and in the register.</summary>
/// <remarks>Our own limits, wide on purpose: they stop a Hb of 112 and an arm of 245 cm, not a rare finding.</remarks>
public static class MotherLimits
{
    /// <summary>Most iron tablets of one visit: what a whole pregnancy needs, twice.</summary>
    public const int MostTablets = 2 * PregnancyReading.IronTablets;

    /// <summary>Most antenatal visits that a book counts.</summary>
    public const int MostAntenatal = 40;

    private const int LightestGrams = 25_000, HeaviestGrams = 200_000;
    private const int ThinnestArm = 1_200, ThickestArm = 6_000;
    private const int LeastHaemoglobin = 30, MostHaemoglobin = 220;

    /// <summary>Whether a visit says anything at all.</summary>
    public static bool SaysAnything(PregnancyVisit visit) =>
        visit is not { Weight: null, Arm: null, Haemoglobin: null, IronTablets: null, AntenatalVisits: null, DoctorVisits: null };

    /// <summary>Whether every value of a visit can be; nobody saw a doctor more often than she was seen.</summary>
    public static bool IsPossible(PregnancyVisit visit) =>
        IsWithin(visit.Weight, LightestGrams, HeaviestGrams) && IsWithin(visit.Arm, ThinnestArm, ThickestArm) && IsWithin(visit.Haemoglobin, LeastHaemoglobin, MostHaemoglobin)
        && IsWithin(visit.IronTablets, 0, MostTablets) && IsWithin(visit.AntenatalVisits, 0, MostAntenatal) && IsWithin(visit.DoctorVisits, 0, visit.AntenatalVisits ?? MostAntenatal);

    private static bool IsWithin(int? value, int least, int most) => value is null || (value >= least && value <= most);
}
