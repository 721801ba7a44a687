using Lakudo.Kernel;
using Microsoft.EntityFrameworkCore;

namespace Lakudo.Privacy.Breaches;

/// <summary>Closes the sheet of a breach; it is kept and does not change any more.</summary>
public sealed class CloseBreach(LakudoDb db, Commit commit, Clock clock)
{
    /// <summary>How it ended.</summary>
    /// <param name="Breach">The sheet.</param>
    /// <param name="Why">How it ended, or why no notice was needed; no personal data.</param>
    /// <param name="WithoutNotice">Whether the officer says that no notice was needed.</param>
    public sealed record Command(Guid Breach, string? Why, bool WithoutNotice);

    /// <summary>Closes. Refused with K-001, K-020, K-021, D-011, D-012, D-015.</summary>
    public Task<Outcome<Done>> Run(Caller caller, Command command, CancellationToken ct = default) => commit.Once<Done>(caller, command, async token =>
    {
        if (db.MayNotForAll(caller, Act.HandleBreach) is { } refusal) return refusal;
        var why = JournalReason.Read(command.Why);
        if (why.IsRefused) return why.Refusal;
        if (await db.Breaches.SingleOrDefaultAsync(b => b.Id == command.Breach, token) is not { } breach) return PrivacyRefusals.NoSuchBreach;
        if (breach.Close(why.Value, command.WithoutNotice, clock.Now) is { } notNow) return notNow;
        commit.Record(caller, new BreachSheetClosed(breach.Id), why.Value);
        return new Done();
    }, ct);
}
