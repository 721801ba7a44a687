using Lakudo.Applications;
using Lakudo.Catalogue;
using Lakudo.Kernel;
using Microsoft.EntityFrameworkCore;

namespace Lakudo.Feedback;

/// <summary>The survey's results as anyone may read them (PermenPANRB 14/2017: they are published), without who answered and what still waits.</summary>
public sealed class PublishedSurvey(LakudoDb db, CatalogueEdition edition, FinishedCount finished, Clock clock)
{
    /// <summary>The results.</summary>
    /// <param name="Period">The months counted.</param>
    /// <param name="Whole">The whole hall.</param>
    /// <param name="Agencies">By agency.</param>
    /// <param name="Services">By service.</param>
    public sealed record Answer(SurveyPeriod Period, SurveyResult Whole, IReadOnlyList<SurveyResult> Agencies, IReadOnlyList<SurveyResult> Services);

    /// <summary>Counts. Refused with F-005.</summary>
    public async Task<Outcome<Answer>> Run(Caller caller, SurveyResults.Question question, CancellationToken ct = default)
    {
        // Whoever asks is told what the public is told: also an agency's admin sees every agency here.
        var anyone = Caller.Public(caller.Region);
        var period = await Period(db, clock, anyone, question, ct);
        if (period.IsRefused) return period.Refusal;
        var tally = await SurveyTally.Count(db, edition, finished, anyone, period.Value, question.Weight, ct);
        return new Answer(period.Value, Shown(tally.Whole("Seluruh layanan")), [.. tally.ByAgency().Where(HasAnswers).Select(Shown)], [.. tally.ByService().Where(HasAnswers).Select(Shown)]);
    }

    internal static async Task<Outcome<SurveyPeriod>> Period(LakudoDb db, Clock clock, Caller caller, SurveyResults.Question question, CancellationToken ct)
    {
        var region = await db.Still(caller).Regions.AsNoTracking().SingleAsync(r => r.Id == caller.Region, ct);
        return SurveyPeriod.Read(question.From, question.To, clock.Today(region.TimeZone));
    }

    private static bool HasAnswers(SurveyResult result) => result.Respondents > 0;

    private static SurveyResult Shown(SurveyResult result) => result with { Waiting = 0 };
}
