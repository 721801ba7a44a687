using Lakudo.Hall.Day;
using Lakudo.Kernel;

namespace Lakudo.Hall;

/// <summary>The service is done.</summary>
public sealed class FinishService(HallDesk desk)
{
    /// <summary>The counter and the ticket it serves.</summary>
    /// <param name="Hall">The hall.</param>
    /// <param name="Counter">The counter's number.</param>
    /// <param name="Ticket">The ticket.</param>
    public sealed record Command(int Hall, int Counter, Guid Ticket);

    /// <summary>Refused as the day's model says; K-001 to those who may not.</summary>
    public async Task<Outcome<TicketAnswer>> Run(Caller caller, Command command, CancellationToken ct = default) =>
        caller.MayNot(Act.RunCounter, command.Hall) is { } refusal
            ? refusal
            : await desk.DoWithTicket(caller, command.Hall, new HallCommand.FinishService(command.Counter, command.Ticket), null, ct);
}
