using Lakudo.Kernel;

namespace Lakudo.Children.Quality;

/// <summary>Why the quality of measurement is not shown.</summary>
public static class QualityRefusals
{
    /// <summary>Another number of months than is offered.</summary>
    public static Refusal NoSuchWindow { get; } = new("C-391", RefusalKind.Invalid,
        "Mutu pengukuran dilihat untuk 3, 6, atau 12 bulan terakhir. Pilih salah satu.",
        "The quality of measurement is shown for the last 3, 6 or 12 months. Choose one of them.");
}
