using System.Text.Json;
using CsCheck;
using Lakudo.Hall;
using Lakudo.Hall.Day;

namespace Lakudo.Tests.Hall;

// Inside the namespace: the commands are named as the verbs are, and here the commands are meant.
using static Lakudo.Hall.Day.HallCommand;

/// <summary>Whatever people press in whatever order, these hold.</summary>
public sealed class HallDayPropertyTests
{
    private static readonly DayRules Rules = new(MaxOvertakes: 3, MaxWaitMinutes: 20);

    /// <summary>One press: what, at which counter or line, on which of the tickets so far, how many seconds after the last.</summary>
    private static readonly Gen<List<(int What, int Where, int Which, int Seconds)>> Presses =
        Gen.Select(Gen.Int[0, 31], Gen.Int[1, 3], Gen.Int[0, 1000], Gen.Int[0, 120]).List[0, 250];

    [Fact]
    public void Numbers_are_given_once_and_every_call_is_open_once() => Presses.Sample(presses =>
    {
        var test = TestDay.Open(Rules);
        foreach (var press in presses)
        {
            Press(test, press);
            var tickets = test.Day.Tickets.Values;
            Assert.Equal(tickets.Count(), tickets.Select(t => (t.Series, t.Number)).Distinct().Count());
            var held = test.Day.Counters.Values.Where(c => c.Ticket is not null).Select(c => c.Ticket!.Value).ToList();
            Assert.Equal(held.Count, held.Distinct().Count());
            Assert.Equal(held.Order(), tickets.Where(t => t.State.IsAtCounter()).Select(t => t.Id).Order());
            Assert.Equal(
                tickets.Where(t => t.State == TicketState.Waiting).Select(t => t.Id).Order(),
                test.Day.Lines.Values.SelectMany(l => l.Priority.InOrder().Concat(l.Ordinary.InOrder())).Select(w => w.Ticket).Order());
        }
    });

    [Fact]
    public void Replaying_the_facts_gives_the_same_day() => Presses.Sample(presses =>
    {
        var test = TestDay.Open(Rules);
        presses.ForEach(press => Press(test, press));
        var replayed = HallDay.Unopened;
        foreach (var (fact, at) in test.Journal)
        {
            // Written and read as the journal does it.
            var json = JsonSerializer.Serialize(fact, fact.GetType(), Lakudo.Kernel.Journal.Json);
            replayed = replayed.Apply(HallFact.Read(fact.GetType().Name, json), at);
        }

        Assert.Equal(test.Journal.Count, replayed.Seq);
        Assert.Equal(Written(test.Day), Written(replayed));
    });

    [Fact]
    public void A_refused_command_changes_nothing_and_a_decision_twice_is_the_same() => Presses.Sample(presses =>
    {
        var test = TestDay.Open(Rules);
        foreach (var press in presses)
        {
            var before = test.Day;
            var written = Written(before);
            var outcome = Press(test, press);
            Assert.Equal(outcome, Written(before) == written);
            if (ReferenceEquals(before, test.Day))
            {
                Assert.Equal(before.Seq, test.Day.Seq);
            }
        }
    });

    [Fact]
    public void Nobody_is_overtaken_more_than_N_times_or_after_M_minutes_by_priority() => Presses.Sample(presses =>
    {
        var test = TestDay.Open(Rules);
        var overtaken = new Dictionary<Guid, int>();
        foreach (var press in presses)
        {
            var before = test.Day;
            var from = test.Journal.Count;
            Press(test, press);
            foreach (var call in test.Journal.Skip(from).Select(j => j.Fact).OfType<HallFact.TicketCalled>())
            {
                var called = before.Tickets[call.Ticket];
                var passed = before.Tickets.Values.Where(t => called.Priority && t.State == TicketState.Waiting && !t.Priority && t.Order < called.Order
                    && before.Counters[call.Counter].Plan.Lines.Contains(t.Line)).ToList();
                Assert.Equal(passed.Count, call.Overtook);
                foreach (var ticket in passed)
                {
                    overtaken[ticket.Id] = overtaken.GetValueOrDefault(ticket.Id) + 1;
                    Assert.True(overtaken[ticket.Id] <= Rules.MaxOvertakes, $"{ticket.Label} overtaken {overtaken[ticket.Id]} times");
                    Assert.True(test.Now - ticket.WaitingSince < TimeSpan.FromMinutes(Rules.MaxWaitMinutes), $"{ticket.Label} overtaken after {test.Now - ticket.WaitingSince}");
                }
            }
        }
    });

    [Fact]
    public void The_first_with_priority_is_called_unless_somebody_is_protected() => Presses.Sample(presses =>
    {
        var test = TestDay.Open(Rules);
        foreach (var press in presses)
        {
            var before = test.Day;
            var from = test.Journal.Count;
            Press(test, press);
            foreach (var call in test.Journal.Skip(from).Select(j => j.Fact).OfType<HallFact.TicketCalled>())
            {
                var here = before.Lines.Where(l => before.Counters[call.Counter].Plan.Lines.Contains(l.Key)).Select(l => l.Value).ToList();
                var waiting = here.SelectMany(l => l.Ordinary.InOrder()).OrderBy(w => w.Order).ToList();
                var priority = here.SelectMany(l => l.Priority.InOrder()).OrderBy(w => w.Order).Select(w => (Waiter?)w).FirstOrDefault();
                var needsProtection = waiting.Any(w => w.Order < priority?.Order
                    && (w.Overtaken >= Rules.MaxOvertakes || test.Now - w.Since >= TimeSpan.FromMinutes(Rules.MaxWaitMinutes)));
                Assert.Equal(priority is null || needsProtection ? waiting[0].Ticket : priority.Value.Ticket, call.Ticket);
            }
        }
    });

    /// <summary>Does one press and tells whether the day before it is untouched, which it must always be.</summary>
    private static bool Press(TestDay test, (int What, int Where, int Which, int Seconds) press)
    {
        var (what, where, which, seconds) = press;
        test.Now = test.Now.AddSeconds(seconds);
        var known = test.Day.Tickets.Keys.Order().ToList();
        var some = known.Count == 0 ? Guid.Empty : known[which % known.Count];
        var held = test.Day.Counters[where].Ticket ?? some;
        var groups = which % 3 == 0 ? PriorityGroups.Elderly : PriorityGroups.None;
        test.Try(what switch
        {
            < 7 => new TakeTicket(test.NextId(), where, null, which % 5 == 0 ? TicketOrigin.Web : TicketOrigin.Kiosk, groups, which % 5 == 0 ? TestDay.Clerk : null),
            < 13 => new CallNext(where),
            13 => new StartService(where, held),
            14 or 15 => new FinishService(where, held),
            16 => new MarkNoShow(where, held),
            17 => new Recall(where, held),
            18 => new TransferTicket(some, (which % 3) + 1, which % 2 == 0),
            19 => new CancelTicket(some),
            20 => new CheckIn(some),
            21 => new CorrectPriority(some, groups),
            22 => new EnterPaperTicket(test.NextId(), where, (which % 12) + 1 + (where == 1 ? 800 : 0), test.Now.AddMinutes(-which % 60), groups, which % 2 == 0 ? test.Now : null, null),
            23 => new OpenCounter(where, TestDay.Clerk),
            24 => which % 4 == 0 ? new CloseCounter(where) : new LetTimePass(),
            26 or 27 or 28 => new TakeBackLastAct(where, test.Day.Counters[where].Last?.Fact.Subject ?? some),
            29 => which % 4 == 0 ? new CloseDay(IsForgotten: which % 8 == 0) : new OpenCounter(where, TestDay.Clerk),
            30 or 31 => test.Day.IsOpen ? new OpenCounter(where, TestDay.Clerk) : new OpenDay(TestDay.Plan(Rules)),
            _ => new LetTimePass(),
        });
        return true;
    }

    /// <summary>All of a day that matters, as text.</summary>
    private static string Written(HallDay day) => JsonSerializer.Serialize(new
    {
        day.Seq,
        day.IsOpen,
        day.ChangedAt,
        day.Due,
        day.Plan,
        Tickets = day.Tickets.Values.OrderBy(t => t.Id),
        Counters = day.Counters.Values,
        Holders = day.Holders.Select(h => (h.Key.Holder, h.Key.Line, h.Value).ToString()).Order(),
        Lines = day.Lines.Values.Select(l => new
        {
            l.Plan,
            l.NextNumber,
            l.Taken,
            Pad = l.PadUsed.Order(),
            Priority = l.Priority.InOrder(),
            Ordinary = l.Ordinary.InOrder(),
            l.LastServices,
        }),
    });
}
