using Lakudo.Growth;
using Lakudo.Kernel;

namespace Lakudo.Web.Growth;

/// <summary>Computes the z-scores of a whole file: every thread takes the next part, computes it, and waits for its turn to write.</summary>
/// <remarks>What bounds it is the computing; reading and writing pass through the system's cache. Order and answer do not depend on the number of threads.</remarks>
internal sealed class ZScoreFile
{
    private readonly CsvSource _source;
    private readonly GrowthHeader _header;
    private readonly ZScoreStyle _style;
    private readonly IReadOnlyList<byte[]> _missing;
    private readonly Lock _reading = new();
    private readonly Turns _turns = new();

    public ZScoreFile(CsvSource source, GrowthHeader header, ZScoreStyle style, IReadOnlyList<byte[]> missing)
    {
        (_source, _header, _style, _missing) = (source, header, style, missing);
    }

    /// <summary>How many rows were answered.</summary>
    public long Rows { get; private set; }

    /// <summary>Called in the order of the file with what was wrong in a part of it.</summary>
    public Action<IReadOnlyList<RowFault>> OnFaults { get; init; } = _ => { };

    /// <summary>Called in the order of the file with the bytes read so far and the rows answered.</summary>
    public Action<long, long> OnProgress { get; init; } = (_, _) => { };

    /// <summary>Reads, computes and writes everything.</summary>
    /// <returns>The number of rows, or why the file could not be read to its end.</returns>
    /// <exception cref="IOException">The output could not be written.</exception>
    public Outcome<long> Run(Stream output, int threads, CancellationToken ct)
    {
        var names = new ByteText(1024);
        new ZScoreLine(_style).AddNames(names);
        output.Write(names.Written);
        Refusal? refusal = null;
        void Work()
        {
            try
            {
                var part = new ZScorePart(_header, _source.Fields.Separator, _style, _missing);
                while (!ct.IsCancellationRequested && !_turns.IsBroken)
                {
                    Outcome<bool> next;
                    lock (_reading)
                    {
                        next = _source.Next(part.Chunk);
                    }

                    if (next.IsRefused)
                    {
                        refusal = next.Refusal;
                        _turns.Break(null);
                        return;
                    }

                    if (!next.Value)
                    {
                        return;
                    }

                    part.Compute();
                    if (!_turns.Wait(part.Chunk.Sequence))
                    {
                        return;
                    }

                    output.Write(part.Answer);
                    Rows += part.Rows;
                    OnFaults(part.Faults);
                    OnProgress(part.Chunk.ReadSoFar, Rows);
                    _turns.Next();
                }
            }
            catch (Exception fault)
            {
                _turns.Break(fault);
            }
        }

        var others = Enumerable.Range(1, threads - 1).Select(_ => new Thread(Work)).ToList();
        others.ForEach(thread => thread.Start());
        Work();
        others.ForEach(thread => thread.Join());
        ct.ThrowIfCancellationRequested();
        _turns.ThrowIfFaulted();
        return refusal is null ? Rows : refusal;
    }
}

/// <summary>Lets threads pass one after the other, in the order of their numbers.</summary>
internal sealed class Turns
{
    private readonly object _gate = new();
    private int _next;
    private System.Runtime.ExceptionServices.ExceptionDispatchInfo? _fault;

    /// <summary>Whether somebody gave up; nobody gets a turn any more.</summary>
    public bool IsBroken { get; private set; }

    /// <summary>Waits for a number's turn; false when there will be none.</summary>
    public bool Wait(int number)
    {
        lock (_gate)
        {
            while (_next != number && !IsBroken)
            {
                Monitor.Wait(_gate);
            }

            return !IsBroken;
        }
    }

    /// <summary>Passes the turn on.</summary>
    public void Next()
    {
        lock (_gate)
        {
            _next++;
            Monitor.PulseAll(_gate);
        }
    }

    /// <summary>Ends all turns, with the fault that was the reason, if it was one.</summary>
    public void Break(Exception? fault)
    {
        lock (_gate)
        {
            IsBroken = true;
            _fault ??= fault is null ? null : System.Runtime.ExceptionServices.ExceptionDispatchInfo.Capture(fault);
            Monitor.PulseAll(_gate);
        }
    }

    /// <summary>Throws the fault, if there was one.</summary>
    public void ThrowIfFaulted() => _fault?.Throw();
}
