using Lakudo.Hall;
using Lakudo.Hall.Day;

namespace Lakudo.Tests.Hall;

// Inside the namespace: the commands are named as the verbs are, and here the commands are meant.
using static Lakudo.Hall.Day.HallCommand;

public sealed class PaperPadTests
{
    [Fact]
    public void Paper_numbers_are_entered_afterwards_at_the_place_of_their_written_time_and_never_twice()
    {
        var test = TestDay.Open();
        test.Now = TestDay.At(10);
        var after = test.Take();
        var paper = test.NextId();
        test.Do(new EnterPaperTicket(paper, 1, 801, TestDay.At(9, 30), PriorityGroups.None, null, null));
        Assert.Equal("H-027", test.Refused(new EnterPaperTicket(test.NextId(), 1, 801, TestDay.At(9, 31), PriorityGroups.None, null, null)).Code);
        Assert.Equal("H-026", test.Refused(new EnterPaperTicket(test.NextId(), 1, 12, TestDay.At(9, 31), PriorityGroups.None, null, null)).Code);
        Assert.Equal("H-028", test.Refused(new EnterPaperTicket(test.NextId(), 1, 802, TestDay.At(11), PriorityGroups.None, null, null)).Code);
        Assert.Equal([paper, after], new[] { test.Serve(), test.Serve() });
    }

    [Fact]
    public void A_paper_number_served_by_hand_is_recorded_as_served()
    {
        var test = TestDay.Open();
        test.Now = TestDay.At(10);
        var paper = test.NextId();
        test.Do(new EnterPaperTicket(paper, 1, 802, TestDay.At(9, 30), PriorityGroups.Elderly, TestDay.At(9, 45), 1));
        Assert.Equal(TicketState.Finished, test[paper].State);
        Assert.Equal("H-014", test.Refused(new CallNext(1)).Code);
    }
}
