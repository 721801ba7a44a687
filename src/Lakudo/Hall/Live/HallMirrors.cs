using System.Collections.Concurrent;
using System.Collections.Immutable;
using Lakudo.Hall.Day;
using Lakudo.Kernel;
using Microsoft.EntityFrameworkCore;

namespace Lakudo.Hall.Live;

/// <summary>
/// What this node knows of each hall's day, for boards and pages. The node that decides publishes here; any other node reads the gap from the journal, so every
/// node can answer from any event on.
/// </summary>
internal sealed class HallMirrors(IDbContextFactory<LakudoDb> open, WriterLane lane, Clock clock)
{
    /// <summary>How old a mirror may be on a node that does not decide for the day.</summary>
    private static readonly TimeSpan Fresh = TimeSpan.FromMilliseconds(500);

    private readonly ConcurrentDictionary<DayKey, Mirror> _mirrors = new();

    /// <summary>The day as this node knows it, at most half a second old.</summary>
    public async ValueTask<HallDay> Get(DayKey key, CancellationToken ct = default)
    {
        var mirror = _mirrors.GetOrAdd(key, _ => new Mirror());
        if (clock.Time.GetElapsedTime(mirror.ReadAt) < Fresh && mirror.ReadAt != 0)
        {
            return mirror.Day;
        }

        await mirror.Gate.WaitAsync(ct);
        try
        {
            if (clock.Time.GetElapsedTime(mirror.ReadAt) >= Fresh || mirror.ReadAt == 0)
            {
                var day = await new HallDayStore(key, open, lane).Load(mirror.Day, ct);
                mirror.Advance(day, clock.Time.GetTimestamp());
            }

            return mirror.Day;
        }
        finally
        {
            mirror.Gate.Release();
        }
    }

    /// <summary>Takes what was committed on this node.</summary>
    public void Publish(DayKey key, HallDay day, ImmutableArray<HallFact> facts)
    {
        if (facts.Length > 0)
        {
            _mirrors.GetOrAdd(key, _ => new Mirror()).Advance(day, clock.Time.GetTimestamp());
        }
    }

    /// <summary>Waits until the day has a fact after a number, or until a time has passed. Answers the day as it then is.</summary>
    public async Task<HallDay> After(DayKey key, long seq, TimeSpan atMost, CancellationToken ct)
    {
        var until = clock.Time.GetTimestamp();
        while (true)
        {
            var mirror = _mirrors.GetOrAdd(key, _ => new Mirror());
            var changed = mirror.Changed;
            var day = await Get(key, ct);
            if (day.Seq > seq || clock.Time.GetElapsedTime(until) >= atMost)
            {
                return day;
            }

            // Half a second covers what another node decided; a decision on this node wakes at once.
            await Task.WhenAny(changed, Task.Delay(Fresh, ct));
            ct.ThrowIfCancellationRequested();
        }
    }

    private sealed class Mirror
    {
        private readonly Lock _lock = new();
        private TaskCompletionSource _changed = new(TaskCreationOptions.RunContinuationsAsynchronously);
        private HallDay _day = HallDay.Unopened;
        private long _readAt;

        public SemaphoreSlim Gate { get; } = new(1, 1);

        public HallDay Day => Volatile.Read(ref _day);

        public long ReadAt => Volatile.Read(ref _readAt);

        public Task Changed
        {
            get
            {
                lock (_lock)
                {
                    return _changed.Task;
                }
            }
        }

        public void Advance(HallDay day, long readAt)
        {
            TaskCompletionSource? wake = null;
            lock (_lock)
            {
                Volatile.Write(ref _readAt, readAt);
                if (day.Seq > _day.Seq)
                {
                    Volatile.Write(ref _day, day);
                    wake = _changed;
                    _changed = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
                }
            }

            wake?.SetResult();
        }
    }
}
