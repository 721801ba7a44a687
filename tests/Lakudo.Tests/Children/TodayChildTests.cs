using CsCheck;
using Lakudo.Field;
using Lakudo.Field.Phone;
using Lakudo.Growth;
using Lakudo.Growth.Indonesia;

namespace Lakudo.Tests.Children;

/// <summary>The list of the day holds what a day without a signal needs, and no more.</summary>
public sealed class TodayChildTests
{
    private static readonly DateOnly Today = new(2026, 11, 25);

    private static readonly Gen<PastMeasurement> Measured =
        Gen.Select(Gen.Int[0, 700], Gen.Int[2_500, 20_000].Nullable(), Gen.Int[4_500, 11_000].Nullable(), Gen.Int[900, 1_700].Nullable(), Gen.Bool, Gen.Int[0, 5], (back, weight, height, arm, swollen, state) => new PastMeasurement
        {
            Id = Guid.CreateVersion7(),
            Day = Today.AddDays(-back),
            Weight = weight,
            Height = height,
            Position = height is null ? null : Position.Lying,
            Arm = arm,
            HasOedema = swollen && back % 7 == 0,
            State = state switch { 0 => MeasurementState.InQuestion, 1 => MeasurementState.Struck, _ => MeasurementState.Counts },
        });

    private static readonly Gen<PastService> Given = Gen.Select(Gen.Int[0, 700], Gen.Int[1, 8], Gen.Bool, Gen.Int[0, 3], (back, kind, yes, vaccine) =>
        new PastService(Today.AddDays(-back), (ChildServiceKind)kind, yes, kind == (int)ChildServiceKind.Immunisation ? Vaccines.All[vaccine].Code : null));

    private static readonly Gen<FieldChild> Child = Gen.Select(Gen.Int[30, 1_800], Measured.List[0, 24], Given.List[0, 12], Gen.Bool, (age, measured, given, girl) => new FieldChild
    {
        Id = Guid.CreateVersion7(),
        Name = "Wa Rini",
        Birth = Today.AddDays(-age),
        Sex = girl ? Sex.Female : Sex.Male,
        Address = "RT 2",
        Measurements = [.. measured.Where(one => one.Day >= Today.AddDays(-age)).DistinctBy(one => one.Day).OrderBy(one => one.Day)],
        Services = [.. given.Where(one => one.Day >= Today.AddDays(-age)).OrderBy(one => one.Day)],
    });

    [Fact]
    public void List_doubts_and_result_are_the_same_with_the_last_values_as_with_the_whole_history() =>
        Gen.Select(Child, Gen.Int[0, TodayLimits.Most], Gen.Int[2_500, 20_000], Gen.Int[4_500, 11_000].Nullable()).Sample((whole, later, weight, height) =>
        {
            var (day, part) = (Today.AddDays(later), TodayChild.Of(whole, Today, AgeMethod.CompletedMonths));
            var (all, some) = (DueList.Of(whole, day, AgeMethod.CompletedMonths), DueList.Of(part, day, AgeMethod.CompletedMonths));
            Assert.Equal(all is null, some is null);
            if (all is null || some is null) return;
            Assert.Equal(all with { Child = part }, some);
            var now = new PastMeasurement { Id = Guid.CreateVersion7(), Day = day, Weight = weight, Height = height, Position = height is null ? null : Position.Lying };
            Assert.Equal(Plausibility.Of(ChildHistory.Of(whole), now), Plausibility.Of(ChildHistory.Of(part), now));
            var (read, short_) = (ChildReading.Of(ChildHistory.Of(whole), now), ChildReading.Of(ChildHistory.Of(part), now));
            Assert.Equal((read.Shown, read.Urgency, read.Kms.IsTwiceNotGained?.Value, read.Kms.Action?.Value), (short_.Shown, short_.Urgency, short_.Kms.IsTwiceNotGained?.Value, short_.Kms.Action?.Value));
            Assert.Equal(MotherWords.Of("Rini", read), MotherWords.Of("Rini", short_));
            Assert.All(Vaccines.All, vaccine => Assert.Equal(whole.Services.All(one => one.Detail != vaccine.Code), part.Services.All(one => one.Detail != vaccine.Code)));
        }, iter: 2_000);

    [Fact]
    public void Two_years_of_a_child_become_its_last_months_without_its_address()
    {
        var whole = new FieldChild
        {
            Id = Guid.CreateVersion7(),
            Name = "Wa Rini",
            Birth = Today.AddMonths(-24),
            Address = "RT 2",
            BirthWeight = 2_900,
            Measurements = [.. Enumerable.Range(0, 24).Select(month => new PastMeasurement { Id = Guid.CreateVersion7(), Day = Today.AddMonths(month - 24), Weight = 4_000 + (300 * month), Height = 5_500 + (150 * month) })],
        };
        var part = TodayChild.Of(whole, Today, AgeMethod.CompletedMonths);
        Assert.Equal(4, part.Measurements.Count);
        Assert.Equal((null, null), (part.Address, part.BirthWeight));
    }
}
