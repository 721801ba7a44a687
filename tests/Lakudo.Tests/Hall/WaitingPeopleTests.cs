using CsCheck;
using Lakudo.Hall.Day;

namespace Lakudo.Tests.Hall;

public sealed class WaitingPeopleTests
{
    private static readonly DateTime Start = TestDay.Midnight;

    /// <summary>The tree against a plain list that does the same the slow way.</summary>
    [Fact]
    public void The_line_answers_like_a_plain_list() =>
        Gen.Select(Gen.Int[0, 2], Gen.Int[0, 60], Gen.Int[0, 500]).List[0, 200].Sample(steps =>
        {
            var line = WaitingPeople.None;
            var list = new List<Waiter>();
            foreach (var (kind, order, minutes) in steps)
            {
                if (kind == 0 && list.All(w => w.Order != order))
                {
                    var waiter = new Waiter(order, Guid.Empty, Start.AddMinutes(minutes), 0);
                    line = line.Add(waiter);
                    list.Add(waiter);
                }
                else if (kind == 1 && list.Find(w => w.Order == order) is { Since.Ticks: > 0 } leaving)
                {
                    (line, var overtaken) = line.Remove(order);
                    Assert.Equal(leaving.Overtaken, overtaken);
                    list.Remove(leaving);
                }
                else
                {
                    line = line.OvertakenBefore(order);
                    list = [.. list.Select(w => w.Order < order ? w with { Overtaken = w.Overtaken + 1 } : w)];
                }

                var before = list.Where(w => w.Order < order).ToList();
                Assert.Equal(
                    (before.Count, before.Select(w => w.Overtaken).DefaultIfEmpty().Max(), before.Select(w => w.Since).DefaultIfEmpty(DateTime.MaxValue).Min()),
                    line.Before(order));
                Assert.Equal(list.Find(w => w.Order == order).Overtaken, line.OvertakenAt(order));
                Assert.Equal(list.Count, line.Count);
                Assert.Equal(list.Count == 0 ? null : list.MinBy(w => w.Order), line.First);
            }

            Assert.Equal(list.OrderBy(w => w.Order), line.InOrder());
        });

    [Fact]
    public void Two_people_cannot_have_one_place()
    {
        var line = WaitingPeople.None.Add(new(1, Guid.Empty, Start, 0));
        Assert.Throws<InvalidOperationException>(() => line.Add(new(1, Guid.Empty, Start, 0)));
        Assert.Throws<InvalidOperationException>(() => line.Remove(2));
    }
}
