using CsCheck;

namespace Lakudo.Growth.Tests;

/// <summary>What must hold for every row of every table and for every measure.</summary>
public class PropertyTests
{
    private static readonly Gen<(GrowthIndex Index, Lms Row)> AnyRow =
        from index in Gen.Int[0, 7].Select(i => (GrowthIndex)i)
        from sex in Gen.Bool.Select(boy => boy ? Sex.Male : Sex.Female)
        from day in Gen.Int[91, Age.LastDay]
        from length in Gen.Int[650_000, 1_100_000]
        from standing in Gen.Bool
        select (index, index == GrowthIndex.WeightForLength
            ? WhoStandards.ByLength(sex, standing ? Position.Standing : Position.Lying, Length.FromNanometres(length * 1000L))!.Value
            : WhoStandards.ByAge(index, sex, Age.FromDays(day))!.Value);

    private static readonly Gen<Measurement> AnyChild =
        from sex in Gen.Int[0, 2]
        from age in Gen.Double[0, 1900]
        from weight in Gen.Int[-10, 30_000]
        from length in Gen.Int[-10, 13_000]
        from position in Gen.Int[0, 2]
        from oedema in Gen.Int[0, 20]
        from arm in Gen.Int[80, 200]
        select new Measurement
        {
            Sex = sex == 0 ? null : (Sex)sex,
            Age = age > 1850 ? null : Age.FromDays(age),
            Weight = Mass.FromGrams(weight),
            LengthOrHeight = Length.FromTenthsOfMillimetre(length),
            Position = position == 0 ? null : (Position)position,
            HasOedema = oedema == 20,
            MidUpperArm = Length.FromMillimetres(arm),
        };

    [Fact]
    public void The_measure_at_a_z_score_has_that_z_score() =>
        Gen.Select(AnyRow, Gen.Double[-5, 5]).Sample((any, z) =>
        {
            var measure = any.Row.MeasureAt(z);
            return measure <= 0 || Math.Abs(any.Row.ZOf(measure) - z) < 1e-9;
        });

    [Fact]
    public void The_z_score_of_a_measure_leads_back_to_the_measure() =>
        Gen.Select(AnyRow, Gen.Double[0.3, 3]).Sample((any, part) =>
        {
            var measure = any.Row.M * part;
            return Math.Abs(any.Row.MeasureAt(any.Row.ZOf(measure)) / measure - 1) < 1e-9;
        });

    [Fact]
    public void More_measure_is_more_z() =>
        Gen.Select(AnyRow, Gen.Double[0.2, 4], Gen.Double[1e-6, 0.5]).Sample((any, part, step) =>
            any.Row.ZOf(any.Row.M * part) < any.Row.ZOf(any.Row.M * (part + step)));

    [Fact]
    public void There_is_no_jump_at_3_standard_deviations() =>
        Gen.Select(AnyRow, Gen.Bool).Sample((any, above) =>
        {
            var limit = any.Row.MeasureAt(above ? 3 : -3);
            return Math.Abs(any.Row.ZOf(limit * (1 + 1e-10)) - any.Row.ZOf(limit * (1 - 1e-10))) < 1e-6;
        });

    [Fact]
    public void Between_two_rows_the_weight_for_length_lies_between_theirs() =>
        Gen.Select(Gen.Int[650, 1099], Gen.Int[0, 99], Gen.Double[5, 25]).Sample((tenths, part, weight) =>
        {
            double Z(int hundredthsOfTenth) => WhoStandards.ByLength(Sex.Female, Position.Lying, Length.FromNanometres(tenths * 1_000_000L + hundredthsOfTenth * 10_000L))!.Value.ZOf(weight);
            return Z(0) + 1e-9 >= Z(part) && Z(part) + 1e-9 >= Z(100);
        });

    [Fact]
    public void A_child_gets_the_same_answer_alone_and_among_many_threads() =>
        AnyChild.Array[50].Sample(children =>
        {
            var alone = children.Select(child => WhoStandards.Assess(child)).ToArray();
            var together = new Assessment[children.Length];
            Parallel.For(0, children.Length, i => WhoStandards.Assess(children[i], out together[i]));
            return alone.Zip(together).All(pair => Same(pair.First, pair.Second));
        }, iter: 200);

    [Fact]
    public void Any_child_is_answered_and_every_z_score_is_a_number() =>
        AnyChild.Sample(child =>
        {
            var answer = WhoStandards.Assess(child);
            return Enumerable.Range(0, 8).All(i => answer[(GrowthIndex)i] is not { } z || double.IsFinite(z.Value));
        });

    [Fact]
    public void The_quick_way_of_rounding_decides_as_the_exact_one() =>
        Gen.Select(Gen.Int[-100_000, 100_000], Gen.Double[-0.01, 0.01], Gen.Int[0, 3]).Sample((hundredths, beside, kind) =>
        {
            var number = kind switch
            {
                0 => hundredths / 100.0 + beside,
                1 => hundredths / 100.0 + 0.005,
                2 => Math.BitIncrement(hundredths / 100.0 + 0.005),
                _ => Math.BitDecrement(hundredths / 100.0 - 0.005),
            };
            return Rounding.ToHundredths(number) == Rounding.NearerNeighbour(number, Math.Abs(number));
        }, iter: 100_000);

    private static bool Same(Assessment left, Assessment right) =>
        left.CorrectedLength == right.CorrectedLength && left.Bmi == right.Bmi && left.Position == right.Position
        && Enumerable.Range(0, 8).All(i => left[(GrowthIndex)i] == right[(GrowthIndex)i]);
}
