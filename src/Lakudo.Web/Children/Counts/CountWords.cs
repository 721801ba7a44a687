using Lakudo.Children.Counts;
using Lakudo.Kernel;

namespace Lakudo.Web.Children.Counts;

/// <summary>How the numbers are headed.</summary>
internal static class CountWords
{
    /// <summary>What is counted, short.</summary>
    public static string Of(Counted what) => what switch
    {
        Counted.Children => "Balita",
        Counted.Measured => "Ditimbang",
        Counted.Short => "Pendek (hasil ukur)",
        Counted.VeryShort => "Sangat pendek (hasil ukur)",
        Counted.Wasted => "Gizi kurang/buruk (BB/TB)",
        Counted.Underweight => "Berat badan kurang (BB/U)",
        Counted.TwiceNotGained => "2T",
        Counted.BelowRed => "BGM",
        Counted.NotSeen => "Tidak datang 3 bulan",
        _ => "Didiagnosis stunting",
    };

    /// <summary>By what the rows are divided.</summary>
    public static string Of(Division by) => by switch { Division.District => "kecamatan", Division.Puskesmas => "puskesmas", _ => "desa" };

    /// <summary>A number that is shown.</summary>
    public static string Of(Counted what, int number) => (what == Counted.Diagnosed ? "≥ " : "") + number.ToString("N0", Formats.Indonesian);
}
