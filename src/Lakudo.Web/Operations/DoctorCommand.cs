using System.CommandLine;
using Lakudo.Kernel;
using Lakudo.Web.CommandLine;
using Lakudo.Web.Host;

namespace Lakudo.Web.Operations;

/// <summary><c>lakudo doctor</c>: what is right and wrong, on one page. Ends with 1 when something is wrong.</summary>
public static class DoctorCommand
{
    /// <summary>The command.</summary>
    public static Command Make()
    {
        var quick = new Option<bool>("--quick") { Description = "Do not read every page of a SQLite database." };
        var command = new Command("doctor", "Tell what is right and wrong with this installation, and what to do. Ends with 1 when something is wrong.") { quick };
        command.TreatUnmatchedTokensAsErrors = false;
        command.SetAction(async (result, ct) =>
        {
            await using var services = Offline.Services(result.UnmatchedTokens);
            var findings = (await services.GetRequiredService<Doctor>().Run(Caller.System(1), thorough: !result.GetValue(quick), ct)).Value;
            Print(findings, Console.Out);
            return findings.Any(f => f.Health == Health.Bad) ? 1 : 0;
        });
        return command;
    }

    /// <summary>Writes the page: a line a thing, what to do below it.</summary>
    public static void Print(IReadOnlyList<Finding> findings, TextWriter console)
    {
        var width = findings.Max(f => f.Subject.Length);
        foreach (var finding in findings)
        {
            console.WriteLine($"{finding.Word,-11}{finding.Subject.PadRight(width)}  {finding.Found}");
            if (finding.ToDo is not null)
            {
                console.WriteLine($"{new string(' ', 11 + width)}  → {finding.ToDo}");
            }
        }

        int Count(Health health) => findings.Count(f => f.Health == health);
        console.WriteLine($"\n{Count(Health.Bad)} salah, {Count(Health.Warning)} perlu diperhatikan, {Count(Health.Good)} baik. Lakudo {typeof(Doctor).Assembly.GetName().Version!.ToString(3)}");
    }
}
