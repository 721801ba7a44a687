using Microsoft.EntityFrameworkCore;

namespace Lakudo.Kernel;

/// <summary>Takes first answers whose day is over, in every region. The program does it by itself every ten minutes; no plan has to be confirmed for it.</summary>
/// <remarks>In small turns of the writer lane, so that clerks are not held up.</remarks>
public sealed class DropStoredAnswers(LakudoDb db, Clock clock, WriterLane lane)
{
    private const int AtOnce = 500;

    /// <summary>Takes them. Answers how many they were.</summary>
    public async Task<int> Run(CancellationToken ct = default)
    {
        db.Scope = Scope.Installation;
        var before = clock.Now - StoredAnswer.Life;
        var all = 0;
        for (var taken = AtOnce; taken == AtOnce; all += taken)
        {
            using var turn = await lane.Enter(WriterPriority.Ordinary, ct, nameof(DropStoredAnswers));
            // A save outside a transaction would ask for a turn of its own and wait for this one.
            await using var transaction = await db.Database.BeginTransactionAsync(ct);
            var old = await db.StoredAnswers.Where(a => a.At < before).OrderBy(a => a.At).Take(AtOnce).ToListAsync(ct);
            db.StoredAnswers.RemoveRange(old);
            await db.SaveChangesAsync(ct);
            await transaction.CommitAsync(ct);
            db.ChangeTracker.Clear();
            taken = old.Count;
        }

        return all;
    }
}
