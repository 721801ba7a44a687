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

    /// <summary>Refused with K-020 or K-021 for the reason, as the day's model says otherwise, and K-001 to those who may not.</summary>
    public async Task<Outcome<TicketAnswer>> Run(Caller caller, Command command, CancellationToken ct = default)
    {
        if (caller.MayNot(Act.RunCounter, command.Hall) is { } refusal)
        {
            return refusal;
        }

        var why = JournalReason.Read(command.Why);
        return why.IsRefused
            ? why.Refusal
            : await desk.DoWithTicket(caller, command.Hall, new HallCommand.TransferTicket(command.Ticket, command.ToLine, command.ToTheEnd), why.Value, ct);
    }
}
