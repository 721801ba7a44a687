using Lakudo.Feedback;
using Lakudo.Kernel;

namespace Lakudo.Tests.Feedback;

public sealed class BallotBoxTests
{
    private static readonly DateOnly March = new(2026, 3, 1);
    private static readonly PersonalData Personal = new(new byte[32]);
    private static readonly Guid[] Services = [.. Enumerable.Range(1, 6).Select(i => new Guid(i, 0, 0, new byte[8]))];

    [Theory]
    [InlineData(0, 0)]
    [InlineData(3, 0)]
    [InlineData(4, 5)]
    [InlineData(7, 8)]
    public void Answers_of_a_service_are_opened_when_the_new_one_makes_five(int waiting, int opened) =>
        Assert.Equal(opened, BallotBox.Open([.. Many(waiting, 0, March)], One(0, March), March).OfService.Count);

    [Fact]
    public void Five_that_waited_over_their_month_are_opened_for_the_agency_whatever_their_services()
    {
        List<Ballot> waiting = [.. Many(2, 1, March.AddMonths(-1)), .. Many(2, 2, March.AddMonths(-3)), .. Many(1, 3, March.AddMonths(-1)), .. Many(3, 4, March)];
        var opened = BallotBox.Open(waiting, One(0, March), March);
        Assert.Empty(opened.OfService);
        Assert.Equal(5, opened.OfAgency.Count);
        Assert.DoesNotContain(opened.OfAgency, b => b.ServiceId == Services[4]);
        Assert.Empty(BallotBox.Open([.. waiting.Skip(1)], One(0, March), March).OfAgency);
    }

    [Fact]
    public void An_old_answer_counts_for_its_service_when_that_gathers_five_and_not_twice()
    {
        List<Ballot> waiting = [.. Many(4, 0, March.AddMonths(-1)), .. Many(4, 1, March.AddMonths(-1))];
        var opened = BallotBox.Open(waiting, One(0, March), March);
        Assert.Equal(5, opened.OfService.Count);
        Assert.Empty(opened.OfAgency);
    }

    [Fact]
    public void Small_groups_of_respondents_are_shown_together_and_never_alone()
    {
        RespondentCount[] one = [new("x", "a", 20), new("x", "b", 9), new("x", "c", 2), new("x", "d", 0)];
        Assert.Equal([("a", 20), ("d", 0), (RespondentCount.Together, 11)], RespondentCount.Merge("x", one).Select(g => (g.Words, g.Count)));
        RespondentCount[] two = [new("x", "a", 20), new("x", "b", 3), new("x", "c", 2)];
        Assert.Equal([("a", 20), (RespondentCount.Together, 5)], RespondentCount.Merge("x", two).Select(g => (g.Words, g.Count)));
        RespondentCount[] none = [new("x", "a", 20), new("x", "b", 5)];
        Assert.Equal(none, RespondentCount.Merge("x", none));
    }

    private static Ballot One(int service, DateOnly month) => new(1, 7, Services[service], month, new AnswerSheet("2017", TestSurvey.All(4), new Respondent()), Personal);

    private static IEnumerable<Ballot> Many(int count, int service, DateOnly month) => Enumerable.Range(0, count).Select(_ => One(service, month));
}
