using Lakudo.Hall.Day;
using Lakudo.Kernel;

namespace Lakudo.Hall;

/// <summary>A clerk opens a counter, or takes it over from a colleague.</summary>
public sealed class OpenCounter(HallDesk desk)
{
    /// <summary>The counter.</summary>
    /// <param name="Hall">The hall.</param>
    /// <param name="Counter">The counter's number.</param>
    public sealed record Command(int Hall, int Counter);

    /// <summary>The caller becomes the counter's clerk. Refused with H-016 when it is open under the same clerk, K-001 to those who may not.</summary>
    public async Task<Outcome<Done>> Run(Caller caller, Command command, CancellationToken ct = default)
    {
        if (caller.MayNot(Act.RunCounter, command.Hall) is { } refusal)
        {
            return refusal;
        }

        return caller.Id is { } clerk
            ? (await desk.Do(caller, command.Hall, new HallCommand.OpenCounter(command.Counter, clerk), null, ct)).Then(_ => new Done())
            : KernelRefusals.NotAllowed;
    }
}
