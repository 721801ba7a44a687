using System.Collections.Immutable;
using Lakudo.Hall.Day;
using Lakudo.Hall.Live;

namespace Lakudo.Hall;

/// <summary>What a board shows: the calls of a zone, latest first, and how many wait. No names, ever.</summary>
public sealed class Board
{
    private readonly HallDesk _desk;
    private readonly HallMirrors _mirrors;

    internal Board(HallDesk desk, HallMirrors mirrors) => (_desk, _mirrors) = (desk, mirrors);

    /// <summary>A number at a counter.</summary>
    /// <param name="Ticket">The ticket.</param>
    /// <param name="Number">As printed.</param>
    /// <param name="Counter">What stands above the counter.</param>
    /// <param name="Zone">The counter's zone.</param>
    /// <param name="State">Called or being served.</param>
    /// <param name="CalledAt">UTC moment of the call.</param>
    /// <param name="Calls">How often it was called out; a higher figure means call it again.</param>
    public sealed record Call(Guid Ticket, string Number, string Counter, int Zone, TicketState State, DateTime CalledAt, int Calls);

    /// <summary>A number to be spoken.</summary>
    /// <param name="Seq">Number of the fact; a listener speaks each once and in this order.</param>
    /// <param name="Number">As printed.</param>
    /// <param name="Counter">What stands above the counter.</param>
    /// <param name="Again">Whether it was called before.</param>
    /// <param name="At">UTC moment of the call.</param>
    public sealed record Announcement(long Seq, string Number, string Counter, bool Again, DateTime At);

    /// <summary>A line and how many wait in it.</summary>
    public sealed record Waiting(int Line, string Code, int Count);

    /// <summary>The board.</summary>
    /// <param name="Seq">Number of the day's last fact in it.</param>
    /// <param name="IsOpen">Whether the day is open.</param>
    /// <param name="At">UTC moment it holds for.</param>
    /// <param name="Calls">Numbers at counters, latest call first.</param>
    /// <param name="Lines">The lines.</param>
    /// <param name="Announcements">What a listener who had heard up to the number it named has still to speak; none for one who names none.</param>
    /// <param name="Rule">The fairness rule in force; null before the day was opened.</param>
    public sealed record Answer(
        long Seq, bool IsOpen, DateTime At, ImmutableArray<Call> Calls, ImmutableArray<Waiting> Lines, ImmutableArray<Announcement> Announcements, FairnessRule? Rule);

    /// <summary>A call this old is spoken late only while its number is still called: nobody is sent to a counter that has gone on.</summary>
    private static readonly TimeSpan Fresh = TimeSpan.FromMinutes(2);

    /// <summary>The board of a hall; of one zone, where named; with the calls after a number, where one is named.</summary>
    public async Task<Answer> Show(int region, int hall, int? zone, long? heard = null, CancellationToken ct = default)
    {
        var (key, _) = await _desk.Today(region, hall, ct);
        return Of(await _mirrors.Get(key, ct), zone, heard, _desk.Now);
    }

    /// <summary>Waits for a fact after a number, at most so long, and shows the board as it then is. Any node answers.</summary>
    public async Task<Answer> After(int region, int hall, int? zone, long? heard, TimeSpan atMost, CancellationToken ct)
    {
        var (key, _) = await _desk.Today(region, hall, ct);
        return Of(await _mirrors.After(key, heard ?? -1, atMost, ct), zone, heard, _desk.Now);
    }

    private static Answer Of(HallDay day, int? zone, long? heard, DateTime now) => new(
        day.Seq, day.IsOpen, now,
        [
            .. day.Counters.Values.Where(c => c.Ticket is not null && (zone is null || c.Plan.Zone == zone))
                .Select(c => (Counter: c, Ticket: day.Tickets[c.Ticket!.Value]))
                .OrderByDescending(x => x.Ticket.CalledAt)
                .Select(x => new Call(x.Ticket.Id, x.Ticket.Label, x.Counter.Plan.Code, x.Counter.Plan.Zone, x.Ticket.State, x.Ticket.CalledAt ?? now, x.Ticket.Calls)),
        ],
        [.. day.Lines.Values.Select(l => new Waiting(l.Plan.Id, l.Plan.Code, l.WaitingCount))],
        heard is null ? [] : [.. ToSpeak(day, zone, heard.Value, now)],
        FairnessRule.Of(day));

    private static IEnumerable<Announcement> ToSpeak(HallDay day, int? zone, long heard, DateTime now) =>
        from call in day.LastCalls
        let counter = day.Counters[call.Counter]
        let ticket = day.Tickets[call.Ticket]
        where call.Seq > heard && (zone is null || counter.Plan.Zone == zone)
            && (now - call.At < Fresh || (ticket.State == TicketState.Called && ticket.Counter == call.Counter))
        select new Announcement(call.Seq, ticket.Label, counter.Plan.Code, call.Again, call.At);
}
