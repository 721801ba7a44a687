using System.CommandLine;
using Lakudo.Kernel;
using Lakudo.Web.Backups;
using Lakudo.Web.Host;

namespace Lakudo.Web.CommandLine;

/// <summary><c>lakudo restore</c>: puts an archive back into an empty place and checks it.</summary>
public static class RestoreCommand
{
    /// <summary>The command.</summary>
    public static Command Make()
    {
        var archive = new Argument<string>("ARCHIVE") { Description = "The archive, lakudo-....lakudo." };
        var sheet = new Option<string?>("--sheet") { Description = "A file with the recovery sheet's groups; asked for when not given." };
        var lost = new Option<int>("--numbers-lost")
        {
            DefaultValueFactory = _ => 100,
            Description = "How many numbers each register leaves out, because they may have been given after the backup. 0 only when nothing was.",
        };
        var command = new Command("restore", "Restore an archive into an empty data folder and database. Example: lakudo restore /media/usb/lakudo-20261125T013000Z.lakudo --Lakudo:Data=/var/lib/lakudo") { archive, sheet, lost };
        command.TreatUnmatchedTokensAsErrors = false;
        command.SetAction(async (result, ct) =>
        {
            var typed = result.GetValue(sheet) is { } file ? await File.ReadAllTextAsync(file, ct) : Ask();
            var settings = Offline.Configuration(result.UnmatchedTokens).GetSection("Lakudo").Get<Settings>() ?? new Settings();
            var restored = await new RestoreBackup(settings, result.UnmatchedTokens).Run(result.GetValue(archive)!, InitBackup.GroupsOf(typed), result.GetValue(lost), ct);
            if (restored.IsRefused) return await BackupCommand.Refused(restored.Refusal);
            Tell(restored.Value);
            return 0;
        });
        return command;
    }

    private static string Ask()
    {
        Console.Error.WriteLine("Ketik 13 kelompok dari lembar pemulihan, boleh beberapa baris; akhiri dengan baris kosong:");
        var typed = new List<string>();
        while (Console.ReadLine() is { Length: > 0 } line) typed.Add(line);
        return string.Join('\n', typed);
    }

    private static void Tell(RestoreBackup.Answer answer)
    {
        Console.WriteLine(string.Create(Formats.Indonesian, $"Dipulihkan: keadaan {answer.About.At:yyyy-MM-dd HH:mm:ss} UTC, {answer.About.Tables.Values.Sum():N0} baris dalam {answer.About.Tables.Count} tabel."));
        foreach (var r in answer.Regions)
        {
            Console.WriteLine(string.Create(Formats.Indonesian, $"Wilayah {r.Region}: jurnal utuh {r.Journal:N0} baris; {r.Documents.Documents:N0} dokumen dan {r.Documents.Attachments:N0} lampiran ada dan tidak berubah; dokumen tertua: {r.Documents.Oldest?.ToString() ?? "tidak ada"}."));
        }

        Console.WriteLine(answer.Skipped == 0
            ? "Nomor dilanjutkan tanpa jeda. Pastikan tidak ada surat yang terbit setelah cadangan ini."
            : $"Setiap buku register melewati {answer.Skipped} nomor yang mungkin sudah terbit setelah cadangan ini (tercatat dalam jurnal).");
        Console.WriteLine("Berikutnya: lakudo doctor, lalu jalankan layanan.");
    }
}
