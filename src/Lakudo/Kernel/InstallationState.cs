using System.Collections.Immutable;
using Microsoft.EntityFrameworkCore;

namespace Lakudo.Kernel;

/// <summary>What the doctor and the metrics ask of the whole installation: its regions and what waits in the outbox. Counts and moments only.</summary>
public sealed class InstallationState(LakudoDb db, Clock clock)
{
    /// <summary>After so many attempts a message is called failing: by then it has waited for a quarter of a minute and will wait longer each time.</summary>
    public const int FailingFrom = 3;

    /// <summary>Among so many newest journal rows the latest moment is looked for: an hour of a busy hall.</summary>
    private const int LookedBack = 1000;

    /// <summary>A region.</summary>
    /// <param name="Id">Its number.</param>
    /// <param name="Name">Its full name.</param>
    /// <param name="Zone">The IANA zone it lives by.</param>
    /// <param name="IsSample">Whether everything in it is invented.</param>
    public sealed record RegionRow(int Id, string Name, string Zone, bool IsSample);

    /// <summary>The state.</summary>
    /// <param name="Regions">Every region, by number.</param>
    /// <param name="Due">Messages whose time has come.</param>
    /// <param name="Failing">Messages not done after <see cref="FailingFrom"/> attempts or more.</param>
    /// <param name="OldestDue">UTC moment since when the oldest due message waits.</param>
    /// <param name="LastFault">The kind of the fault of a failing message; never its text.</param>
    /// <param name="LastFact">The latest UTC moment among the newest journal rows; in the future when the machine's clock was set back.</param>
    public sealed record Answer(ImmutableArray<RegionRow> Regions, int Due, int Failing, DateTime? OldestDue, string? LastFault, DateTime? LastFact);

    /// <summary>Refused with K-001 to those who may not see the installation.</summary>
    public async Task<Outcome<Answer>> Run(Caller caller, CancellationToken ct = default)
    {
        if (db.MayNot(caller, Act.SeeInstallation) is { } refusal)
        {
            return refusal;
        }

        db.Scope = Scope.Installation;
        var now = clock.Now;
        var regions = await db.Regions.AsNoTracking().OrderBy(r => r.Id).ToListAsync(ct);
        var waiting = db.OutboxMessages.AsNoTracking().Where(m => m.DoneAt == null);
        var due = waiting.Where(m => m.DueAt <= now);
        DateTime? newest = null;
        foreach (var region in regions)
        {
            // By the chain's number, which is the key, without reading the table; and not the last row alone, because that was written after the clock went back.
            var last = await db.JournalEntries.AsNoTracking().Where(e => e.RegionId == region.Id).OrderByDescending(e => e.Seq).Take(LookedBack).MaxAsync(e => (DateTime?)e.At, ct);
            newest = last > newest || newest is null ? last : newest;
        }

        return new Answer(
            [.. regions.Select(r => new RegionRow(r.Id, r.Name, r.Zone, r.IsSample))],
            await due.CountAsync(ct),
            await waiting.CountAsync(m => m.Attempts >= FailingFrom, ct),
            await due.OrderBy(m => m.DueAt).Select(m => (DateTime?)m.DueAt).FirstOrDefaultAsync(ct),
            await waiting.Where(m => m.Attempts >= FailingFrom && m.LastFault != null).OrderByDescending(m => m.Attempts).Select(m => m.LastFault).FirstOrDefaultAsync(ct),
            newest);
    }
}
