using Lakudo.Hall.Day;
using Lakudo.Kernel;

namespace Lakudo.Hall;

/// <summary>Sends a ticket to another line; it keeps its number.</summary>
public sealed class TransferTicket(HallDesk desk)
{
    /// <summary>What goes where, and why.</summary>
    /// <param name="Hall">The hall.</param>
    /// <param name="Ticket">The ticket.</param>
    /// <param name="ToLine">The other line.</param>
    /// <param name="ToTheEnd">To that line's end instead of its place by arrival.</param>
    /// <param name="Why">The reason, a few words without personal data.</param>
    public sealed record Command(int Hall, Guid Ticket, int ToLine, bool ToTheEnd, string? Why);

    /// <summary>Refused as the day's model says; K-001 to those who may not.</summary>
    public async Task<Outcome<TicketAnswer>> Run(Caller caller, Command command, CancellationToken ct = default) =>
        caller.MayNot(Act.RunCounter, command.Hall) is { } refusal
            ? refusal
            : await desk.DoWithTicket(caller, command.Hall, new HallCommand.TransferTicket(command.Ticket, command.ToLine, command.ToTheEnd), command.Why, ct);
}
