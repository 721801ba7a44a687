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
    public sealed record Answer(string Service, string Agency, SurveyInstrument Instrument);

    /// <summary>Refused with A-040 for a wrong number or secret, F-001 before the end, F-002 once answered.</summary>
    public async Task<Outcome<Answer>> Run(Caller caller, string? number, string? secret, CancellationToken ct = default)
    {
        var found = await cases.Run(caller, number, secret, ct);
        if (found.IsRefused) return found.Refusal;
        if (!found.Value.IsFinished) return FeedbackRefusals.NotFinished.With(found.Value.State.Word());
        if (await IsMarked(db, found.Value.Mark, ct)) return FeedbackRefusals.AlreadyAnswered;
        var card = (await edition.Of(caller.Region)).Find(found.Value.Service)!;
        return new Answer(card.Service.Name, card.Agency.Name, SurveyInstrument.Current);
    }

    internal static Task<bool> IsMarked(LakudoDb db, byte[] mark, CancellationToken ct) => db.SurveyMarks.AsNoTracking().AnyAsync(m => m.Mark == mark, ct);
}
