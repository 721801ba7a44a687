using System.Collections.Concurrent;
using System.Collections.Immutable;
using Lakudo.Hall.Day;
using Lakudo.Kernel;
using Microsoft.EntityFrameworkCore;

namespace Lakudo.Hall.Live;

/// <summary>
/// What this node knows of each hall's day, for boards and pages. The node that decides publishes here and tells the others; any other node reads the gap from the
/// journal, so every node can answer from any event on.
/// </summary>
internal sealed class HallMirrors(IDbContextFactory<LakudoDb> open, WriterLane lane, Clock clock)
{
    /// <summary>How old a mirror may be on a node that does not decide for the day and was told nothing.</summary>
    private static readonly TimeSpan Fresh = TimeSpan.FromMilliseconds(500);

    private readonly ConcurrentDictionary<DayKey, Mirror> _mirrors = new();

    /// <summary>A day has new facts, committed on this node; with the number of the last one.</summary>
    public event Action<DayKey, long>? Committed;

    /// <summary>The day as this node knows it: with everything it was told of, and at most half a second old.</summary>
    public async ValueTask<HallDay> Get(DayKey key, CancellationToken ct = default)
    {
        var mirror = _mirrors.GetOrAdd(key, _ => new Mirror());
        if (IsFresh(mirror))
        {
            return mirror.Day;
        }

        await mirror.Gate.WaitAsync(ct);
        try
        {
            if (!IsFresh(mirror))
            {
                // The moment before reading: what is committed while it reads may not be in it.
                var asked = clock.Time.GetTimestamp();
                mirror.Advance(await new HallDayStore(key, open, lane).Load(mirror.Day, ct), asked);
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
            Committed?.Invoke(key, day.Seq);
        }
    }

    /// <summary>Takes that a day has facts up to a number, wherever they were committed. Whoever waits here for news looks at once; a day nobody here looks at is left alone.</summary>
    public void Heard(DayKey key, long seq)
    {
        if (_mirrors.TryGetValue(key, out var mirror))
        {
            mirror.Heard(seq);
        }
    }

    private bool IsFresh(Mirror mirror) => mirror.ReadAt != 0 && mirror.Day.Seq >= mirror.Known && clock.Time.GetElapsedTime(mirror.ReadAt) < Fresh;

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

            // A decision wakes at once; half a second covers news of another node that got lost.
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
        private long _known;

        public SemaphoreSlim Gate { get; } = new(1, 1);

        public HallDay Day => Volatile.Read(ref _day);

        public long ReadAt => Volatile.Read(ref _readAt);

        /// <summary>Number of the newest fact that was told of; the day may not have it yet.</summary>
        public long Known => Volatile.Read(ref _known);

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

        public void Heard(long seq)
        {
            TaskCompletionSource? wake = null;
            lock (_lock)
            {
                if (seq > _known && seq > _day.Seq)
                {
                    Volatile.Write(ref _known, seq);
                    wake = _changed;
                    _changed = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
                }
            }

            wake?.SetResult();
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
