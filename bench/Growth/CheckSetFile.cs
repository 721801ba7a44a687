using System.Text;

namespace Lakudo.Bench.Growth;

/// <summary>The check set again and again under new ids, and the answer that has to come out: both from WHO's own package, no row of ours.</summary>
internal sealed record CheckSetFile(string Input, string Answer)
{
    public long InputBytes => new FileInfo(Input).Length;

    public long AnswerBytes => new FileInfo(Answer).Length;

    public static CheckSetFile Multiply(string data, string folder, int rows)
    {
        var files = new CheckSetFile(Path.Combine(folder, "input.csv"), Path.Combine(folder, "expected.csv"));
        Write(Path.Combine(data, "anthro-2k-input.csv"), files.Input, rows);
        Write(Path.Combine(data, "anthro-2k-expected.csv"), files.Answer, rows);
        return files;
    }

    public static bool IsSame(string left, string right)
    {
        if (new FileInfo(left).Length != new FileInfo(right).Length)
        {
            return false;
        }

        using var one = File.OpenRead(left);
        using var other = File.OpenRead(right);
        var (a, b) = (new byte[1 << 20], new byte[1 << 20]);
        while (true)
        {
            var count = one.ReadAtLeast(a, a.Length, throwOnEndOfStream: false);
            other.ReadExactly(b, 0, count);
            if (!a.AsSpan(0, count).SequenceEqual(b.AsSpan(0, count)))
            {
                return false;
            }

            if (count < a.Length)
            {
                return true;
            }
        }
    }

    /// <summary>Whether every number of two tables agrees within 1e-6.</summary>
    public static bool IsNear(string mine, string theirs) =>
        File.ReadLines(mine).SelectMany(line => line.Split(',')).Zip(File.ReadLines(theirs).SelectMany(line => line.Split(','))).All(pair =>
            pair.First == pair.Second || (pair.First == "" && pair.Second == "NA")
            || (double.TryParse(pair.First, out var left) && double.TryParse(pair.Second, out var right) && Math.Abs(left - right) <= 1e-6 * Math.Abs(right) + 1e-12))
        && File.ReadLines(mine).Count() == File.ReadLines(theirs).Count();

    private static void Write(string from, string to, int rows)
    {
        var lines = File.ReadAllLines(from);
        var rests = lines.Skip(1).Select(line => line[line.IndexOf(',')..]).ToArray();
        using var file = new StreamWriter(to, false, new UTF8Encoding(false), 1 << 20) { NewLine = "\n" };
        file.WriteLine(lines[0]);
        for (var i = 0; i < rows; i++)
        {
            file.Write(i + 1);
            file.WriteLine(rests[i % rests.Length]);
        }
    }
}
