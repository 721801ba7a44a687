namespace Lakudo.Children.Measuring;

/// <summary>The class of length for age in words, the same on the puskesmas' pages and a companion's. A measurement alone is never called stunting.</summary>
public static class LengthWords
{
    /// <summary>Below this is short, in hundredths of a z-score (Permenkes 2/2020).</summary>
    public const int Short = -200;

    private const int VeryShort = -300;

    /// <summary>The class as measured; null for not measured.</summary>
    /// <param name="lengthForAge">Hundredths of a z-score.</param>
    public static string? Of(int? lengthForAge) => lengthForAge switch
    {
        null => null,
        < VeryShort => "sangat pendek (hasil ukur)",
        < Short => "pendek (hasil ukur)",
        _ => "tidak pendek (hasil ukur)",
    };
}
