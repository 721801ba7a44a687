using Lakudo.Growth.Quality;

namespace Lakudo.Growth.Tests.Quality;

public class QualityLimitsTests
{
    [Fact]
    public void Every_limit_names_its_source_and_says_what_is_unconfirmed()
    {
        foreach (var check in Enum.GetValues<QualityCheck>())
        {
            var limit = QualityLimits.Default[check];
            Assert.False(string.IsNullOrWhiteSpace(limit.Source));
            Assert.True(limit.Least >= 20);
            Assert.True(limit.Watch is null || limit.Watch < limit.Act);
            Assert.True(limit.WatchBelow is null || limit.ActBelow < limit.WatchBelow);
            Assert.True(limit.Watch is not null || limit.WatchBelow is not null);
            Assert.Equal(limit.Unconfirmed is null, limit.IsConfirmed);
            Assert.True(limit.IsConfirmed || (limit.Unconfirmed!.StartsWith("Belum dikonfirmasi: ", StringComparison.Ordinal) && limit.Unconfirmed.EndsWith('.')));
        }
    }

    [Fact]
    public void What_is_lakudos_own_is_not_called_confirmed() =>
        Assert.All(Enum.GetValues<QualityCheck>().Select(check => QualityLimits.Default[check]).Where(limit => limit.Source.StartsWith("Lakudo", StringComparison.Ordinal)),
            limit => Assert.False(limit.IsConfirmed));

    [Fact]
    public void A_region_can_bring_its_own_limits()
    {
        var own = Enum.GetValues<QualityCheck>().Select(check => QualityLimits.Default[check] with { Least = 5, Watch = 30, Act = 60 });
        var standard = QualityLimits.Default;
        var limits = new QualityLimits(own, standard.FallsByCentimetres with { Value = 4 }, standard.WeightChangesByPercent, standard.WeightJumpsByZ,
            standard.HeightJumpsByZ, standard.RepeatsAfterDays, standard.JumpsWithinDays, standard.BoysInPercent);
        var visits = MadeUpPosyandu.Honest(3, 30, 3).Each((visit, place) => place % 3 == 2 && visit.Measurement.LengthOrHeight is { } length
            ? visit.Measurement with { LengthOrHeight = length - Length.FromCentimetres(4) } : visit.Measurement);
        Assert.Equal(QualityVerdict.Act, QualityReport.Of(visits).All[QualityCheck.FallingHeight].Verdict);
        Assert.Equal(QualityVerdict.Good, QualityReport.Of(visits, limits).All[QualityCheck.FallingHeight].Verdict);
        Assert.Throws<ArgumentException>(() => new QualityLimits([], standard.FallsByCentimetres, standard.WeightChangesByPercent, standard.WeightJumpsByZ,
            standard.HeightJumpsByZ, standard.RepeatsAfterDays, standard.JumpsWithinDays, standard.BoysInPercent));
    }
}
