using System.CommandLine;
using Lakudo.Web.Backups;

namespace Lakudo.Web.CommandLine;

/// <summary><c>lakudo upgrade</c>: backs up, then brings the database to this program's schema.</summary>
public static class UpgradeCommand
{
    /// <summary>The command.</summary>
    public static Command Make()
    {
        var to = new Option<string?>("--to") { Description = "Where the backup goes first; Backup:Folder when not given." };
        var command = new Command("upgrade", "Back up, then upgrade the database to this program; the server must be stopped. Example: lakudo upgrade --to /media/usb") { to };
        command.TreatUnmatchedTokensAsErrors = false;
        command.SetAction(async (result, ct) =>
        {
            await using var services = Offline.Services(result.UnmatchedTokens);
            await using var scope = services.CreateAsyncScope();
            var done = await scope.ServiceProvider.GetRequiredService<UpgradeDatabase>().Run(result.GetValue(to) ?? services.GetRequiredService<BackupSettings>().Folder, ct);
            if (done.IsRefused) return await BackupCommand.Refused(done.Refusal);
            Console.WriteLine(done.Value.Archive is null
                ? "Basis data sudah sesuai dengan program ini."
                : $"Diperbarui: {string.Join(", ", done.Value.Changes)}. Jalan kembali: pasang program lama, lalu lakudo restore {done.Value.Archive} ke map dan basis data kosong.");
            return 0;
        });
        return command;
    }
}
