using Lakudo.Hall.Day;
using Lakudo.Kernel;

namespace Lakudo.Hall;

/// <summary>The officer has seen the person: the groups are right, or these are. No proof is asked for; the act is journaled.</summary>
public sealed class CorrectPriority(HallDesk desk)
{
    /// <summary>The ticket and its groups.</summary>
    /// <param name="Hall">The hall.</param>
    /// <param name="Ticket">The ticket.</param>
    /// <param name="Groups">The groups as the officer sees them; none for no priority.</param>
    public sealed record Command(int Hall, Guid Ticket, PriorityGroups Groups);

    /// <summary>Refused as the day's model says; K-001 to those who may not.</summary>
    public async Task<Outcome<TicketAnswer>> Run(Caller caller, Command command, CancellationToken ct = default) =>
        caller.MayNot(Act.RunCounter, command.Hall) is { } refusal
            ? refusal
            : await desk.DoWithTicket(caller, command.Hall, new HallCommand.CorrectPriority(command.Ticket, command.Groups), null, ct);
}
