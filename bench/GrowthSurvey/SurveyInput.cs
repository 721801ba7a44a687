using System.Globalization;
using Lakudo.Growth;
using Lakudo.Growth.Survey;

namespace Lakudo.Bench.GrowthSurvey;

/// <summary>One line of the input, read once so that only the library is measured.</summary>
internal sealed record SurveyInput(Measurement Measurement, string[] Fields, string Cluster, double? Weight)
{
    public SurveyRow Row => new()
    {
        Measurement = Measurement,
        Cluster = Cluster,
        Stratum = Fields[12],
        Weight = Weight,
        Residence = Fields[14],
        Region = Fields[15],
        WealthQuintile = Fields[16],
        MotherEducation = Fields[17],
    };

    /// <summary>The lines of the file, again and again until there are enough; each time the clusters are new ones.</summary>
    public static List<SurveyInput> Read(string path, int count)
    {
        var lines = File.ReadAllLines(path);
        var rows = new List<SurveyInput>(count);
        for (var time = 0; rows.Count < count; time++)
        {
            foreach (var line in lines.Skip(1).Take(count - rows.Count)) rows.Add(Of(line.Split(','), time));
        }

        return rows;
    }

    private static SurveyInput Of(string[] fields, int time) => new(
        new Measurement
        {
            Sex = fields[1] switch { "1" or "m" or "M" => Sex.Male, "2" or "f" or "F" => Sex.Female, _ => null },
            Age = Number(fields[2]) is { } days and >= 0 ? Age.FromDays((double)days) : null,
            Weight = Number(fields[3]) is { } weight ? Mass.FromKilograms(weight) : null,
            LengthOrHeight = Number(fields[4]) is { } length ? Length.FromCentimetres(length) : null,
            Position = fields[5] switch { "L" or "l" => Position.Lying, "H" or "h" => Position.Standing, _ => null },
            HasOedema = fields[6] is "y" or "Y" or "1",
        },
        fields,
        fields[11].Length == 0 ? "" : $"{fields[11]}-{time}",
        (double?)Number(fields[13]));

    private static decimal? Number(string text) => text.Length == 0 ? null : decimal.Parse(text, CultureInfo.InvariantCulture);
}
