using System.CommandLine;
using Lakudo.Kernel;
using Lakudo.Web.Host;
using Lakudo.Web.Sample;
using Lakudo.Web.Sample.Children;

namespace Lakudo.Web.CommandLine;

/// <summary><c>lakudo seed</c>: fills an empty installation with the sample region.</summary>
public static class SeedCommand
{
    private const int AllChildren = 10_000;

    /// <summary>The command.</summary>
    public static Command Make()
    {
        var wait = new Option<bool>("--wait") { Description = "Fill all villages now instead of while the program serves." };
        var command = new Command("seed", "Fill an empty installation with the sample region Buton Tengah (contoh).") { wait };
        command.TreatUnmatchedTokensAsErrors = false;
        command.SetAction(async (result, ct) =>
        {
            // The hall's day lives in the server's process, so a server runs while the sample is filled; nobody can reach it.
            await using var app = WebProgram.Build(["--urls=http://127.0.0.1:0", "--Sample:Filling=false", .. result.UnmatchedTokens]);
            await app.StartAsync(ct);
            await SampleRegion.Fill(app.Services, Console.Out, ct);
            if (result.GetValue(wait)) await FillAll(app.Services, ct);
            await app.StopAsync(ct);
            return 0;
        });
        return command;
    }

    private static async Task FillAll(IServiceProvider services, CancellationToken ct)
    {
        var children = services.GetRequiredService<IConfiguration>().GetValue("Sample:Children", AllChildren);
        var progress = services.GetRequiredService<SampleProgress>();
        using var told = new Timer(_ => Console.WriteLine($"  {progress.Done.ToString("N0", Formats.Indonesian)} dari {progress.Total.ToString("N0", Formats.Indonesian)} anak"), null, TimeSpan.FromSeconds(5), TimeSpan.FromSeconds(5));
        await services.GetRequiredService<SampleFilling>().Fill(children, isPatient: false, ct);
        Console.WriteLine($"{progress.Done.ToString("N0", Formats.Indonesian)} anak contoh sudah ada.");
    }
}
