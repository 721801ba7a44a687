using System.Globalization;

namespace Lakudo.Growth;

/// <summary>A weight, kept as a whole number of micrograms (1/1,000,000,000 kg).</summary>
public readonly record struct Mass : IComparable<Mass>
{
    private const long PerKilogram = 1_000_000_000;

    private Mass(long micrograms) => Micrograms = micrograms;

    /// <summary>The weight in micrograms; may be 0 or negative as typed, in which case no z-score is computed from it.</summary>
    public long Micrograms { get; }

    /// <summary>The weight in kilograms: the binary number nearest to the decimal one.</summary>
    public double Kilograms => Micrograms / (double)PerKilogram;

    /// <summary>The weight in whole grams, rounded half away from zero: the form in which Lakudo stores measurements.</summary>
    public int Grams => (int)Math.Round(Micrograms / 1_000_000m, MidpointRounding.AwayFromZero);

    /// <summary>A weight in kilograms; decimals beyond the ninth are rounded.</summary>
    /// <exception cref="ArgumentOutOfRangeException">A million kilograms or more either way: not a weight of a person.</exception>
    public static Mass FromKilograms(decimal kilograms) => kilograms is > -1_000_000m and < 1_000_000m
        ? new Mass((long)decimal.Round(kilograms * PerKilogram))
        : throw new ArgumentOutOfRangeException(nameof(kilograms), kilograms, "Not a weight of a person.");

    /// <summary>A weight in whole grams.</summary>
    public static Mass FromGrams(int grams) => new(grams * 1_000_000L);

    /// <summary>A weight in whole micrograms.</summary>
    public static Mass FromMicrograms(long micrograms) => new(micrograms);

    /// <summary>The difference of two weights, exact.</summary>
    public static Mass operator -(Mass left, Mass right) => new(left.Micrograms - right.Micrograms);

    /// <summary>The sum of two weights, exact.</summary>
    public static Mass operator +(Mass left, Mass right) => new(left.Micrograms + right.Micrograms);

    /// <summary>Whether the left one is lighter.</summary>
    public static bool operator <(Mass left, Mass right) => left.Micrograms < right.Micrograms;

    /// <summary>Whether the left one is heavier.</summary>
    public static bool operator >(Mass left, Mass right) => left.Micrograms > right.Micrograms;

    /// <summary>Whether the left one is not heavier.</summary>
    public static bool operator <=(Mass left, Mass right) => left.Micrograms <= right.Micrograms;

    /// <summary>Whether the left one is not lighter.</summary>
    public static bool operator >=(Mass left, Mass right) => left.Micrograms >= right.Micrograms;

    /// <summary>Orders from light to heavy.</summary>
    public int CompareTo(Mass other) => Micrograms.CompareTo(other.Micrograms);

    /// <summary>The weight in kilograms, for a log or a test.</summary>
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Kilograms} kg");
}
