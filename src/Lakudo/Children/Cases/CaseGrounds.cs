using Lakudo.Children.Measuring;
using Lakudo.Field;
using Lakudo.Growth;
using Lakudo.Growth.Indonesia;

namespace Lakudo.Children.Cases;

/// <summary>Why a child needs more than the posyandu can give, the gravest first.</summary>
[Flags]
public enum CaseGrounds
{
    /// <summary>Nothing.</summary>
    None = 0,

    /// <summary>Swelling of both feet: <i>gizi buruk</i> whatever the weight.</summary>
    Oedema = 1,

    /// <summary><i>Gizi buruk</i> by weight for length, or an arm below 11.5 cm.</summary>
    SeverelyWasted = 2,

    /// <summary><i>Gizi kurang</i> by weight for length, or an arm below 12.5 cm.</summary>
    Wasted = 4,

    /// <summary>BGM: below the red line of the card.</summary>
    BelowRed = 8,

    /// <summary>2T: did not gain enough in two months one after the other.</summary>
    TwiceNotGained = 16,

    /// <summary>A validated diagnosis of stunting stands.</summary>
    Stunting = 32,

    /// <summary><i>Sangat pendek</i> as measured.</summary>
    VeryShort = 64,

    /// <summary>Lighter than in the month before.</summary>
    WeightFell = 128,

    /// <summary>Above the orange line of the card.</summary>
    AboveOrange = 256,
}

/// <summary>One of a child's last measurements that counts, as the register read it.</summary>
internal sealed record SeenMeasurement(DateOnly Day, int? Weight, int? Arm, bool HasOedema, KmsMark? Mark, bool IsBelowRed, int? WeightForAge, int? LengthForAge, int? WeightForLength, int Doubts, Validation Validation);

/// <summary>Finds cases among what the register has read already, by the same rule book.</summary>
internal static class CaseFinding
{
    /// <summary>So many calendar months, the present one among them, a measurement speaks for a child; one not seen since stands in the list of those not seen.</summary>
    internal const int WeightMonths = 3;

    /// <summary>The same for a height, which is due every three months.</summary>
    internal const int HeightMonths = 6;

    /// <summary>Why a child is a case.</summary>
    /// <param name="birth">Its day of birth.</param>
    /// <param name="hasDiagnosis">Whether a diagnosis of stunting stands.</param>
    /// <param name="measured">Its measurements of the last <see cref="HeightMonths"/> that count, in any order.</param>
    /// <param name="today">The day.</param>
    internal static CaseGrounds Of(DateOnly birth, bool hasDiagnosis, IEnumerable<SeenMeasurement> measured, DateOnly today)
    {
        var grounds = hasDiagnosis ? CaseGrounds.Stunting : CaseGrounds.None;
        var (seen, month) = (measured.OrderBy(m => m.Day).ToList(), CalendarMonth.Of(today));
        if (seen.FindLast(m => m.LengthForAge is not null && month - CalendarMonth.Of(m.Day) < HeightMonths) is { LengthForAge: { } height, Day: var heightDay }
            && Book(heightDay).Classes.OfLengthForAge(ZScore.OfHundredths(GrowthIndex.LengthForAge, height)) == LengthForAgeClass.SeverelyShort) grounds |= CaseGrounds.VeryShort;
        if (seen.FindLast(m => month - CalendarMonth.Of(m.Day) < WeightMonths) is not { } last) return grounds;
        var book = Book(last.Day);
        if (last.HasOedema) grounds |= CaseGrounds.Oedema;
        if (last.WeightForLength is { } thin) grounds |= Of(book.Classes.OfNutrition(ZScore.OfHundredths(GrowthIndex.WeightForLength, thin)));
        if (last.Arm is { } arm) grounds |= Of(book.Arm.Of(Length.FromTenthsOfMillimetre(arm), CompletedMonths.Between(birth, last.Day))?.Value);
        if (last.IsBelowRed) grounds |= CaseGrounds.BelowRed;
        if (last.WeightForAge is { } heavy && book.Kms.OrangeLine is { } orange && heavy > orange.Value * 100) grounds |= CaseGrounds.AboveOrange;
        if (seen.FindLast(m => CalendarMonth.Of(m.Day) == CalendarMonth.Of(last.Day).Previous) is not { } before) return grounds;
        if (last.Mark == KmsMark.T && before.Mark == KmsMark.T) grounds |= CaseGrounds.TwiceNotGained;
        if (last.Weight < before.Weight) grounds |= CaseGrounds.WeightFell;
        return grounds;
    }

    /// <summary>What of the grounds is left after a case was closed: what was measured on a later day, and a diagnosis that was found later or that something else stands beside.</summary>
    /// <param name="grounds">What there is.</param>
    /// <param name="closed">The day on which the last case was closed.</param>
    /// <param name="measured">The day of the last measurement.</param>
    /// <param name="diagnosed">The day of the diagnosis that stands.</param>
    internal static CaseGrounds Since(CaseGrounds grounds, DateOnly closed, DateOnly? measured, DateOnly? diagnosed)
    {
        var later = measured > closed ? grounds & ~CaseGrounds.Stunting : CaseGrounds.None;
        return later != CaseGrounds.None || diagnosed > closed ? later | (grounds & CaseGrounds.Stunting) : CaseGrounds.None;
    }

    /// <summary>Whether a number that the puskesmas has not decided on yet is implausible: then it is validated before anybody is sent anywhere.</summary>
    internal static bool NeedsValidation(SeenMeasurement last) => last.Validation == Validation.Open && DoubtSet.Read(last.Doubts).Any(d => d != Doubt.RoundedDigits);

    private static CaseGrounds Of(NutritionClass nutrition) => nutrition switch
    {
        NutritionClass.SeverelyWasted => CaseGrounds.SeverelyWasted,
        NutritionClass.Wasted => CaseGrounds.Wasted,
        _ => CaseGrounds.None,
    };

    private static CaseGrounds Of(ArmClass? arm) => arm switch { ArmClass.Severe => CaseGrounds.SeverelyWasted, ArmClass.Moderate => CaseGrounds.Wasted, _ => CaseGrounds.None };

    private static RuleBook Book(DateOnly day) => RuleBook.On(day < RuleBook.FirstDay ? RuleBook.FirstDay : day);
}
