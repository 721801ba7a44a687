using Lakudo.Growth;
using Lakudo.Growth.Indonesia;

namespace Lakudo.Bench.GrowthRules;

/// <summary>A made-up posyandu: 60 children with 24 months of visits, and everything the rules say of each visit. The same numbers on every run.</summary>
internal sealed class Posyandu
{
    private static readonly CalendarMonth First = new(2024, 1);
    private readonly (Sex Sex, DateOnly Birth, Weighing[] Weighings, Measurement[] Measurements)[] _children;

    public Posyandu(int children, int months)
    {
        var random = new Random(20260125);
        _children = new (Sex, DateOnly, Weighing[], Measurement[])[children];
        for (var i = 0; i < children; i++)
        {
            var sex = i % 2 == 0 ? Sex.Male : Sex.Female;
            var birth = First.FirstDay.AddDays(-random.Next(0, 1000));
            var usual = -2.5 + 3 * random.NextDouble();
            var weighings = new Weighing[months];
            var measurements = new Measurement[months];
            for (var month = 0; month < months; month++)
            {
                var day = First.FirstDay.AddMonths(month).AddDays(9);
                var age = Math.Max(0, day.DayNumber - birth.DayNumber);
                var z = usual + 0.3 * random.NextDouble();
                var weight = WhoStandards.ByAge(GrowthIndex.WeightForAge, sex, Age.FromDays(age))?.MeasureAt(z) ?? 17;
                var height = WhoStandards.ByAge(GrowthIndex.LengthForAge, sex, Age.FromDays(age))?.MeasureAt(z) ?? 105;
                weighings[month] = new Weighing(day, Mass.FromGrams((int)(weight * 1000)));
                measurements[month] = new Measurement
                {
                    Sex = sex,
                    Weight = weighings[month].Weight,
                    LengthOrHeight = Length.FromTenthsOfMillimetre((int)(height * 100)),
                    Position = age >= Age.FirstStandingDay ? Position.Standing : Position.Lying,
                    MidUpperArm = Length.FromMillimetres(140),
                };
            }

            _children[i] = (sex, birth, weighings, measurements);
        }
    }

    /// <summary>The z-scores by month and by day, the classes and the mark of every visit.</summary>
    /// <returns>Counts of what came out, so that a run can be checked against another.</returns>
    public (int Short, int Gained, int Unsure) ReadAll()
    {
        var (isShort, gained, unsure) = (0, 0, 0);
        foreach (var (sex, birth, weighings, measurements) in _children)
        {
            for (var i = 0; i < weighings.Length; i++)
            {
                var day = weighings[i].Day;
                var book = RuleBook.On(day);
                var status = NutritionStatus.Of(measurements[i], birth, day, book);
                if (status.Reported.LengthForAge < LengthForAgeClass.Normal) isShort++;
                var read = book.Kms.Read(sex, birth, weighings, CalendarMonth.Of(day));
                if (read.Mark is not { } mark) continue;
                if (mark.Value == KmsMark.N) gained++;
                if (mark.IsUnsure) unsure++;
            }
        }

        return (isShort, gained, unsure);
    }
}
