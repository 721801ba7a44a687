using Lakudo.Hall.Live;
using Lakudo.Kernel;

namespace Lakudo.Hall;

/// <summary>The slip of a visit at a kiosk, to be shown and printed again when it got lost on its way: power, paper, the answer.</summary>
public sealed class KioskSlip
{
    private readonly HallDesk _desk;
    private readonly HallMirrors _mirrors;

    internal KioskSlip(HallDesk desk, HallMirrors mirrors) => (_desk, _mirrors) = (desk, mirrors);

    /// <summary>A slip.</summary>
    /// <param name="Visit">The visit.</param>
    /// <param name="Ticket">Its ticket as it stands now.</param>
    public sealed record Answer(Guid Visit, TicketAnswer Ticket);

    /// <summary>
    /// A visit's slip, or the last one of this kiosk where none is named; null when there is none, it is older than some minutes, its
    /// number has ended, or it is another kiosk's. Refused with K-001 to those who may not hand out numbers.
    /// </summary>
    public async Task<Outcome<Answer?>> Run(Caller caller, int hall, Guid? visit, CancellationToken ct = default)
    {
        if (caller.MayNot(Act.HandOutTicket, hall) is { } refusal)
        {
            return refusal;
        }

        var (key, _) = await _desk.Today(caller.Region, hall, ct);
        var day = await _mirrors.Get(key, ct);
        var kiosk = TakeTicket.KioskOf(caller);
        var found = visit is { } named ? day.Visits.GetValueOrDefault(named)
            : kiosk is { } here ? day.LastVisits.GetValueOrDefault(here) : null;
        return found is null || found.Kiosk != kiosk || !day.IsFresh(found, _desk.Now)
            ? default(Answer)
            : new Answer(found.Id, _desk.Answer(day.Tickets[found.Ticket], day.PlaceOf(day.Tickets[found.Ticket]), day.Seq));
    }
}
