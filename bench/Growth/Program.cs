using System.Globalization;
using Lakudo.Bench.Growth;

// ./lakudo --help                                            builds the program
// dotnet run -c Release --project bench/Growth               whole processes, answers checked, and where the time goes
// dotnet run -c Release --project bench/Growth -- peers      the npm package jsgrowup on the check set (installed into a temporary folder)
CultureInfo.CurrentCulture = CultureInfo.InvariantCulture;
var root = Path.GetFullPath(Path.Combine(AppContext.BaseDirectory, "../../../../.."));
var data = Path.Combine(root, "tests", "data", "growth");
var folder = Directory.CreateTempSubdirectory("lakudo-bench-growth-").FullName;
try
{
    if (args is ["peers"])
    {
        return await Peers.Run(data, Path.Combine(root, "bench", "Growth", "peer.cjs"), folder);
    }

    var lakudo = Path.Combine(root, "src/Lakudo.Web/bin/Release/net10.0/Lakudo.Web");
    var rows = args.Length > 0 ? int.Parse(args[0]) : 1_000_000;
    var files = CheckSetFile.Multiply(data, folder, rows);
    Console.WriteLine($"{rows:N0} rows: {files.InputBytes:N0} bytes in, {files.AnswerBytes:N0} bytes out; {Environment.ProcessorCount} cores, load {File.ReadAllText("/proc/loadavg").Split(' ')[0]}");
    var answer = Path.Combine(folder, "answer.csv");
    var copy = WholeProcess.Measure("cp of the answer's bytes", "/bin/cp", [files.Answer, Path.Combine(folder, "copy.csv")]);
    var work = WholeProcess.Measure("lakudo growth zscores", lakudo, ["growth", "zscores", files.Input, answer], () => CheckSetFile.IsSame(answer, files.Answer));
    WholeProcess.Measure("… one core", "/usr/bin/taskset", ["-c", "0", lakudo, "growth", "zscores", files.Input, answer], () => CheckSetFile.IsSame(answer, files.Answer));
    WholeProcess.Measure("… of the 1,994 rows only", lakudo, ["growth", "zscores", Path.Combine(data, "anthro-2k-input.csv"), answer], () => CheckSetFile.IsSame(answer, Path.Combine(data, "anthro-2k-expected.csv")));
    Console.WriteLine($"ratio to the copy: {work / copy:N1}");
    string[] design = ["--weights", "sw", "--cluster", "cluster", "--strata", "strata"];
    WholeProcess.Measure("prevalence, 20,000 rows", lakudo, ["growth", "prevalence", SurveyInput.Multiply(data, folder, 20_000), answer, .. design]);
    WholeProcess.Measure("… the check set, compared", lakudo, ["growth", "prevalence", Path.Combine(data, "prevalence-3k-input.csv"), answer, .. design],
        () => CheckSetFile.IsNear(answer, Path.Combine(data, "prevalence-3k-expected-design.csv")));
    Stages.Run(files.Input);
    return 0;
}
finally
{
    Directory.Delete(folder, recursive: true);
}
