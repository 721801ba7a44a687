using System.Globalization;
using System.Runtime.CompilerServices;

namespace Lakudo.Growth.Tests;

/// <summary>The carried files under tests/data/growth.</summary>
internal static class CheckSets
{
    public static string Folder { get; } = FindFolder();

    public static string PathOf(string file) => Path.Combine(Folder, file);

    /// <summary>The rows of a CSV file by column name; quotes around a field are taken off (no field of these files holds a comma or a quote).</summary>
    public static List<Dictionary<string, string>> Rows(string file)
    {
        var lines = File.ReadAllLines(PathOf(file));
        var names = Fields(lines[0]);
        return lines.Skip(1).Select(line => names.Zip(Fields(line)).ToDictionary(pair => pair.First, pair => pair.Second)).ToList();
    }

    public static Measurement Measurement(Dictionary<string, string> row) => new()
    {
        Sex = row["sex"] switch { "1" or "m" or "M" => Sex.Male, "2" or "f" or "F" => Sex.Female, _ => null },
        Age = row["age_days"] is { Length: > 0 } days && Number(days) is >= 0 and var age ? Age.FromDays(age) : null,
        Weight = row["weight_kg"] is { Length: > 0 } weight ? Mass.FromKilograms(Decimal(weight)) : null,
        LengthOrHeight = Centimetres(row["lenhei_cm"]),
        Position = row["measure"] switch { "L" or "l" => Position.Lying, "H" or "h" => Position.Standing, _ => null },
        HasOedema = row["oedema"] is "y" or "Y" or "1",
        HeadCircumference = Centimetres(row["headc_cm"]),
        MidUpperArm = Centimetres(row["muac_cm"]),
        TricepsSkinfold = Millimetres(row["triskin_mm"]),
        SubscapularSkinfold = Millimetres(row["subskin_mm"]),
    };

    public static double Number(string text) => double.Parse(text, CultureInfo.InvariantCulture);

    private static Length? Centimetres(string text) => text.Length == 0 ? null : Length.FromCentimetres(Decimal(text));

    private static Length? Millimetres(string text) => text.Length == 0 ? null : Length.FromMillimetres(Decimal(text));

    private static decimal Decimal(string text) => decimal.Parse(text, CultureInfo.InvariantCulture);

    private static string[] Fields(string line) => line.Split(',').Select(field => field.Trim('"')).ToArray();

    private static string FindFolder([CallerFilePath] string here = "") =>
        Path.GetFullPath(Path.Combine(Path.GetDirectoryName(here)!, "..", "data", "growth"));
}
