using System.Text.RegularExpressions;
using Lakudo.Hall.Day;
using Lakudo.Kernel;

namespace Lakudo.Hall;

/// <summary>The holder of a web ticket has come to the hall and shows it: at the kiosk, or to an officer.</summary>
public sealed partial class CheckIn(HallDesk desk)
{
    /// <summary>What is shown.</summary>
    /// <param name="Hall">The hall.</param>
    /// <param name="Shown">The number as printed (<c>A-012</c>, in whatever way it is typed), or the address in its QR code as a scanner types it.</param>
    /// <param name="Visit">The visit at a kiosk's screen, which gets one number (<see cref="TakeTicket"/>).</param>
    public sealed record Command(int Hall, string? Shown, Guid? Visit = null);

    /// <summary>Refused with H-007 for an unknown number, H-022 when checked in before, H-023 after its time, H-065 when the visit got its number long ago; K-001 to those who may not.</summary>
    public async Task<Outcome<TicketAnswer>> Run(Caller caller, Command command, CancellationToken ct = default)
    {
        if (caller.MayNot(Act.HandOutTicket, command.Hall) is { } refusal)
        {
            return refusal;
        }

        var shown = command.Shown ?? "";
        var asked = Address().Match(shown) is { Success: true } address
            ? new HallCommand.CheckIn(Guid.Parse(address.Groups[1].ValueSpan), null, command.Visit, TakeTicket.KioskOf(caller))
            : new HallCommand.CheckIn(Guid.Empty, shown.Length > 20 ? shown[..20] : shown, command.Visit, TakeTicket.KioskOf(caller));
        return await desk.DoWithTicket(caller, command.Hall, asked, null, ct);
    }

    [GeneratedRegex("/nomor/([0-9a-fA-F]{32})/")]
    private static partial Regex Address();
}
