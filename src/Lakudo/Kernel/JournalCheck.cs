using Microsoft.EntityFrameworkCore;

namespace Lakudo.Kernel;

/// <summary>Answers whether a region's journal is whole: <c>lakudo journal verify</c>.</summary>
public sealed class JournalCheck(LakudoDb db)
{
    /// <summary>What was found.</summary>
    /// <param name="Entries">How many rows were read.</param>
    /// <param name="FirstBroken">The number of the first row that is changed, missing or out of place; null when the chain is whole.</param>
    public sealed record Answer(long Entries, long? FirstBroken);

    /// <summary>Reads the whole chain of a region from its first row.</summary>
    public async Task<Outcome<Answer>> Run(Caller caller, CancellationToken ct = default)
    {
        if (caller.Is(Role.System))
        {
            db.As(caller);
        }
        else if (db.MayNot(caller, Act.ReadJournal) is { } refusal)
        {
            return refusal;
        }

        var hash = new byte[32];
        var seq = 0L;
        await foreach (var entry in db.JournalEntries.AsNoTracking().OrderBy(e => e.Seq).AsAsyncEnumerable().WithCancellation(ct))
        {
            seq++;
            hash = Journal.HashOf(hash, entry);
            if (entry.Seq != seq || !hash.AsSpan().SequenceEqual(entry.Hash))
            {
                return new Answer(seq, seq);
            }
        }

        var head = await db.JournalHeads.AsNoTracking().SingleOrDefaultAsync(ct);
        var whole = head is null ? seq == 0 : head.Seq == seq && head.Hash.AsSpan().SequenceEqual(hash);
        return new Answer(seq, whole ? null : seq + 1);
    }
}
