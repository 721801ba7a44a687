using Lakudo.Applications;
using Lakudo.Catalogue;
using Lakudo.Kernel;
using Microsoft.EntityFrameworkCore;

namespace Lakudo.Feedback;

/// <summary>The result for one service, one agency or the whole hall.</summary>
/// <param name="Code">Code of the service or agency; empty for the whole and for services that are counted together.</param>
/// <param name="Name">Its name.</param>
/// <param name="Agency">Number of the agency; 0 for the whole.</param>
/// <param name="Respondents">Answers that count.</param>
/// <param name="Waiting">Answers that wait until five can be counted together; 0 where the caller is not told.</param>
/// <param name="Finished">How many applications came to their end in the period: the population.</param>
/// <param name="Index">The index; null while fewer than five answers count.</param>
public sealed record SurveyResult(string Code, string Name, int Agency, int Respondents, int Waiting, int Finished, SatisfactionIndex? Index)
{
    /// <summary>The answers the population needs. Answers of an earlier month may be more than what ended in this one; then they are the population.</summary>
    public int Needed => SampleSize.Needed(Math.Max(Finished, Respondents));

    /// <summary>Whether the answers are fewer than needed, so that the index only indicates.</summary>
    public bool IsIndicative => Respondents < Needed;
}

/// <summary>Counts answers. Nothing leaves it that rests on fewer than five.</summary>
internal sealed class SurveyTally
{
    /// <summary>An element's total; the service is all zeros where answers lost it.</summary>
    private sealed record Cell(int Agency, Guid Service, string Element, long Total, int Answers);

    private sealed record Box(int Agency, Guid Service, int Count);

    private readonly CatalogueSnapshot _catalogue;
    private readonly IReadOnlyList<Cell> _cells;
    private readonly IReadOnlyList<Box> _waiting;
    private readonly IReadOnlyDictionary<Guid, int> _finished;
    private readonly SurveyWeight _weight;

    private SurveyTally(CatalogueSnapshot catalogue, IReadOnlyList<Cell> cells, IReadOnlyList<Box> waiting, IReadOnlyDictionary<Guid, int> finished, SurveyWeight weight) =>
        (_catalogue, _cells, _waiting, _finished, _weight) = (catalogue, cells, waiting, finished, weight);

    internal static async Task<SurveyTally> Count(LakudoDb db, CatalogueEdition edition, FinishedCount finished, Caller caller, SurveyPeriod period, SurveyWeight weight, CancellationToken ct)
    {
        db.Still(caller);
        var version = SurveyInstrument.Current.Version;
        var cells = await db.ElementTotals.AsNoTracking().Where(t => t.Month >= period.From && t.Month <= period.To && t.Instrument == version)
            .GroupBy(t => new { t.AgencyId, t.ServiceId, t.Element })
            .Select(g => new Cell(g.Key.AgencyId, g.Key.ServiceId, g.Key.Element, g.Sum(t => (long)t.Total), g.Sum(t => t.Answers))).ToListAsync(ct);
        var waiting = await db.Ballots.AsNoTracking().GroupBy(b => new { b.AgencyId, b.ServiceId }).Select(g => new Box(g.Key.AgencyId, g.Key.ServiceId, g.Count())).ToListAsync(ct);
        var zone = (await db.Regions.AsNoTracking().SingleAsync(r => r.Id == caller.Region, ct)).TimeZone;
        var done = await finished.Run(caller, Clock.Utc(period.From, TimeOnly.MinValue, zone), Clock.Utc(period.To.AddMonths(1), TimeOnly.MinValue, zone), ct);
        return new SurveyTally(await edition.Of(caller.Region), cells, waiting, done, weight);
    }

    /// <summary>Everything the caller may see, together.</summary>
    internal SurveyResult Whole(string name) => Result("", name, 0, _ => true, _ => true, _ => true);

    /// <summary>By agency: whoever has answers or finished applications, in order of names.</summary>
    internal IReadOnlyList<SurveyResult> ByAgency() => [.. _catalogue.Agencies.OrderBy(a => a.Name, StringComparer.Ordinal)
        .Select(a => Result(a.Code, a.Name, a.Id, c => c.Agency == a.Id, b => b.Agency == a.Id, s => _catalogue.Find(s)?.Agency.Id == a.Id)).Where(HasAnything)];

    /// <summary>By service, in order of codes; after an agency's own those of its services that are counted together.</summary>
    internal IReadOnlyList<SurveyResult> ByService() =>
    [
        .. _catalogue.All.Select(card => Result(card.Service.Code, card.Service.Name, card.Agency.Id, c => c.Service == card.Service.Id, b => b.Service == card.Service.Id, s => s == card.Service.Id)).Where(HasAnything),
        .. _catalogue.Agencies.Where(a => _cells.Any(c => c.Agency == a.Id && c.Service == Guid.Empty)).Select(Together),
    ];

    /// <summary>An agency's answers that lost their service; their population are the services that have no answers of their own.</summary>
    private SurveyResult Together(Agency agency) => Result("", $"Layanan lain {agency.ShortName}, dihitung bersama", agency.Id,
        c => c.Agency == agency.Id && c.Service == Guid.Empty, _ => false, s => _catalogue.Find(s)?.Agency.Id == agency.Id && _cells.All(c => c.Service != s));

    private static bool HasAnything(SurveyResult result) => result.Respondents + result.Waiting + result.Finished > 0;

    private SurveyResult Result(string code, string name, int agency, Func<Cell, bool> cell, Func<Box, bool> box, Func<Guid, bool> finished)
    {
        var totals = _cells.Where(cell).GroupBy(c => c.Element).ToDictionary(g => g.Key, g => (Total: g.Sum(c => c.Total), Answers: g.Sum(c => c.Answers)));
        var respondents = totals.Count == 0 ? 0 : totals.Values.Max(t => t.Answers);
        var index = respondents < BallotBox.Fewest ? null : SatisfactionIndex.Of(SurveyInstrument.Current, totals.ToDictionary(t => t.Key, t => t.Value.Total), respondents, _weight);
        return new SurveyResult(code, name, agency, respondents, _waiting.Where(box).Sum(b => b.Count), _finished.Where(f => finished(f.Key)).Sum(f => f.Value), index);
    }
}
