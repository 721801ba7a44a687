using System.Text.Json;
using Lakudo.Children.Network;
using Lakudo.Field;
using Lakudo.Kernel;
using Microsoft.EntityFrameworkCore;

namespace Lakudo.Children.Phones;

/// <summary>Opens with the region's key what a phone handed in sealed, and enters it as if the phone had sent it.</summary>
public sealed class ReleaseSealed(LakudoDb db, Commit commit, Clock clock, PersonalData personal)
{
    /// <summary>What is released: everything kept of a phone.</summary>
    /// <param name="Phone">The phone.</param>
    public sealed record Command(Guid Phone);

    /// <summary>What became of it.</summary>
    /// <param name="Entered">Boxes of which everything is in the register now or was before.</param>
    /// <param name="Refused">Boxes that stay sealed because something of them could not be entered.</param>
    /// <param name="Reasons">Why, in words, each once.</param>
    public sealed record Answer(int Entered, int Refused, IReadOnlyList<string> Reasons);

    /// <summary>Refused with C-025 for a phone outside the caller's care, K-001 to others than its midwife or nutritionist.</summary>
    public async Task<Outcome<Answer>> Run(Caller caller, Command command, CancellationToken ct = default)
    {
        if (db.MayNot(caller, Act.ManagePhones) is { } refusal) return refusal;
        var now = clock.Now;
        var mine = db.PosyanduOf(caller, now);
        var phone = await db.Phones.AsNoTracking().SingleOrDefaultAsync(p => p.Id == command.Phone && mine.Any(o => o.Id == p.PosyanduId), ct);
        if (phone is null) return ChildrenRefusals.NoSuchPhone;
        var kept = await db.KeptSealed.AsNoTracking().Where(k => k.PhoneId == phone.Id && k.ReleasedAt == null).OrderBy(k => k.ReceivedAt).ThenBy(k => k.Id).Select(k => new { k.Id, k.Box }).ToListAsync(ct);
        var reasons = new List<string>();
        var entered = 0;
        foreach (var one in kept)
        {
            var opened = await SealedBox.Open(new SealingKeys(db, personal, caller.Region), JsonSerializer.Deserialize(one.Box, FieldJson.Default.SealedBatch), phone, new ExpansionLimit(SealedBox.LargestUnpacked), ct);
            var refused = opened.IsRefused ? [new RefusedEntry(null, null, opened.Refusal.Code, opened.Refusal.Message)] : (await new SealedEntry(db, commit, clock, personal).Enter(caller, phone, opened.Value, ct)).Refused;
            if (await Mark(caller, phone.Id, one.Id, refused is [var first, ..] ? first.Code : null, ct) is { } fault) return fault;
            if (refused.IsEmpty) entered++;
            else reasons.AddRange(refused.Select(entry => entry.Text));
        }

        return new Answer(entered, kept.Count - entered, [.. reasons.Distinct()]);
    }

    /// <summary>Notes what became of a kept box: emptied when all of it was entered, otherwise it stays with the first reason.</summary>
    internal async Task<Refusal?> Mark(Caller caller, Guid phone, Guid box, string? code, CancellationToken ct) => (await commit.Once<Done>(caller with { Key = null }, box, async token =>
    {
        var row = await db.KeptSealed.SingleAsync(k => k.RegionId == caller.Region && k.Id == box, token);
        if (code is null) row.Release(clock.Now);
        else row.Refuse(code);
        commit.Record(caller, new SealedBatchReleased(box, phone, code));
        return new Done();
    }, ct)).Refusal;
}
