using Lakudo.Hall.Day;
using Lakudo.Kernel;
using Microsoft.EntityFrameworkCore;

namespace Lakudo.Hall;

/// <summary>Hands out the next number of a line to somebody who is in the hall.</summary>
public sealed class TakeTicket(LakudoDb db, HallDesk desk, Clock clock)
{
    /// <summary>What the person comes for.</summary>
    /// <param name="Hall">The hall.</param>
    /// <param name="Service">The service; its line follows from it.</param>
    /// <param name="Line">The line, where no service is named.</param>
    /// <param name="Priority">Groups the person says to belong to; no proof is asked.</param>
    /// <param name="Visit">The visit at a kiosk's screen, which gets one number: asked again for whatever line, it answers with the number it has. Null where no screen is shared.</param>
    public sealed record Command(int Hall, Guid? Service, int? Line, PriorityGroups Priority = PriorityGroups.None, Guid? Visit = null);

    /// <summary>Refused with H-065 when the visit got its number long ago, H-043 when the service has no line here, as the day's model says otherwise, and K-001 to those who may not.</summary>
    public async Task<Outcome<TicketAnswer>> Run(Caller caller, Command command, CancellationToken ct = default)
    {
        if (db.MayNot(caller, Act.HandOutTicket, command.Hall) is { } refusal)
        {
            return refusal;
        }

        var line = command.Line;
        if (command.Service is { } service && await LineOf(db, command.Hall, service, ct) is { } served)
        {
            line = served;
        }

        var origin = caller.For(Act.HandOutTicket, command.Hall).IsOnly(Role.Kiosk) ? TicketOrigin.Kiosk : TicketOrigin.Staff;
        return line is { } number
            ? await desk.DoWithTicket(caller, command.Hall, new HallCommand.TakeTicket(
                Ids.New(clock), number, command.Service, origin, command.Priority, null, command.Visit, KioskOf(caller)), null, ct)
            : HallRefusals.ServiceHasNoLine;
    }

    /// <summary>The kiosk that asks; null where somebody else does.</summary>
    internal static Guid? KioskOf(Caller caller) => caller.Is(Role.Kiosk) ? caller.Id : null;

    /// <summary>The line in which a service's visitors stand, or null.</summary>
    internal static Task<int?> LineOf(LakudoDb db, int hall, Guid service, CancellationToken ct) =>
        db.LineServices.Where(s => s.HallId == hall && s.ServiceId == service).Select(s => (int?)s.LineId).SingleOrDefaultAsync(ct);
}
