using System.Runtime.CompilerServices;

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
/// <remarks>
/// The lane knows in which flow of calls a turn is held. Who asks again in the same flow would wait for itself, and everybody else behind it, for ever; it is told so at once, on PostgreSQL too,
/// where what it saves would not be undone with the rest. A flow that was started inside a turn and outlives it is free: what counts is whether that turn is still held.
/// </remarks>
public sealed class WriterLane
{
    private readonly bool _single;
    private readonly AsyncLocal<Turn?> _mine = new();
    private readonly Lock _gate = new();
    private readonly Queue<TaskCompletionSource> _hall = new();
    private readonly Queue<TaskCompletionSource> _ordinary = new();
    private bool _busy;

    /// <summary>Makes a lane.</summary>
    /// <param name="single">Whether the database takes one writer only.</param>
    public WriterLane(bool single) => _single = single;

    /// <summary>Waits for the turn to write. Dispose the answer to let the next one in.</summary>
    /// <param name="priority">Who goes first.</param>
    /// <param name="ct">Gives up waiting.</param>
    /// <param name="by">What the turn is for, as the fault below names it; the place that asks, when not given.</param>
    /// <param name="member">Filled in by the compiler.</param>
    /// <param name="file">Filled in by the compiler.</param>
    /// <exception cref="WriterTurnHeldException">The flow that asks holds a turn already.</exception>
    public Task<IDisposable> Enter(WriterPriority priority, CancellationToken ct = default, string? by = null, [CallerMemberName] string member = "", [CallerFilePath] string file = "")
    {
        var asks = by ?? $"{Path.GetFileNameWithoutExtension(file)}.{member}";
        if (_mine.Value is { IsHeld: true } held)
        {
            return Task.FromException<IDisposable>(new WriterTurnHeldException(held.By, asks));
        }

        // Not an async method: what one writes into an async local is taken back when it returns, and the flow would not know that it holds the turn.
        var turn = new Turn(_single ? this : null, asks);
        _mine.Value = turn;
        return Wait(turn, priority, ct);
    }

    private async Task<IDisposable> Wait(Turn turn, WriterPriority priority, CancellationToken ct)
    {
        TaskCompletionSource? wait = null;
        if (_single)
        {
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
        }

        if (wait is not null)
        {
            await using var cancelled = ct.Register(() => wait.TrySetCanceled(ct));
            await wait.Task;
        }

        turn.IsHeld = true;
        return turn;
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

    /// <summary>A turn: asked for, then held, then left, and left it stays. Flows that were started inside it keep seeing it.</summary>
    private sealed class Turn(WriterLane? lane, string by) : IDisposable
    {
        private volatile bool _isHeld;
        private int _left;

        public string By => by;

        public bool IsHeld
        {
            get => _isHeld;
            set => _isHeld = value;
        }

        public void Dispose()
        {
            if (Interlocked.Exchange(ref _left, 1) != 0)
            {
                return;
            }

            IsHeld = false;
            lane?.Leave();
        }
    }
}

/// <summary>A fault of the program: a flow that holds the turn to write asked for another, and would have waited for itself. Save inside the transaction that the turn is held for, or after it.</summary>
/// <param name="held">What the turn is held for.</param>
/// <param name="asked">What asked again.</param>
public sealed class WriterTurnHeldException(string held, string asked)
    : InvalidOperationException($"\"{asked}\" asked for the turn to write inside that of \"{held}\" and would wait for itself. Save inside the transaction of \"{held}\", or after its turn.");
