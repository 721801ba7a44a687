namespace Lakudo.Hall;

/// <summary>How many commits the live day made on this node and how many commands were in them, for measuring what batches are worth.</summary>
public sealed class HallCount
{
    private long _commits;
    private long _commands;

    /// <summary>Since the program started.</summary>
    public (long Commits, long Commands) Now => (Interlocked.Read(ref _commits), Interlocked.Read(ref _commands));

    internal void Add(int commands)
    {
        Interlocked.Increment(ref _commits);
        Interlocked.Add(ref _commands, commands);
    }
}
