using Lakudo.Kernel;
using Microsoft.EntityFrameworkCore;

namespace Lakudo.Privacy.Requests;

/// <summary>
/// Erases again what a restored backup brought back. The list of erasures is kept beside the backups, outside the database; whatever stands on it and not in the database
/// was undone by a restore.
/// </summary>
public sealed class RepeatErasures(LakudoDb db, Commit commit, PersonalData personal, IEnumerable<IPersonalRecords> modules)
{
    /// <summary>A line of the list.</summary>
    /// <param name="Id">The erasure.</param>
    /// <param name="Kind">Whose key.</param>
    /// <param name="Key">The keyed hash.</param>
    /// <param name="At">When it was erased, UTC; what came later stays.</param>
    public sealed record Line(Guid Id, PersonKeyKind Kind, byte[] Key, DateTime At);

    /// <summary>What the database knows of, to be kept beside the backups; a line whose time has passed has an empty key. Refused with K-001.</summary>
    public async Task<Outcome<IReadOnlyList<Line>>> Known(Caller caller, CancellationToken ct = default)
    {
        if (db.MayNot(caller, Act.RepeatErasures) is { } refusal) return refusal;
        return await db.Erasures.AsNoTracking().OrderBy(e => e.At).Select(e => new Line(e.Id, e.KeyKind, e.Fingerprint ?? Array.Empty<byte>(), e.At)).ToListAsync(ct);
    }

    /// <summary>Erases what of a list the database does not know of. Answers how many lines that were. Refused with K-001.</summary>
    public async Task<Outcome<int>> Run(Caller caller, IReadOnlyList<Line> list, CancellationToken ct = default)
    {
        if (db.MayNot(caller, Act.RepeatErasures) is { } refusal) return refusal;
        var repeated = 0;
        foreach (var line in list.Where(l => l.Key.Length > 0))
        {
            var outcome = await commit.Once<bool>(caller with { Key = null }, line, async token =>
            {
                if (await db.Erasures.AnyAsync(e => e.Id == line.Id, token)) return false;
                var search = new PersonSearch(personal, modules);
                var erased = await search.Erase(await search.Whole(new Person(line.Kind, line.Key), token), line.At, token);
                Keep(db, commit, caller, Guid.Empty, new Erasure { RegionId = caller.Region, Id = line.Id, KeyKind = line.Kind, Fingerprint = line.Key, At = line.At }, erased, "Diulang sesudah pemulihan cadangan");
                return true;
            }, ct);
            if (outcome.IsRefused) return outcome.Refusal;
            repeated += outcome.Value ? 1 : 0;
        }

        return repeated;
    }

    internal static void Keep(LakudoDb db, Commit commit, Caller caller, Guid request, Erasure erasure, Erased erased, string why)
    {
        (erasure.Rows, erasure.Files) = (erased.Rows, erased.Files.Count);
        db.Erasures.Add(erasure);
        commit.Record(caller, new PersonErased(request, erasure.Id, erasure.Rows, erasure.Files), why);
        foreach (var fact in erased.Facts) commit.Publish(caller, fact);
        if (erased.Files.Count > 0) commit.Publish(caller, new FilesReleased(erasure.Id, erased.Files));
    }
}
