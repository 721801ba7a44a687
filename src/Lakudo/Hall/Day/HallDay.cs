using System.Collections.Immutable;

namespace Lakudo.Hall.Day;

/// <summary>
/// The pure model of one hall's day: <see cref="Decide"/> says what a command leads to, <see cref="Apply"/> makes it so. Immutable, so a copy is free, a batch
/// can be dropped, and views may read it while the next batch is decided. The same facts in the same order give the same day.
/// </summary>
internal sealed partial record HallDay
{
    /// <summary>A day nobody has opened.</summary>
    public static readonly HallDay Unopened = new();

    /// <summary>Number of the last fact; 0 before the first.</summary>
    public long Seq { get; init; }

    /// <summary>The plan in force; null until the day is opened.</summary>
    public DayPlan? Plan { get; init; }

    /// <summary>Whether the day is open now.</summary>
    public bool IsOpen { get; init; }

    /// <summary>UTC moment of the last fact.</summary>
    public DateTime ChangedAt { get; init; }

    /// <summary>All tickets of the day.</summary>
    public ImmutableDictionary<Guid, HallTicket> Tickets { get; init; } = ImmutableDictionary<Guid, HallTicket>.Empty;

    /// <summary>Lines by their id.</summary>
    public ImmutableSortedDictionary<int, LineState> Lines { get; init; } = ImmutableSortedDictionary<int, LineState>.Empty;

    /// <summary>Counters by their id.</summary>
    public ImmutableSortedDictionary<int, CounterState> Counters { get; init; } = ImmutableSortedDictionary<int, CounterState>.Empty;

    /// <summary>Booked and missed tickets by the moment something happens to them by itself.</summary>
    public ImmutableSortedSet<(DateTime At, Guid Ticket)> Due { get; init; } = [];

    /// <summary>Open tickets of known holders, by holder and line.</summary>
    public ImmutableDictionary<(Guid Holder, int Line), Guid> Holders { get; init; } = ImmutableDictionary<(Guid, int), Guid>.Empty;

    /// <summary>The last calls, oldest first, for boards that were cut off: as many as are spoken in half an hour.</summary>
    public ImmutableList<CallOut> LastCalls { get; init; } = [];

    /// <summary>Visits to kiosks that got a number today, by their id.</summary>
    public ImmutableDictionary<Guid, KioskVisit> Visits { get; init; } = ImmutableDictionary<Guid, KioskVisit>.Empty;

    /// <summary>The last visit at each kiosk that got a number.</summary>
    public ImmutableDictionary<Guid, KioskVisit> LastVisits { get; init; } = ImmutableDictionary<Guid, KioskVisit>.Empty;

    /// <summary>The day as it stood when it was closed, so that its waiting people have their places back when it is opened again; null while it is open.</summary>
    public HallDay? AtClosing { get; init; }

    /// <summary>Milliseconds from the day's start of the latest ordinary arrival, so that a clock set back does not reorder a line.</summary>
    private long LatestArrival { get; init; }

    /// <summary>How many places in a line were given out so far; keeps places of the same millisecond apart.</summary>
    private long Places { get; init; }

    /// <summary>The earliest moment at which <see cref="HallCommand.LetTimePass"/> has something to do, or null.</summary>
    public DateTime? NextDue => Due.IsEmpty ? null : Due.Min.At;

    /// <summary>How many wait in all lines.</summary>
    public int WaitingCount => Lines.Values.Sum(l => l.WaitingCount);

    /// <summary>
    /// Place of an arrival: the millisecond of the day, then the count of places, which holds for a million a day. Paper tickets take the place
    /// of the time written on them.
    /// </summary>
    private long OrderAt(long milliseconds) => (milliseconds << 20) | (Places & 0xFFFFF);

    private long MillisecondOf(DateTime at) => Math.Max(0, (long)(at - Plan!.StartsAt).TotalMilliseconds);

    /// <summary>Who would be called now to a counter, or null when nobody waits in its lines. Priority first, within <see cref="DayRules"/>.</summary>
    public Waiter? NextFor(CounterState counter, DateTime now)
    {
        Waiter? ordinary = null, priority = null;
        foreach (var id in counter.Plan.Lines)
        {
            if (Lines.TryGetValue(id, out var line))
            {
                ordinary = Earlier(ordinary, line.Ordinary.First);
                priority = Earlier(priority, line.Priority.First);
            }
        }

        return priority is { } first && ordinary is { } other
            ? first.Order < other.Order || MayOvertake(counter, first.Order, now) ? first : other
            : priority ?? ordinary;

        static Waiter? Earlier(Waiter? a, Waiter? b) => a is null || (b is not null && b.Value.Order < a.Value.Order) ? b : a;
    }

    /// <summary>Whether everybody whom a call would overtake at this counter can bear it: fewer than N times so far, and waiting less than M minutes.</summary>
    private bool MayOvertake(CounterState counter, long order, DateTime now)
    {
        var longest = now.AddMinutes(-Plan!.Rules.MaxWaitMinutes);
        foreach (var id in counter.Plan.Lines)
        {
            if (Lines.TryGetValue(id, out var line))
            {
                var (count, most, since) = line.Ordinary.Before(order);
                if (count > 0 && (most >= Plan.Rules.MaxOvertakes || since <= longest))
                {
                    return false;
                }
            }
        }

        return true;
    }
}

/// <summary>A number that was called out, or called out again.</summary>
/// <param name="Seq">Number of the fact.</param>
/// <param name="Ticket">The ticket.</param>
/// <param name="Counter">The counter it was called to.</param>
/// <param name="Again">Whether it had been called before.</param>
/// <param name="At">UTC moment.</param>
internal sealed record CallOut(long Seq, Guid Ticket, int Counter, bool Again, DateTime At);

/// <summary>A line on its day.</summary>
internal sealed record LineState(LinePlan Plan)
{
    /// <summary>The next number of the ordinary series.</summary>
    public int NextNumber { get; init; } = 1;

    /// <summary>How many numbers of the ordinary series were handed out.</summary>
    public int Taken { get; init; }

    /// <summary>Numbers of the paper pad that were entered.</summary>
    public ImmutableHashSet<int> PadUsed { get; init; } = [];

    /// <summary>Those with priority.</summary>
    public WaitingPeople Priority { get; init; } = WaitingPeople.None;

    /// <summary>The others.</summary>
    public WaitingPeople Ordinary { get; init; } = WaitingPeople.None;

    /// <summary>Seconds from call to end of the line's last services, newest last, for estimates.</summary>
    public ImmutableQueue<int> LastServices { get; init; } = [];

    /// <summary>How many figures <see cref="LastServices"/> holds.</summary>
    public int LastServicesCount { get; init; }

    /// <summary>How many wait.</summary>
    public int WaitingCount => Priority.Count + Ordinary.Count;

    /// <summary>The number after <paramref name="number"/>, leaving out the paper pad.</summary>
    public int After(int number) => Skip(number + 1);

    /// <summary>The number itself, or the first one behind the pad when it lies on the pad.</summary>
    public int Skip(int number) => number >= Plan.PadFrom && number <= Plan.PadTo ? Plan.PadTo + 1 : number;
}

/// <summary>A counter on its day.</summary>
internal sealed record CounterState(CounterPlan Plan)
{
    /// <summary>The clerk who opened it; null while it is closed.</summary>
    public Guid? Clerk { get; init; }

    /// <summary>UTC moment since when it is open or closed.</summary>
    public DateTime? Since { get; init; }

    /// <summary>The ticket it holds: called or being served.</summary>
    public Guid? Ticket { get; init; }

    /// <summary>What was done at it last; null before the first act.</summary>
    public CounterAct? Last { get; init; }

    /// <summary>Whether it is open.</summary>
    public bool IsOpen => Clerk is not null;
}

/// <summary>What was done at a counter.</summary>
/// <param name="Fact">What happened.</param>
/// <param name="At">UTC moment.</param>
internal sealed record CounterAct(HallFact Fact, DateTime At);
