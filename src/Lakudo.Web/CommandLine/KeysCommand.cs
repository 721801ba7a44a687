using System.CommandLine;
using Lakudo.Kernel;
using Lakudo.Web.Backups;
using Lakudo.Web.Host;

namespace Lakudo.Web.CommandLine;

/// <summary><c>lakudo keys</c>: rotates the key of personal data, checks the key folder.</summary>
public static class KeysCommand
{
    private const string PersonalData = "personal-data";

    /// <summary>The command.</summary>
    public static Command Make() => Offline.Lenient(new Command("keys", "The key files of this installation.") { Rotate(), Check() });

    private static Command Rotate()
    {
        var rotate = new Command("rotate", "Add a new key of personal data; old data stays readable. Example: lakudo keys rotate, restart the server, lakudo backup run");
        rotate.SetAction(async (result, _) =>
        {
            await using var services = Offline.Services(result.UnmatchedTokens);
            var keys = services.GetRequiredService<KeyFiles>();
            if (!File.Exists(keys.PathOf($"{PersonalData}.key"))) return await BackupCommand.Refused(BackupRefusals.PersonalKeyMissing.With(keys.PathOf($"{PersonalData}.key")));
            if (keys.Ring(PersonalData).Count >= Kernel.PersonalData.MostKeys) return await BackupCommand.Refused(BackupRefusals.RingFull);
            Console.WriteLine($"Kunci data pribadi nomor {keys.Rotate(PersonalData)} dibuat. Jalankan ulang server, lalu buat cadangan (lakudo backup run): tanpa kunci ini data baru tidak terbaca. Kunci lama jangan dihapus.");
            return 0;
        });
        return rotate;
    }

    private static Command Check()
    {
        var check = new Command("check", "Whether database and keys fit together and are closed to others. Example: lakudo keys check");
        check.SetAction(async (result, ct) =>
        {
            if (await StartCheck.Run(result.UnmatchedTokens, ct) is { } wrong) return await BackupCommand.Refused(wrong);
            Console.WriteLine("Kunci cocok dengan basis data dan tertutup bagi pengguna lain.");
            return 0;
        });
        return check;
    }
}
