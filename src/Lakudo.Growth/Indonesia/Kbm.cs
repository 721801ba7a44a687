namespace Lakudo.Growth.Indonesia;

/// <summary>The least weight a child must gain in a month (<i>kenaikan berat minimal</i>, KBM).</summary>
/// <param name="Grams">The grams by the reading that Lakudo reports.</param>
/// <param name="OtherGrams">The grams that other prints of the card are said to carry; null where all agree.</param>
public readonly record struct Kbm(int Grams, int? OtherGrams);

/// <summary>The KBM of one edition of the card by sex and month of age.</summary>
public sealed class KbmTable
{
    /// <summary>The last month with a value of its own kind; the card's last column holds from 12 months to 59.</summary>
    private const int LastMonth = CompletedMonths.UnderFive - 1;

    private readonly Kbm[] _boys = new Kbm[LastMonth + 1];
    private readonly Kbm[] _girls = new Kbm[LastMonth + 1];

    internal KbmTable()
    {
    }

    /// <summary>The KBM that a child must have gained on reaching a month of age.</summary>
    /// <param name="sex">The sex.</param>
    /// <param name="month">The month of age, 1 to 59.</param>
    /// <returns>The KBM, or null outside 1 to 59: the card has none for the month of birth.</returns>
    public Kbm? At(Sex sex, int month) => month is < 1 or > LastMonth ? null : (sex == Sex.Male ? _boys : _girls)[month];

    internal void Set(Sex sex, int month, Kbm kbm) => (sex == Sex.Male ? _boys : _girls)[month] = kbm;
}
