using Lakudo.Field;

namespace Lakudo.Growth.Tests.Field;

public sealed class PlausibilityTests
{
    private static readonly DateOnly Birth = new(2024, 12, 1);

    [Theory]
    [InlineData(7950, false)]
    [InlineData(7949, true)]
    public void A_child_may_seem_half_a_centimetre_shorter_and_no_more(int height, bool isDoubtful) =>
        Assert.Equal(isDoubtful, Doubts(A.Seen(2026, 10, 1, 10_000, 8000, Position.Lying), A.Seen(2026, 11, 25, 10_100, height, Position.Lying)).Contains(Doubt.HeightFell));

    [Fact]
    public void Standing_after_lying_is_not_shorter() =>
        Assert.Empty(Doubts(A.Seen(2026, 10, 1, 10_000, 8000, Position.Lying), A.Seen(2026, 11, 25, 10_100, 7940, Position.Standing)));

    [Theory]
    [InlineData(8500, false)]
    [InlineData(8499, true)]
    [InlineData(11_500, false)]
    [InlineData(11_800, true)]
    public void A_weight_may_change_by_15_per_cent(int weight, bool isDoubtful) =>
        Assert.Equal(isDoubtful, Doubts(A.Seen(2026, 10, 1, 10_000), A.Seen(2026, 11, 25, weight)).Contains(Doubt.WeightJumped));

    [Fact]
    public void A_newborn_may_gain_a_third()
    {
        var history = new ChildHistory(Sex.Female, new(2026, 10, 1), [A.Seen(2026, 10, 5, 3200)]);

        Assert.Empty(Plausibility.Of(history, A.Seen(2026, 11, 5, 4250)));
        Assert.Contains(Doubt.WeightJumped, Plausibility.Of(history, A.Seen(2026, 11, 5, 5600)));
    }

    [Fact]
    public void A_measure_that_WHO_calls_implausible_is_doubtful() =>
        Assert.Contains(Doubt.Implausible, Doubts(A.Seen(2026, 6, 1, 10_000), A.Seen(2026, 11, 25, 1000)));

    [Fact]
    public void Eight_months_cannot_stand()
    {
        var history = new ChildHistory(Sex.Male, new(2026, 3, 20), []);

        Assert.Contains(Doubt.TooYoungToStand, Plausibility.Of(history, A.Seen(2026, 11, 25, 8500, 7000, Position.Standing)));
    }

    [Fact]
    public void Grown_by_more_than_six_centimetres_in_a_month() =>
        Assert.Contains(Doubt.HeightJumped, Doubts(A.Seen(2026, 11, 1, 10_000, 8000), A.Seen(2026, 11, 25, 10_100, 8601)));

    [Theory]
    [InlineData(8000, 8050, 8100, 8150, 8200, true)]
    [InlineData(8000, 8050, 8110, 8150, 8200, false)]
    public void Five_heights_in_a_row_read_to_the_half(int a, int b, int c, int d, int e, bool isRounded) =>
        Assert.Equal(isRounded, Plausibility.IsRounded(new[] { a, b, c, d, e }.Select(height => new FieldMeasurement
        {
            Id = Guid.CreateVersion7(),
            Child = Guid.CreateVersion7(),
            Day = A.Today,
            At = default,
            Height = height,
        })));

    private static IReadOnlyList<Doubt> Doubts(PastMeasurement before, PastMeasurement now) => Plausibility.Of(new ChildHistory(Sex.Female, Birth, [before]), now);
}
