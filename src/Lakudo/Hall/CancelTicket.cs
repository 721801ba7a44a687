using Lakudo.Hall.Day;
using Lakudo.Kernel;

namespace Lakudo.Hall;

/// <summary>Gives a ticket up: its holder by the secret of the ticket's page, or staff.</summary>
public sealed class CancelTicket(HallDesk desk)
{
    /// <summary>The ticket.</summary>
    /// <param name="Hall">The hall.</param>
    /// <param name="Ticket">The ticket.</param>
    /// <param name="Secret">The secret of its page; staff need none.</param>
    public sealed record Command(int Hall, Guid Ticket, string? Secret = null);

    /// <summary>Refused with H-045 without the right secret, H-025 while a counter holds it.</summary>
    public async Task<Outcome<TicketAnswer>> Run(Caller caller, Command command, CancellationToken ct = default) =>
        caller.MayNot(Act.RunCounter, command.Hall) is not null && !desk.Opens(command.Ticket, command.Secret)
            ? HallRefusals.TicketSecretWrong
            : await desk.DoWithTicket(caller, command.Hall, new HallCommand.CancelTicket(command.Ticket), null, ct);
}
