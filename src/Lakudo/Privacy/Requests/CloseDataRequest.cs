using Lakudo.Kernel;
using Microsoft.EntityFrameworkCore;

namespace Lakudo.Privacy.Requests;

/// <summary>Closes a request: done as asked, or turned down with the reason the person was told.</summary>
public sealed class CloseDataRequest(LakudoDb db, Commit commit, Clock clock)
{
    /// <summary>How it ended.</summary>
    /// <param name="Request">The request.</param>
    /// <param name="Granted">Whether it was done as asked.</param>
    /// <param name="Outcome">What the person was told; no personal data.</param>
    public sealed record Command(Guid Request, bool Granted, string? Outcome);

    /// <summary>Closes. Refused with K-001, K-020, K-021, D-008, D-009.</summary>
    public Task<Outcome<Done>> Run(Caller caller, Command command, CancellationToken ct = default) => commit.Once<Done>(caller, command, async token =>
    {
        if (db.MayNotForAll(caller, Act.AnswerDataRequest) is { } refusal) return refusal;
        var outcome = JournalReason.Read(command.Outcome);
        if (outcome.IsRefused) return outcome.Refusal;
        if (await db.DataRequests.SingleOrDefaultAsync(r => r.Id == command.Request, token) is not { } request) return PrivacyRefusals.NoSuchRequest;
        if (request.Close(command.Granted, outcome.Value, clock.Now) is { } notOpen) return notOpen;
        commit.Record(caller, new DataRequestClosed(request.Id, command.Granted));
        return new Done();
    }, ct);
}
