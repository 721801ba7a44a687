using Lakudo.Children.Network;
using Lakudo.Children.Reports;
using Lakudo.Field;
using Lakudo.Growth.Indonesia;

namespace Lakudo.Web.Children.Reports;

/// <summary>The words of the month sheet, on paper and in the grid alike.</summary>
internal static class SheetWords
{
    /// <summary>The risks that a cadre sees on paper as "timbang lebih dulu". Which one it is stays off the paper: it lies on a table.</summary>
    private const Risks First = Risks.SeverelyWasted | Risks.BelowRed | Risks.TwiceNotGained | Risks.Wasted | Risks.NotSeen | Risks.Remeasure;

    /// <summary>Whether the child is to be weighed first.</summary>
    internal static bool ComesFirst(Risks risks) => (risks & First) != 0;

    /// <summary>17 bln.</summary>
    internal static string Months(int months) => $"{months} bln";

    /// <summary>What can be ticked on a row of paper: capsule, worm medicine, breast milk or food, food handed out, immunisations.</summary>
    internal static IEnumerable<string> Ticks(SheetRow row)
    {
        if (row.Due.VitaminA != VitaminADose.None) yield return row.Due.VitaminA == VitaminADose.Blue ? "Vit A biru" : "Vit A merah";
        if (row.Due.IsDewormingDue) yield return "obat cacing";
        if (row.Due.AsksBreastfeeding) yield return "ASI saja";
        if (row.Due.AsksComplementaryFood) yield return "MP-ASI hewani";
        yield return "PMT";
        // Last, because a row of paper has room for a few only.
        foreach (var vaccine in row.Vaccines) yield return vaccine.Code;
    }

    /// <summary>The last arm of a pregnant woman, or that there is none.</summary>
    internal static string LastArm(SheetMother row) => row.Pregnancy.Visits.LastOrDefault(v => v.Arm > 0) is { } visit ? "LiLA " + ChildWords.Length(visit.Arm) : "belum diukur";

    /// <summary>Kader, bidan or ahli gizi.</summary>
    internal static string Of(Profession profession) => profession switch { Profession.Cadre => "kader", Profession.Midwife => "bidan", _ => "ahli gizi" };
}
