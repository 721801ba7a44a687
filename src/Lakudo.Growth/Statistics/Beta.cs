namespace Lakudo.Growth.Statistics;

/// <summary>The incomplete beta function, from which the tails of Student's t and of the binomial distribution are taken.</summary>
internal static class Beta
{
    private const int MostTerms = 10_000;

    /// <summary>The regularised incomplete beta function of a and b at x.</summary>
    public static double Regularised(double a, double b, double x)
    {
        if (x <= 0) return 0;
        if (x >= 1) return 1;
        var front = Math.Exp(Gamma.Log(a + b) - Gamma.Log(a) - Gamma.Log(b) + a * Math.Log(x) + b * Math.Log(1 - x));
        return x < (a + 1) / (a + b + 2) ? front * Fraction(a, b, x) / a : 1 - front * Fraction(b, a, 1 - x) / b;
    }

    /// <summary>The continued fraction of the incomplete beta function (Lentz's method); quick for x below (a + 1) / (a + b + 2).</summary>
    public static double Fraction(double a, double b, double x)
    {
        const double Tiny = 1e-300;
        var c = 1.0;
        var d = 1 / NotZero(1 - (a + b) * x / (a + 1));
        var fraction = d;
        for (var m = 1; m < MostTerms; m++)
        {
            Step(m * (b - m) * x / ((a + 2 * m - 1) * (a + 2 * m)));
            var change = Step(-(a + m) * (a + b + m) * x / ((a + 2 * m) * (a + 2 * m + 1)));
            if (Math.Abs(change - 1) < 1e-16) break;
        }

        return fraction;

        double Step(double coefficient)
        {
            d = 1 / NotZero(1 + coefficient * d);
            c = NotZero(1 + coefficient / c);
            fraction *= c * d;
            return c * d;
        }

        static double NotZero(double number) => Math.Abs(number) < Tiny ? Tiny : number;
    }
}
