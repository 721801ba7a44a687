using Lakudo.Kernel;
using Microsoft.EntityFrameworkCore;

namespace Lakudo.Children.Phones;

/// <summary>Puts the key over hashes of batches that an earlier release stored without one: a NIK in a batch could be tried. A phone that sends such a batch again still gets its first answer.</summary>
public sealed class KeyBatchHashes(LakudoDb db, PersonalData personal)
{
    private const int AtOnce = 500;

    /// <summary>Answers how many they were.</summary>
    public async Task<int> Run(CancellationToken ct = default)
    {
        db.Scope = Scope.Installation;
        var all = 0;
        for (var taken = AtOnce; taken == AtOnce; all += taken)
        {
            var plain = await db.ReceivedBatches.Where(b => b.Content.Length < PersonalData.MarkLength).OrderBy(b => b.ReceivedAt).Take(AtOnce).ToListAsync(ct);
            foreach (var batch in plain) batch.Key(personal);
            await db.SaveChangesAsync(ct);
            db.ChangeTracker.Clear();
            taken = plain.Count;
        }

        return all;
    }
}
