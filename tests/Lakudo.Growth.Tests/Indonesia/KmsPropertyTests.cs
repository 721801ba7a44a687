using CsCheck;
using Lakudo.Growth.Indonesia;

namespace Lakudo.Growth.Tests.Indonesia;

/// <summary>What must hold on every card and in every posyandu, whatever was weighed.</summary>
public class KmsPropertyTests
{
    private static readonly KmsCard Card = RuleBook.On(new DateOnly(2025, 1, 1)).Kms;
    private static readonly CalendarMonth June = new(2025, 6);

    private static readonly Gen<Sex?> AnySex = Gen.Int[0, 2].Select(code => code == 0 ? (Sex?)null : (Sex)code);

    /// <summary>A child and some weighings of the months January to July 2025, on distinct days.</summary>
    private static readonly Gen<(Sex? Sex, DateOnly Birth, Weighing[] Weighings)> AnyChild =
        from sex in AnySex
        from birth in Gen.Int[0, 2200].Select(days => new DateOnly(2025, 7, 31).AddDays(-days))
        from days in Gen.Int[0, 211].Array[0, 9]
        from grams in Gen.Int[2000, 20_000].Array[9]
        select (sex, birth, days.Distinct().Select((day, i) => new Weighing(new DateOnly(2025, 1, 1).AddDays(day), Mass.FromGrams(grams[i]))).ToArray());

    [Fact]
    public void More_weight_gained_never_makes_a_mark_worse() =>
        Gen.Select(AnySex, Gen.Int[35, 1780], Gen.Int[3000, 16_000], Gen.Int[-500, 1200], Gen.Int[0, 400]).Sample((sex, days, before, gain, more) =>
        {
            var birth = new DateOnly(2025, 6, 15).AddDays(-days);
            return Rank(gain + more) >= Rank(gain);

            int Rank(int gained)
            {
                var mark = Card.Read(sex, birth, [On(5, 15, before), On(6, 15, before + gained)], June).Mark!.Value;
                return mark.Value == KmsMark.N ? mark.IsUnsure ? 2 : 3 : mark.IsUnsure ? 1 : 0;
            }
        });

    [Fact]
    public void Flat_or_falling_is_T_without_doubt() =>
        Gen.Select(AnySex, Gen.Int[35, 1780], Gen.Int[3000, 16_000], Gen.Int[0, 2000]).Sample((sex, days, before, lost) =>
        {
            var read = Card.Read(sex, new DateOnly(2025, 6, 15).AddDays(-days), [On(5, 15, before), On(6, 15, before - lost)], June);
            return read.Mark is { Value: KmsMark.T, IsUnsure: false };
        });

    [Fact]
    public void The_order_in_which_weighings_are_entered_does_not_matter() =>
        AnyChild.Sample(child => Card.Read(child.Sex, child.Birth, child.Weighings, June)
            == Card.Read(child.Sex, child.Birth, child.Weighings.Reverse().ToArray(), June));

    [Fact]
    public void A_child_of_unknown_sex_may_be_what_a_boy_or_a_girl_would_be() =>
        AnyChild.Sample(child =>
        {
            var unknown = Card.Read(null, child.Birth, child.Weighings, June).Mark;
            return new[] { Sex.Male, Sex.Female }.All(sex =>
                Card.Read(sex, child.Birth, child.Weighings, June).Mark is not { } known || unknown!.Value.Allows(known.Value));
        });

    [Fact]
    public void Twice_T_is_T_now_and_T_the_month_before() =>
        AnyChild.Sample(child =>
        {
            var now = Card.Read(child.Sex, child.Birth, child.Weighings, June);
            var before = Card.Read(child.Sex, child.Birth, child.Weighings, June.Previous);
            return (now.IsTwiceNotGained?.Value ?? false) == (now.Mark?.Value == KmsMark.T && before.Mark?.Value == KmsMark.T);
        });

    [Fact]
    public void A_heavier_child_is_not_below_the_red_line_where_a_lighter_one_is_not() =>
        Gen.Select(Gen.Int[0, 1790], Gen.Int[2000, 20_000], Gen.Int[0, 3000]).Sample((days, grams, more) =>
        {
            var birth = new DateOnly(2025, 6, 15).AddDays(-days);
            var (light, heavy) = (Card.Read(Sex.Male, birth, [On(6, 15, grams)], June), Card.Read(Sex.Male, birth, [On(6, 15, grams + more)], June));
            return (light.IsBelowRed!.Value.Value || heavy.IsBelowRed is { Value: false })
                && (light.IsBelowRed.Value.OtherOrValue || heavy.IsBelowRed is { OtherOrValue: false })
                && (light.IsAboveOrange is { Value: false } || heavy.IsAboveOrange is { Value: true })
                && !(light.IsBelowRed.Value.Value && light.IsAboveOrange is { Value: true });
        });

    [Fact]
    public void The_counts_of_a_posyandu_add_up() =>
        AnyChild.Array[0, 40].Sample(children =>
        {
            var book = RuleBook.On(June.LastDay);
            var (register, unasked) = (new SkdnRegister(book, June), new SkdnRegister(book, June));
            foreach (var child in children) unasked.Add(new RegisteredChild(child.Sex, child.Birth, null), child.Weighings);
            foreach (var (child, i) in children.Select((child, i) => (child, i)))
                register.Add(new RegisteredChild(child.Sex, child.Birth, (i % 3) switch { 0 => null, 1 => false, _ => true }), child.Weighings);
            var all = register.Total;
            var byGroup = Enum.GetValues<SipAgeGroup>().Aggregate(default(SkdnCount), (sum, group) => sum + register.Of(group));
            var ofSexes = Enum.GetValues<Sex>().SelectMany(_ => Enum.GetValues<SipAgeGroup>(), (sex, group) => register.Of(sex, group))
                .Aggregate(default(SkdnCount), (sum, cell) => sum + cell);
            return all == byGroup
                && ofSexes == register.Of(Sex.Male) + register.Of(Sex.Female)
                && all.D == all.N + all.T + all.O + all.B
                && all.D <= all.S && all.K + all.CardUnknown <= all.S && (unasked.Total.K, unasked.Total.CardUnknown) == (0, all.S) && ofSexes.S <= all.S
                && all.TwiceT <= all.T && all.BelowRed <= all.D && all.OtherBelowRed <= all.BelowRed
                && all.OtherN <= all.N + all.T
                && all.Participation is not (< 0 or > 1)
                && all.Continuity is null == (all.K == 0) && (all.Continuity is null || Math.Abs((all.Continuity * all.ProgrammeReach - all.Participation)!.Value) < 1e-9)
                && !(book.Skdn.Success(all) is { Other: { } other } success && other < success.Value);
        }, iter: 2000);

    private static Weighing On(int month, int day, int grams) => new(new DateOnly(2025, month, day), Mass.FromGrams(grams));
}
