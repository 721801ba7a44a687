using Lakudo.Hall;
using Lakudo.Hall.Day;

namespace Lakudo.Tests.Hall;

// Inside the namespace: the commands are named as the verbs are, and here the commands are meant.
using static Lakudo.Hall.Day.HallCommand;

/// <summary>A key was pressed by mistake: what a counter did last is taken back within ten seconds.</summary>
public sealed class TakeBackTests
{
    [Fact]
    public void A_finished_service_goes_on_as_if_nothing_had_been_pressed()
    {
        var test = TestDay.Open();
        var ticket = test.Take();
        test.Do(new StartService(1, test.Call()));
        test.Now = test.Now.AddMinutes(7);
        var before = test.Day;
        test.Do(new FinishService(1, ticket));
        test.Now = test.Now.AddSeconds(9);

        Assert.IsType<HallFact.FinishTakenBack>(Assert.Single(test.Do(new TakeBackLastAct(1, ticket))));

        Assert.Equal(before.Tickets[ticket], test[ticket]);
        Assert.Equal(ticket, test.Day.Counters[1].Ticket);
        Assert.Equal(0, test.Day.Lines[1].LastServicesCount);
        test.Do(new FinishService(1, ticket));
        Assert.Equal(1, test.Day.Lines[1].LastServicesCount);
    }

    [Fact]
    public void A_no_show_is_taken_back_the_first_time_and_the_second()
    {
        var test = TestDay.Open();
        var person = test.NextId();
        var ticket = test.Take(holder: person, origin: TicketOrigin.Web);
        test.Do(new CheckIn(ticket));
        test.Call();
        var called = test[ticket];
        test.Do(new MarkNoShow(1, ticket));
        test.Do(new TakeBackLastAct(1, ticket));
        Assert.Equal(called, test[ticket]);
        Assert.Null(test.Day.NextDue);

        test.Do(new MarkNoShow(1, ticket));
        test.Now = test.Now.AddMinutes(5);
        test.Do(new LetTimePass());
        test.Call();
        test.Do(new MarkNoShow(1, ticket));
        Assert.Equal(TicketState.NoShow, test[ticket].State);
        test.Do(new TakeBackLastAct(1, ticket));
        Assert.Equal((TicketState.Called, 1, (DateTime?)null), (test[ticket].State, test[ticket].Misses, test[ticket].EndedAt));
        Assert.Equal("H-013", test.Refused(new TakeTicket(test.NextId(), 1, null, TicketOrigin.Web, PriorityGroups.None, person)).Code);
        test.Do(new StartService(1, ticket));
    }

    [Theory]
    [InlineData(10, null)]
    [InlineData(13, "H-060")]
    [InlineData(3600, "H-060")]
    [InlineData(-3600, "H-060")]
    public void It_is_too_late_after_ten_seconds_and_a_clock_set_back_gives_no_more(int seconds, string? code)
    {
        var test = TestDay.Open();
        test.Take();
        var ticket = test.Serve();
        test.Now = test.Now.AddSeconds(seconds);

        Assert.Equal(code, test.Try(new TakeBackLastAct(1, ticket)).Refusal?.Code);
    }

    [Fact]
    public void It_is_refused_once_the_counter_or_the_number_has_gone_on()
    {
        var test = TestDay.Open();
        test.Take();
        test.Take();
        var finished = test.Serve();
        Assert.Equal("H-061", test.Refused(new TakeBackLastAct(2, finished)).Code);
        var next = test.Call();
        Assert.Equal("H-061", test.Refused(new TakeBackLastAct(1, finished)).Code);
        Assert.Equal("H-061", test.Refused(new TakeBackLastAct(1, next)).Code);

        test.Do(new MarkNoShow(1, next));
        test.Do(new CancelTicket(next));
        Assert.Equal("H-061", test.Refused(new TakeBackLastAct(1, next)).Code);

        var third = test.Take();
        test.Serve();
        test.Do(new CloseCounter(1));
        Assert.Equal("H-015", test.Refused(new TakeBackLastAct(1, third)).Code);
        Assert.Equal("H-007", test.Refused(new TakeBackLastAct(1, test.NextId())).Code);
        Assert.Equal("H-006", test.Refused(new TakeBackLastAct(9, third)).Code);
    }

    [Fact]
    public void Taken_back_twice_is_taken_back_once()
    {
        var test = TestDay.Open();
        test.Take();
        var ticket = test.Serve();
        Assert.Single(test.Do(new TakeBackLastAct(1, ticket)));
        Assert.Empty(test.Do(new TakeBackLastAct(1, ticket)));
        Assert.Equal(TicketState.Serving, test[ticket].State);
    }

    [Fact]
    public void What_was_done_last_at_a_counter_is_known()
    {
        var test = TestDay.Open();
        var ticket = test.Take();
        test.Call();
        Assert.IsType<HallFact.TicketCalled>(test.Day.Counters[1].Last!.Fact);
        test.Do(new CorrectPriority(ticket, PriorityGroups.Elderly));
        Assert.IsType<HallFact.PriorityCorrected>(test.Day.Counters[1].Last!.Fact);
        test.Do(new TransferTicket(ticket, 2, false));
        Assert.IsType<HallFact.TicketTransferred>(test.Day.Counters[1].Last!.Fact);
        Assert.IsType<HallFact.CounterOpened>(test.Day.Counters[2].Last!.Fact);
        // Moved while it waits, it is no counter's act.
        test.Do(new TransferTicket(ticket, 3, false));
        Assert.Equal(2, Assert.IsType<HallFact.TicketTransferred>(test.Day.Counters[1].Last!.Fact).ToLine);
    }
}
