using System.Globalization;
using Lakudo.Field;

namespace Lakudo.Posyandu;

/// <summary>Indonesian forms of numbers, days and ages; the browser runs without cultures.</summary>
internal static class Forms
{
    private static readonly string[] Months =
        ["Januari", "Februari", "Maret", "April", "Mei", "Juni", "Juli", "Agustus", "September", "Oktober", "November", "Desember"];

    /// <summary>Grams as kilograms: 8,1 or 8,15.</summary>
    public static string Kilograms(int grams) => Decimal(grams / 1000m, grams % 100 == 0 ? 1 : grams % 10 == 0 ? 2 : 3);

    /// <summary>Tenths of a millimetre as centimetres: 73,3.</summary>
    public static string Centimetres(int tenths) => Decimal(tenths / 100m, tenths % 10 == 0 ? 1 : 2);

    /// <summary>A number with a decimal comma.</summary>
    public static string Decimal(decimal value, int digits) => value.ToString("F" + digits, CultureInfo.InvariantCulture).Replace('.', ',');

    /// <summary>A z-score: -2,01 or +0,50.</summary>
    public static string Z(long hundredths) => (hundredths > 0 ? "+" : hundredths < 0 ? "−" : "") + Decimal(Math.Abs(hundredths) / 100m, 2);

    /// <summary>5 Januari 2026.</summary>
    public static string Day(DateOnly day) => $"{day.Day} {Months[day.Month - 1]} {day.Year}";

    /// <summary>5 Jan.</summary>
    public static string ShortDay(DateOnly day) => $"{day.Day} {Months[day.Month - 1][..3]}";

    /// <summary>November 2026.</summary>
    public static string Month(DateOnly day) => $"{Months[day.Month - 1]} {day.Year}";

    /// <summary>10 bulan; 2 tahun 3 bulan.</summary>
    public static string Age(int months) => months < 24 ? $"{months} bulan" : months % 12 == 0 ? $"{months / 12} tahun" : $"{months / 12} tahun {months % 12} bulan";

    /// <summary>Reads what was typed, comma or point: so many units to one (1000 grams to a kilogram).</summary>
    /// <returns>The whole number of small units; null for nothing or for what is no number.</returns>
    public static int? Read(string? text, int units) =>
        decimal.TryParse(text?.Trim().Replace(',', '.'), NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var value) && value is > 0 and < 1000
            ? (int)decimal.Round(value * units)
            : null;

    /// <summary>What a doubt says to the cadre.</summary>
    public static string Of(Doubt doubt) => doubt switch
    {
        Doubt.HeightFell => "Panjang atau tinggi lebih pendek daripada yang lalu.",
        Doubt.HeightJumped => "Panjang atau tinggi bertambah lebih dari 6 cm dalam sebulan.",
        Doubt.WeightJumped => "Berat berubah lebih dari 15% sejak penimbangan lalu.",
        Doubt.Implausible => "Angka ini sangat jauh dari anak seumurnya.",
        Doubt.TooYoungToStand => "Di bawah 9 bulan anak diukur telentang, belum berdiri.",
        Doubt.RoundedDigits => "Lima ukuran terakhir berakhiran 0 atau 5. Baca timbangan sampai 0,1.",
        _ => throw new ArgumentOutOfRangeException(nameof(doubt), doubt, null),
    };

    /// <summary>The signs of risk, the gravest first, as the cadre says them.</summary>
    public static IEnumerable<string> Of(Risks risks)
    {
        if (risks.HasFlag(Risks.SeverelyWasted)) yield return "sangat kurus";
        if (risks.HasFlag(Risks.BelowRed)) yield return "BGM";
        if (risks.HasFlag(Risks.TwiceNotGained)) yield return "2T";
        if (risks.HasFlag(Risks.Wasted)) yield return "kurus";
        if (risks.HasFlag(Risks.NotSeen)) yield return "2 bulan tidak datang";
        if (risks.HasFlag(Risks.SeverelyShort)) yield return "sangat pendek (hasil ukur)";
        if (risks.HasFlag(Risks.Short)) yield return "pendek (hasil ukur)";
        if (risks.HasFlag(Risks.NotGained)) yield return "T";
        if (risks.HasFlag(Risks.Remeasure)) yield return "ukur ulang";
        if (risks.HasFlag(Risks.New)) yield return "baru";
        if (risks.HasFlag(Risks.AboveOrange)) yield return "di atas garis oranye";
        if (risks.HasFlag(Risks.Heavy)) yield return "berat lebih untuk tingginya";
        if (risks.HasFlag(Risks.Referred)) yield return "dirujuk";
        if (risks.HasFlag(Risks.Diagnosed)) yield return "diagnosis stunting";
    }
}
