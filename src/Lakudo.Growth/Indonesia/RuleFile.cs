using System.Globalization;
using System.Text;

namespace Lakudo.Growth.Indonesia;

/// <summary>Reads the rules, their limits and choices, and the KBM table from the embedded files (<c>Rules/*.csv</c>; the README there says what the columns mean).</summary>
internal static class RuleFile
{
    public static Rule[] Read()
    {
        var rules = Rows("rules.csv").Select(row => new Rule
        {
            Key = row[0],
            InForceFrom = Day(row[1]),
            InForceTo = row[2].Length == 0 ? null : Day(row[2]),
            Edition = row[3],
            Source = row[5],
            Article = row[6],
            Unconfirmed = row[4] == "dikonfirmasi" ? null : row[7],
        }).ToArray();
        foreach (var row in Rows("limits.csv"))
            Find(rules, row[0], Day(row[1])).AddLimit(row[2], Number(row[3]), row[4].Length == 0 ? null : Number(row[4]));
        foreach (var row in Rows("choices.csv"))
            Find(rules, row[0], Day(row[1])).AddChoice(row[2], row[3], row[4].Length == 0 ? null : row[4]);
        return rules;
    }

    public static KbmTable ReadKbm(Rule kms)
    {
        var table = new KbmTable();
        foreach (var row in Rows("kbm.csv"))
        {
            if (row[0] != kms.Key || Day(row[1]) != kms.InForceFrom) continue;
            var sex = row[2] == "L" ? Sex.Male : Sex.Female;
            for (var month = (int)Number(row[3]); month <= (int)Number(row[4]); month++)
                table.Set(sex, month, new Kbm((int)Number(row[5]), row[6].Length == 0 ? null : (int)Number(row[6])));
        }

        return table;
    }

    private static Rule Find(Rule[] rules, string key, DateOnly from) => rules.Single(rule => rule.Key == key && rule.InForceFrom == from);

    private static DateOnly Day(string text) => DateOnly.ParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture);

    private static decimal Number(string text) => decimal.Parse(text, CultureInfo.InvariantCulture);

    private static List<List<string>> Rows(string file)
    {
        using var stream = typeof(RuleFile).Assembly.GetManifestResourceStream(file)
            ?? throw new InvalidOperationException($"The library was built without {file}.");
        using var reader = new StreamReader(stream, Encoding.UTF8);
        var rows = new List<List<string>>();
        reader.ReadLine();
        while (reader.ReadLine() is { } line)
        {
            if (line.Length > 0) rows.Add(Fields(line));
        }

        return rows;
    }

    /// <remarks>A field may stand in quotes to hold commas; none of the files holds a quote or a line break inside a field.</remarks>
    private static List<string> Fields(string line)
    {
        var fields = new List<string>();
        var field = new StringBuilder();
        var quoted = false;
        foreach (var letter in line)
        {
            if (letter == '"') quoted = !quoted;
            else if (letter == ',' && !quoted)
            {
                fields.Add(field.ToString());
                field.Clear();
            }
            else field.Append(letter);
        }

        fields.Add(field.ToString());
        return fields;
    }
}
