using Lakudo.Field;
using Lakudo.Growth.Indonesia;

namespace Lakudo.Growth.Tests.Field;

public sealed class DueListTests
{
    private static readonly DateOnly Birth = new(2026, 1, 10);

    [Fact]
    public void A_child_that_twice_did_not_gain_comes_before_one_that_gained()
    {
        var gained = A.Child(Birth, A.Seen(2026, 9, 5, 8000), A.Seen(2026, 10, 5, 8500)) with { Name = "Aisyah" };
        var twice = A.Child(Birth, A.Seen(2026, 8, 5, 8400), A.Seen(2026, 9, 5, 8450), A.Seen(2026, 10, 5, 8440)) with { Name = "Zahra" };

        var list = DueList.Of([gained, twice], A.Today, AgeMethod.CompletedMonths);

        Assert.Equal(["Zahra", "Aisyah"], list.Select(due => due.Child.Name));
        Assert.Equal(Risks.TwiceNotGained, list[0].Risks);
        Assert.Equal(Risks.None, list[1].Risks);
    }

    [Fact]
    public void Below_the_red_line_comes_first_and_who_was_weighed_today_last()
    {
        var light = A.Child(Birth, A.Seen(2026, 10, 5, 6000)) with { Name = "Ringan" };
        var absent = A.Child(Birth, A.Seen(2026, 7, 5, 7800)) with { Name = "Lama" };
        var done = A.Child(Birth, A.Seen(2026, 11, 25, 5800)) with { Name = "Sudah" };

        var list = DueList.Of([done, absent, light], A.Today, AgeMethod.CompletedMonths);

        Assert.Equal(["Ringan", "Lama", "Sudah"], list.Select(due => due.Child.Name));
        Assert.True(list[0].Risks.HasFlag(Risks.BelowRed));
        Assert.Equal(Risks.NotSeen, list[1].Risks);
        Assert.True(list[2].IsWeighed);
    }

    [Theory]
    [InlineData(2026, 9, 1, false)]
    [InlineData(2026, 8, 31, true)]
    public void Two_months_without_weighing_and_not_yet_in_this_one(int year, int month, int day, bool isNotSeen)
    {
        var child = A.Child(Birth, A.Seen(year, month, day, 8000));

        Assert.Equal(isNotSeen, DueList.Of(child, A.Today, AgeMethod.CompletedMonths)!.Risks.HasFlag(Risks.NotSeen));
    }

    [Fact]
    public void A_short_child_is_known_by_its_last_height_also_when_only_weighed_since()
    {
        var child = A.Child(Birth, A.Seen(2026, 9, 5, 8000, 6000, Position.Lying), A.Seen(2026, 10, 5, 8500));

        // 8.0 kg at 60.0 cm is also far too heavy for the length, and stays so until the length is measured again.
        Assert.Equal(Risks.SeverelyShort | Risks.Heavy, DueList.Of(child, A.Today, AgeMethod.CompletedMonths)!.Risks);
    }

    [Fact]
    public void Height_is_due_after_three_months_and_in_august_every_child_is_measured()
    {
        var child = A.Child(Birth, A.Seen(2026, 7, 5, 8000, 7000, Position.Lying));

        Assert.False(DueList.Of(child, new(2026, 9, 20), AgeMethod.CompletedMonths)!.IsHeightDue);
        Assert.True(DueList.Of(child, new(2026, 10, 1), AgeMethod.CompletedMonths)!.IsHeightDue);
        Assert.True(DueList.Of(child, new(2026, 8, 1), AgeMethod.CompletedMonths)!.IsHeightDue);
        Assert.Equal(VitaminADose.Blue, DueList.Of(child, new(2026, 8, 1), AgeMethod.CompletedMonths)!.VitaminA);
    }

    [Fact]
    public void Vitamin_A_given_this_month_is_not_asked_again()
    {
        var child = A.Child(Birth) with { Services = [new PastService(new(2026, 8, 3), ChildServiceKind.VitaminABlue, true)] };

        Assert.Equal(VitaminADose.None, DueList.Of(child, new(2026, 8, 20), AgeMethod.CompletedMonths)!.VitaminA);
    }

    [Fact]
    public void The_book_is_asked_after_until_the_family_has_it_and_an_answer_of_today_can_be_mended()
    {
        var child = A.Child(Birth);
        PastService Said(int month, bool yes) => new(new(2026, month, 25), ChildServiceKind.KiaBook, yes);
        DueChild Of(params PastService[] said) => DueList.Of(child with { Services = said }, A.Today, AgeMethod.CompletedMonths)!;

        Assert.Equal((true, null), (Of().AsksBook, Of().Book));
        Assert.True(Of(new PastService(new(2026, 10, 25), ChildServiceKind.Deworming, true)).AsksBook);
        Assert.True(Of(Said(9, true), Said(10, false)).AsksBook);
        Assert.False(Of(Said(9, false), Said(10, true)).AsksBook);
        // Whatever the order in which they lie here, the later day holds; of one day the answer that stands last.
        Assert.False(Of(Said(10, true), Said(9, false)).AsksBook);
        Assert.Equal((true, true), (Of(Said(11, false), Said(11, true)).Book!.Yes, Of(Said(11, true)).AsksBook));
        // A sheet of an earlier day asks what was asked on that day.
        Assert.True(DueList.Of(child with { Services = [Said(10, true)] }, new(2026, 9, 25), AgeMethod.CompletedMonths)!.AsksBook);
    }

    [Fact]
    public void A_struck_weight_and_one_in_question_do_not_count()
    {
        var child = A.Child(
            Birth,
            A.Seen(2026, 10, 5, 8500),
            A.Seen(2026, 11, 20, 3000) with { State = MeasurementState.Struck },
            A.Seen(2026, 11, 21, 9000) with { State = MeasurementState.InQuestion });

        var due = DueList.Of(child, A.Today, AgeMethod.CompletedMonths)!;

        Assert.False(due.IsWeighed);
        Assert.Equal(8500, due.LastWeight!.Weight);
    }

    [Fact]
    public void Five_years_old_is_no_longer_due() =>
        Assert.Null(DueList.Of(A.Child(new(2021, 11, 25)), A.Today, AgeMethod.CompletedMonths));
}
