using Lakudo.Kernel;
using Microsoft.EntityFrameworkCore;

namespace Lakudo.Privacy.Requests;

/// <summary>Shows what is held of the person of a request, masked, what can go and what must stay. Every look is journaled first.</summary>
public sealed class LookUpPerson(LakudoDb db, Commit commit, PersonalData personal, IEnumerable<IPersonalRecords> modules)
{
    /// <summary>What is held.</summary>
    /// <param name="Request">The request.</param>
    /// <param name="Kind">By what the person is known.</param>
    /// <param name="Held">What is held, the oldest first; empty once the request was forgotten.</param>
    public sealed record Answer(DataRequestList.Row Request, PersonKeyKind Kind, IReadOnlyList<HeldRecord> Held);

    /// <summary>Looks. Refused with K-001, D-008.</summary>
    public async Task<Outcome<Answer>> Run(Caller caller, Guid id, CancellationToken ct = default)
    {
        if (db.MayNotForAll(caller, Act.AnswerDataRequest) is { } refusal) return refusal;
        if (await db.DataRequests.AsNoTracking().SingleOrDefaultAsync(r => r.Id == id, ct) is not { } request) return PrivacyRefusals.NoSuchRequest;
        if (request.KeySealed is null) return new Answer(DataRequestList.Of(request), request.KeyKind, []);
        var search = new PersonSearch(personal, modules);
        var held = await search.Held(await search.Whole(request.Person, ct), ct);
        if (await commit.Note(caller, new PersonLookedUp(id, held.Count), ct) is { } notJournaled) return notJournaled;
        return new Answer(DataRequestList.Of(request), request.KeyKind, held);
    }
}
