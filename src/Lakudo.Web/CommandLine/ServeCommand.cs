using System.CommandLine;
using Lakudo.Web.Backups;
using Lakudo.Web.Host;
using Lakudo.Web.Https;

namespace Lakudo.Web.CommandLine;

/// <summary><c>lakudo serve</c>: runs the web server.</summary>
public static class ServeCommand
{
    /// <summary>The command.</summary>
    public static Command Make()
    {
        var urls = new Option<string>("--urls") { Description = "Addresses to listen on.", DefaultValueFactory = _ => "http://localhost:5080" };
        var command = new Command("serve", "Run the web server. Settings follow as --Lakudo:Data=FOLDER, --Lakudo:Database=postgres:CONNECTION, --Clock:Start=MOMENT.") { urls };
        command.TreatUnmatchedTokensAsErrors = false;
        command.SetAction(async (result, ct) =>
        {
            var settings = Offline.Configuration(result.UnmatchedTokens).GetSection("Lakudo").Get<Settings>() ?? new Settings();
            if (HttpsStart.Check(result.UnmatchedTokens, result.GetValue(urls)!) is { } https) return await BackupCommand.Refused(https);
            if (await StartCheck.Run(result.UnmatchedTokens, ct) is { } wrong) return await BackupCommand.Refused(wrong);
            var alone = StartCheck.Alone(settings);
            if (alone.IsRefused) return await BackupCommand.Refused(alone.Refusal);
            using var held = alone.Value;
            await using var app = WebProgram.Build([$"--urls={result.GetValue(urls)}", .. result.UnmatchedTokens]);
            await app.StartAsync(ct);
            Tell(Console.Out, app.Urls.First().TrimEnd('/'), app.Services.GetRequiredService<Settings>().Simulators);
            await app.WaitForShutdownAsync(ct);
            return 0;
        });
        return command;
    }

    /// <summary>Where everything is, for whoever started it by hand.</summary>
    private static void Tell(TextWriter console, string address, bool simulators)
    {
        (string Path, string What)[] places =
        [
            ("/", "portal warga"), ("/anjungan", "anjungan (pasang perangkatnya dulu di /perangkat)"), ("/papan", "papan antrean"), ("/masuk", "masuk petugas"), ("/verifikasi", "periksa keaslian dokumen"), ("/posyandu/", "aplikasi posyandu untuk ponsel kader"),
            ("/api", "API"), .. simulators ? [("/simulator/pesan", "pesan yang dikirim simulator")] : Array.Empty<(string, string)>(),
        ];
        console.WriteLine($"Lakudo melayani di {address} (berhenti dengan Ctrl+C)");
        foreach (var (path, what) in places)
        {
            console.WriteLine($"  {address + path,-40} {what}");
        }
    }
}
