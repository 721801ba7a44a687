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

    /// <summary>Lighter than at the weighing before, whatever the gap.</summary>
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
    /// <param name="closed">The day on which the last case was closed: what was measured until then does not speak any more; null for none.</param>
    /// <remarks>Each ground stands until a measurement of its own kind that can be believed takes it away: an arm alone says nothing of the weight before.</remarks>
    internal static CaseGrounds Of(DateOnly birth, bool hasDiagnosis, IEnumerable<SeenMeasurement> measured, DateOnly today, DateOnly? closed = null)
    {
        var grounds = hasDiagnosis ? CaseGrounds.Stunting : CaseGrounds.None;
        var (seen, month) = (measured.OrderByDescending(m => m.Day).ToList(), CalendarMonth.Of(today));
        var speaking = seen.Where(m => !(m.Day <= closed)).ToList();
        grounds |= First(speaking.Where(m => month - CalendarMonth.Of(m.Day) < HeightMonths), Height);
        // Who was not seen at all lately stands in the list of those not seen.
        if (speaking.Count == 0 || month - CalendarMonth.Of(speaking[0].Day) >= WeightMonths) return grounds;
        if (speaking.Find(m => m.HasOedema || m.Weight > 0) is { HasOedema: true }) grounds |= CaseGrounds.Oedema;
        grounds |= First(speaking, Thin) | First(speaking, m => Arm(birth, m)) | First(speaking, m => m.IsBelowRed ? CaseGrounds.BelowRed : m.Weight > 0 ? CaseGrounds.None : null);
        return grounds | First(speaking, Heavy) | Gaining(speaking, seen);
    }

    /// <summary>2T until an N after it, and what was lost since the weighing before, whatever the gap.</summary>
    private static CaseGrounds Gaining(List<SeenMeasurement> speaking, List<SeenMeasurement> seen)
    {
        var grounds = CaseGrounds.None;
        if (speaking.Find(m => m.Weight > 0) is { } last && seen.Find(m => m.Weight > 0 && m.Day < last.Day) is { } before && last.Weight < before.Weight) grounds |= CaseGrounds.WeightFell;
        foreach (var one in speaking.Where(m => m.Mark is not null).DistinctBy(m => CalendarMonth.Of(m.Day)))
        {
            if (one.Mark == KmsMark.N && !NeedsValidation(one)) return grounds;
            if (one.Mark == KmsMark.T && seen.Find(m => m.Mark is not null && CalendarMonth.Of(m.Day) == CalendarMonth.Of(one.Day).Previous) is { Mark: KmsMark.T }) return grounds | CaseGrounds.TwiceNotGained;
        }

        return grounds;
    }

    /// <summary>What the last of them says: a ground at once, nothing only where it can be believed. Null where it says nothing of that kind.</summary>
    private static CaseGrounds First(IEnumerable<SeenMeasurement> measured, Func<SeenMeasurement, CaseGrounds?> says)
    {
        foreach (var one in measured)
        {
            if (says(one) is { } found && (found != CaseGrounds.None || !NeedsValidation(one))) return found;
        }

        return CaseGrounds.None;
    }

    private static CaseGrounds? Height(SeenMeasurement m) => m.LengthForAge is not { } height ? null
        : Book(m.Day).Classes.OfLengthForAge(ZScore.OfHundredths(GrowthIndex.LengthForAge, height)) == LengthForAgeClass.SeverelyShort ? CaseGrounds.VeryShort : CaseGrounds.None;

    private static CaseGrounds? Thin(SeenMeasurement m) =>
        m.WeightForLength is { } thin ? Of(Book(m.Day).Classes.OfNutrition(ZScore.OfHundredths(GrowthIndex.WeightForLength, thin))) : null;

    private static CaseGrounds? Arm(DateOnly birth, SeenMeasurement m) =>
        m.Arm is { } arm && Book(m.Day).Arm.Of(Length.FromTenthsOfMillimetre(arm), CompletedMonths.Between(birth, m.Day))?.Value is { } found ? Of(found) : null;

    private static CaseGrounds? Heavy(SeenMeasurement m) =>
        m.WeightForAge is not { } heavy ? null : Book(m.Day).Kms.OrangeLine is { } orange && heavy > orange.Value * 100 ? CaseGrounds.AboveOrange : CaseGrounds.None;

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

    private static CaseGrounds Of(ArmClass arm) => arm switch { ArmClass.Severe => CaseGrounds.SeverelyWasted, ArmClass.Moderate => CaseGrounds.Wasted, _ => CaseGrounds.None };

    private static RuleBook Book(DateOnly day) => RuleBook.On(day < RuleBook.FirstDay ? RuleBook.FirstDay : day);
}
