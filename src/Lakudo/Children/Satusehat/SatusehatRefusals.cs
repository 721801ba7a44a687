using Lakudo.Kernel;

namespace Lakudo.Children.Satusehat;

/// <summary>Why no bundle is made, numbered <c>C-451</c> onwards.</summary>
public static class SatusehatRefusals
{
    /// <summary>A period that ends before it begins, lies in the future or is longer than a year. {0}: today.</summary>
    public static Refusal PeriodOutOfReach { get; } = new("C-451", RefusalKind.Invalid,
        "Pilih hari pertama dan hari terakhir, paling lama dua belas bulan dan tidak melewati {0:d MMMM yyyy}.",
        "Choose a first and a last day, twelve months apart at most and not after {0:yyyy-MM-dd}.");

    /// <summary>Nothing was measured in the period.</summary>
    public static Refusal NothingMeasured { get; } = new("C-452", RefusalKind.NotFound,
        "Tidak ada hasil ukur yang berlaku pada masa itu. Pilih masa lain.",
        "No measurement counts in that period. Choose another one.");
}
