using System.Globalization;
using System.Runtime.CompilerServices;
using System.Text;
using Lakudo.Growth.Indonesia;

namespace Lakudo.Growth.Tests.Indonesia;

/// <summary>Reads the public test set in data/test-vectors as another program would: as text.</summary>
internal static class TestVectors
{
    private static readonly string Folder = FindFolder();

    public static List<Dictionary<string, string>> Rows(string file)
    {
        var lines = File.ReadAllLines(Path.Combine(Folder, file));
        var names = Fields(lines[0]);
        return lines.Skip(1).Select(line => names.Zip(Fields(line)).ToDictionary(pair => pair.First, pair => pair.Second)).ToList();
    }

    public static Dictionary<string, Weighing[]> Weighings(string file) =>
        Rows(file).GroupBy(row => row["child"]).ToDictionary(
            group => group.Key,
            group => group.Select(row => new Weighing(Day(row["visit"])!.Value, Mass.FromGrams(int.Parse(row["weight_g"])))).ToArray());

    public static DateOnly? Day(string text) => text.Length == 0 ? null : DateOnly.ParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture);

    public static decimal? Number(string text) => text.Length == 0 ? null : decimal.Parse(text, CultureInfo.InvariantCulture);

    public static CalendarMonth Month(string text) => CalendarMonth.Of(Day(text + "-01")!.Value);

    public static string YesNo(bool? answer) => answer switch { true => "ya", false => "tidak", null => "" };

    /// <summary>An answer and its other reading as the two columns write them.</summary>
    public static (string Answer, string Other) Both<T>(RuleAnswer<T>? answer, Func<T, string> words)
        where T : struct => (answer is { } given ? words(given.Value) : "", answer?.Other is { } other ? words(other) : "");

    private static List<string> Fields(string line)
    {
        var fields = new List<string>();
        var field = new StringBuilder();
        var quoted = false;
        for (var i = 0; i < line.Length; i++)
        {
            if (line[i] == '"' && quoted && i + 1 < line.Length && line[i + 1] == '"') field.Append(line[i++]);
            else if (line[i] == '"') quoted = !quoted;
            else if (line[i] == ',' && !quoted)
            {
                fields.Add(field.ToString());
                field.Clear();
            }
            else field.Append(line[i]);
        }

        fields.Add(field.ToString());
        return fields;
    }

    private static string FindFolder([CallerFilePath] string here = "") =>
        Path.GetFullPath(Path.Combine(Path.GetDirectoryName(here)!, "..", "..", "..", "data", "test-vectors"));
}
