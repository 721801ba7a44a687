using System.Globalization;

namespace Lakudo.Growth;

/// <summary>A length, kept as a whole number of nanometres (1/10,000,000 cm), so that 103.1 cm less 0.7 cm is 102.4 cm and nothing near it.</summary>
public readonly record struct Length : IComparable<Length>
{
    private const long PerCentimetre = 10_000_000;
    private const long PerMillimetre = 1_000_000;

    private Length(long nanometres) => Nanometres = nanometres;

    /// <summary>The length in nanometres; may be 0 or negative as typed, in which case no z-score is computed from it.</summary>
    public long Nanometres { get; }

    /// <summary>The length in centimetres: the binary number nearest to the decimal one.</summary>
    public double Centimetres => Nanometres / (double)PerCentimetre;

    /// <summary>The length in millimetres: the binary number nearest to the decimal one.</summary>
    public double Millimetres => Nanometres / (double)PerMillimetre;

    /// <summary>A length in centimetres; decimals beyond the seventh are rounded.</summary>
    /// <exception cref="ArgumentOutOfRangeException">More than 100 km either way: not a length of a person.</exception>
    public static Length FromCentimetres(decimal centimetres) => FromNanometres(centimetres, PerCentimetre);

    /// <summary>A length in millimetres, as skinfolds are measured; decimals beyond the sixth are rounded.</summary>
    /// <exception cref="ArgumentOutOfRangeException">More than 100 km either way: not a length of a person.</exception>
    public static Length FromMillimetres(decimal millimetres) => FromNanometres(millimetres, PerMillimetre);

    /// <summary>A length in whole tenths of a millimetre, the form in which Lakudo stores measurements.</summary>
    public static Length FromTenthsOfMillimetre(int tenths) => new(tenths * (PerMillimetre / 10));

    /// <summary>A length in whole nanometres.</summary>
    public static Length FromNanometres(long nanometres) => new(nanometres);

    /// <summary>The sum of two lengths, exact.</summary>
    public static Length operator +(Length left, Length right) => new(left.Nanometres + right.Nanometres);

    /// <summary>The difference of two lengths, exact.</summary>
    public static Length operator -(Length left, Length right) => new(left.Nanometres - right.Nanometres);

    /// <summary>Whether the left one is shorter.</summary>
    public static bool operator <(Length left, Length right) => left.Nanometres < right.Nanometres;

    /// <summary>Whether the left one is longer.</summary>
    public static bool operator >(Length left, Length right) => left.Nanometres > right.Nanometres;

    /// <summary>Whether the left one is not longer.</summary>
    public static bool operator <=(Length left, Length right) => left.Nanometres <= right.Nanometres;

    /// <summary>Whether the left one is not shorter.</summary>
    public static bool operator >=(Length left, Length right) => left.Nanometres >= right.Nanometres;

    /// <summary>Orders from short to long.</summary>
    public int CompareTo(Length other) => Nanometres.CompareTo(other.Nanometres);

    /// <summary>The length in centimetres, for a log or a test.</summary>
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Centimetres} cm");

    private static Length FromNanometres(decimal value, long scale) => value is > -10_000_000_000m and < 10_000_000_000m
        ? new Length((long)decimal.Round(value * scale))
        : throw new ArgumentOutOfRangeException(nameof(value), value, "Not a length of a person.");
}
