using Lakudo.Growth;
using Lakudo.Growth.Indonesia;

namespace Lakudo.Field;

/// <summary>Indonesian forms of weights and days within sentences; the browser runs without cultures.</summary>
public static class SaidForms
{
    private static readonly string[] Months =
        ["Januari", "Februari", "Maret", "April", "Mei", "Juni", "Juli", "Agustus", "September", "Oktober", "November", "Desember"];

    /// <summary>300 gram; from a kilogram on 1,2 kg.</summary>
    public static string Grams(Mass mass) => mass.Grams switch
    {
        < 1000 => $"{mass.Grams:0} gram",
        var grams => FormattableString.Invariant($"{grams / 1000m:0.###} kg").Replace('.', ','),
    };

    /// <summary>5 Januari 2026.</summary>
    public static string Day(DateOnly day) => $"{day.Day} {Months[day.Month - 1]} {day.Year}";

    /// <summary>Turun 300 gram sejak 5 Januari 2026.</summary>
    public static string Of(WeightLoss loss) => $"Turun {Grams(loss.Lost)} sejak {Day(loss.Since)}";
}
