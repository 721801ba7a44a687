using Lakudo.Hall.Day;
using Lakudo.Kernel;

namespace Lakudo.Hall;

/// <summary>
/// Takes back the no-show or the end of service that a counter did last, within ten seconds: keys are pressed by mistake. The number is
/// called or being served there as before.
/// </summary>
public sealed class TakeBackLastAct(HallDesk desk)
{
    /// <summary>The counter and the ticket that it marked or finished last.</summary>
    /// <param name="Hall">The hall.</param>
    /// <param name="Counter">The counter's number.</param>
    /// <param name="Ticket">The ticket.</param>
    public sealed record Command(int Hall, int Counter, Guid Ticket);

    /// <summary>
    /// Refused with H-060 after ten seconds by the server's clock (two more are given to the way), H-061 when the counter or the ticket has
    /// gone on, H-015 at a closed counter; K-001 to those who may not. Taken back already, it answers the same and changes nothing.
    /// </summary>
    public async Task<Outcome<TicketAnswer>> Run(Caller caller, Command command, CancellationToken ct = default) =>
        caller.MayNot(Act.RunCounter, command.Hall) is { } refusal
            ? refusal
            : await desk.DoWithTicket(caller, command.Hall, new HallCommand.TakeBackLastAct(command.Counter, command.Ticket), null, ct);
}
