namespace Lakudo.Feedback;

/// <summary>How the nine elements are weighted.</summary>
public enum SurveyWeight
{
    /// <summary>One ninth each, as the formula says.</summary>
    Exact,

    /// <summary>0,11 each, as some regencies report: the index then ends at 99,00 instead of 100.</summary>
    TwoDecimals,
}

/// <summary>One element's mean.</summary>
/// <param name="Element">The element.</param>
/// <param name="Mean">NRR: total of the scores by the number of respondents, 1 to 4, not rounded.</param>
public sealed record ElementMean(SurveyElement Element, decimal Mean);

/// <summary>The satisfaction index (PermenPANRB 14/2017): mean per element, weighted, times 25, rounded to two decimals, then graded.</summary>
/// <param name="Elements">The nine means, in the order of the rule's list.</param>
/// <param name="Value">The converted index, 25 to 100, two decimals.</param>
/// <param name="Grade">Its grade.</param>
public sealed record SatisfactionIndex(IReadOnlyList<ElementMean> Elements, decimal Value, SurveyGrade Grade)
{
    /// <summary>Reckons it.</summary>
    /// <param name="instrument">The elements and grades.</param>
    /// <param name="totals">Total of the scores by the element's key; every element has one.</param>
    /// <param name="respondents">How many answered; at least 1.</param>
    /// <param name="weight">How the elements are weighted.</param>
    public static SatisfactionIndex Of(SurveyInstrument instrument, IReadOnlyDictionary<string, long> totals, int respondents, SurveyWeight weight)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(respondents, 1);
        var elements = instrument.Elements.Select(e => new ElementMean(e, (decimal)totals[e.Key] / respondents)).ToList();
        decimal total = instrument.Elements.Sum(e => totals[e.Key]);
        // Divided once, at the end: a ninth has no end in decimals.
        var index = weight is SurveyWeight.Exact
            ? total * 25 / (respondents * elements.Count)
            : total * Math.Round(1m / elements.Count, 2) * 25 / respondents;
        var rounded = Math.Round(index, 2, MidpointRounding.AwayFromZero);
        return new SatisfactionIndex(elements, rounded, instrument.GradeOf(rounded));
    }
}
