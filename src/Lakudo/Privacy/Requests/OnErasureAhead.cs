using System.Text.Json;
using Lakudo.Kernel;
using Microsoft.EntityFrameworkCore;

namespace Lakudo.Privacy.Requests;

/// <summary>An erasure is certain to come: it stands on the list from now on, so that a backup restored meanwhile loses it too.</summary>
internal sealed class OnErasureAhead(LakudoDb db) : IReaction
{
    public string Fact => nameof(ErasureAhead);

    public async Task React(int region, Guid message, JsonElement data, CancellationToken ct)
    {
        if (await db.As(Caller.System(region)).Erasures.AnyAsync(e => e.Id == message, ct)) return;
        db.Erasures.Add(new Erasure { RegionId = region, Id = message, KeyKind = data.GetProperty(nameof(ErasureAhead.Kind)).Deserialize<PersonKeyKind>(Journal.Json), Fingerprint = data.GetProperty(nameof(ErasureAhead.Key)).GetBytesFromBase64(), At = data.GetProperty(nameof(ErasureAhead.At)).GetDateTime() });
        // Saving takes its own turn in the writer lane (LaneInterceptor); one held here would wait for itself.
        await db.SaveChangesAsync(ct);
    }
}

/// <summary>The erasure is not to come after all: its line loses its key.</summary>
internal sealed class OnErasureTakenBack(LakudoDb db, WriterLane lane) : IReaction
{
    public string Fact => nameof(ErasureTakenBack);

    public async Task React(int region, Guid message, JsonElement data, CancellationToken ct)
    {
        var (kind, key) = (data.GetProperty(nameof(ErasureTakenBack.Kind)).Deserialize<PersonKeyKind>(Journal.Json), data.GetProperty(nameof(ErasureTakenBack.Key)).GetBytesFromBase64());
        using var turn = await lane.Enter(WriterPriority.Ordinary, ct);
        await db.As(Caller.System(region)).Erasures.Where(e => e.KeyKind == kind && e.Fingerprint == key).ExecuteUpdateAsync(s => s.SetProperty(e => e.Fingerprint, (byte[]?)null), ct);
    }
}
