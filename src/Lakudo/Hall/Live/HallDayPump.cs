using System.Collections.Immutable;
using System.Threading.Channels;
using Lakudo.Hall.Day;
using Lakudo.Kernel;
using Microsoft.EntityFrameworkCore;

namespace Lakudo.Hall.Live;

/// <summary>Starts pumps with what they need.</summary>
/// <param name="open">Opens contexts.</param>
/// <param name="clock">The time.</param>
/// <param name="lane">The writer lane.</param>
/// <param name="mirrors">Where committed facts are published.</param>
/// <param name="batch">Most commands saved in one commit.</param>
/// <param name="count">Where commits are counted.</param>
/// <param name="personal">The keys of stored answers.</param>
internal sealed class HallDayPumps(IDbContextFactory<LakudoDb> open, Clock clock, WriterLane lane, HallMirrors mirrors, HallBatch batch, HallCount count, PersonalData personal)
{
    /// <summary>A pump for a day.</summary>
    public HallDayPump Start(DayKey key) => new(key, new HallDayStore(key, open, lane, personal), clock, mirrors, batch.Size, count);
}

/// <summary>How many commands one commit may carry. 1 is for measuring what batches are worth.</summary>
/// <param name="Size">At least 1.</param>
public sealed record HallBatch(int Size = 256);

/// <summary>
/// Takes what waits, decides each command on a copy of the day, saves all of it in one commit, makes the copy the day, and only then answers and publishes.
/// </summary>
internal sealed class HallDayPump : IAsyncDisposable
{
    /// <summary>How long what waits may still be saved while the node stops.</summary>
    private static readonly TimeSpan Farewell = TimeSpan.FromSeconds(3);

    private readonly Channel<Waiting> _queue = Channel.CreateUnbounded<Waiting>(new UnboundedChannelOptions { SingleReader = true });
    private readonly CancellationTokenSource _stop = new();
    private readonly HallDayStore _store;
    private readonly Clock _clock;
    private readonly HallMirrors _mirrors;
    private readonly int _most;
    private readonly HallCount _count;
    private readonly Task _loop;
    private HallDay? _day;

    public HallDayPump(DayKey key, HallDayStore store, Clock clock, HallMirrors mirrors, int most, HallCount count)
    {
        (Key, _store, _clock, _mirrors, _most, _count) = (key, store, clock, mirrors, most, count);
        _loop = Task.Run(Loop);
    }

    /// <summary>The day it pumps.</summary>
    public DayKey Key { get; }

    /// <summary>Queues a command and waits until it is saved or refused. A store that fails refuses the whole batch (K-005), a pump that has stopped all that comes (H-053).</summary>
    public Task<HallReply> Do(HallAsk ask)
    {
        var waiting = new Waiting(ask, new TaskCompletionSource<HallReply>(TaskCreationOptions.RunContinuationsAsynchronously));
        return _queue.Writer.TryWrite(waiting) ? waiting.Reply.Task : Task.FromResult(HallReply.Moves);
    }

    /// <summary>Takes nothing new, does what waits, and stops; a store that is too slow for that is given up, and those who wait are told to ask again.</summary>
    public async ValueTask DisposeAsync()
    {
        _queue.Writer.TryComplete();
        _stop.CancelAfter(Farewell);
        await _loop;
        while (_queue.Reader.TryRead(out var left))
        {
            left.Reply.TrySetResult(HallReply.Moves);
        }

        _stop.Dispose();
    }

    private async Task Loop()
    {
        var batch = new List<Waiting>();
        while (await Next(batch))
        {
            try
            {
                await Pump(batch);
            }
            catch (Exception fault)
            {
                // What is in memory may be ahead of the database now; the day is loaded again before the next batch.
                _day = null;
                var refusal = fault switch
                {
                    DbUpdateConcurrencyException => HallRefusals.HallBusy,
                    _ when StoreFault.Is(fault) => KernelRefusals.StoreUnavailable,
                    OperationCanceledException when _stop.IsCancellationRequested => HallRefusals.HallMoves,
                    _ => null,
                };
                batch.ForEach(w => _ = refusal is null ? w.Reply.TrySetException(fault) : w.Reply.TrySetResult(new HallReply(refusal, null, null, 0)));
            }
        }
    }

    /// <summary>Waits for commands, or for the moment at which something happens by itself. False when the pump is stopped and empty.</summary>
    private async Task<bool> Next(List<Waiting> batch)
    {
        batch.Clear();
        try
        {
            while (!_queue.Reader.TryPeek(out _))
            {
                using var wake = CancellationTokenSource.CreateLinkedTokenSource(_stop.Token);
                if (_day?.NextDue is { } due)
                {
                    wake.CancelAfter(TimeSpan.FromMilliseconds(Math.Clamp((due - _clock.Now).TotalMilliseconds, 50, 60_000)));
                }

                try
                {
                    if (!await _queue.Reader.WaitToReadAsync(wake.Token))
                    {
                        return false;
                    }
                }
                catch (OperationCanceledException) when (!_stop.IsCancellationRequested)
                {
                    if (_day?.NextDue <= _clock.Now)
                    {
                        batch.Add(new Waiting(new HallAsk(new HallCommand.LetTimePass(), null, Role.System, null), new()));
                        return true;
                    }
                }
            }
        }
        catch (OperationCanceledException)
        {
            return false;
        }

        while (batch.Count < _most && _queue.Reader.TryRead(out var waiting))
        {
            batch.Add(waiting);
        }

        return true;
    }

    private async Task Pump(List<Waiting> batch)
    {
        for (var attempt = 1; ; attempt++)
        {
            var before = _day ??= await _store.Load(HallDay.Unopened, _stop.Token);
            var known = await _store.Answers(batch.Select(w => w.Ask), _clock, _stop.Token);
            var (after, saved, replies) = Decide(before, batch, known);
            if (saved.Count > 0 && !await _store.Save(before, after, saved, _stop.Token))
            {
                // Another activation was quicker. It decided; look at its day and decide again.
                _day = null;
                if (attempt == 5)
                {
                    throw new DbUpdateConcurrencyException("The hall's day was changed by another node five times running.");
                }

                continue;
            }

            _day = after;
            if (saved.Count > 0)
            {
                _count.Add(saved.Count);
            }

            _mirrors.Publish(Key, after, [.. saved.SelectMany(s => s.Facts)]);
            for (var i = 0; i < batch.Count; i++)
            {
                batch[i].Reply.TrySetResult(replies[i]);
            }

            return;
        }
    }

    private (HallDay After, List<HallDayStore.Decided> Saved, List<HallReply> Replies) Decide(
        HallDay day, List<Waiting> batch, IReadOnlyDictionary<(Guid Caller, string Key), HallReply> known)
    {
        var saved = new List<HallDayStore.Decided>();
        var replies = new List<HallReply>(batch.Count);
        var inBatch = new Dictionary<(Guid, string), HallReply>();
        foreach (var (ask, _) in batch)
        {
            var id = (ask.CallerId ?? Guid.Empty, ask.Key ?? "");
            if (ask.Key is not null && (known.TryGetValue(id, out var first) || inBatch.TryGetValue(id, out first)))
            {
                replies.Add(first);
                continue;
            }

            var now = _clock.Now;
            var decided = day.Foreign(ask.Command, ask.Agencies) ?? day.Decide(ask.Command, now);
            if (decided.IsRefused)
            {
                replies.Add(new HallReply(decided.Refusal, null, null, day.Seq));
                continue;
            }

            day = decided.Value.Aggregate(day, (d, fact) => d.Apply(fact, now));
            var reply = Reply(day, ask.Command, decided.Value);
            replies.Add(reply);
            inBatch[id] = reply;
            if (decided.Value.Length > 0)
            {
                saved.Add(new HallDayStore.Decided(ask, now, decided.Value, reply));
            }
        }

        return (day, saved, replies);
    }

    private static HallReply Reply(HallDay day, HallCommand command, ImmutableArray<HallFact> facts)
    {
        var id = facts.Select(f => f.Subject).FirstOrDefault(s => s != Guid.Empty);
        var ticket = day.Tickets.GetValueOrDefault(id != Guid.Empty ? id : day.DoneBefore(command));
        return new HallReply(null, ticket, ticket is null ? null : day.PlaceOf(ticket), day.Seq);
    }

    private sealed record Waiting(HallAsk Ask, TaskCompletionSource<HallReply> Reply);
}
