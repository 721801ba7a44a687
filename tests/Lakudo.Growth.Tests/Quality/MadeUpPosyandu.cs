using Lakudo.Growth.Quality;

namespace Lakudo.Growth.Tests.Quality;

/// <summary>Children who grow along WHO's lines and are measured every month with the error of a careful measurer. The seed decides everything.</summary>
internal static class MadeUpPosyandu
{
    private const double HeightError = 0.3;
    private const double WeightError = 0.08;

    public static List<QualityVisit> Honest(int seed, int children, int months, string posyandu = "Melati")
    {
        var random = new Random(seed);
        var visits = new List<QualityVisit>();
        for (var child = 0; child < children; child++)
        {
            var sex = random.NextDouble() < 0.512 ? Sex.Male : Sex.Female;
            var firstDay = random.Next(0, Age.LastDay - 31 * months);
            var (haz, whz) = (-1.1 + 1.05 * Normal(random), -0.4 + 0.95 * Normal(random));
            for (var month = 0; month < months; month++)
            {
                var day = firstDay + 30 * month + random.Next(-3, 4);
                if (day < 0) continue;
                var measured = Measure(random, sex, day, haz + 0.05 * Normal(random), whz + 0.1 * Normal(random));
                visits.Add(new QualityVisit
                {
                    Measurement = measured,
                    Child = $"{posyandu}-{child}",
                    Day = new DateOnly(2026, 1, 10).AddDays(day - firstDay),
                    Posyandu = posyandu,
                    Measurer = child % 2 == 0 ? $"{posyandu} A" : $"{posyandu} B",
                });
            }
        }

        return visits;
    }

    /// <summary>Changes some of the visits.</summary>
    public static List<QualityVisit> Each(this List<QualityVisit> visits, Func<QualityVisit, int, Measurement> change) =>
        [.. visits.Select((visit, place) => visit with { Measurement = change(visit, place) })];

    public static Length? To(this Length? length, double step) =>
        length is { } known ? Length.FromMillimetres((decimal)(Math.Round(known.Centimetres / step) * step * 10)) : null;

    public static Mass? To(this Mass? mass, double step) =>
        mass is { } known ? Mass.FromKilograms((decimal)(Math.Round(known.Kilograms / step) * step)) : null;

    private static Measurement Measure(Random random, Sex sex, int day, double haz, double whz)
    {
        var position = day < Age.FirstStandingDay ? Position.Lying : Position.Standing;
        var height = WhoStandards.ByAge(GrowthIndex.LengthForAge, sex, Age.FromDays(day))!.Value.MeasureAt(haz);
        Length? length = Length.FromCentimetres((decimal)height);
        var table = WhoStandards.ByLength(sex, position, length.Value);
        Mass? weight = Mass.FromKilograms((decimal)((table?.MeasureAt(whz) ?? 3) + WeightError * Normal(random)));
        length = Length.FromCentimetres((decimal)(height + HeightError * Normal(random)));
        return new Measurement { Sex = sex, Age = Age.FromDays(day), Position = position, LengthOrHeight = length.To(0.1), Weight = weight.To(0.1) };
    }

    private static double Normal(Random random) => Math.Sqrt(-2 * Math.Log(1 - random.NextDouble())) * Math.Cos(2 * Math.PI * random.NextDouble());
}
