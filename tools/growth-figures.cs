// Makes src/Lakudo.Growth/Figures/who-growth-2006-2007.lms out of the figures in tests/data/growth/lms.
// Usage, from the repository's root:  dotnet run tools/growth-figures.cs
// The form of the file is described in src/Lakudo.Growth/Figures/README.md. A test compares every value with the carried figures.
using System.Globalization;

(string File, int XScale)[] tables =
[
    ("lhfa", 1), ("wfa", 1), ("bfa", 1), ("hcfa", 1), ("acfa", 1), ("tsfa", 1), ("ssfa", 1), ("wfl", 10), ("wfh", 10),
];
using var output = new MemoryStream();
output.Write("LAKUDO-LMS-1\n"u8);
foreach (var (file, xScale) in tables)
{
    var rows = File.ReadLines($"tests/data/growth/lms/{file}.csv").Skip(1).Select(line => line.Split(',')).ToList();
    foreach (var sex in new[] { "1", "2" })
    {
        var mine = rows.Where(row => row[0] == sex).Select(row => new[]
        {
            Scaled(row[1], xScale), Scaled(row[2], 10_000), Scaled(row[3], 10_000), Scaled(row[4], 100_000),
        }).OrderBy(row => row[0]).ToList();
        for (var i = 1; i < mine.Count; i++)
            if (mine[i][0] != mine[i - 1][0] + 1) throw new InvalidDataException($"{file}, sex {sex}: no row after {mine[i - 1][0]}.");
        WriteVarint(mine[0][0]);
        WriteVarint(mine.Count);
        for (var column = 1; column <= 3; column++)
        {
            long before = 0;
            foreach (var row in mine)
            {
                var step = row[column] - before;
                WriteVarint((step << 1) ^ (step >> 63));
                before = row[column];
            }
        }
    }
}

File.WriteAllBytes("src/Lakudo.Growth/Figures/who-growth-2006-2007.lms", output.ToArray());
Console.WriteLine($"{output.Length} bytes");

static long Scaled(string text, int scale)
{
    var value = decimal.Parse(text, CultureInfo.InvariantCulture) * scale;
    return value == decimal.Truncate(value) ? (long)value : throw new InvalidDataException($"{text} has more decimals than 1/{scale}.");
}

void WriteVarint(long value)
{
    var rest = (ulong)value;
    for (; rest >= 0x80; rest >>= 7) output.WriteByte((byte)(rest | 0x80));
    output.WriteByte((byte)rest);
}
