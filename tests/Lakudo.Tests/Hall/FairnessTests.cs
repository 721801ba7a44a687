using Lakudo.Hall;
using Lakudo.Hall.Day;

namespace Lakudo.Tests.Hall;

// Inside the namespace: the commands are named as the verbs are, and here the commands are meant.
using static Lakudo.Hall.Day.HallCommand;

public sealed class FairnessTests
{
    [Fact]
    public void A_priority_ticket_is_called_before_an_earlier_ordinary_one()
    {
        var test = TestDay.Open();
        var ordinary = test.Take();
        var elderly = test.Take(1, PriorityGroups.Elderly);
        Assert.Equal([elderly, ordinary], new[] { test.Serve(), test.Serve() });
        Assert.Equal(1, test[ordinary].Overtaken);
    }

    [Fact]
    public void Nobody_is_overtaken_more_often_than_the_hall_allows()
    {
        var test = TestDay.Open(new DayRules(MaxOvertakes: 2));
        var ordinary = test.Take();
        var priority = Enumerable.Range(0, 4).Select(_ => test.Take(1, PriorityGroups.WithChild)).ToArray();
        Assert.Equal([priority[0], priority[1], ordinary, priority[2], priority[3]], Enumerable.Range(0, 5).Select(_ => test.Serve()));
    }

    [Fact]
    public void Everybody_who_was_overtaken_often_enough_is_protected_not_only_the_first_in_line()
    {
        var test = TestDay.Open(new DayRules(MaxOvertakes: 1));
        var (first, second) = (test.Take(), test.Take());
        var priority = new[] { test.Take(1, PriorityGroups.Disability), test.Take(1, PriorityGroups.Disability) };
        Assert.Equal([priority[0], first, second, priority[1]], Enumerable.Range(0, 4).Select(_ => test.Serve()));
    }

    [Fact]
    public void Who_has_waited_long_enough_is_not_overtaken_any_more()
    {
        var test = TestDay.Open(new DayRules(MaxWaitMinutes: 20));
        var ordinary = test.Take();
        test.Now = test.Now.AddMinutes(20);
        var elderly = test.Take(1, PriorityGroups.Elderly);
        Assert.Equal([ordinary, elderly], new[] { test.Serve(), test.Serve() });
    }

    [Fact]
    public void Priority_holds_across_the_lines_of_a_counter_and_counts_as_overtaking_there()
    {
        var test = TestDay.Open();
        var ordinary = test.Take(1);
        var elderly = test.Take(2, PriorityGroups.Elderly);
        Assert.Equal([elderly, ordinary], new[] { test.Serve(2), test.Serve(2) });
        Assert.Equal(1, test[ordinary].Overtaken);
    }

    [Fact]
    public void An_officer_corrects_priority_and_the_ticket_keeps_its_place()
    {
        var test = TestDay.Open();
        var claimed = test.Take(1, PriorityGroups.Elderly);
        var ordinary = test.Take();
        var unasked = test.Take();
        test.Do(new CorrectPriority(claimed, PriorityGroups.None));
        test.Do(new CorrectPriority(unasked, PriorityGroups.PregnantOrNursing));
        Assert.Equal([unasked, claimed, ordinary], Enumerable.Range(0, 3).Select(_ => test.Serve()));
        Assert.True(test[claimed].PriorityChecked);
    }

    [Fact]
    public void The_place_in_line_is_a_range_that_knows_how_many_may_still_go_before()
    {
        var test = TestDay.Open();
        test.Take();
        var mine = test.Take();
        test.Take(1, PriorityGroups.Elderly);
        var place = test.Day.PlaceOf(test[mine])!;
        Assert.Equal((1, 2), (place.Ahead, place.AheadAtMost));
        Assert.True(place.MinutesFrom < place.MinutesTo);

        foreach (var counter in new[] { 1, 2, 3 })
        {
            test.Do(new CloseCounter(counter));
        }

        Assert.Null(test.Day.PlaceOf(test[mine])!.MinutesFrom);
    }

    [Fact]
    public void One_counter_more_shortens_the_wait_in_what_if_and_changes_nothing()
    {
        var test = TestDay.Open();
        test.Do(new CloseCounter(2));
        test.Do(new CloseCounter(3));
        for (var i = 0; i < 12; i++)
        {
            test.Take();
        }

        var before = test.Day;
        var now = WhatIf.Ask(test.Day, [], test.Now, TestDay.At(11, 30), _ => 600);
        var more = WhatIf.Ask(test.Day, [new OpenCounter(2, TestDay.Clerk)], test.Now, TestDay.At(11, 30), _ => 600);
        Assert.Equal((12, 0), (now.Served, now.StillWaiting));
        Assert.Equal(110, now.LongestWaitMinutes, 3);
        Assert.Equal(50, more.LongestWaitMinutes, 3);
        Assert.Same(before, test.Day);
    }
}
