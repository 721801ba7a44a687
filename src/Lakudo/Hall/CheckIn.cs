using Lakudo.Hall.Day;
using Lakudo.Kernel;

namespace Lakudo.Hall;

/// <summary>The holder of a web ticket has come to the hall.</summary>
public sealed class CheckIn(HallDesk desk)
{
    /// <summary>The ticket.</summary>
    /// <param name="Hall">The hall.</param>
    /// <param name="Ticket">The ticket.</param>
    public sealed record Command(int Hall, Guid Ticket);

    /// <summary>Refused with H-023 after its time; K-001 to those who may not.</summary>
    public async Task<Outcome<TicketAnswer>> Run(Caller caller, Command command, CancellationToken ct = default) =>
        caller.MayNot(Act.HandOutTicket, command.Hall) is { } refusal
            ? refusal
            : await desk.DoWithTicket(caller, command.Hall, new HallCommand.CheckIn(command.Ticket), null, ct);
}
