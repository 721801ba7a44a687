using System.Runtime.CompilerServices;

namespace Lakudo.Growth;

/// <summary>Rounding to 2 decimals as R 4 does it, so that a z-score here is the z-score there to the printed digit.</summary>
/// <remarks>
/// Of the two neighbours with 2 decimals, each as the nearest binary number, the nearer one is taken; where both are equally near, the one whose last
/// digit is even. Multiplying by 100 and rounding would decide some of these by the error of the multiplication.
/// </remarks>
internal static class Rounding
{
    /// <summary>From here on a double has no third decimal that could be rounded.</summary>
    private const double TooLargeToRound = 1e13;

    /// <summary>Up to here the multiplication by 100 errs by less than <see cref="NearHalf"/>.</summary>
    private const double PlainlyRounded = 1e6;

    private const double NearHalf = 1e-7;

    /// <summary>The rounded number times 100, a whole number.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static double ToHundredths(double number)
    {
        var size = Math.Abs(number);
        if (size < PlainlyRounded)
        {
            // Only a number near a half needs the two neighbours compared: one in millions does.
            var scaled = number * 100;
            var nearest = Math.Round(scaled);
            if (Math.Abs(scaled - nearest) < 0.5 - NearHalf) return nearest + 0.0;
        }

        return NearerNeighbour(number, size);
    }

    internal static double NearerNeighbour(double number, double size)
    {
        if (!(size < TooLargeToRound)) return number * 100;
        var below = Math.Floor(size * 100);
        var toUpper = Math.Ceiling(size * 100) / 100 - size;
        var toLower = size - below / 100;
        var hundredths = toLower < toUpper || (toLower == toUpper && Math.IEEERemainder(below, 2) == 0) ? below : Math.Ceiling(size * 100);
        return number < 0 ? -hundredths : hundredths;
    }
}
