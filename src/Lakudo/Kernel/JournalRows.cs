using System.Collections.Immutable;
using Microsoft.EntityFrameworkCore;

namespace Lakudo.Kernel;

/// <summary>The journal to be read: who did what, when, why. It holds ids and codes, so nothing needs to be masked.</summary>
public sealed class JournalRows(LakudoDb db)
{
    /// <summary>How many rows a page holds.</summary>
    public const int PerPage = 100;

    /// <summary>A row.</summary>
    /// <param name="Seq">Its number in the region's chain.</param>
    /// <param name="At">UTC moment.</param>
    /// <param name="By">Account, device or client; null for the public and Lakudo itself.</param>
    /// <param name="Role">The role it was done under.</param>
    /// <param name="Fact">What happened.</param>
    /// <param name="Subject">What it happened to.</param>
    /// <param name="Data">The fact's fields as JSON.</param>
    /// <param name="Why">The reason given.</param>
    public sealed record Row(long Seq, DateTime At, Guid? By, string Role, string Fact, Guid Subject, string Data, string? Why);

    /// <summary>
    /// The rows before a number (from the newest, where none is named), newest first; of one fact, or about one subject, where named.
    /// Refused with K-001 to those who may not.
    /// </summary>
    public async Task<Outcome<ImmutableArray<Row>>> Run(Caller caller, long? before = null, string? fact = null, Guid? subject = null, CancellationToken ct = default)
    {
        if (db.MayNot(caller, Act.ReadJournal) is { } refusal)
        {
            return refusal;
        }

        var region = caller.Region;
        var rows = db.JournalEntries.AsNoTracking().Where(e => e.RegionId == region);
        rows = before is null ? rows : rows.Where(e => e.Seq < before);
        rows = string.IsNullOrWhiteSpace(fact) ? rows : rows.Where(e => e.Fact == fact);
        rows = subject is null ? rows : rows.Where(e => e.Subject == subject);
        var page = await rows.OrderByDescending(e => e.Seq).Take(PerPage).ToListAsync(ct);
        return page.Select(e => new Row(e.Seq, e.At, e.ById, e.ByRole, e.Fact, e.Subject, e.Data, e.Why)).ToImmutableArray();
    }
}
