using Lakudo.Feedback;
using Lakudo.Kernel;
using Lakudo.Web.Api;
using Lakudo.Web.Host;

namespace Lakudo.Web.Feedback;

/// <summary>The survey's part of the API: the published results, for anyone.</summary>
public static class SurveysApi
{
    /// <summary>The mean of one element, 1 to 4, four decimals.</summary>
    public sealed record ElementItem(string Key, string Name, decimal Mean);

    /// <summary>One result. Index and elements are null while fewer than five answers count.</summary>
    public sealed record ResultItem(string? Code, string Name, int Respondents, int Needed, int Finished, bool Indicative, decimal? Index, string? Grade, IReadOnlyList<ElementItem>? Elements);

    /// <summary>The results of a period.</summary>
    public sealed record ResultsAnswer(DateOnly From, DateOnly To, string Weight, ResultItem Whole, IReadOnlyList<ResultItem> Services);

    /// <summary>Maps <c>/surveys</c>.</summary>
    public static void MapSurveysApi(this RouteGroupBuilder api) => api.MapGroup("/surveys").WithTags("Surveys").MapGet("/results", Results)
        .Produces<ResultsAnswer>()
        .Told("Satisfaction survey: index per service", "Published results of a period (months as 2026-01), with weight 1/9 or 0.11. While fewer than five answers count, index and elements are null.", null, null,
            new { weight = "1/9", whole = new { respondents = 29, index = 91.48, grade = "A" } }, FeedbackRefusals.PeriodImpossible);

    private static async Task<IResult> Results(string? service, string? from, string? to, string? weight, PublishedSurvey view, CurrentCaller current, CancellationToken ct)
    {
        var how = weight is "0.11" or "0,11" ? SurveyWeight.TwoDecimals : SurveyWeight.Exact;
        var outcome = await view.Run(current.Caller, new(from, to, how), ct);
        if (outcome.IsRefused) return outcome.Answer();
        var rows = outcome.Value.Services.Where(s => string.IsNullOrEmpty(service) || string.Equals(s.Code, service, StringComparison.OrdinalIgnoreCase)).ToList();
        return Microsoft.AspNetCore.Http.Results.Json(new ResultsAnswer(outcome.Value.Period.From, outcome.Value.Period.To, how == SurveyWeight.Exact ? "1/9" : "0.11", Item(outcome.Value.Whole), [.. rows.Select(Item)]));
    }

    private static ResultItem Item(SurveyResult r) => new(r.Code.Length > 0 ? r.Code : null, r.Name, r.Respondents, r.Needed, r.Finished, r.IsIndicative, r.Index?.Value, r.Index?.Grade.Letter,
        r.Index is null ? null : [.. r.Index.Elements.Select(e => new ElementItem(e.Element.Key, e.Element.Name, Math.Round(e.Mean, 4, MidpointRounding.AwayFromZero)))]);
}
