using Lakudo.Kernel;

namespace Lakudo.Children.Reports;

/// <summary>Why a sheet, an export or a report cannot be made so, numbered <c>C-401</c> onwards.</summary>
public static class ReportRefusals
{
    /// <summary>A day outside what can be printed or entered. {0} and {1}: the first and last day.</summary>
    public static Refusal DayOutOfReach { get; } = new("C-401", RefusalKind.Invalid,
        "Pilih tanggal dari {0:d MMMM yyyy} sampai {1:d MMMM yyyy}.",
        "Choose a day from {0:yyyy-MM-dd} to {1:yyyy-MM-dd}.");

    /// <summary>A period that ends before it begins, lies in the future or is longer than a year. {0}: today.</summary>
    public static Refusal PeriodOutOfReach { get; } = new("C-402", RefusalKind.Invalid,
        "Pilih hari pertama dan hari terakhir, paling lama dua belas bulan dan tidak melewati {0:d MMMM yyyy}.",
        "Choose a first and a last day, twelve months apart at most and not after {0:yyyy-MM-dd}.");

    /// <summary>Nothing was measured in the period.</summary>
    public static Refusal NothingMeasured { get; } = new("C-403", RefusalKind.NotFound,
        "Tidak ada hasil ukur yang berlaku pada masa itu. Pilih masa lain.",
        "No measurement counts in that period. Choose another one.");

    /// <summary>A month outside what can be reported. {0} and {1}: the first and last month.</summary>
    public static Refusal MonthOutOfReach { get; } = new("C-421", RefusalKind.Invalid,
        "Pilih bulan dari {0:MMMM yyyy} sampai {1:MMMM yyyy}.",
        "Choose a month from {0:yyyy-MM} to {1:yyyy-MM}.");
}
