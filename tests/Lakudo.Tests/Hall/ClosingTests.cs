using System.Text.Json;
using Lakudo.Hall;
using Lakudo.Hall.Day;

namespace Lakudo.Tests.Hall;

// Inside the namespace: the commands are named as the verbs are, and here the commands are meant.
using static Lakudo.Hall.Day.HallCommand;

/// <summary>The day is closed, and opened again with everybody's place.</summary>
public sealed class ClosingTests
{
    [Fact]
    public void All_busy_counters_are_named_at_once()
    {
        var test = TestDay.Open();
        test.Take(1);
        test.Take(2);
        test.Call(1);
        test.Do(new StartService(3, test.Call(3)));

        var refusal = test.Refused(new CloseDay());

        Assert.Equal("H-004", refusal.Code);
        Assert.Contains("loket 1, 3.", refusal.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Whoever_waited_has_number_order_wait_and_priority_again()
    {
        var test = TestDay.Open();
        var first = test.Take(1);
        var old = test.Take(1, PriorityGroups.Elderly);
        var moved = test.Take(1);
        test.Do(new TransferTicket(moved, 2, ToTheEnd: false));
        var second = test.Take(2);
        Assert.Equal(old, test.Serve(1));
        var before = test.Day;

        test.Do(new CloseDay());
        Assert.Equal(0, test.Day.WaitingCount);
        test.Now = test.Now.AddMinutes(30);
        var fact = Assert.IsType<HallFact.DayReopened>(Assert.Single(test.Do(new OpenDay(TestDay.Plan()))));

        Assert.Equal(3, fact.GivenBack);
        foreach (var ticket in new[] { first, moved, second }) Assert.Equal(before.Tickets[ticket], test[ticket]);
        Assert.Equal(1, test.Day.Lines[1].Ordinary.InOrder().Single().Overtaken);
        Assert.Equal(TicketState.Finished, test[old].State);
        test.Do(new OpenCounter(3, TestDay.Clerk));
        Assert.Equal([first, moved, second], new[] { test.Serve(3), test.Serve(3), test.Serve(3) });
        Assert.Equal("A-004", test[test.Take(1)].Label);
    }

    [Fact]
    public void Who_missed_the_call_and_who_is_expected_from_afar_are_not_lost_either()
    {
        var test = TestDay.Open();
        var person = test.NextId();
        var missed = test.Take(1);
        test.Do(new MarkNoShow(1, test.Call(1)));
        var booked = test.Take(1, origin: TicketOrigin.Web, holder: person);
        var by = test[booked].DueAt!.Value;
        test.Do(new CloseDay());
        Assert.Null(test.Day.NextDue);

        test.Now = test.Now.AddMinutes(75);
        test.Do(new OpenDay(TestDay.Plan()));
        test.Do(new LetTimePass());

        Assert.Equal(TicketState.Waiting, test[missed].State);
        Assert.Equal((TicketState.Booked, by.AddMinutes(75)), (test[booked].State, test[booked].DueAt!.Value));
        Assert.Equal("H-013", test.Refused(new TakeTicket(test.NextId(), 1, null, TicketOrigin.Web, PriorityGroups.None, person)).Code);
        test.Do(new CheckIn(booked));
        Assert.Equal(2, test.Day.Lines[1].WaitingCount);
    }

    [Fact]
    public void A_day_may_be_closed_and_opened_again_several_times()
    {
        var test = TestDay.Open();
        var ticket = test.Take(2);
        for (var i = 0; i < 3; i++)
        {
            test.Do(new CloseDay());
            Assert.Equal(TicketState.Unserved, test[ticket].State);
            test.Do(new OpenDay(TestDay.Plan()));
            Assert.Equal(TicketState.Waiting, test[ticket].State);
        }

        test.Do(new CancelTicket(ticket));
        test.Do(new CloseDay());
        Assert.Equal(0, Assert.IsType<HallFact.DayReopened>(Assert.Single(test.Do(new OpenDay(TestDay.Plan())))).GivenBack);
        Assert.Equal(TicketState.Cancelled, test[ticket].State);
    }

    [Fact]
    public void A_line_that_the_new_plan_closes_still_has_those_who_wait_in_it()
    {
        var test = TestDay.Open();
        test.Take(3);
        test.Do(new CloseDay());
        var plan = TestDay.Plan();

        test.Do(new OpenDay(plan with { Lines = plan.Lines.RemoveAt(2) }));

        Assert.Equal(1, test.Day.Lines[3].WaitingCount);
        Assert.Equal("H-008", test.Refused(new TakeTicket(test.NextId(), 3, null, TicketOrigin.Kiosk, PriorityGroups.None, null)).Code);
    }

    [Fact]
    public void A_day_that_an_earlier_release_opened_again_replays_unchanged_and_one_it_closed_gives_the_places_back()
    {
        var test = TestDay.Open();
        var lost = test.Take(1);
        test.Do(new CloseDay());
        // As it was journaled before: without anything but the plan.
        var json = JsonSerializer.Serialize(new { Plan = TestDay.Plan() }, Lakudo.Kernel.Journal.Json);
        var again = test.Day.Apply(HallFact.Read("DayOpened", json), test.Now);
        Assert.Equal((TicketState.Unserved, 0), (again.Tickets[lost].State, again.WaitingCount));

        var closed = again.Apply(HallFact.Read("DayClosed", "{\"Unserved\":0}"), test.Now);
        Assert.Equal(0, Assert.IsType<HallFact.DayReopened>(Assert.Single(closed.Decide(new OpenDay(TestDay.Plan()), test.Now).Value)).GivenBack);
        Assert.Equal(1, Assert.IsType<HallFact.DayReopened>(Assert.Single(test.Day.Decide(new OpenDay(TestDay.Plan()), test.Now).Value)).GivenBack);
    }
}
