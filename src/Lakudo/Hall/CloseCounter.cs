using Lakudo.Hall.Day;
using Lakudo.Kernel;

namespace Lakudo.Hall;

/// <summary>Closes a counter.</summary>
public sealed class CloseCounter(HallDesk desk)
{
    /// <summary>The counter.</summary>
    /// <param name="Hall">The hall.</param>
    /// <param name="Counter">The counter's number.</param>
    public sealed record Command(int Hall, int Counter);

    /// <summary>Refused as the day's model says; K-001 to those who may not.</summary>
    public async Task<Outcome<Done>> Run(Caller caller, Command command, CancellationToken ct = default) =>
        caller.MayNot(Act.RunCounter, command.Hall) is { } refusal
            ? refusal
            : (await desk.Do(caller, command.Hall, new HallCommand.CloseCounter(command.Counter), null, ct)).Then(_ => new Done());
}
