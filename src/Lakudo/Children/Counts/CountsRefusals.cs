using Lakudo.Kernel;

namespace Lakudo.Children.Counts;

/// <summary>Why there are no numbers, or nobody is given a village. Numbered from <c>C-631</c>.</summary>
public static class CountsRefusals
{
    /// <summary>A village officer without a village.</summary>
    public static readonly Refusal NoVillage = new("C-631", RefusalKind.NotFound,
        "Anda belum ditugaskan di satu desa pun. Minta admin wilayah menetapkan desa Anda.",
        "You are assigned to no village yet.");

    /// <summary>A month that has not begun.</summary>
    public static readonly Refusal MonthNotThere = new("C-632", RefusalKind.Invalid,
        "Bulan ini belum dimulai atau lebih dari lima tahun yang lalu. Pilih bulan lain.",
        "This month has not begun, or is more than five years ago.");

    /// <summary>An unknown village, or an account that has it already.</summary>
    public static readonly Refusal CannotAssign = new("C-633", RefusalKind.Conflict,
        "Petugas ini sudah ditugaskan di desa itu, atau desanya tidak ada.",
        "This officer is assigned to that village already, or there is no such village.");

    /// <summary>There is no such assignment in force.</summary>
    public static readonly Refusal NoSuchOffice = new("C-634", RefusalKind.NotFound,
        "Penugasan desa ini tidak ada atau sudah berakhir.",
        "There is no such assignment in force.");
}
