using Lakudo.Kernel;
using Microsoft.EntityFrameworkCore;

namespace Lakudo.Privacy.Retention;

/// <summary>First answers to requests, kept so that a request that comes twice is done once.</summary>
internal sealed class RetainStoredAnswers(LakudoDb db) : IRetention
{
    public string Rule => "jawaban-ulang";

    public async Task<Aged> Look(DateTime before, CancellationToken ct) => new(
        await db.StoredAnswers.CountAsync(a => a.At < before, ct), await db.StoredAnswers.CountAsync(ct), await db.StoredAnswers.Where(a => a.At >= before).MinAsync(a => (DateTime?)a.At, ct));

    public async Task<Erased> Apply(DateTime before, int most, CancellationToken ct)
    {
        var old = await db.StoredAnswers.Where(a => a.At < before).OrderBy(a => a.At).Take(most).ToListAsync(ct);
        db.StoredAnswers.RemoveRange(old);
        return Erased.Of(old.Count);
    }
}

/// <summary>Messages of the outbox that are done.</summary>
internal sealed class RetainOutbox(LakudoDb db) : IRetention
{
    public string Rule => "kotak-keluar";

    public async Task<Aged> Look(DateTime before, CancellationToken ct)
    {
        var done = db.OutboxMessages.Where(m => m.DoneAt != null);
        return new(await done.CountAsync(m => m.DoneAt < before, ct), await done.CountAsync(ct), await done.Where(m => m.DoneAt >= before).MinAsync(m => m.DoneAt, ct));
    }

    public async Task<Erased> Apply(DateTime before, int most, CancellationToken ct)
    {
        var old = await db.OutboxMessages.Where(m => m.DoneAt != null && m.DoneAt < before).OrderBy(m => m.DoneAt).Take(most).ToListAsync(ct);
        db.OutboxMessages.RemoveRange(old);
        return Erased.Of(old.Count);
    }
}

/// <summary>What was looked for in requests that are closed.</summary>
internal sealed class RetainRequests(LakudoDb db) : IRetention
{
    public string Rule => "permintaan-data";

    public async Task<Aged> Look(DateTime before, CancellationToken ct)
    {
        var closed = db.DataRequests.Where(r => r.ClosedAt != null && r.KeySealed != null);
        return new(await closed.CountAsync(r => r.ClosedAt < before, ct), await db.DataRequests.CountAsync(r => r.KeySealed != null, ct), await closed.Where(r => r.ClosedAt >= before).MinAsync(r => r.ClosedAt, ct));
    }

    public async Task<Erased> Apply(DateTime before, int most, CancellationToken ct)
    {
        var old = await db.DataRequests.Where(r => r.ClosedAt != null && r.KeySealed != null && r.ClosedAt < before).OrderBy(r => r.ClosedAt).Take(most).ToListAsync(ct);
        foreach (var request in old) request.Forget();
        return Erased.Of(old.Count);
    }
}

/// <summary>Fingerprints on the list of erasures, once no backup is left that could bring the erased back.</summary>
internal sealed class RetainErasures(LakudoDb db) : IRetention
{
    public string Rule => "daftar-penghapusan";

    public async Task<Aged> Look(DateTime before, CancellationToken ct)
    {
        var held = db.Erasures.Where(e => e.Fingerprint != null);
        return new(await held.CountAsync(e => e.At < before, ct), await held.CountAsync(ct), await held.Where(e => e.At >= before).MinAsync(e => (DateTime?)e.At, ct));
    }

    public async Task<Erased> Apply(DateTime before, int most, CancellationToken ct)
    {
        var old = await db.Erasures.Where(e => e.Fingerprint != null && e.At < before).OrderBy(e => e.At).Take(most).ToListAsync(ct);
        foreach (var erasure in old) erasure.Fingerprint = null;
        return Erased.Of(old.Count);
    }
}
