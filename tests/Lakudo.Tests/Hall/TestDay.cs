using System.Collections.Immutable;
using Lakudo.Hall;
using Lakudo.Hall.Day;
using Lakudo.Kernel;

namespace Lakudo.Tests.Hall;

/// <summary>A hall's day in a test: three lines, three counters, Monday 5 January 2026 in Buton Tengah (UTC+8), now 09.00.</summary>
internal sealed class TestDay
{
    public static readonly DateTime Midnight = new(2026, 1, 4, 16, 0, 0, DateTimeKind.Utc);

    public static readonly Guid Clerk = new("0197a000-0000-7000-8000-000000000001");

    public HallDay Day { get; set; } = HallDay.Unopened;

    public DateTime Now { get; set; } = Midnight.AddHours(9);

    public List<(HallFact Fact, DateTime At)> Journal { get; } = [];

    public static DateTime At(int hour, int minute = 0) => Midnight.AddHours(hour).AddMinutes(minute);

    public static DayPlan Plan(DayRules? rules = null, ImmutableArray<BreakPlan>? breaks = null) => new(
        new DateOnly(2026, 1, 5), Midnight, 480, rules ?? new DayRules(),
        [
            new(1, "A", true, At(7, 30), At(14), PadFrom: 801, PadTo: 810),
            new(2, "B", true, At(7, 30), At(14), PadFrom: 4, PadTo: 6),
            new(3, "C", true, At(7, 30), At(14), Quota: 30),
        ],
        [new(1, "1", 1, [1]), new(2, "2", 1, [1, 2]), new(3, "3", 1, [1, 2, 3])],
        breaks ?? [new(At(12), At(13), StopsNumbers: false, StopsCalls: true)]);

    /// <summary>An open day with counters 1, 2 and 3 open.</summary>
    public static TestDay Open(DayRules? rules = null, ImmutableArray<BreakPlan>? breaks = null)
    {
        var test = new TestDay();
        test.Do(new HallCommand.OpenDay(Plan(rules, breaks)));
        foreach (var counter in new[] { 1, 2, 3 })
        {
            test.Do(new HallCommand.OpenCounter(counter, Clerk));
        }

        return test;
    }

    /// <summary>Decides and applies; the facts, or the refusal.</summary>
    public Outcome<ImmutableArray<HallFact>> Try(HallCommand command)
    {
        var facts = Day.Decide(command, Now);
        foreach (var fact in facts.IsRefused ? [] : facts.Value)
        {
            Day = Day.Apply(fact, Now);
            Journal.Add((fact, Now));
        }

        return facts;
    }

    public ImmutableArray<HallFact> Do(HallCommand command) => Try(command).Value;

    public Refusal Refused(HallCommand command)
    {
        var before = Day;
        var refusal = Try(command).Refusal;
        Assert.NotNull(refusal);
        Assert.Same(before, Day);
        return refusal;
    }

    /// <summary>Takes a ticket one second later and tells which.</summary>
    public Guid Take(int line = 1, PriorityGroups groups = PriorityGroups.None, TicketOrigin origin = TicketOrigin.Kiosk, Guid? holder = null)
    {
        Now = Now.AddSeconds(1);
        var id = NextId();
        Do(new HallCommand.TakeTicket(id, line, null, origin, groups, holder));
        return id;
    }

    /// <summary>Calls whoever is next at a counter and tells who came.</summary>
    public Guid Call(int counter = 1)
    {
        Do(new HallCommand.CallNext(counter));
        return Day.Counters[counter].Ticket!.Value;
    }

    /// <summary>Calls, serves and finishes at a counter.</summary>
    public Guid Serve(int counter = 1)
    {
        var ticket = Call(counter);
        Do(new HallCommand.StartService(counter, ticket));
        Do(new HallCommand.FinishService(counter, ticket));
        return ticket;
    }

    public HallTicket this[Guid ticket] => Day.Tickets[ticket];

    public Guid NextId() => new($"0197a000-0000-7000-9000-{++_ids:000000000000}");

    private int _ids;
}
