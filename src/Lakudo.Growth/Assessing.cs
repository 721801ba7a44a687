using System.Runtime.CompilerServices;

namespace Lakudo.Growth;

/// <summary>The one path on which every z-score of the library is computed, for one child or for a million.</summary>
/// <remarks>
/// Compiled at full optimisation at once: a program that computes a million rows is done before the runtime would have compiled these methods a second
/// time, and the first version of them is three times slower.
/// </remarks>
internal static class Assessing
{
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void Run(in Measurement measurement, out Assessment assessment)
    {
        assessment = default;
        for (var index = GrowthIndex.LengthForAge; index <= GrowthIndex.SubscapularForAge; index++) assessment.Set(index, double.NaN);
        var length = CorrectLength(measurement, ref assessment);
        var weight = measurement.Weight is { } mass ? mass.Kilograms : 0;
        var bmi = Bmi(weight, length, measurement.LengthOrHeight ?? default);
        if (bmi > 0) assessment.Bmi = bmi;
        if (measurement.Sex is not { } sex) return;

        if (measurement.Age is not { } age)
        {
            if (!measurement.HasOedema) WeightForLength(sex, null, weight, length, ref assessment);
            return;
        }

        if (!age.IsUnderFive) return;
        var day = age.Days;
        if (length > default(Length)) ByAge(GrowthIndex.LengthForAge, sex, day, length.Centimetres, ref assessment);
        if (!measurement.HasOedema)
        {
            ByAge(GrowthIndex.WeightForAge, sex, day, weight, ref assessment);
            WeightForLength(sex, day, weight, length, ref assessment);
            ByAge(GrowthIndex.BmiForAge, sex, day, bmi, ref assessment);
        }

        if (measurement.HeadCircumference is { } head) ByAge(GrowthIndex.HeadForAge, sex, day, head.Centimetres, ref assessment);
        if (measurement.MidUpperArm is { } arm) ByAge(GrowthIndex.ArmForAge, sex, day, arm.Centimetres, ref assessment);
        if (measurement.TricepsSkinfold is { } triceps) ByAge(GrowthIndex.TricepsForAge, sex, day, triceps.Millimetres, ref assessment);
        if (measurement.SubscapularSkinfold is { } fold) ByAge(GrowthIndex.SubscapularForAge, sex, day, fold.Millimetres, ref assessment);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Length CorrectLength(in Measurement measurement, ref Assessment assessment)
    {
        assessment.Position = measurement.Position;
        if (measurement.Age is { IsTooYoungToStand: true } && measurement.Position == Position.Standing)
        {
            assessment.Position = null;
            assessment.IsPositionImplausible = true;
        }

        if (measurement.LengthOrHeight is not { } length || length <= default(Length)) return default;
        if (measurement.Age is { } age)
        {
            var shouldStand = age.Days >= Age.FirstStandingDay;
            if (assessment.Position == Position.Standing && !shouldStand) length += WhoStandards.LyingMinusStanding;
            else if (assessment.Position == Position.Lying && shouldStand) length -= WhoStandards.LyingMinusStanding;
        }

        if (length <= default(Length)) return default;
        assessment.CorrectedLength = length;
        return length;
    }

    /// <remarks>
    /// The correction is repeated in binary here, because WHO's package prints 15 digits of a BMI made that way; it concerns the fifteenth digit only.
    /// </remarks>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static double Bmi(double weight, Length corrected, Length read)
    {
        if (!(weight > 0) || corrected <= default(Length)) return 0;
        var centimetres = read.Centimetres;
        if (corrected > read) centimetres += 0.7;
        else if (corrected < read) centimetres -= 0.7;
        var metres = centimetres / 100;
        return weight / (metres * metres);
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void ByAge(GrowthIndex index, Sex sex, int day, double measure, ref Assessment assessment)
    {
        if (measure > 0 && WhoStandards.AgeTable(index, sex).TryRow(day, out var row)) assessment.Set(index, row.ZOf(measure));
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void WeightForLength(Sex sex, int? day, double weight, Length length, ref Assessment assessment)
    {
        if (!(weight > 0) || length <= default(Length)) return;
        var table = day is { } known
            ? known >= Age.FirstStandingDay ? Position.Standing : Position.Lying
            : assessment.Position ?? (length < WhoStandards.ShortestAssumedStanding ? Position.Lying : Position.Standing);
        if (WhoStandards.LengthTable(sex, table).TryRow(length, out var row)) assessment.Set(GrowthIndex.WeightForLength, row.ZOf(weight));
    }
}
