using Lakudo.Children.Import;
using Lakudo.Children.Phones;
using Lakudo.Kernel;
using Microsoft.EntityFrameworkCore;

namespace Lakudo.Children.Personal;

/// <summary>Files that were uploaded and never entered. A trial can be entered for a day only; the program forgets it even where nobody uploads another.</summary>
internal sealed class RetainImportTrials(LakudoDb db) : IRetention
{
    public string Rule => "uji-impor";

    public async Task<Aged> Look(DateTime before, CancellationToken ct) => new(
        await db.ImportTrials.CountAsync(t => t.At < before, ct), await db.ImportTrials.CountAsync(ct), await db.ImportTrials.Where(t => t.At >= before).MinAsync(t => (DateTime?)t.At, ct));

    public async Task<Erased> Apply(DateTime before, int most, CancellationToken ct)
    {
        var old = await db.ImportTrials.Where(t => t.At < before).OrderBy(t => t.At).Take(most).ToListAsync(ct);
        db.ImportTrials.RemoveRange(old);
        return Erased.Of(old.Count);
    }
}

/// <summary>Answers to batches: a batch that comes again long afterwards is known by its entries.</summary>
internal sealed class RetainBatches(LakudoDb db) : IRetention
{
    public string Rule => "kiriman-ponsel";

    public async Task<Aged> Look(DateTime before, CancellationToken ct) => new(
        await db.ReceivedBatches.CountAsync(b => b.ReceivedAt < before, ct), await db.ReceivedBatches.CountAsync(ct), await db.ReceivedBatches.Where(b => b.ReceivedAt >= before).MinAsync(b => (DateTime?)b.ReceivedAt, ct));

    public async Task<Erased> Apply(DateTime before, int most, CancellationToken ct)
    {
        var old = await db.ReceivedBatches.Where(b => b.ReceivedAt < before).OrderBy(b => b.ReceivedAt).Take(most).ToListAsync(ct);
        db.ReceivedBatches.RemoveRange(old);
        return Erased.Of(old.Count);
    }
}

/// <summary>Sealed batches that were released. One that waits stays: unsent work is never lost.</summary>
internal sealed class RetainSealed(LakudoDb db) : IRetention
{
    public string Rule => "kiriman-tersegel";

    private IQueryable<KeptSealed> Held => db.KeptSealed.Where(k => k.ReleasedAt != null);

    public async Task<Aged> Look(DateTime before, CancellationToken ct) => new(
        await Held.CountAsync(k => k.ReleasedAt < before, ct), await Held.CountAsync(ct), await Held.Where(k => k.ReleasedAt >= before).MinAsync(k => k.ReleasedAt, ct));

    public async Task<Erased> Apply(DateTime before, int most, CancellationToken ct)
    {
        var old = await Held.Where(k => k.ReleasedAt < before).OrderBy(k => k.ReleasedAt).Take(most).ToListAsync(ct);
        db.KeptSealed.RemoveRange(old);
        return Erased.Of(old.Count);
    }
}

/// <summary>The list of what was carried to the puskesmas: the journal and the batches themselves say the rest.</summary>
internal sealed class RetainHandOvers(LakudoDb db) : IRetention
{
    public string Rule => "serahan-tanpa-sinyal";

    public async Task<Aged> Look(DateTime before, CancellationToken ct) => new(
        await db.TakenHandOvers.CountAsync(h => h.LastAt < before, ct), await db.TakenHandOvers.CountAsync(ct), await db.TakenHandOvers.Where(h => h.LastAt >= before).MinAsync(h => (DateTime?)h.LastAt, ct));

    public async Task<Erased> Apply(DateTime before, int most, CancellationToken ct)
    {
        var old = await db.TakenHandOvers.Where(h => h.LastAt < before).OrderBy(h => h.LastAt).Take(most).ToListAsync(ct);
        db.TakenHandOvers.RemoveRange(old);
        return Erased.Of(old.Count);
    }
}

/// <summary>Phones that were told to forget, and codes that nobody typed. One that made no contact since the order stays: only then can it still be told.</summary>
internal sealed class RetainPhones(LakudoDb db) : IRetention
{
    public string Rule => "ponsel-kader";

    private IQueryable<Phone> Held
    {
        get
        {
            var kept = db.KeptSealed;
            return db.Phones.Where(p => (p.WipeToldAt != null || p.PublicKey == null) && !kept.Any(k => k.PhoneId == p.Id && k.ReleasedAt == null));
        }
    }

    public async Task<Aged> Look(DateTime before, CancellationToken ct) => new(
        await Held.CountAsync(p => (p.WipeToldAt ?? p.CodeUntil) < before, ct), await Held.CountAsync(ct), await Held.Where(p => (p.WipeToldAt ?? p.CodeUntil) >= before).MinAsync(p => (DateTime?)(p.WipeToldAt ?? p.CodeUntil), ct));

    public async Task<Erased> Apply(DateTime before, int most, CancellationToken ct)
    {
        var old = await Held.Where(p => (p.WipeToldAt ?? p.CodeUntil) < before).OrderBy(p => p.WipeToldAt ?? p.CodeUntil).Take(most).ToListAsync(ct);
        db.Phones.RemoveRange(old);
        return Erased.Of(old.Count);
    }
}
