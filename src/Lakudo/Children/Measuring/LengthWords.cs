namespace Lakudo.Children.Measuring;

/// <summary>The class of length for age in words, the same on the puskesmas' pages and a companion's. A measurement alone is never called stunting.</summary>
public static class LengthWords
{
    /// <summary>Below this is short, in hundredths of a z-score (Permenkes 2/2020).</summary>
    public const int Short = -200;

    private const int VeryShort = -300;

    /// <summary>Beyond this WHO calls a length for age implausible: it says nothing, neither good nor bad.</summary>
    private const int Implausible = 600;

    /// <summary>Whether a length was measured, can be believed and is not short.</summary>
    /// <param name="lengthForAge">Hundredths of a z-score.</param>
    public static bool IsGood(int? lengthForAge) => lengthForAge is >= Short and <= Implausible;

    /// <summary>The class as measured; null for not measured.</summary>
    /// <param name="lengthForAge">Hundredths of a z-score.</param>
    public static string? Of(int? lengthForAge) => lengthForAge switch
    {
        null => null,
        < -Implausible or > Implausible => "hasil ukur tidak masuk akal, ukur ulang",
        < VeryShort => "sangat pendek (hasil ukur)",
        < Short => "pendek (hasil ukur)",
        _ => "tinggi sesuai umur (hasil ukur)",
    };
}
