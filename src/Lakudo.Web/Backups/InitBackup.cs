using System.Text;
using System.Text.RegularExpressions;
using Lakudo.Kernel;
using Lakudo.Web.Host;

namespace Lakudo.Web.Backups;

/// <summary>Makes the recovery key. Its private half is told once, as a sheet to print, and kept nowhere.</summary>
public static partial class InitBackup
{
    /// <summary>Makes it and answers the sheet. Refused with B-002 when there is one, unless it is to be replaced.</summary>
    public static Outcome<string> Run(KeyFiles keys, Clock clock, bool replace)
    {
        var place = keys.PathOf(MakeBackup.KeyFile);
        if (File.Exists(place))
        {
            using var old = RecoveryKey.FromPublic(File.ReadAllText(place));
            if (!replace) return BackupRefusals.RecoveryKeyExists.With(old.Name);
            // Kept, so that archives of the old key can still be told from foreign ones.
            File.Move(place, keys.PathOf($"recovery-{old.Name}.pub"), overwrite: true);
        }

        var (key, sheet) = RecoveryKey.Make();
        using (key)
        {
            keys.Write(MakeBackup.KeyFile, Encoding.ASCII.GetBytes(key.PublicPem));
            return Sheet(key.Name, sheet, clock.Now);
        }
    }

    /// <summary>The groups of a sheet that was typed or handed over whole: from its numbered lines, or everything when there are none.</summary>
    public static string GroupsOf(string typed)
    {
        var lines = NumberedLine().Matches(typed);
        return lines.Count == 0 ? typed : string.Join(' ', lines.Select(m => m.Groups[1].Value));
    }

    private static string Sheet(string name, string[] groups, DateTime at)
    {
        var sheet = new StringBuilder().AppendLine("LEMBAR PEMULIHAN LAKUDO").AppendLine()
            .AppendLine($"Kunci  : {name}").AppendLine($"Dibuat : {at.ToString("yyyy-MM-dd HH:mm", Formats.Indonesian)} UTC").AppendLine();
        for (var i = 0; i < groups.Length; i++) sheet.AppendLine(Formats.Indonesian, $"  {i + 1,2}: {groups[i]}");
        return sheet.AppendLine()
            .AppendLine("Siapa memegang lembar ini dapat membaca semua cadangan. Tanpa lembar ini tidak seorang pun dapat.")
            .AppendLine("Cetak dua lembar, simpan di dua brankas yang berbeda, lalu hapus dari layar. Lembar ini tidak dapat dicetak lagi.")
            .Append("Memulihkan: lakudo restore BERKAS, lalu ketik 13 kelompok itu berurutan.").ToString();
    }

    [GeneratedRegex(@"^\s*\d{1,2}\s*:\s*([0-9A-Za-z]{5})\s*$", RegexOptions.Multiline)]
    private static partial Regex NumberedLine();
}
