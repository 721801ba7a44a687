using Lakudo.Hall.Day;
using Lakudo.Kernel;

namespace Lakudo.Hall;

/// <summary>Buku darurat: enters a number of the pre-numbered paper pad after the power is back. No number is used twice.</summary>
public sealed class EnterPaperTicket(HallDesk desk, Clock clock)
{
    /// <summary>One line of the emergency book, times on the hall's clock.</summary>
    /// <param name="Hall">The hall.</param>
    /// <param name="Line">The line whose pad it is of.</param>
    /// <param name="Number">The number on the paper.</param>
    /// <param name="TakenAt">When it was handed out.</param>
    /// <param name="ServedAt">When it was served by hand, or null when its holder still waits.</param>
    /// <param name="Counter">Where it was served.</param>
    /// <param name="Priority">Groups of the person.</param>
    public sealed record Command(int Hall, int Line, int Number, TimeOnly TakenAt, TimeOnly? ServedAt, int? Counter, PriorityGroups Priority = PriorityGroups.None);

    /// <summary>Refused with H-026 outside the pad, H-027 when entered before, H-028 for an impossible time.</summary>
    public async Task<Outcome<TicketAnswer>> Run(Caller caller, Command command, CancellationToken ct = default)
    {
        if (caller.MayNot(Act.EnterPaperTicket, command.Hall) is { } refusal)
        {
            return refusal;
        }

        var (key, zone) = await desk.Today(caller.Region, command.Hall, ct);
        DateTime? served = command.ServedAt is { } at ? Clock.Utc(key.Day, at, zone) : null;
        return await desk.DoWithTicket(caller, command.Hall, new HallCommand.EnterPaperTicket(
            Ids.New(clock), command.Line, command.Number, Clock.Utc(key.Day, command.TakenAt, zone), command.Priority, served, command.Counter), null, ct);
    }
}
