using System.Text;

namespace Lakudo.Bench.Growth;

/// <summary>The survey of the check set again and again, each time with clusters of its own.</summary>
internal static class SurveyInput
{
    private const int ClusterColumn = 11;
    private const int ClustersATime = 1000;

    public static string Multiply(string data, string folder, int rows)
    {
        var path = Path.Combine(folder, "survey.csv");
        var lines = File.ReadAllLines(Path.Combine(data, "prevalence-3k-input.csv"));
        using var file = new StreamWriter(path, false, new UTF8Encoding(false)) { NewLine = "\n" };
        file.WriteLine(lines[0]);
        for (var i = 0; i < rows; i++)
        {
            var fields = lines[1 + i % (lines.Length - 1)].Split(',');
            fields[0] = (i + 1).ToString();
            fields[ClusterColumn] = int.TryParse(fields[ClusterColumn], out var cluster) ? (cluster + ClustersATime * (i / (lines.Length - 1))).ToString() : "";
            file.WriteLine(string.Join(',', fields));
        }

        return path;
    }
}
