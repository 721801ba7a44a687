using System.Collections.Immutable;
using Lakudo.Hall.Live;
using Lakudo.Kernel;

namespace Lakudo.Hall;

/// <summary>Who waits in the lines of a counter, in the order of arrival.</summary>
public sealed class WaitingList
{
    private readonly HallDesk _desk;
    private readonly HallMirrors _mirrors;

    internal WaitingList(HallDesk desk, HallMirrors mirrors) => (_desk, _mirrors) = (desk, mirrors);

    /// <summary>A waiting ticket.</summary>
    public sealed record Row(Guid Ticket, string Number, bool Priority, DateTime Since, int Line);

    /// <summary>The first of a counter's lines, forty at most. Refused with K-001 to those who may not.</summary>
    public async Task<Outcome<ImmutableArray<Row>>> Run(Caller caller, int hall, int counter, CancellationToken ct = default)
    {
        if (caller.MayNot(Act.SeeFloor, hall) is { } refusal)
        {
            return refusal;
        }

        var (key, _) = await _desk.Today(caller.Region, hall, ct);
        var day = await _mirrors.Get(key, ct);
        return day.Counters.TryGetValue(counter, out var at)
            ? day.Tickets.Values.Where(t => t.State == TicketState.Waiting && at.Plan.Lines.Contains(t.Line)).OrderBy(t => t.Order).Take(40)
                .Select(t => new Row(t.Id, t.Label, t.Priority, t.WaitingSince ?? t.TakenAt, t.Line)).ToImmutableArray()
            : HallRefusals.UnknownCounter;
    }
}
