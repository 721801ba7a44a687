using Lakudo.Hall.Day;
using Lakudo.Kernel;

namespace Lakudo.Hall;

/// <summary>Calls whoever is next for a counter: priority first, within the hall's fairness rule.</summary>
public sealed class CallNext(HallDesk desk)
{
    /// <summary>The counter.</summary>
    /// <param name="Hall">The hall.</param>
    /// <param name="Counter">The counter's number.</param>
    public sealed record Command(int Hall, int Counter);

    /// <summary>Refused with H-014 when nobody waits, H-017 while the counter holds a ticket; K-001 to those who may not.</summary>
    public async Task<Outcome<TicketAnswer>> Run(Caller caller, Command command, CancellationToken ct = default) =>
        caller.MayNot(Act.RunCounter, command.Hall) is { } refusal
            ? refusal
            : await desk.DoWithTicket(caller, command.Hall, new HallCommand.CallNext(command.Counter), null, ct);
}
