namespace Lakudo.Feedback;

/// <summary>How many answers a population needs, by the formula behind the table of Krejcie and Morgan (1970), which the survey's reports use.</summary>
/// <remarks>
/// Chi-square 3.841 (one degree of freedom, 95 %), share 0.5, error 0.05. It gives the printed table but for N = 100,000, where the table has 384 and the formula 383.
/// That PermenPANRB 14/2017 means this table is general knowledge, not read in its text.
/// </remarks>
public static class SampleSize
{
    /// <summary>The answers needed; 0 for an empty population.</summary>
    /// <param name="population">How many were served.</param>
    public static int Needed(int population)
    {
        if (population <= 0) return 0;
        const decimal chiSquare = 3.841m, spread = 0.25m, error = 0.05m;
        return (int)Math.Round(chiSquare * population * spread / ((error * error * (population - 1)) + (chiSquare * spread)), MidpointRounding.AwayFromZero);
    }
}
