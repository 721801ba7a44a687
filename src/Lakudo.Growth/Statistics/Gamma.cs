namespace Lakudo.Growth.Statistics;

/// <summary>The gamma function and its incomplete form.</summary>
internal static class Gamma
{
    private const int MostTerms = 10_000;

    /// <summary>The logarithm of the gamma function of a number above 0 (Stirling's series from 15 on, stepped down below).</summary>
    public static double Log(double x)
    {
        var steps = 1.0;
        for (; x < 15; x++) steps *= x;
        var r = 1 / (x * x);
        var series = (1 / 12.0 + r * (-1 / 360.0 + r * (1 / 1260.0 + r * (-1 / 1680.0 + r * (1 / 1188.0 - r * 691 / 360360.0))))) / x;
        return (x - 0.5) * Math.Log(x) - x + Math.Log(2 * Math.PI) / 2 + series - Math.Log(steps);
    }

    /// <summary>The regularised upper incomplete gamma function of a at x: by its series below a + 1, by its continued fraction above.</summary>
    public static double RegularisedUpper(double a, double x)
    {
        if (!(x > 0)) return 1;
        var front = Math.Exp(a * Math.Log(x) - x - Log(a));
        return x < a + 1 ? 1 - front * LowerSeries(a, x) : front * UpperFraction(a, x);
    }

    private static double LowerSeries(double a, double x)
    {
        var term = 1 / a;
        var sum = term;
        for (var n = 1; n < MostTerms && term > sum * 1e-17; n++)
        {
            term *= x / (a + n);
            sum += term;
        }

        return sum;
    }

    private static double UpperFraction(double a, double x)
    {
        var b = x + 1 - a;
        var c = 1e300;
        var d = 1 / b;
        var fraction = d;
        for (var n = 1; n < MostTerms; n++)
        {
            b += 2;
            d = 1 / (b - n * (n - a) * d);
            c = b - n * (n - a) / c;
            fraction *= c * d;
            if (Math.Abs(c * d - 1) < 1e-16) break;
        }

        return fraction;
    }
}
