using Lakudo.Field;
using Lakudo.Growth.Indonesia;

namespace Lakudo.Growth.Tests.Field;

/// <summary>Nothing found out is never shown as good, and a risk from before stays until something measured takes it away.</summary>
public sealed class VerdictTests
{
    private static readonly DateOnly Birth = new(2026, 1, 10);

    /// <summary>A girl who grows well: measured in October, weighed in October and November.</summary>
    private static readonly PastMeasurement October = A.Seen(2026, 10, 5, 8200, 7100, Position.Lying);
    private static readonly PastMeasurement November = A.Seen(2026, 11, 25, 8600);

    [Fact]
    public void Good_is_said_only_of_a_child_of_whom_all_is_known_and_all_is_good()
    {
        var reading = Read(October, November);

        Assert.Equal((Urgency.Good, Missing.None, Risks.None, null), (reading.Urgency, reading.Missing, reading.Standing, reading.Loss));
        Assert.Contains(MotherWords.Of("Sitti", reading), text => text.Contains("sesuai umurnya", StringComparison.Ordinal));
        Assert.Contains(MotherWords.ToFamily(reading, A.Today), text => text.Contains("sesuai umurnya", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("arm")]
    [InlineData("head")]
    [InlineData("height")]
    [InlineData("nothing")]
    public void A_child_that_was_not_weighed_is_not_assessed_and_what_was_known_stays_in_sight(string what)
    {
        var now = A.Seen(2026, 11, 25, null) with
        {
            Arm = what == "arm" ? 1400 : null,
            Head = what == "head" ? 4400 : null,
            Height = what == "height" ? 7250 : null,
            Position = what == "height" ? Position.Lying : null,
        };
        var well = Read(October with { Weight = 8200 }, A.Seen(2026, 9, 5, 7800), now);
        Assert.Equal((Urgency.Unknown, true), (well.Urgency, well.Missing.HasFlag(Missing.Weight)));
        Assert.Contains("belum ditimbang", MotherWords.Of("Sitti", well)[0], StringComparison.Ordinal);
        Assert.Contains("belum ditimbang", MotherWords.ToFamily(well, A.Today)[0], StringComparison.Ordinal);

        var atRisk = Read(A.Seen(2026, 8, 5, 6900), A.Seen(2026, 9, 5, 6950), A.Seen(2026, 10, 5, 7000, 6300, Position.Lying), now);
        Assert.Equal(Urgency.Refer, atRisk.Urgency);
        Assert.True(atRisk.Standing.HasFlag(Risks.TwiceNotGained));
        Assert.Equal(what != "height", atRisk.Standing.HasFlag(Risks.Short) || atRisk.Standing.HasFlag(Risks.SeverelyShort));
        Assert.Contains(MotherWords.Of("Sitti", atRisk), text => text.Contains("dua kali belum cukup naik", StringComparison.Ordinal));
        Assert.DoesNotContain(MotherWords.Of("Sitti", atRisk), text => text.Contains("sesuai umurnya", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData(2026, 10, 5, "T")]
    [InlineData(2026, 9, 5, "O")]
    [InlineData(2026, 4, 5, "O")]
    [InlineData(2026, 11, 2, "N")]
    public void A_loss_since_the_last_weighing_is_named_whatever_the_gap_and_the_mark_stays_what_the_rule_says(int year, int month, int day, string mark)
    {
        var before = A.Seen(year, month, day, 8300, 7000, Position.Lying);
        // With a weighing of October besides, one of the same month is held against October by the card and against itself by the eye.
        var reading = mark == "N" ? Read(A.Seen(2026, 10, 5, 7500), before, A.Seen(2026, 11, 25, 8000)) : Read(before, A.Seen(2026, 11, 25, 8000));

        Assert.Equal(mark, reading.Kms.Mark?.Value.ToString());
        Assert.Equal((Mass.FromGrams(300), before.Day), (reading.Loss!.Value.Lost, reading.Loss.Value.Since));
        Assert.Equal(reading.Loss, reading.Kms.Loss);
        Assert.Equal(KmsAction.Counsel, reading.Kms.Action?.Value);
        Assert.Equal(Urgency.Watch, reading.Urgency);
        var said = $"turun 300 gram sejak ditimbang {SaidForms.Day(before.Day)}";
        Assert.Contains(MotherWords.Of("Sitti", reading), text => text.Contains(said, StringComparison.Ordinal));
        Assert.Contains(MotherWords.ToFamily(reading, A.Today), text => text.Contains(said, StringComparison.Ordinal));
    }

    [Fact]
    public void A_risk_stays_over_a_missed_month_and_goes_by_a_measurement_of_its_own_kind()
    {
        PastMeasurement[] twice = [A.Seen(2026, 7, 5, 7000), A.Seen(2026, 8, 5, 7050), A.Seen(2026, 9, 5, 7100, 6200, Position.Lying)];
        var missed = A.Seen(2026, 11, 25, 7400);

        Assert.Equal((KmsMark.O, true), (Read([.. twice, missed]).Kms.Mark?.Value, Read([.. twice, missed]).Standing.HasFlag(Risks.TwiceNotGained)));
        // The gain of a whole month takes 2T away; only a length takes the short length away.
        var gained = ReadAt([.. twice, A.Seen(2026, 10, 5, 7500), A.Seen(2026, 11, 25, 7900)]);
        Assert.False(gained.Standing.HasFlag(Risks.TwiceNotGained));
        Assert.True((gained.Standing & (Risks.Short | Risks.SeverelyShort)) != Risks.None);
        Assert.Equal(Risks.None, ReadAt([.. twice, A.Seen(2026, 10, 5, 7500), A.Seen(2026, 11, 25, 7900, 7150, Position.Lying) with { IsConfirmed = true }]).Standing);
        // A thin arm is taken away by an arm, not by a weight.
        var arm = October with { Arm = 1200 };
        Assert.True(ReadAt([arm, November]).Standing.HasFlag(Risks.Wasted));
        Assert.Equal(Risks.None, ReadAt([arm, November with { Arm = 1350 }]).Standing);
    }

    [Fact]
    public void What_cannot_be_believed_is_neither_good_nor_takes_a_risk_away()
    {
        // 97 cm at ten months is implausible; it does not make a short child tall.
        var tall = ReadAt([October with { Weight = 7200, Height = 6300 }, November with { Height = 9700, Position = Position.Lying }]);
        Assert.True(tall.Missing.HasFlag(Missing.Doubtful));
        Assert.NotEqual(Urgency.Good, tall.Urgency);
        Assert.True((tall.Standing & (Risks.Short | Risks.SeverelyShort)) != Risks.None);
        // The weight before fell by a quarter and nobody looked at it: what was gained since is not known.
        var low = ReadAt([A.Seen(2026, 9, 5, 8000, 7000, Position.Lying), A.Seen(2026, 10, 5, 6000), November]);
        Assert.Equal((KmsMark.N, true), (low.Kms.Mark?.Value, low.Missing.HasFlag(Missing.PreviousWeight)));
        Assert.NotEqual(Urgency.Good, low.Urgency);
        Assert.DoesNotContain(MotherWords.Of("Sitti", low), text => text.Contains("Bagus", StringComparison.Ordinal));
        // Two weights of one day contend: neither counts, and the mark alone would say O.
        var questioned = ReadAt([A.Seen(2026, 9, 5, 7900, 7000, Position.Lying), A.Seen(2026, 10, 5, 9000) with { State = MeasurementState.InQuestion }, November]);
        Assert.True(questioned.Missing.HasFlag(Missing.PreviousWeight));
        // A weight that nobody can believe is not what was lost from.
        Assert.Null(ReadAt([A.Seen(2026, 9, 5, 7900), A.Seen(2026, 10, 5, 18200), November]).Loss);
        // What the puskesmas confirmed is believed.
        Assert.False(ReadAt([A.Seen(2026, 9, 5, 8000, 7000, Position.Lying), A.Seen(2026, 10, 5, 6000) with { IsConfirmed = true }, November with { IsConfirmed = true }]).Missing.HasFlag(Missing.PreviousWeight));
    }

    [Fact]
    public void What_is_missing_is_named()
    {
        Assert.Equal((Urgency.Unknown, Missing.Gain), Of(A.Seen(2026, 11, 25, 8600, 7150, Position.Lying)));
        Assert.Equal((Urgency.Unknown, Missing.Gain), Of(A.Seen(2026, 9, 5, 7900), A.Seen(2026, 11, 25, 8600, 7150, Position.Lying)));
        Assert.Equal((Urgency.Unknown, Missing.Height), Of(A.Seen(2026, 10, 5, 8200), November));
        Assert.Equal((Urgency.Unknown, Missing.Height), Of(A.Seen(2026, 8, 5, 7600, 6900, Position.Lying), A.Seen(2026, 9, 5, 7900), A.Seen(2026, 10, 5, 8200), November));
        Assert.Equal(Urgency.Good, Of(October, November with { Height = 7200 }).Item1);
        // Near the limit it matters whether the child lay or stood.
        var edge = Enumerable.Range(6500, 500).First(tenths => ReadAt([October, November with { Height = tenths, Position = Position.Lying }]).Status.Reported.LengthForAge == LengthForAgeClass.Normal);
        Assert.True(ReadAt([October, November with { Height = edge }]).Missing.HasFlag(Missing.Position)
            || ReadAt([October, November with { Height = edge - 30 }]).Missing.HasFlag(Missing.Position));
        Assert.True(ChildReading.Of(new ChildHistory(null, Birth, [October, November]), November).Missing.HasFlag(Missing.Sex));
        Assert.True(ChildReading.Of(new ChildHistory(Sex.Female, new(2026, 12, 1), [November]), November).Missing.HasFlag(Missing.Age));
        Assert.True(ChildReading.Of(new ChildHistory(Sex.Female, Birth, [October, November]) { IsRemeasured = true }, November).Missing.HasFlag(Missing.Doubtful));
        Assert.Equal(Urgency.Watch, ChildReading.Of(new ChildHistory(Sex.Female, Birth, [October, November]) { IsReferred = true }, November).Urgency);
        Assert.All(Enum.GetValues<Missing>().Where(one => one != Missing.None), one => Assert.Single(MissingWords.Of(one)));

        static (Urgency, Missing) Of(params PastMeasurement[] all) => (ReadAt(all).Urgency, ReadAt(all).Missing);
    }

    [Fact]
    public void A_day_on_which_nothing_was_measured_does_not_borrow_the_verdict_of_an_older_one()
    {
        var reading = ChildReading.On(new ChildHistory(Sex.Female, Birth, [October with { Day = new(2026, 9, 5), Weight = 7800 }, A.Seen(2026, 10, 5, 8200)]), A.Today);

        Assert.Equal((Urgency.Unknown, A.Today, true), (reading.Urgency, reading.Measurement.Day, reading.Missing.HasFlag(Missing.Weight)));
        Assert.Contains(MotherWords.ToFamily(Read(October, November), A.Today.AddMonths(2)), text => text.Contains("belum diukur lagi", StringComparison.Ordinal));
        // What the puskesmas asks to be measured again was, on the phone too, once it was.
        Assert.Equal(Urgency.Good, Read(October, November).Urgency);
    }

    [Fact]
    public void A_pregnant_woman_of_whom_something_was_never_measured_is_not_well()
    {
        PregnancyVisit visit = new() { Id = Guid.CreateVersion7(), Pregnancy = default, Day = A.Today, At = default, Arm = 2500, Haemoglobin = 120, IronTablets = 30, AntenatalVisits = 3, DoctorVisits = 1 };
        PregnancyReading Read(PregnancyVisit one, bool hasDates = true) =>
            PregnancyReading.Of(new FieldPregnancy { Id = Guid.CreateVersion7(), Name = "Wa Ode", LastPeriod = hasDates ? A.Today.AddDays(-24 * 7) : null, Visits = [one] }, A.Today);

        Assert.Equal((Urgency.Good, MissingOfMother.None), (Read(visit).Urgency, Read(visit).Missing));
        foreach (var (one, missing) in new[] { (visit with { Arm = null }, MissingOfMother.Arm), (visit with { Haemoglobin = null }, MissingOfMother.Haemoglobin) })
        {
            Assert.Equal((Urgency.Unknown, missing), (Read(one).Urgency, Read(one).Missing));
            Assert.Single(Read(one).MissingWords());
            Assert.DoesNotContain(MotherWords.Of(Read(one)), text => text == MotherWords.All["ibu-baik"]);
        }

        Assert.Equal((Urgency.Unknown, MissingOfMother.Dates), (Read(visit, hasDates: false).Urgency, Read(visit, hasDates: false).Missing));
        Assert.Equal(Urgency.Watch, Read(visit with { IronTablets = 0 }).Urgency);
        Assert.Equal(Urgency.Refer, Read(visit with { Arm = 2300, Haemoglobin = null }).Urgency);
    }

    private static ChildReading Read(params PastMeasurement[] all) => ReadAt(all);

    private static ChildReading ReadAt(PastMeasurement[] all) => ChildReading.Of(new ChildHistory(Sex.Female, Birth, all), all[^1]);
}
