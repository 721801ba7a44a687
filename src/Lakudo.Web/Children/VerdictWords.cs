using Lakudo.Field;

namespace Lakudo.Web.Children;

/// <summary>How a verdict reads on the puskesmas' pages.</summary>
internal static class VerdictWords
{
    private static readonly (Risks Risk, string Words)[] Risky =
    [
        (Risks.SeverelyWasted, "gizi buruk atau bengkak"), (Risks.BelowRed, "BGM"), (Risks.TwiceNotGained, "2T"), (Risks.Wasted, "gizi kurang"), (Risks.SeverelyShort, "sangat pendek (hasil ukur)"),
        (Risks.Short, "pendek (hasil ukur)"), (Risks.NotGained, "T"), (Risks.AboveOrange, "di atas garis oranye"), (Risks.Heavy, "berat lebih untuk tingginya"), (Risks.Referred, "rujukan belum selesai"),
        (Risks.Diagnosed, "stunting (didiagnosis)"),
    ];

    /// <summary>The verdict in a word, as on the phone.</summary>
    public static string Of(Urgency urgency) => urgency switch { Urgency.Good => "Baik", Urgency.Watch => "Perhatikan", Urgency.Refer => "Rujuk ke bidan", _ => "Belum dapat dinilai" };

    /// <summary>The colour of its tag; what is not known has none.</summary>
    public static string Colour(Urgency urgency) => urgency switch { Urgency.Good => "tag-leaf", Urgency.Watch => "tag-gold", Urgency.Refer => "tag-coral", _ => "" };

    /// <summary>Each risk in words, the gravest first.</summary>
    public static IEnumerable<string> Of(Risks risks) => Risky.Where(r => risks.HasFlag(r.Risk)).Select(r => r.Words);
}
