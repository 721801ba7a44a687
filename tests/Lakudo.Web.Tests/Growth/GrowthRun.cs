using System.Text;
using Lakudo.Web.CommandLine;
using Lakudo.Web.Growth;

namespace Lakudo.Web.Tests.Growth;

/// <summary>Runs the growth commands on files of a folder of its own.</summary>
internal sealed class GrowthRun : IDisposable
{
    public string Folder { get; } = Directory.CreateTempSubdirectory("lakudo-growth-").FullName;

    /// <summary>The carried check sets.</summary>
    public static string CheckSet(string file)
    {
        var folder = AppContext.BaseDirectory;
        while (!File.Exists(Path.Combine(folder, "Lakudo.slnx")))
        {
            folder = Path.GetDirectoryName(folder)!;
        }

        return Path.Combine(folder, "tests", "data", "growth", file);
    }

    public string PathOf(string file) => Path.Combine(Folder, file);

    public string Write(string file, string text)
    {
        File.WriteAllText(PathOf(file), text);
        return PathOf(file);
    }

    /// <summary>Runs <c>lakudo growth …</c>; answers its exit code.</summary>
    public static Task<int> Command(params string[] arguments) => GrowthCommand.Make().Parse(arguments).InvokeAsync();

    /// <summary>The z-scores of a text, without files in between.</summary>
    public static (string Answer, long Rows, List<RowFault> Faults) ZScores(string text, int threads = 1, int size = CsvChunk.Size, ZScoreStyle? style = null) =>
        ZScores(Encoding.UTF8.GetBytes(text), threads, size, style);

    public static (string Answer, long Rows, List<RowFault> Faults) ZScores(byte[] bytes, int threads = 1, int size = CsvChunk.Size, ZScoreStyle? style = null)
    {
        var source = CsvSource.Open(new MemoryStream(bytes), null, size).Value;
        var header = GrowthHeader.Read(source.Names, [], AgeForm.Any).Value;
        var faults = new List<RowFault>();
        var answer = new MemoryStream();
        var rows = new ZScoreFile(source, header, style ?? ZScoreStyle.Plain, []) { OnFaults = faults.AddRange }.Run(answer, threads, default).Value;
        return (Encoding.UTF8.GetString(answer.ToArray()), rows, faults);
    }

    public void Dispose() => Directory.Delete(Folder, recursive: true);
}
