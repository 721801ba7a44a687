using Lakudo.Applications;
using Lakudo.Catalogue;
using Lakudo.Kernel;

namespace Lakudo.Feedback;

/// <summary>The survey's results for staff: an agency's admin sees the own agency, who runs the hall or inspects it sees all.</summary>
public sealed class SurveyResults(LakudoDb db, CatalogueEdition edition, FinishedCount finished, Clock clock)
{
    /// <summary>What is asked.</summary>
    /// <param name="From">First month, <c>2026-01</c>; January when not given.</param>
    /// <param name="To">Last month; the present one when not given.</param>
    /// <param name="Weight">How the elements are weighted.</param>
    public sealed record Question(string? From = null, string? To = null, SurveyWeight Weight = SurveyWeight.Exact);

    /// <summary>The results.</summary>
    /// <param name="Period">The months counted.</param>
    /// <param name="Whole">All the caller may see, together.</param>
    /// <param name="Agencies">By agency.</param>
    /// <param name="Services">By service.</param>
    /// <param name="Respondents">Who answered.</param>
    public sealed record Answer(SurveyPeriod Period, SurveyResult Whole, IReadOnlyList<SurveyResult> Agencies, IReadOnlyList<SurveyResult> Services, IReadOnlyList<RespondentCount> Respondents);

    /// <summary>Counts. Refused with K-001, F-005.</summary>
    public async Task<Outcome<Answer>> Run(Caller caller, Question question, CancellationToken ct = default)
    {
        if (db.MayNot(caller, Act.ReadSurveyResults) is { } refusal) return refusal;
        var period = await PublishedSurvey.Period(db, clock, caller, question, ct);
        if (period.IsRefused) return period.Refusal;
        var tally = await SurveyTally.Count(db, edition, finished, caller, period.Value, question.Weight, ct);
        var respondents = await RespondentCount.All(db, caller, period.Value, ct);
        return new Answer(period.Value, tally.Whole(db.Scope.Agencies is null ? "Seluruh layanan" : "Seluruh layanan instansi Anda"), tally.ByAgency(), tally.ByService(), respondents);
    }
}
