namespace Lakudo.Hall.Day;

/// <summary>
/// "What if": the same model goes on from a day with other commands (a counter more, another plan) while services take their usual time,
/// and shows how long people would wait. Nothing of it is saved.
/// </summary>
internal static class WhatIf
{
    /// <summary>What would become of those who wait.</summary>
    /// <param name="Served">How many would be called before <c>until</c>.</param>
    /// <param name="StillWaiting">How many would not.</param>
    /// <param name="AverageWaitMinutes">Mean wait from now of those called, in minutes; 0 when nobody is.</param>
    /// <param name="LongestWaitMinutes">Longest such wait.</param>
    internal sealed record Answer(int Served, int StillWaiting, double AverageWaitMinutes, double LongestWaitMinutes);

    /// <summary>Runs the day on from <paramref name="now"/> to <paramref name="until"/>, with the changes made first; newcomers are not guessed.</summary>
    /// <param name="day">The day as it stands.</param>
    /// <param name="changes">Commands tried first; a refused one is left out, as it would be.</param>
    /// <param name="now">UTC moment it starts from.</param>
    /// <param name="until">UTC moment it ends.</param>
    /// <param name="serviceSeconds">Seconds a service of a line takes.</param>
    public static Answer Ask(HallDay day, IEnumerable<HallCommand> changes, DateTime now, DateTime until, Func<LineState, int> serviceSeconds)
    {
        foreach (var change in changes)
        {
            Try(ref day, change, now);
        }

        var free = new PriorityQueue<int, DateTime>();
        foreach (var counter in day.Counters.Values.Where(c => c.IsOpen))
        {
            free.Enqueue(counter.Plan.Id, counter.Ticket is { } held ? now.AddSeconds(serviceSeconds(day.Lines[day.Tickets[held].Line])) : now);
        }

        var (called, total, longest) = (0, 0.0, 0.0);
        while (free.TryDequeue(out var id, out var at) && at < until)
        {
            Try(ref day, new HallCommand.LetTimePass(), at);
            if (day.Counters[id].Ticket is { } held)
            {
                Try(ref day, new HallCommand.StartService(id, held), at);
                Try(ref day, new HallCommand.FinishService(id, held), at);
            }

            if (Try(ref day, new HallCommand.CallNext(id), at) && day.Counters[id].Ticket is { } next)
            {
                var wait = (at - now).TotalMinutes;
                (called, total, longest) = (called + 1, total + wait, Math.Max(longest, wait));
                free.Enqueue(id, at.AddSeconds(Math.Max(1, serviceSeconds(day.Lines[day.Tickets[next].Line]))));
            }
            else if (day.Plan!.Breaks.FirstOrDefault(b => b.StopsCalls && b.Holds(at)) is { } pause)
            {
                free.Enqueue(id, pause.Until);
            }
            else if (day.NextDue is { } due && due > at)
            {
                free.Enqueue(id, due);
            }
        }

        return new(called, day.WaitingCount, called == 0 ? 0 : total / called, longest);
    }

    private static bool Try(ref HallDay day, HallCommand command, DateTime at)
    {
        var facts = day.Decide(command, at);
        if (facts.IsRefused)
        {
            return false;
        }

        foreach (var fact in facts.Value)
        {
            day = day.Apply(fact, at);
        }

        return facts.Value.Length > 0;
    }
}
