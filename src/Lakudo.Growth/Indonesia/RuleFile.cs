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

    private static DateOnly Day(string text) => new((int)Number(text.AsSpan(0, 4)), (int)Number(text.AsSpan(5, 2)), (int)Number(text.AsSpan(8, 2)));

    /// <remarks>Digits, a minus and a point, read by hand: the framework's parser costs a browser some 50 ms on its first call.</remarks>
    private static decimal Number(ReadOnlySpan<char> text)
    {
        var isNegative = text[0] == '-';
        if (isNegative) text = text[1..];
        var point = text.IndexOf('.');
        var digits = 0;
        foreach (var letter in text)
        {
            if (letter != '.') digits = digits * 10 + (letter - '0');
        }

        return new decimal(digits, 0, 0, isNegative, (byte)(point < 0 ? 0 : text.Length - point - 1));
    }

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
        var fields = new List<string>(8);
        var at = 0;
        while (at <= line.Length)
        {
            var isQuoted = at < line.Length && line[at] == '"';
            if (isQuoted) at++;
            var end = line.IndexOf(isQuoted ? '"' : ',', at);
            if (end < 0) end = line.Length;
            fields.Add(line[at..end]);
            at = isQuoted ? end + 2 : end + 1;
        }

        return fields;
    }
}
