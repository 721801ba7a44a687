using Lakudo.Hall.Live;
using Lakudo.Kernel;

namespace Lakudo.Hall;

/// <summary>My number: where a ticket stands, for whoever holds its secret.</summary>
public sealed class TicketStatus
{
    private readonly HallDesk _desk;
    private readonly HallMirrors _mirrors;

    internal TicketStatus(HallDesk desk, HallMirrors mirrors) => (_desk, _mirrors) = (desk, mirrors);

    /// <summary>A ticket and the counter's sign it was called to.</summary>
    public sealed record Answer(TicketAnswer Ticket, string? CounterCode, string LineCode, DateTime TakenAt, DateTime? CheckInBy, DateTime At, FairnessRule? Rule);

    /// <summary>Refused with H-045 for a wrong secret, H-007 for a ticket that is not of today.</summary>
    public async Task<Outcome<Answer>> Show(int region, int hall, Guid ticket, string? secret, CancellationToken ct = default)
    {
        if (!_desk.Opens(ticket, secret))
        {
            return HallRefusals.TicketSecretWrong;
        }

        var (key, _) = await _desk.Today(region, hall, ct);
        var day = await _mirrors.Get(key, ct);
        return day.Tickets.TryGetValue(ticket, out var found)
            ? new Answer(
                _desk.Answer(found, day.PlaceOf(found), day.Seq), found.Counter is { } c && found.State.IsAtCounter() ? day.Counters[c].Plan.Code : null,
                day.Lines[found.Line].Plan.Code, found.TakenAt, found.State == TicketState.Booked ? found.DueAt : null, _desk.Now, FairnessRule.Of(day))
            : HallRefusals.UnknownTicket;
    }
}
