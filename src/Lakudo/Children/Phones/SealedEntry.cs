using System.Collections.Immutable;
using Lakudo.Field;
using Lakudo.Kernel;
using Microsoft.EntityFrameworkCore;

namespace Lakudo.Children.Phones;

/// <summary>An entry that could not be taken in, as the puskesmas is told.</summary>
/// <param name="Child">The child it is about; null for a mother, or where the whole batch was refused.</param>
/// <param name="Day">When it was measured; null where it is no measurement.</param>
/// <param name="Code">The refusal's number.</param>
/// <param name="Text">Why, and what to do, in Indonesian.</param>
public sealed record RefusedEntry(Guid? Child, DateOnly? Day, string Code, string Text);

/// <summary>What became of sealed work, in numbers.</summary>
/// <param name="Batches">Batches in it.</param>
/// <param name="Measurements">Measurements entered now.</param>
/// <param name="Doubled">Measurements that were here before.</param>
/// <param name="Others">Newcomers, services, pregnancies and their visits in what was accepted.</param>
/// <param name="Conflicts">Measurements entered beside another of the same child and time; the puskesmas decides.</param>
/// <param name="Refused">What could not be entered; it stays sealed.</param>
public sealed record SealedCounts(int Batches, int Measurements, int Doubled, int Others, int Conflicts, ImmutableArray<RefusedEntry> Refused)
{
    /// <summary>Nothing yet.</summary>
    public static SealedCounts None { get; } = new(0, 0, 0, 0, 0, []);

    /// <summary>Both together.</summary>
    public static SealedCounts operator +(SealedCounts left, SealedCounts right) => new(
        left.Batches + right.Batches, left.Measurements + right.Measurements, left.Doubled + right.Doubled, left.Others + right.Others, left.Conflicts + right.Conflicts, [.. left.Refused, .. right.Refused]);
}

/// <summary>Enters the batches of an opened box as if the phone had sent them, each whole or not at all.</summary>
internal sealed class SealedEntry(LakudoDb db, Commit commit, Clock clock, PersonalData personal)
{
    public async Task<SealedCounts> Enter(Caller caller, Phone phone, SealedBox box, CancellationToken ct)
    {
        var cadre = new Caller(caller.Region, phone.WorkerId, [new Assignment(Role.Cadre, caller.Region)]);
        var known = new PhoneDoor.Known(phone.Id, phone.PosyanduId, phone.WorkerId, cadre, false);
        var ids = box.Batches.SelectMany(batch => batch.Measurements ?? []).Select(entry => entry.Id).ToHashSet();
        var here = await db.Measurements.Where(m => m.RegionId == caller.Region && ids.Contains(m.Id)).Select(m => m.Id).ToHashSetAsync(ct);
        var counts = SealedCounts.None;
        foreach (var batch in box.Batches) counts += await Enter(caller, known, batch, here, ct);
        return counts;
    }

    private async Task<SealedCounts> Enter(Caller caller, PhoneDoor.Known phone, Batch batch, HashSet<Guid> here, CancellationToken ct)
    {
        var outcome = await new AcceptBatch(db, commit, clock, personal).Take(caller, phone, batch, phone.Caller, ct);
        if (outcome.IsRefused) return SealedCounts.None with { Batches = 1, Refused = [new RefusedEntry(null, null, outcome.Refusal.Code, outcome.Refusal.Message)] };
        var answer = outcome.Value;
        if (answer.Verdict == BatchVerdict.Refused) return SealedCounts.None with { Batches = 1, Refused = [.. answer.Refusals.Select(note => Told(batch, note))] };
        var gone = answer.Notes.Where(note => note.Code == EntryNotes.Erased).Select(note => note.Entry).ToHashSet();
        var doubled = batch.Measurements.Count(entry => here.Contains(entry.Id));
        return new SealedCounts(1, batch.Measurements.Count(entry => !here.Contains(entry.Id) && !gone.Contains(entry.Id)), doubled, batch.Count - batch.Measurements.Count,
            answer.Verdict == BatchVerdict.Accepted ? answer.Notes.Count(note => note.Code == EntryNotes.Conflict) : 0, []);
    }

    private static RefusedEntry Told(Batch batch, EntryNote note)
    {
        var measured = batch.Measurements.FirstOrDefault(entry => entry.Id == note.Entry);
        return new RefusedEntry(measured?.Child ?? batch.Services.FirstOrDefault(entry => entry.Id == note.Entry)?.Child, measured?.Day, note.Code, note.Text);
    }
}
