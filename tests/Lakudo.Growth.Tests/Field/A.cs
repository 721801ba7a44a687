using Lakudo.Field;

namespace Lakudo.Growth.Tests.Field;

/// <summary>Children for the tests of the field rules: a girl of ten months in November 2026, weighed in the months given.</summary>
internal static class A
{
    public static readonly DateOnly Today = new(2026, 11, 25);

    public static FieldChild Child(DateOnly birth, params PastMeasurement[] measurements) => new()
    {
        Id = Guid.CreateVersion7(),
        Name = "Sitti",
        Sex = Sex.Female,
        Birth = birth,
        Measurements = measurements,
    };

    public static PastMeasurement Seen(int year, int month, int day, int? weight, int? height = null, Position? position = null) => new()
    {
        Id = Guid.CreateVersion7(),
        Day = new DateOnly(year, month, day),
        Weight = weight,
        Height = height,
        Position = position,
    };
}
