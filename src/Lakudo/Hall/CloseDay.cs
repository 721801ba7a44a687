using Lakudo.Hall.Day;
using Lakudo.Kernel;

namespace Lakudo.Hall;

/// <summary>
/// Closes the hall's day; whoever still waits is recorded as unserved, and has the place back when the day is opened again today
/// (<see cref="OpenDay"/>). It is a decision over all who wait, so the reason stands in the journal.
/// </summary>
public sealed class CloseDay(HallDesk desk)
{
    /// <summary>The hall.</summary>
    /// <param name="Hall">The hall.</param>
    /// <param name="Why">The reason, without personal data.</param>
    public sealed record Command(int Hall, string? Why = null);

    /// <summary>
    /// Refused with H-004, naming all of them, while counters hold tickets; K-020 or K-021 for the reason; K-001 to those who may not.
    /// </summary>
    public async Task<Outcome<Done>> Run(Caller caller, Command command, CancellationToken ct = default)
    {
        if (caller.MayNot(Act.RunDay, command.Hall) is { } refusal)
        {
            return refusal;
        }

        var why = JournalReason.Read(command.Why);
        return why.IsRefused
            ? why.Refusal
            : (await desk.Do(caller, command.Hall, new HallCommand.CloseDay(), why.Value, ct)).Then(_ => new Done());
    }
}
