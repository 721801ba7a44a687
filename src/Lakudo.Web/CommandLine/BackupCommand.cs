using System.CommandLine;
using Lakudo.Kernel;
using Lakudo.Web.Backups;
using Lakudo.Web.Host;

namespace Lakudo.Web.CommandLine;

/// <summary><c>lakudo backup</c>: makes the recovery key, makes an archive now, tells how it stands.</summary>
public static class BackupCommand
{
    /// <summary>The command.</summary>
    public static Command Make() => Offline.Lenient(new Command("backup", "Encrypted backups of database, files and keys.") { Init(), Run(), Status() });

    private static Command Init()
    {
        var replace = new Option<bool>("--replace") { Description = "Make a new key although there is one. Old archives still need the old sheet." };
        var init = new Command("init", "Make the recovery key and print its sheet, once. Example: lakudo backup init | lp") { replace };
        init.SetAction(async (result, ct) =>
        {
            await using var services = Offline.Services(result.UnmatchedTokens);
            var made = InitBackup.Run(services.GetRequiredService<KeyFiles>(), services.GetRequiredService<Clock>(), result.GetValue(replace));
            if (made.IsRefused) return await Refused(made.Refusal);
            Console.WriteLine(made.Value);
            return 0;
        });
        return init;
    }

    private static Command Run()
    {
        var to = new Option<string?>("--to") { Description = "An existing folder (a disk, a USB stick, a mounted share) or sftp://user@host/folder. Backup:Folder when not given." };
        var run = new Command("run", "Make an archive now, while everybody works. Example: lakudo backup run --to /media/usb") { to };
        run.SetAction(async (result, ct) =>
        {
            await using var services = Offline.Services(result.UnmatchedTokens);
            await using var scope = services.CreateAsyncScope();
            var made = await scope.ServiceProvider.GetRequiredService<MakeBackup>().Run(result.GetValue(to) ?? services.GetRequiredService<BackupSettings>().Folder, ct);
            if (made.IsRefused) return await Refused(made.Refusal);
            Console.WriteLine(string.Create(Formats.Indonesian, $"Cadangan utuh dan terbaca kembali: {made.Value.Archive} ({made.Value.Size / 1e6:N1} MB, {made.Value.Seconds:N1} detik)"));
            return 0;
        });
        return run;
    }

    private static Command Status()
    {
        var status = new Command("status", "How it stands with the backups. Example: lakudo backup status");
        status.SetAction(async (result, _) =>
        {
            await using var services = Offline.Services(result.UnmatchedTokens);
            var report = services.GetRequiredService<BackupReport>().Look();
            Console.WriteLine($"Kunci pemulihan: {report.RecoveryKey ?? "belum dibuat (lakudo backup init)"}");
            Console.WriteLine($"Map cadangan malam: {(report.Folder.Length == 0 ? "belum diatur (Backup:Folder)" : report.Folder)}{(report.Folder.Length > 0 && !report.FolderThere ? " (tidak ada saat ini)" : "")}");
            if (report.SameDisk) Console.WriteLine("Peringatan: map itu pada disk yang sama dengan data.");
            Console.WriteLine(report.Last.VerifiedAt is { } at ? $"Cadangan utuh terakhir: {at.ToString("yyyy-MM-dd HH:mm", Formats.Indonesian)} UTC, {report.Last.Archive}" : "Belum ada cadangan.");
            if (report.Last.Failure is { } failure) Console.WriteLine($"Gagal terakhir: {failure}");
            return report.Late || report.RecoveryKey is null ? 1 : 0;
        });
        return status;
    }

    internal static async Task<int> Refused(Refusal refusal)
    {
        await Console.Error.WriteLineAsync($"{refusal.Message} ({refusal.Code})");
        return 1;
    }
}
