using System.Text.Json;
using Lakudo.Children.Network;
using Lakudo.Field;
using Lakudo.Field.Protection;
using Lakudo.Kernel;
using Microsoft.EntityFrameworkCore;

namespace Lakudo.Children.Phones;

/// <summary>Opens sealed batches with the region's key and enters them as if the phone had sent them: those that a phone handed in, and those of a file that a cadre carried here.</summary>
public sealed class ReleaseSealed(LakudoDb db, Commit commit, Clock clock, PersonalData personal)
{
    private const int LargestFile = 20 * 1024 * 1024;

    /// <summary>What is released: everything kept of a phone.</summary>
    /// <param name="Phone">The phone.</param>
    public sealed record Command(Guid Phone);

    /// <summary>What became of it.</summary>
    /// <param name="Entered">Batches entered now or here already.</param>
    /// <param name="Refused">Batches that stay sealed because they could not be entered.</param>
    /// <param name="Reasons">Why, in words, each once.</param>
    public sealed record Answer(int Entered, int Refused, IReadOnlyList<string> Reasons);

    /// <summary>Releases what is kept of a phone. Refused with C-025 for a phone outside the caller's care, K-001 to others than its midwife or nutritionist.</summary>
    public async Task<Outcome<Answer>> Run(Caller caller, Command command, CancellationToken ct = default)
    {
        if (caller.MayNot(Act.ManagePhones) is { } refusal) return refusal;
        var now = clock.Now;
        var mine = db.PosyanduOf(caller, now);
        var phone = await db.As(caller).Phones.AsNoTracking().SingleOrDefaultAsync(p => p.Id == command.Phone && mine.Any(o => o.Id == p.PosyanduId), ct);
        if (phone is null) return ChildrenRefusals.NoSuchPhone;
        var kept = await db.KeptSealed.AsNoTracking().Where(k => k.PhoneId == phone.Id && k.ReleasedAt == null).OrderBy(k => k.ReceivedAt).ThenBy(k => k.Id).Select(k => new { k.Id, k.Box }).ToListAsync(ct);
        var reasons = new List<string>();
        var entered = 0;
        foreach (var one in kept)
        {
            var why = await Enter(caller, phone, one.Box, ct);
            var marked = await commit.Once<Done>(caller with { Key = null }, one.Id, async token =>
            {
                var row = await db.KeptSealed.SingleAsync(k => k.RegionId == caller.Region && k.Id == one.Id, token);
                if (why is null) row.Release(clock.Now);
                else row.Refuse(why.Code);
                commit.Record(caller, new SealedBatchReleased(one.Id, phone.Id, why?.Code));
                return new Done();
            }, ct);
            if (marked.IsRefused) return marked.Refusal;
            if (why is null) entered++;
            else reasons.Add(why.Text);
        }

        return new Answer(entered, kept.Count - entered, [.. reasons.Distinct()]);
    }

    /// <summary>Keeps what a file of a cadre holds and releases it. Refused with C-026 for what is no such file, and as above.</summary>
    /// <param name="caller">Who took the file.</param>
    /// <param name="file">Its bytes.</param>
    /// <param name="ct">Stops.</param>
    public async Task<Outcome<Answer>> FromFile(Caller caller, byte[] file, CancellationToken ct = default)
    {
        if (caller.MayNot(Act.ManagePhones) is { } refusal) return refusal;
        SealedFile? read = null;
        try
        {
            read = file.Length > LargestFile ? null : JsonSerializer.Deserialize(file, FieldJson.Default.SealedFile);
        }
        catch (JsonException)
        {
            // Any other file: said below.
        }

        if (read is not { Format: "lakudo-posyandu-1", Batches: { } batches } || batches.Any(b => b?.Ciphertext is null)) return ChildrenRefusals.FileUnreadable;
        var now = clock.Now;
        var mine = db.PosyanduOf(caller, now);
        var phone = await db.As(caller).Phones.AsNoTracking().SingleOrDefaultAsync(p => p.Id == read.Device && mine.Any(o => o.Id == p.PosyanduId), ct);
        if (phone is null) return ChildrenRefusals.NoSuchPhone;
        var kept = await new HandIn(db, commit, clock).Keep(caller, phone.Id, phone.PosyanduId, batches, ct);
        return kept.IsRefused ? kept.Refusal : await Run(caller, new Command(phone.Id), ct);
    }

    private async Task<Refusal?> Enter(Caller caller, Phone phone, byte[] box, CancellationToken ct)
    {
        if (JsonSerializer.Deserialize(box, FieldJson.Default.SealedBatch) is not { } kept) return ChildrenRefusals.SealBroken;
        using var key = await new SealingKeys(db, personal, caller.Region).Open(kept.Key, ct);
        if (key is null || Sealing.Open(kept, key) is not { } signed || signed.Device != phone.Id || !signed.IsBy(phone.PublicKey!)) return ChildrenRefusals.SealBroken;
        var read = PhoneDoor.Read(signed, FieldJson.Default.Batch);
        if (read.IsRefused) return read.Refusal;
        var cadre = new Caller(caller.Region, phone.WorkerId, [new Assignment(Role.Cadre, caller.Region)]);
        var known = new PhoneDoor.Known(phone.Id, phone.PosyanduId, phone.WorkerId, cadre, false);
        var answer = await new AcceptBatch(db, commit, clock, personal).Take(caller, known, read.Value, cadre, ct);
        if (answer.IsRefused) return answer.Refusal;
        return answer.Value.Refusals is [var first, ..] ? ChildrenRefusals.EntryRefused.With(first.Text) : null;
    }
}
