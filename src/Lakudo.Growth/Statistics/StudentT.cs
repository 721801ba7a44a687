namespace Lakudo.Growth.Statistics;

/// <summary>Student's t distribution with whole degrees of freedom: tail and quantile, right to at least 10 digits.</summary>
internal static class StudentT
{
    private const int MostSteps = 200;

    /// <summary>The t below which a share of the distribution lies.</summary>
    /// <param name="share">Between 0 and 1, for example 0.975 for a 95 % interval.</param>
    /// <param name="degrees">Degrees of freedom; below 1 there is no distribution.</param>
    /// <returns>The quantile, or NaN where it does not exist.</returns>
    /// <remarks>
    /// From 0 on the tail falls and is convex, so Newton's method started there comes closer from one side, never overshoots and needs no table of first guesses.
    /// </remarks>
    public static double Quantile(double share, int degrees)
    {
        if (degrees < 1 || !(share > 0 && share < 1)) return double.NaN;
        if (share < 0.5) return -Quantile(1 - share, degrees);
        var tail = 1 - share;
        var t = 0.0;
        for (var step = 0; step < MostSteps; step++)
        {
            var next = t + (UpperTail(t, degrees) - tail) / Density(t, degrees);
            if (!(next > t)) break;
            if (next - t <= next * 1e-15) return next;
            t = next;
        }

        return t;
    }

    /// <summary>The share of the distribution above a t of 0 or more.</summary>
    /// <remarks>Half of the regularised incomplete beta function of (degrees / 2, 1 / 2) at degrees / (degrees + t^2).</remarks>
    public static double UpperTail(double t, int degrees)
    {
        if (t == 0) return 0.5;
        var a = degrees / 2.0;
        var odds = t * t / degrees;
        var x = 1 / (1 + odds);
        var front = Math.Exp(-a * Log1P(odds)) * Math.Sqrt(odds / (1 + odds)) * HalfStep(degrees) / Math.Sqrt(Math.PI);
        return x < (a + 1) / (a + 2.5)
            ? front * Beta.Fraction(a, 0.5, x) / a / 2
            : 0.5 - front * Beta.Fraction(0.5, a, odds / (1 + odds));
    }

    private static double Density(double t, int degrees) =>
        HalfStep(degrees) / Math.Sqrt(degrees * Math.PI) * Math.Exp(-(degrees + 1) / 2.0 * Log1P(t * t / degrees));

    /// <summary>Gamma(a + 1/2) / Gamma(a) for a = degrees / 2: by steps from 1/2 or 1, from 100 on by the known series in 1/a.</summary>
    /// <remarks>The quotient of two huge gamma functions taken by their logarithms would lose four digits at ten thousand degrees.</remarks>
    private static double HalfStep(int degrees)
    {
        var a = degrees / 2.0;
        if (degrees > 200)
        {
            var r = 1 / a;
            return Math.Sqrt(a) * (1 + r * (-1 / 8.0 + r * (1 / 128.0 + r * (5 / 1024.0 + r * (-21 / 32768.0 - r * 399 / 262144.0)))));
        }

        var (at, quotient) = degrees % 2 == 0 ? (1.0, Math.Sqrt(Math.PI) / 2) : (0.5, 1 / Math.Sqrt(Math.PI));
        for (; at < a; at++) quotient *= (at + 0.5) / at;
        return quotient;
    }

    private static double Log1P(double x)
    {
        var sum = 1 + x;
        return sum == 1 ? x : Math.Log(sum) * (x / (sum - 1));
    }
}
