namespace Lakudo.Kernel;

/// <summary>Who goes first when several wait for the one writer.</summary>
public enum WriterPriority
{
    /// <summary>A batch of the live hall: sixty counters wait for it.</summary>
    Hall,

    /// <summary>Everything else.</summary>
    Ordinary,
}

/// <summary>
/// SQLite has one writer, and several that try at once starve one another for seconds. So every write of the process takes its turn here,
/// hall batches first. On PostgreSQL the lane is open and nobody waits.
/// </summary>
public sealed class WriterLane
{
    private readonly bool _single;
    private readonly Lock _gate = new();
    private readonly Queue<TaskCompletionSource> _hall = new();
    private readonly Queue<TaskCompletionSource> _ordinary = new();
    private bool _busy;

    /// <summary>Makes a lane.</summary>
    /// <param name="single">Whether the database takes one writer only.</param>
    public WriterLane(bool single) => _single = single;

    /// <summary>Waits for the turn to write. Dispose the answer to let the next one in.</summary>
    public async Task<IDisposable> Enter(WriterPriority priority, CancellationToken ct = default)
    {
        if (!_single)
        {
            return Turn.Open;
        }

        TaskCompletionSource? wait = null;
        lock (_gate)
        {
            if (_busy)
            {
                wait = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
                (priority == WriterPriority.Hall ? _hall : _ordinary).Enqueue(wait);
            }
            else
            {
                _busy = true;
            }
        }

        if (wait is not null)
        {
            await using var cancelled = ct.Register(() => wait.TrySetCanceled(ct));
            await wait.Task;
        }

        return new Turn(this);
    }

    private void Leave()
    {
        lock (_gate)
        {
            while (_hall.TryDequeue(out var next) || _ordinary.TryDequeue(out next))
            {
                // One who gave up waiting is passed over.
                if (next.TrySetResult())
                {
                    return;
                }
            }

            _busy = false;
        }
    }

    private sealed class Turn(WriterLane? lane) : IDisposable
    {
        public static readonly Turn Open = new(null);
        private WriterLane? _lane = lane;

        public void Dispose() => Interlocked.Exchange(ref _lane, null)?.Leave();
    }
}
