using System.Text.Json;
using Microsoft.EntityFrameworkCore;

namespace Lakudo.Kernel;

/// <summary>A fact waiting for its reactions. A row with a due time and a lease, so that any node can take it and none takes it twice at once.</summary>
internal sealed class OutboxMessage : IRegional
{
    public int RegionId { get; set; }

    public Guid Id { get; set; }

    public string Fact { get; set; } = "";

    public string Data { get; set; } = "";

    public DateTime DueAt { get; set; }

    public DateTime? LeasedUntil { get; set; }

    public int Attempts { get; set; }

    public DateTime? DoneAt { get; set; }

    /// <summary>The last fault's type, never its text: texts can hold personal data.</summary>
    public string? LastFault { get; set; }

    public static OutboxMessage Of(int region, IFact fact, DateTime due, Clock clock) => new()
    {
        RegionId = region,
        Id = Ids.New(clock),
        Fact = fact.GetType().Name,
        Data = JsonSerializer.Serialize(fact, fact.GetType(), Journal.Json),
        DueAt = due,
    };
}

/// <summary>What one module does about a fact of another. Runs at least once, so it must be safe to run twice.</summary>
public interface IReaction
{
    /// <summary>The name of the fact reacted to.</summary>
    string Fact { get; }

    /// <summary>Reacts, in a transaction of its own.</summary>
    /// <param name="region">The region it happened in.</param>
    /// <param name="message">The message's id, a good idempotency key.</param>
    /// <param name="data">The fact as JSON.</param>
    /// <param name="ct">Stops.</param>
    Task React(int region, Guid message, JsonElement data, CancellationToken ct);
}

/// <summary>Takes due messages one after the other and hands them to their reactions.</summary>
public sealed class DeliverOutbox(LakudoDb db, Clock clock, WriterLane lane, IEnumerable<IReaction> reactions)
{
    private static readonly TimeSpan Lease = TimeSpan.FromMinutes(1);

    /// <summary>Delivers what is due, at most a hundred messages. Answers how many were tried.</summary>
    public async Task<int> Run(CancellationToken ct = default)
    {
        db.Scope = Scope.Installation;
        var now = clock.Now;
        var due = await db.OutboxMessages.AsNoTracking()
            .Where(m => m.DoneAt == null && m.DueAt <= now && (m.LeasedUntil == null || m.LeasedUntil < now))
            .OrderBy(m => m.DueAt).Take(100).ToListAsync(ct);
        var tried = 0;
        foreach (var message in due)
        {
            if (!await Claim(message, ct))
            {
                continue;
            }

            tried++;
            string? fault = null;
            try
            {
                using var data = JsonDocument.Parse(message.Data);
                foreach (var reaction in reactions.Where(r => r.Fact == message.Fact))
                {
                    await reaction.React(message.RegionId, message.Id, data.RootElement, ct);
                }
            }
            catch (Exception e) when (e is not OperationCanceledException)
            {
                fault = e.GetType().Name;
            }

            await Settle(message, fault, ct);
        }

        return tried;
    }

    private async Task<bool> Claim(OutboxMessage message, CancellationToken ct)
    {
        using var turn = await lane.Enter(WriterPriority.Ordinary, ct);
        var now = clock.Now;
        return await db.OutboxMessages
            .Where(m => m.RegionId == message.RegionId && m.Id == message.Id && m.DoneAt == null && (m.LeasedUntil == null || m.LeasedUntil < now))
            .ExecuteUpdateAsync(s => s.SetProperty(m => m.LeasedUntil, now + Lease).SetProperty(m => m.Attempts, m => m.Attempts + 1), ct) == 1;
    }

    private async Task Settle(OutboxMessage message, string? fault, CancellationToken ct)
    {
        using var turn = await lane.Enter(WriterPriority.Ordinary, ct);
        DateTime? done = fault is null ? clock.Now : null;
        // After a fault the message waits twice as long each time, an hour at most.
        var again = clock.Now + TimeSpan.FromSeconds(Math.Min(3600, Math.Pow(2, message.Attempts + 1)));
        await db.OutboxMessages.Where(m => m.RegionId == message.RegionId && m.Id == message.Id).ExecuteUpdateAsync(
            s => s.SetProperty(m => m.DoneAt, done).SetProperty(m => m.LastFault, fault).SetProperty(m => m.LeasedUntil, (DateTime?)null)
                .SetProperty(m => m.DueAt, m => fault == null ? m.DueAt : again), ct);
    }
}
