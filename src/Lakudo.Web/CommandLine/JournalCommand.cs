using System.CommandLine;
using Lakudo.Kernel;

namespace Lakudo.Web.CommandLine;

/// <summary><c>lakudo journal verify</c>: finds a changed, missing or added row of the journal.</summary>
public static class JournalCommand
{
    /// <summary>The command.</summary>
    public static Command Make()
    {
        var region = new Option<int>("--region") { Description = "Number of the region.", DefaultValueFactory = _ => 1 };
        var verify = new Command("verify", "Check the hash chain. Example: lakudo journal verify --region 1") { region };
        verify.TreatUnmatchedTokensAsErrors = false;
        verify.SetAction(async (result, ct) =>
        {
            await using var services = Offline.Services(result.UnmatchedTokens);
            await using var scope = services.CreateAsyncScope();
            var answer = (await scope.ServiceProvider.GetRequiredService<JournalCheck>().Run(Caller.System(result.GetValue(region)), ct)).Value;
            Console.WriteLine(answer.FirstBroken is { } broken
                ? $"Jurnal rusak pada baris {broken}."
                : $"Jurnal utuh: {answer.Entries.ToString("N0", Formats.Indonesian)} baris.");
            return answer.FirstBroken is null ? 0 : 1;
        });
        return new Command("journal", "The journal of who did what.") { verify };
    }
}
