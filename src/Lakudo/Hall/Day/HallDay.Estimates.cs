namespace Lakudo.Hall.Day;

/// <summary>How many are before somebody and how long it may take, as ranges: an honest hall does not promise a minute.</summary>
/// <param name="Ahead">Fewest who will be called before: those with an earlier turn now.</param>
/// <param name="AheadAtMost">Most: with those of priority who may still go before.</param>
/// <param name="MinutesFrom">Shorter end of the wait, in minutes; null when no open counter serves the line.</param>
/// <param name="MinutesTo">Longer end.</param>
[GenerateSerializer, Immutable]
public sealed record PlaceInLine(int Ahead, int AheadAtMost, int? MinutesFrom, int? MinutesTo);

/// <summary>Places and waits.</summary>
internal sealed partial record HallDay
{
    /// <summary>Place and wait of a waiting ticket; null for any other.</summary>
    /// <remarks>
    /// An ordinary ticket is called after all who came earlier, and after at most N − (times overtaken) with priority who came later. A ticket with
    /// priority is called after the priority tickets before it, and at most after all ordinary ones that came earlier, once the rule protects them.
    /// </remarks>
    public PlaceInLine? PlaceOf(HallTicket ticket)
    {
        if (ticket.State != TicketState.Waiting)
        {
            return null;
        }

        var line = Lines[ticket.Line];
        var ordinaryBefore = line.Ordinary.Before(ticket.Order).Count;
        var priorityBefore = line.Priority.Before(ticket.Order).Count;
        if (ticket.Priority)
        {
            return Timed(line, priorityBefore, priorityBefore + ordinaryBefore);
        }

        var later = line.Priority.Count - priorityBefore;
        var most = Math.Max(0, Plan!.Rules.MaxOvertakes - line.Ordinary.OvertakenAt(ticket.Order));
        return Timed(line, ordinaryBefore + priorityBefore, ordinaryBefore + priorityBefore + Math.Min(later, most));
    }

    /// <summary>What somebody who takes an ordinary number of the line now has to expect.</summary>
    public PlaceInLine PlaceOfNewcomer(LineState line) => Timed(line, line.WaitingCount, line.WaitingCount + Plan!.Rules.MaxOvertakes);

    private PlaceInLine Timed(LineState line, int ahead, int atMost)
    {
        var desks = DesksFor(line);
        if (desks <= 0)
        {
            return new(ahead, atMost, null, null);
        }

        var (quick, slow) = ServiceMinutes(line);
        return new(ahead, atMost, (int)Math.Floor(ahead * quick / desks), (int)Math.Ceiling((atMost + 1) * slow / desks));
    }

    /// <summary>Open counters that serve the line, each counted by the share of its waiting people who stand in this line.</summary>
    private double DesksFor(LineState line)
    {
        var desks = 0.0;
        foreach (var counter in Counters.Values)
        {
            if (counter.IsOpen && counter.Plan.Lines.Contains(line.Plan.Id))
            {
                var all = counter.Plan.Lines.Sum(l => Lines.TryGetValue(l, out var other) ? other.WaitingCount : 0);
                desks += all == 0 ? 1 : Math.Max(1.0, line.WaitingCount) / Math.Max(all, line.WaitingCount);
            }
        }

        return desks;
    }

    /// <summary>A quick and a slow service of the line, in minutes: the quarter points of its last services today; of the standard, half more and less, before there are five.</summary>
    private static (double Quick, double Slow) ServiceMinutes(LineState line)
    {
        if (line.LastServicesCount < 5)
        {
            return (line.Plan.StandardMinutes * 0.5, line.Plan.StandardMinutes * 1.5);
        }

        var seconds = line.LastServices.Order().ToArray();
        return (seconds[seconds.Length / 4] / 60.0, seconds[seconds.Length * 3 / 4] / 60.0);
    }
}
