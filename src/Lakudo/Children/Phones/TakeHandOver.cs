using System.Security.Cryptography;
using System.Text.Json;
using Lakudo.Children.Network;
using Lakudo.Field;
using Lakudo.Field.Protection;
using Lakudo.Kernel;
using Microsoft.EntityFrameworkCore;

namespace Lakudo.Children.Phones;

/// <summary>Takes what a cadre carried to the puskesmas, by file or from the screen of her phone, into the register. What cannot be entered stays here sealed; the same again adds nothing.</summary>
public sealed class TakeHandOver(LakudoDb db, Commit commit, Clock clock, PersonalData personal)
{
    /// <summary>Bytes of a file: a whole year of a large posyandu is below two megabytes.</summary>
    public const int Largest = 20 * 1024 * 1024;

    private const int LargestBox = 4 * 1024 * 1024;
    private const int MostBoxes = 1_000;

    /// <summary>Names, values and brackets of a file: fourteen for each box.</summary>
    private const int MostParts = 40 * MostBoxes;

    /// <summary>What became of it.</summary>
    /// <param name="Id">The hand-over.</param>
    /// <param name="Phone">The phone it came from.</param>
    /// <param name="Cadre">Whose phone.</param>
    /// <param name="Posyandu">The posyandu.</param>
    /// <param name="PosyanduName">Its name.</param>
    /// <param name="Before">When it came first, UTC; null when this was the first time.</param>
    /// <param name="Counts">What was entered and what was not.</param>
    /// <param name="Unopened">Boxes that did not open: broken on the way, or not of this region. They are not kept; the phone still has them.</param>
    /// <param name="Receipt">The code to be told to the cadre; null where something did not open, or from a phone that cannot be opened any more.</param>
    public sealed record Answer(Guid Id, Guid Phone, string Cadre, Guid Posyandu, string PosyanduName, DateTime? Before, SealedCounts Counts, int Unopened, string? Receipt);

    /// <summary>
    /// Refused with C-036 for an empty or too large file, C-037 for one that breaks off, C-026 for any other file, C-038 for a phone outside the caller's care or of another region,
    /// C-027 where nothing in it opens, K-030 and K-034 where it holds more than a posyandu writes in years, K-001 to others than midwives and nutritionists. Then nothing was kept and nothing is lost: the phone still has it all.
    /// </summary>
    /// <param name="caller">Who took it.</param>
    /// <param name="file">The bytes of a <see cref="SealedFile"/>.</param>
    /// <param name="way">How it came.</param>
    /// <param name="ct">Stops between two visits; what was entered stays, and the same file enters the rest.</param>
    public async Task<Outcome<Answer>> Run(Caller caller, byte[] file, HandOverWay way, CancellationToken ct = default)
    {
        if (db.MayNot(caller, Act.ManagePhones) is { } refusal) return refusal;
        var read = Read(file);
        if (read.IsRefused) return read.Refusal;
        var mine = db.PosyanduOf(caller, clock.Now);
        var found = await (from p in db.Phones.AsNoTracking()
                           join o in mine on p.PosyanduId equals o.Id
                           join w in db.HealthWorkers on p.WorkerId equals w.Id
                           where p.Id == read.Value.Device && p.PublicKey != null
                           select new { Phone = p, Posyandu = o.Name, Cadre = w.Name }).SingleOrDefaultAsync(ct);
        if (found is null) return ChildrenRefusals.FileOfAnother;
        var phone = found.Phone;
        var opened = new List<(SealedBatch Box, SealedBox Content)>();
        var limit = new ExpansionLimit(SealedBox.LargestUnpacked);
        var boxes = read.Value.HandOver is { } whole ? [whole, .. read.Value.Batches] : read.Value.Batches;
        foreach (var box in boxes)
        {
            var content = await SealedBox.Open(new SealingKeys(db, personal, caller.Region), box, phone, limit, ct);
            if (content.IsRefused && SealedBox.IsTooLarge(content.Refusal)) return content.Refusal;
            if (!content.IsRefused) opened.Add((box, content.Value));
        }

        if (opened.Count == 0) return ChildrenRefusals.SealBroken;
        var handOver = opened.Select(one => one.Content.HandOver).FirstOrDefault(one => one is not null);
        var id = handOver?.Id ?? new Guid(SHA256.HashData(file).AsSpan(0, 16), bigEndian: true);
        if (await db.TakenHandOvers.AnyAsync(h => h.Id == id && h.PhoneId != phone.Id, ct)) return ChildrenRefusals.FileUnreadable;
        // Kept first: whatever stops the program from here on, the work lies at the puskesmas.
        var kept = await new HandIn(db, commit, clock).Keep(caller, phone.Id, phone.PosyanduId, [.. opened.Select(one => one.Box)], ct);
        if (kept.IsRefused) return kept.Refusal;
        var counts = SealedCounts.None;
        foreach (var (box, content) in opened)
        {
            var entered = await new SealedEntry(db, commit, clock, personal).Enter(caller, phone, content, ct);
            if (await new ReleaseSealed(db, commit, clock, personal).Mark(caller, phone.Id, box.Id, entered.Refused is [var first, ..] ? first.Code : null, ct) is { } fault) return fault;
            counts += entered;
        }

        var unopened = boxes.Count - opened.Count;
        var receipt = handOver is not null && unopened == 0 ? Receipts.Code(handOver.Secret, handOver.Id) : null;
        var noted = await Note(caller, phone, id, way, handOver?.Clock, counts, unopened, receipt, ct);
        return noted.Then(before => new Answer(id, phone.Id, found.Cadre, phone.PosyanduId, found.Posyandu, before.At, counts, unopened, receipt));
    }

    private sealed record Before(DateTime? At);

    private Task<Outcome<Before>> Note(Caller caller, Phone phone, Guid id, HandOverWay way, DateTime? madeAt, SealedCounts counts, int unopened, string? receipt, CancellationToken ct) => commit.Once<Before>(caller with { Key = null }, id, async token =>
    {
        var now = clock.Now;
        var row = await db.TakenHandOvers.SingleOrDefaultAsync(h => h.RegionId == caller.Region && h.Id == id, token);
        var before = row?.At;
        if (row is null) db.TakenHandOvers.Add(row = new TakenHandOver(caller.Region, id, phone, caller.Id, way, madeAt, now));
        row.Came(counts, unopened, receipt, now);
        commit.Record(caller, new HandOverTaken(phone.Id, id, way, counts.Batches, counts.Measurements, counts.Doubled, counts.Conflicts, counts.Refused.Length, unopened));
        return new Before(before);
    }, ct);

    private static Outcome<SealedFile> Read(byte[] file)
    {
        if (file.Length is 0 or > Largest) return ChildrenRefusals.FileTooLarge.With(Largest / (1024 * 1024));
        try
        {
            return CountedJson.Read(file, FieldJson.Default.SealedFile, MostParts) is { Format: SealedFile.Known, Batches: { Count: <= MostBoxes } batches } read
                   && batches.Append(read.HandOver).All(box => box is null or { Ephemeral: not null, Iv: not null, Ciphertext: { Length: <= LargestBox } }) && batches.All(box => box is not null) && (batches.Count > 0 || read.HandOver is not null)
                ? read
                : ChildrenRefusals.FileUnreadable;
        }
        catch (FileTooLargeException e)
        {
            return e.Refusal;
        }
        catch (JsonException)
        {
            // A text that begins like ours and does not end was cut off while it was copied.
            return file.AsSpan().StartsWith("{\"device\":"u8) && file[^1] != '}' ? ChildrenRefusals.FileCutOff : ChildrenRefusals.FileUnreadable;
        }
    }
}
