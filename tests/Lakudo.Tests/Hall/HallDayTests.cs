using Lakudo.Hall;
using Lakudo.Hall.Day;

namespace Lakudo.Tests.Hall;

// Inside the namespace: the commands are named as the verbs are, and here the commands are meant.
using static Lakudo.Hall.Day.HallCommand;

public sealed class HallDayTests
{
    [Fact]
    public void Nothing_happens_before_the_day_is_opened_and_nothing_after_it_is_closed()
    {
        var test = new TestDay();
        Assert.Equal("H-001", test.Refused(new CallNext(1)).Code);

        test = TestDay.Open();
        Assert.Equal("H-002", test.Refused(new OpenDay(TestDay.Plan())).Code);
        var waiting = test.Take();
        test.Do(new CloseDay());

        Assert.Equal(TicketState.Unserved, test[waiting].State);
        Assert.Equal("H-003", test.Refused(new TakeTicket(test.NextId(), 1, null, TicketOrigin.Kiosk, PriorityGroups.None, null)).Code);
    }

    [Fact]
    public void A_day_does_not_close_while_a_counter_holds_a_number()
    {
        var test = TestDay.Open();
        test.Take();
        test.Call();
        Assert.Equal("H-004", test.Refused(new CloseDay()).Code);
    }

    [Fact]
    public void A_day_opened_again_goes_on_with_the_next_number()
    {
        var test = TestDay.Open();
        test.Take();
        test.Do(new CloseDay());
        test.Do(new OpenDay(TestDay.Plan()));
        Assert.Equal("A-002", test[test.Take()].Label);
    }

    [Fact]
    public void Numbers_run_per_line_and_leave_out_the_paper_pad()
    {
        var test = TestDay.Open();
        Assert.Equal(["B-001", "B-002", "B-003", "B-007"], Enumerable.Range(0, 4).Select(_ => test[test.Take(2)].Label));
        Assert.Equal("A-001", test[test.Take(1)].Label);
    }

    [Theory]
    [InlineData(7, 29, "H-009")]
    [InlineData(14, 0, "H-010")]
    public void Numbers_are_handed_out_only_between_their_first_and_last_time(int hour, int minute, string code)
    {
        var test = TestDay.Open();
        test.Now = TestDay.At(hour, minute);
        Assert.Equal(code, test.Refused(new TakeTicket(test.NextId(), 1, null, TicketOrigin.Kiosk, PriorityGroups.None, null)).Code);
    }

    [Fact]
    public void The_refusal_after_the_last_number_tells_the_time_on_the_halls_clock()
    {
        var test = TestDay.Open();
        test.Now = TestDay.At(15);
        Assert.Contains("pukul 14.00", test.Refused(new TakeTicket(test.NextId(), 1, null, TicketOrigin.Kiosk, PriorityGroups.None, null)).Message);
    }

    [Fact]
    public void A_line_with_a_quota_stops_when_it_is_used_and_a_closed_line_at_once()
    {
        var test = TestDay.Open();
        for (var i = 0; i < 30; i++)
        {
            test.Take(3);
        }

        Assert.Equal("H-012", test.Refused(new TakeTicket(test.NextId(), 3, null, TicketOrigin.Kiosk, PriorityGroups.None, null)).Code);

        var plan = TestDay.Plan();
        test.Do(new ChangePlan(plan with { Lines = plan.Lines.SetItem(0, plan.Lines[0] with { IsOpen = false }) }));
        Assert.Equal("H-008", test.Refused(new TakeTicket(test.NextId(), 1, null, TicketOrigin.Kiosk, PriorityGroups.None, null)).Code);
    }

    [Fact]
    public void Friday_prayer_stops_numbers_and_calls_but_not_a_service_that_has_begun()
    {
        var test = TestDay.Open(breaks: [new(TestDay.At(11, 30), TestDay.At(13), StopsNumbers: true, StopsCalls: true)]);
        test.Take();
        test.Take();
        var served = test.Call();
        test.Do(new StartService(1, served));

        test.Now = TestDay.At(11, 30);
        Assert.Equal("H-011", test.Refused(new TakeTicket(test.NextId(), 1, null, TicketOrigin.Kiosk, PriorityGroups.None, null)).Code);
        test.Do(new FinishService(1, served));
        Assert.Equal("H-011", test.Refused(new CallNext(1)).Code);

        test.Now = TestDay.At(13);
        test.Call();
    }

    [Fact]
    public void People_are_called_in_the_order_they_came()
    {
        var test = TestDay.Open();
        var came = new[] { test.Take(1), test.Take(2), test.Take(1) };
        Assert.Equal(came, new[] { test.Serve(2), test.Serve(2), test.Serve(2) });
    }

    [Fact]
    public void A_counter_calls_only_from_the_lines_it_serves()
    {
        var test = TestDay.Open();
        test.Take(2);
        Assert.Equal("H-014", test.Refused(new CallNext(1)).Code);
    }

    [Fact]
    public void A_counter_holds_one_number_and_a_second_click_calls_nobody()
    {
        var test = TestDay.Open();
        test.Take();
        test.Take();
        test.Call();
        Assert.Equal("H-017", test.Refused(new CallNext(1)).Code);
        Assert.Equal("H-017", test.Refused(new CloseCounter(1)).Code);
    }

    [Fact]
    public void A_stale_page_cannot_finish_what_another_counter_holds()
    {
        var test = TestDay.Open();
        var ticket = test.Take();
        test.Call(2);
        Assert.Equal("H-018", test.Refused(new FinishService(1, ticket)).Code);
        Assert.Equal("H-019", test.Refused(new FinishService(2, ticket)).Code);
        test.Do(new StartService(2, ticket));
        Assert.Equal("H-020", test.Refused(new StartService(2, ticket)).Code);
        Assert.Equal("H-020", test.Refused(new MarkNoShow(2, ticket)).Code);
        Assert.Equal("H-020", test.Refused(new Recall(2, ticket)).Code);
    }

    [Fact]
    public void A_closed_counter_calls_nobody_and_a_colleague_may_take_a_counter_over()
    {
        var test = TestDay.Open();
        test.Take();
        Assert.Equal("H-016", test.Refused(new OpenCounter(1, TestDay.Clerk)).Code);
        var colleague = test.NextId();
        test.Do(new OpenCounter(1, colleague));
        Assert.Equal(colleague, test.Day.Counters[1].Clerk);
        test.Do(new CloseCounter(1));
        Assert.Equal("H-015", test.Refused(new CallNext(1)).Code);
        Assert.Equal("H-006", test.Refused(new CallNext(9)).Code);
    }

    [Fact]
    public void Recall_repeats_the_call_without_moving_anybody()
    {
        var test = TestDay.Open();
        var ticket = test.Take();
        test.Call();
        test.Do(new Recall(1, ticket));
        Assert.Equal(2, test[ticket].Calls);
        Assert.Equal(TicketState.Called, test[ticket].State);
    }

    [Fact]
    public void Who_missed_the_call_comes_back_by_itself_once_and_at_their_old_place()
    {
        var test = TestDay.Open();
        var late = test.Take();
        test.Take();
        var third = test.Take();
        test.Call();
        test.Do(new MarkNoShow(1, late));
        Assert.Equal(test.Now.AddMinutes(5), test.Day.NextDue);
        Assert.NotEqual(late, test.Serve());

        test.Now = test.Now.AddMinutes(5);
        test.Do(new LetTimePass());
        Assert.Equal(late, test.Call());
        test.Do(new MarkNoShow(1, late));
        Assert.Equal(TicketState.NoShow, test[late].State);
        Assert.Null(test.Day.NextDue);
        Assert.Equal(third, test.Call());
    }

    [Fact]
    public void A_web_number_is_called_only_after_check_in_and_void_when_that_is_too_late()
    {
        var test = TestDay.Open();
        var early = test.Take(origin: TicketOrigin.Web);
        var late = test.Take(origin: TicketOrigin.Web);
        Assert.Equal("H-014", test.Refused(new CallNext(1)).Code);
        test.Do(new CheckIn(early));
        Assert.Equal("H-022", test.Refused(new CheckIn(early)).Code);
        Assert.Equal(early, test.Call());

        test.Now = test.Now.AddMinutes(60);
        Assert.Equal("H-023", test.Refused(new CheckIn(late)).Code);
        test.Do(new LetTimePass());
        Assert.Equal(TicketState.Void, test[late].State);
        Assert.Equal("H-023", test.Refused(new CheckIn(late)).Code);
    }

    [Theory]
    [InlineData("A-001", true)]
    [InlineData("a1", true)]
    [InlineData(" a 001 ", true)]
    [InlineData("A-002", false)]
    [InlineData("B-001", false)]
    [InlineData("A", false)]
    [InlineData("", false)]
    [InlineData("99999999999999999999", false)]
    public void A_number_from_afar_is_checked_in_however_it_is_typed(string typed, bool found)
    {
        var test = TestDay.Open();
        var ticket = test.Take(origin: TicketOrigin.Web);

        if (found)
        {
            test.Do(new CheckIn(Guid.Empty, typed));
        }
        else
        {
            Assert.Equal("H-007", test.Refused(new CheckIn(Guid.Empty, typed)).Code);
        }

        Assert.Equal(found ? TicketState.Waiting : TicketState.Booked, test[ticket].State);
    }

    [Fact]
    public void A_person_holds_one_open_number_per_line()
    {
        var test = TestDay.Open();
        var person = test.NextId();
        var first = test.Take(holder: person, origin: TicketOrigin.Web);
        Assert.Equal("H-013", test.Refused(new TakeTicket(test.NextId(), 1, null, TicketOrigin.Web, PriorityGroups.None, person)).Code);
        test.Take(2, holder: person, origin: TicketOrigin.Web);
        test.Do(new CancelTicket(first));
        test.Take(1, holder: person, origin: TicketOrigin.Web);
    }

    [Fact]
    public void A_transferred_number_stays_the_same_and_keeps_its_place_by_arrival()
    {
        var test = TestDay.Open();
        var moved = test.Take(1);
        test.Take(2);
        test.Call(1);
        test.Do(new StartService(1, moved));
        test.Do(new TransferTicket(moved, 2, ToTheEnd: false));
        Assert.Null(test.Day.Counters[1].Ticket);
        Assert.Equal(moved, test.Call(2));
        Assert.Equal("A-001", test[moved].Label);
        Assert.Equal("H-024", test.Refused(new TransferTicket(moved, 2, false)).Code);
    }

    [Fact]
    public void A_transfer_to_the_end_lets_those_already_there_go_first()
    {
        var test = TestDay.Open();
        var moved = test.Take(1);
        var other = test.Take(2);
        test.Do(new TransferTicket(moved, 2, ToTheEnd: true));
        Assert.Equal([other, moved], new[] { test.Serve(2), test.Serve(2) });
    }

    [Fact]
    public void A_number_at_a_counter_is_not_cancelled_and_an_ended_one_not_again()
    {
        var test = TestDay.Open();
        var ticket = test.Take();
        test.Call();
        Assert.Equal("H-025", test.Refused(new CancelTicket(ticket)).Code);
        test.Do(new StartService(1, ticket));
        test.Do(new FinishService(1, ticket));
        Assert.Contains("selesai dilayani", test.Refused(new CancelTicket(ticket)).Message);
        Assert.Equal("H-007", test.Refused(new CancelTicket(Guid.Empty)).Code);
    }
}
