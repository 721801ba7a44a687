using Microsoft.EntityFrameworkCore;

namespace Lakudo.Kernel;

/// <summary>Puts the keys over first answers that an earlier release stored with a plain hash and in clear. Run at the upgrade, while no server uses the database.</summary>
public sealed class CloseStoredAnswers(LakudoDb db, PersonalData personal)
{
    private const int AtOnce = 500;

    /// <summary>Answers how many they were.</summary>
    public async Task<int> Run(CancellationToken ct = default)
    {
        db.Scope = Scope.Installation;
        var all = 0;
        for (var taken = AtOnce; taken == AtOnce; all += taken)
        {
            var open = await db.StoredAnswers.Where(a => a.Request.Length != PersonalData.MarkLength).OrderBy(a => a.At).Take(AtOnce).ToListAsync(ct);
            foreach (var answer in open) answer.Close(personal);
            await db.SaveChangesAsync(ct);
            db.ChangeTracker.Clear();
            taken = open.Count;
        }

        return all;
    }
}
