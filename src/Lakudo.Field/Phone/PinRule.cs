using System.Globalization;

namespace Lakudo.Field.Phone;

/// <summary>Which PINs a phone takes: six digits that nobody who knows the cadre guesses in the ten tries that there are.</summary>
public static class PinRule
{
    /// <summary>How many digits.</summary>
    public const int Length = 6;

    private const int FewestDifferent = 3;

    /// <summary>What is wrong with a new PIN, for the cadre; null for a good one.</summary>
    /// <param name="pin">As typed.</param>
    /// <param name="again">Typed once more.</param>
    public static string? Trouble(string pin, string again) =>
        pin.Length != Length || !pin.All(char.IsAsciiDigit) ? "PIN terdiri dari 6 angka."
        : pin.Distinct().Count() < FewestDifferent ? "PIN terlalu mudah ditebak; pakai paling sedikit tiga angka yang berbeda."
        : IsRun(pin) ? "PIN terlalu mudah ditebak; jangan pakai angka yang berurutan."
        : HoldsYear(pin) || IsDay(pin) ? "PIN terlalu mudah ditebak; jangan pakai tahun atau tanggal lahir."
        : pin != again ? "Kedua PIN tidak sama."
        : null;

    private static bool IsRun(string pin) => Enumerable.Range(1, Length - 1).All(i => pin[i] - pin[i - 1] is 1 or -9) || Enumerable.Range(1, Length - 1).All(i => pin[i] - pin[i - 1] is -1 or 9);

    /// <summary>A year of somebody living, at either end.</summary>
    private static bool HoldsYear(string pin) => IsYear(pin[..4]) || IsYear(pin[2..]);

    private static bool IsYear(string digits) => int.Parse(digits, CultureInfo.InvariantCulture) is >= 1940 and < 2040;

    /// <summary>A day written in six digits, the day or the year first.</summary>
    private static bool IsDay(string pin) =>
        DateOnly.TryParseExact(pin, ["ddMMyy", "yyMMdd"], CultureInfo.InvariantCulture, DateTimeStyles.None, out _);
}
