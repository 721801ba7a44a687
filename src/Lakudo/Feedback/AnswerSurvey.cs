using Lakudo.Applications;
using Lakudo.Kernel;
using Microsoft.EntityFrameworkCore;

namespace Lakudo.Feedback;

/// <summary>Takes the answers of one finished application, once, so that nobody can tell afterwards which answers were its.</summary>
/// <remarks>See <c>docs/decisions/anonymous-survey.md</c> for what can and what cannot be linked.</remarks>
public sealed class AnswerSurvey(LakudoDb db, Commit commit, Clock clock, PersonalData personal, FinishedCase cases)
{
    /// <summary>The filled-in survey.</summary>
    /// <param name="Number">Number on the receipt.</param>
    /// <param name="Secret">Secret on the receipt.</param>
    /// <param name="Answers">1 to 4 by the element's key.</param>
    /// <param name="Respondent">What the citizen says of oneself; all of it may be missing.</param>
    public sealed record Command(string? Number, string? Secret, IReadOnlyDictionary<string, int> Answers, Respondent Respondent);

    /// <summary>Takes it. Refused with K-001 to whoever is signed in, A-040, F-001 to F-004.</summary>
    public async Task<Outcome<Done>> Run(Caller caller, Command command, CancellationToken ct = default)
    {
        if (db.MayNot(caller, Act.AnswerSurvey) is { } refusal) return refusal;
        var sheet = AnswerSheet.Read(SurveyInstrument.Current, command.Answers, command.Respondent);
        if (sheet.IsRefused) return sheet.Refusal;
        // An end is final, so it may be looked up before the transaction.
        var found = await cases.Run(caller, command.Number, command.Secret, ct);
        if (found.IsRefused) return found.Refusal;
        if (!found.Value.IsFinished) return FeedbackRefusals.NotFinished.With(found.Value.State.Word());
        var mark = found.Value.Mark;
        // The request is remembered by its mark alone: a hash over the answers could be tried out, all 262,144 of them, and would lead back.
        return await commit.Once<Done>(caller, new Cast(Convert.ToHexStringLower(mark)), async token =>
        {
            if (await SurveyInvitation.IsMarked(db, mark, token)) return FeedbackRefusals.AlreadyAnswered;
            db.SurveyMarks.Add(new SurveyMark { RegionId = caller.Region, Mark = mark });
            await Put(caller, found.Value, sheet.Value, token);
            commit.Record(caller, new SurveyAnswered(found.Value.Service));
            return new Done();
        }, ct);
    }

    private async Task Put(Caller caller, FinishedCase.Answer about, AnswerSheet sheet, CancellationToken ct)
    {
        var region = await db.Regions.AsNoTracking().SingleAsync(r => r.Id == caller.Region, ct);
        var today = clock.Today(region.TimeZone);
        var month = new DateOnly(today.Year, today.Month, 1);
        var waiting = await db.Ballots.Where(b => b.AgencyId == about.Agency).ToListAsync(ct);
        var cast = new Ballot(caller.Region, about.Agency, about.Service, month, sheet, personal);
        var opened = BallotBox.Open(waiting, cast, month);
        if (opened.OfService.Count == 0) db.Ballots.Add(cast);
        await Count(caller, opened.OfService, month, withService: true, ct);
        await Count(caller, opened.OfAgency, month, withService: false, ct);
        db.Ballots.RemoveRange(opened.OfService.Concat(opened.OfAgency).Where(b => b != cast));
    }

    private async Task Count(Caller caller, IReadOnlyList<Ballot> ballots, DateOnly month, bool withService, CancellationToken ct)
    {
        if (ballots.Count == 0) return;
        var (agency, service) = (ballots[0].AgencyId, withService ? ballots[0].ServiceId : Guid.Empty);
        var answers = ballots.Select(b => new SurveyAnswer(b, b.Sheet(personal), month, withService)).ToList();
        db.SurveyAnswers.AddRange(answers);
        foreach (var group in answers.SelectMany(a => a.Scores, (a, s) => (a.Instrument, s.Element, s.Score)).GroupBy(x => (x.Instrument, x.Element)))
        {
            var (instrument, element) = group.Key;
            var total = await db.ElementTotals.SingleOrDefaultAsync(
                t => t.Month == month && t.AgencyId == agency && t.ServiceId == service && t.Instrument == instrument && t.Element == element, ct);
            if (total is null)
            {
                total = new ElementTotal { RegionId = caller.Region, Month = month, AgencyId = agency, ServiceId = service, Instrument = instrument, Element = element };
                db.ElementTotals.Add(total);
            }

            total.Total += group.Sum(x => x.Score);
            total.Answers += group.Count();
        }

        commit.Record(caller, new SurveyBoxOpened(service, agency, ballots.Count));
    }

    /// <summary>What a repeated request is told from another by.</summary>
    private sealed record Cast(string Mark);
}
