using Lakudo.Hall.Day;
using Lakudo.Kernel;

namespace Lakudo.Hall;

/// <summary>Closes the hall's day; whoever still waits is recorded as unserved.</summary>
public sealed class CloseDay(HallDesk desk)
{
    /// <summary>The hall.</summary>
    /// <param name="Hall">The hall.</param>
    public sealed record Command(int Hall);

    /// <summary>Refused with H-004 while a counter holds a ticket; K-001 to those who may not.</summary>
    public async Task<Outcome<Done>> Run(Caller caller, Command command, CancellationToken ct = default) =>
        caller.MayNot(Act.RunDay, command.Hall) is { } refusal
            ? refusal
            : (await desk.Do(caller, command.Hall, new HallCommand.CloseDay(), null, ct)).Then(_ => new Done());
}
