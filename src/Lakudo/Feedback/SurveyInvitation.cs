using Lakudo.Applications;
using Lakudo.Catalogue;
using Lakudo.Kernel;
using Microsoft.EntityFrameworkCore;

namespace Lakudo.Feedback;

/// <summary>Whether the holder of a receipt may answer the survey now, and what is asked.</summary>
public sealed class SurveyInvitation(LakudoDb db, FinishedCase cases, CatalogueEdition edition)
{
    /// <summary>The survey to fill in.</summary>
    /// <param name="Service">The service it is about.</param>
    /// <param name="Agency">The agency.</param>
    /// <param name="Instrument">What is asked.</param>
    /// <param name="Closed">Why it cannot be answered now: F-001 before the end, F-002 once answered; null while it can.</param>
    public sealed record Answer(string Service, string Agency, SurveyInstrument Instrument, Refusal? Closed);

    /// <summary>Looks. Refused with A-040 for a wrong number or secret.</summary>
    public async Task<Outcome<Answer>> Run(Caller caller, string? number, string? secret, CancellationToken ct = default)
    {
        var found = await cases.Run(caller, number, secret, ct);
        if (found.IsRefused) return found.Refusal;
        var closed = !found.Value.IsFinished ? FeedbackRefusals.NotFinished.With(found.Value.State.Word())
            : await IsMarked(db, found.Value.Mark, ct) ? FeedbackRefusals.AlreadyAnswered : null;
        var card = (await edition.Of(caller.Region)).Find(found.Value.Service)!;
        return new Answer(card.Service.Name, card.Agency.Name, SurveyInstrument.Current, closed);
    }

    internal static Task<bool> IsMarked(LakudoDb db, byte[] mark, CancellationToken ct) => db.SurveyMarks.AsNoTracking().AnyAsync(m => m.Mark == mark, ct);
}
