using Lakudo.Field;
using Lakudo.Field.Phone;
using Lakudo.Growth;
using Lakudo.Growth.Indonesia;

namespace Lakudo.Tests.Children;

/// <summary>The list of the day holds what a day without a signal needs, and no more.</summary>
public sealed class TodayChildTests
{
    private static readonly DateOnly Today = new(2026, 11, 25);

    [Fact]
    public void List_doubts_and_result_are_the_same_with_the_last_values_as_with_the_whole_history()
    {
        var dice = new Random(7);
        var (kept, all) = (0, 0);
        for (var round = 0; round < 500; round++)
        {
            var whole = Grown(dice, Today.AddDays(-dice.Next(30, 1_800)));
            var part = TodayChild.Of(whole, Today, AgeMethod.CompletedMonths);
            (kept, all) = (kept + part.Measurements.Count, all + whole.Measurements.Count);
            var day = Today.AddDays(dice.Next(0, TodayLimits.Most + 1));
            var due = DueList.Of(whole, day, AgeMethod.CompletedMonths);
            if (due is null) continue;
            Assert.Equal(due with { Child = part }, DueList.Of(part, day, AgeMethod.CompletedMonths));
            var now = new PastMeasurement
            {
                Id = Guid.CreateVersion7(),
                Day = day,
                Weight = (due.LastWeight?.Weight ?? 6_000) + dice.Next(-400, 700),
                Height = dice.Next(2) == 0 ? due.LastHeight?.Height : null,
                Position = due.Position,
            };
            Assert.Equal(Plausibility.Of(ChildHistory.Of(whole), now), Plausibility.Of(ChildHistory.Of(part), now));
            var (read, shorter) = (ChildReading.Of(ChildHistory.Of(whole), now), ChildReading.Of(ChildHistory.Of(part), now));
            Assert.Equal((read.Shown, read.Urgency, read.Standing, read.Missing, read.Loss), (shorter.Shown, shorter.Urgency, shorter.Standing, shorter.Missing, shorter.Loss));
            Assert.Equal(MotherWords.Of("Rini", read), MotherWords.Of("Rini", shorter));
            Assert.All(Vaccines.All, vaccine => Assert.Equal(whole.Services.All(one => one.Detail != vaccine.Code), part.Services.All(one => one.Detail != vaccine.Code)));
        }

        Assert.InRange(kept, 1, all * 2 / 3);
    }

    [Fact]
    public void Neither_address_nor_birth_weight_is_in_the_list_and_of_each_service_only_the_last()
    {
        PastService[] services = [new(Today.AddMonths(-7), ChildServiceKind.Deworming, true), new(Today.AddMonths(-1), ChildServiceKind.Deworming, true), new(Today.AddMonths(-1), ChildServiceKind.KiaBook, false)];
        var whole = Grown(new Random(3), Today.AddMonths(-20)) with { Address = "RT 2", BirthWeight = 2_900, Services = services };
        var part = TodayChild.Of(whole, Today, AgeMethod.CompletedMonths);
        Assert.Equal((null, null), (part.Address, part.BirthWeight));
        Assert.Equal(services[1..], part.Services);
    }

    /// <summary>A child as posyandu see it: weighed most months, measured some, now and then in question.</summary>
    private static FieldChild Grown(Random dice, DateOnly birth)
    {
        var (weight, height, measured) = (3_200, 4_900, new List<PastMeasurement>());
        for (var day = birth.AddDays(30); day <= Today.AddDays(-dice.Next(0, 40)); day = day.AddDays(dice.Next(25, 40)))
        {
            var isLong = day < Today.AddDays(-730);
            (weight, height) = (weight + (isLong ? 250 : dice.Next(-150, 400)), height + (isLong ? 80 : dice.Next(0, 150)));
            if (isLong || dice.Next(6) == 0) continue;
            measured.Add(new PastMeasurement
            {
                Id = Guid.CreateVersion7(),
                Day = day,
                Weight = weight,
                Height = dice.Next(3) == 0 ? height : null,
                Position = Position.Lying,
                Arm = dice.Next(4) == 0 ? dice.Next(1_100, 1_600) : null,
                State = dice.Next(20) == 0 ? MeasurementState.InQuestion : MeasurementState.Counts,
            });
        }

        return new FieldChild { Id = Guid.CreateVersion7(), Name = "Wa Rini", Birth = birth, Sex = dice.Next(2) == 0 ? Sex.Female : Sex.Male, Measurements = measured };
    }
}
