using System.Globalization;

namespace Lakudo.Kernel;

/// <summary>How Indonesians write numbers and dates: 1.234,56 and Senin, 5 Januari 2026.</summary>
/// <remarks>Built here, so that the same text appears where the machine has no culture data (ICU).</remarks>
public static class Formats
{
    /// <summary>The Indonesian culture with the forms Lakudo prints, whatever the machine's own data says.</summary>
    public static CultureInfo Indonesian { get; } = Build();

    private static CultureInfo Build()
    {
        var culture = (CultureInfo)CultureInfo.GetCultureInfo("id-ID").Clone();
        culture.NumberFormat = new NumberFormatInfo
        {
            NumberDecimalSeparator = ",",
            NumberGroupSeparator = ".",
            CurrencyDecimalSeparator = ",",
            CurrencyGroupSeparator = ".",
            CurrencySymbol = "Rp",
            CurrencyDecimalDigits = 0,
            PercentDecimalSeparator = ",",
            PercentGroupSeparator = ".",
        };
        string[] months = ["Januari", "Februari", "Maret", "April", "Mei", "Juni", "Juli", "Agustus", "September", "Oktober", "November", "Desember", ""];
        string[] days = ["Minggu", "Senin", "Selasa", "Rabu", "Kamis", "Jumat", "Sabtu"];
        string[] shortMonths = ["Jan", "Feb", "Mar", "Apr", "Mei", "Jun", "Jul", "Agu", "Sep", "Okt", "Nov", "Des", ""];
        culture.DateTimeFormat = new DateTimeFormatInfo
        {
            MonthNames = months,
            MonthGenitiveNames = months,
            DayNames = days,
            AbbreviatedMonthNames = shortMonths,
            AbbreviatedMonthGenitiveNames = shortMonths,
            AbbreviatedDayNames = ["Min", "Sen", "Sel", "Rab", "Kam", "Jum", "Sab"],
            ShortestDayNames = ["Mi", "Sn", "Sl", "Rb", "Km", "Jm", "Sb"],
            FirstDayOfWeek = DayOfWeek.Monday,
            ShortDatePattern = "dd-MM-yyyy",
            LongDatePattern = "dddd, d MMMM yyyy",
            ShortTimePattern = "HH.mm",
            LongTimePattern = "HH.mm.ss",
            DateSeparator = "-",
            TimeSeparator = ".",
        };
        return CultureInfo.ReadOnly(culture);
    }
}
