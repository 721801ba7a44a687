using Lakudo.Children.Cases;
using Lakudo.Children.Measuring;
using Lakudo.Field;
using Lakudo.Growth.Indonesia;

namespace Lakudo.Tests.Children.Cases;

/// <summary>A child born on 10 January 2025, seen on 3 March 2026 with numbers as the register reads them.</summary>
public sealed class CaseFindingTests
{
    private static readonly DateOnly Birth = new(2025, 1, 10);
    private static readonly DateOnly Today = new(2026, 3, 3);
    private static readonly SeenMeasurement Well = new(new DateOnly(2026, 3, 2), 9_000, 1_450, false, KmsMark.N, false, 0, 0, 0, 0, Validation.Open);

    [Fact]
    public void A_well_child_is_no_case_and_a_diagnosis_alone_makes_one()
    {
        Assert.Equal(CaseGrounds.None, Of(Well));
        Assert.Equal(CaseGrounds.Stunting, CaseFinding.Of(Birth, true, [Well], Today));
    }

    [Fact]
    public void Limits_are_those_of_the_classes_the_arm_and_the_card()
    {
        Assert.Equal(CaseGrounds.None, Of(Well with { WeightForLength = -200 }));
        Assert.Equal(CaseGrounds.Wasted, Of(Well with { WeightForLength = -201 }));
        Assert.Equal(CaseGrounds.Wasted, Of(Well with { WeightForLength = -300 }));
        Assert.Equal(CaseGrounds.SeverelyWasted, Of(Well with { WeightForLength = -301 }));
        Assert.Equal(CaseGrounds.None, Of(Well with { Arm = 1_250 }));
        Assert.Equal(CaseGrounds.Wasted, Of(Well with { Arm = 1_249 }));
        Assert.Equal(CaseGrounds.SeverelyWasted, Of(Well with { Arm = 1_149 }));
        Assert.Equal(CaseGrounds.None, Of(Well with { LengthForAge = -300 }));
        Assert.Equal(CaseGrounds.VeryShort, Of(Well with { LengthForAge = -301 }));
        Assert.Equal(CaseGrounds.None, Of(Well with { WeightForAge = 100 }));
        Assert.Equal(CaseGrounds.AboveOrange, Of(Well with { WeightForAge = 101 }));
        Assert.Equal(CaseGrounds.BelowRed, Of(Well with { IsBelowRed = true }));
        Assert.Equal(CaseGrounds.Oedema, Of(Well with { HasOedema = true }));
    }

    [Fact]
    public void Twice_not_gained_needs_the_month_before_and_so_does_a_weight_that_fell()
    {
        var (now, february, january) = (Well with { Mark = KmsMark.T, Weight = 8_900 }, Well with { Day = new(2026, 2, 2), Mark = KmsMark.T }, Well with { Day = new(2026, 1, 2), Mark = KmsMark.T });
        Assert.Equal(CaseGrounds.TwiceNotGained | CaseGrounds.WeightFell, Of(now, february));
        // The loss is named whatever the gap; 2T needs two months one after the other.
        Assert.Equal(CaseGrounds.WeightFell, Of(now, january));
        Assert.Equal(CaseGrounds.WeightFell, Of(now, february with { Mark = KmsMark.N }));
        // Of two visits in a month the last one speaks.
        Assert.Equal(CaseGrounds.None, Of(now with { Weight = 9_000 }, february with { Day = new(2026, 2, 20), Mark = KmsMark.N }, february));
    }

    [Fact]
    public void An_arm_or_a_missed_month_takes_no_ground_away_and_what_is_doubted_does_not_either()
    {
        SeenMeasurement arm = new(new(2026, 3, 2), null, 1_450, false, null, false, null, null, null, 0, Validation.Open);
        var (february, january) = (Well with { Day = new(2026, 2, 2), Mark = KmsMark.T, IsBelowRed = true, WeightForLength = -250, LengthForAge = -310 }, Well with { Day = new(2026, 1, 2), Mark = KmsMark.T });
        const CaseGrounds known = CaseGrounds.TwiceNotGained | CaseGrounds.BelowRed | CaseGrounds.Wasted | CaseGrounds.VeryShort;
        Assert.Equal(known, Of(arm, february, january));
        // Weighed after a missed month (O): 2T stays until an N; a weight without a length says nothing of thin and short.
        var missed = Well with { Mark = KmsMark.O, WeightForLength = null, LengthForAge = null };
        Assert.Equal(known & ~CaseGrounds.BelowRed, Of(missed, february with { Day = new(2026, 1, 2) }, january with { Day = new(2025, 12, 2) }));
        Assert.Equal(CaseGrounds.None, Of(Well, february, january));
        Assert.Equal(known, Of(Well with { Doubts = DoubtSet.Of([Doubt.Implausible]) }, february, january));
        Assert.Equal(CaseGrounds.None, Of(Well with { Doubts = DoubtSet.Of([Doubt.Implausible]), Validation = Validation.Kept }, february, january));
        // What was measured before a case was closed does not open it again with an arm alone.
        Assert.Equal(CaseGrounds.None, CaseFinding.Of(Birth, false, [arm, february, january], Today, new(2026, 2, 10)));
    }

    [Fact]
    public void Old_numbers_do_not_speak_but_a_height_does_longer_than_a_weight()
    {
        var december = Well with { Day = new(2025, 12, 31), WeightForLength = -400, LengthForAge = -400 };
        Assert.Equal(CaseGrounds.VeryShort, Of(december));
        Assert.Equal(CaseGrounds.SeverelyWasted | CaseGrounds.VeryShort, Of(december with { Day = new(2026, 1, 1) }));
        Assert.Equal(CaseGrounds.None, Of(december with { Day = new(2025, 9, 30) }));
    }

    [Fact]
    public void A_closed_case_opens_again_by_a_later_measurement_and_not_by_the_diagnosis_it_was_closed_with()
    {
        DateOnly closed = new(2026, 2, 10), before = closed, after = closed.AddDays(1);
        const CaseGrounds all = CaseGrounds.Wasted | CaseGrounds.Stunting;
        Assert.Equal(CaseGrounds.None, CaseFinding.Since(all, closed, before, before));
        Assert.Equal(all, CaseFinding.Since(all, closed, after, before));
        Assert.Equal(CaseGrounds.None, CaseFinding.Since(CaseGrounds.Stunting, closed, after, before));
        Assert.Equal(CaseGrounds.Stunting, CaseFinding.Since(all, closed, before, after));
    }

    [Fact]
    public void A_doubtful_number_is_validated_first_until_somebody_decided()
    {
        Assert.False(CaseFinding.NeedsValidation(Well));
        Assert.False(CaseFinding.NeedsValidation(Well with { Doubts = DoubtSet.Of([Doubt.RoundedDigits]) }));
        Assert.True(CaseFinding.NeedsValidation(Well with { Doubts = DoubtSet.Of([Doubt.WeightJumped]) }));
        Assert.False(CaseFinding.NeedsValidation(Well with { Doubts = DoubtSet.Of([Doubt.WeightJumped]), Validation = Validation.Kept }));
    }

    private static CaseGrounds Of(params SeenMeasurement[] measured) => CaseFinding.Of(Birth, false, measured, Today);
}
