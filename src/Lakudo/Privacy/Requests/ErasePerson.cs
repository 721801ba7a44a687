using Lakudo.Kernel;
using Microsoft.EntityFrameworkCore;

namespace Lakudo.Privacy.Requests;

/// <summary>
/// Erases what can go of the person of a request. The journal stays whole, because it holds ids only; issued documents and the register stay, because the law asks
/// for them; backups hold the rest until they rotate, and the list of erasures makes a restored one lose it again.
/// </summary>
public sealed class ErasePerson(LakudoDb db, Commit commit, Clock clock, PersonalData personal, IEnumerable<IPersonalRecords> modules)
{
    /// <summary>What is erased.</summary>
    /// <param name="Request">The request.</param>
    /// <param name="Why">For the journal; no personal data.</param>
    public sealed record Command(Guid Request, string? Why);

    /// <summary>What went.</summary>
    /// <param name="Rows">How many records.</param>
    /// <param name="Files">How many files.</param>
    public sealed record Answer(int Rows, int Files);

    /// <summary>Erases. Refused with K-001, K-020, K-021, D-008, D-009, and with D-010 when nothing can go.</summary>
    public Task<Outcome<Answer>> Run(Caller caller, Command command, CancellationToken ct = default) => commit.Once<Answer>(caller, command, async token =>
    {
        if (db.MayNotForAll(caller, Act.AnswerDataRequest) is { } refusal) return refusal;
        var why = JournalReason.Read(command.Why);
        if (why.IsRefused) return why.Refusal;
        if (await db.DataRequests.SingleOrDefaultAsync(r => r.Id == command.Request, token) is not { } request) return PrivacyRefusals.NoSuchRequest;
        if (!request.IsOpen) return PrivacyRefusals.RequestClosed;
        var search = new PersonSearch(personal, modules);
        var erasure = new Erasure { RegionId = caller.Region, Id = Ids.New(clock), KeyKind = request.KeyKind, Fingerprint = request.Fingerprint, At = clock.Now };
        var erased = await search.Erase(await search.Whole(request.Person, token), erasure.At, token);
        if (erased.Rows == 0) return PrivacyRefusals.NothingToErase;
        RepeatErasures.Keep(db, commit, caller, request.Id, erasure, erased, why.Value);
        return new Answer(erased.Rows, erased.Files.Count);
    }, ct);
}
