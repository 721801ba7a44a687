using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using Lakudo.Kernel;
using Lakudo.Web.Host;

namespace Lakudo.Web.Operations;

/// <summary>What the doctor asks of the key folder and of certificates. It reads; a key that is missing is not made here.</summary>
public static class KeyChecks
{
    private const UnixFileMode Others = UnixFileMode.GroupRead | UnixFileMode.GroupWrite | UnixFileMode.GroupExecute
        | UnixFileMode.OtherRead | UnixFileMode.OtherWrite | UnixFileMode.OtherExecute;

    /// <summary>The keys the first start makes.</summary>
    private static readonly string[] _needed = ["personal-data.key", "tokens-signing.pem", "tokens-encryption.pem"];

    /// <summary>Presence and modes of the keys, the data protection ring, and the signing certificate.</summary>
    /// <param name="folder">The key folder.</param>
    /// <param name="now">UTC.</param>
    /// <param name="hasData">Whether there is data already: then a missing key is a loss and not a first start.</param>
    /// <param name="real">Whether a region is real: then a sample certificate signs nothing of force.</param>
    public static IEnumerable<Finding> All(string folder, DateTime now, bool hasData, bool real) =>
        [Present(folder, hasData), Modes(folder), Ring(folder, hasData), Signing(folder, now, real)];

    /// <summary>How long a certificate is still good.</summary>
    public static Finding Certificate(string subject, X509Certificate2 certificate, DateTime now, string toDo)
    {
        var until = certificate.NotAfter.ToUniversalTime();
        var found = $"{certificate.GetNameInfo(X509NameType.SimpleName, false)}, berlaku sampai {until.ToString("d MMMM yyyy", Formats.Indonesian)}";
        return until <= now ? Finding.Bad(subject, found + " dan sudah kedaluwarsa", toDo)
            : certificate.NotBefore.ToUniversalTime() > now ? Finding.Bad(subject, found + ", tetapi belum mulai berlaku", "Periksa jam server: timedatectl. " + toDo)
            : until <= now.AddDays(30) ? Finding.Warning(subject, $"{found}, tinggal {(until - now).Days} hari", toDo)
            : Finding.Good(subject, found);
    }

    private static Finding Present(string folder, bool hasData)
    {
        string[] missing = [.. _needed.Where(name => !File.Exists(Path.Combine(folder, name)))];
        return missing.Length == 0 ? Finding.Good("Kunci", $"ketiga kunci ada di {folder}")
            : hasData ? Finding.Bad("Kunci", $"tidak ada {string.Join(", ", missing)} di {folder}", "Jangan mulai layanan: kunci baru tidak dapat membuka data lama. Pulihkan folder keys dari cadangan; lihat docs/operate.md.")
            : Finding.Warning("Kunci", "belum dibuat", "Dibuat sendiri saat layanan pertama kali dimulai: systemctl start lakudo.");
    }

    private static Finding Modes(string folder)
    {
        const string subject = "Hak baca kunci";
        string[] open = [];
        if (!OperatingSystem.IsWindows() && Directory.Exists(folder))
        {
            open = [.. Directory.EnumerateFiles(folder).Where(file => Path.GetExtension(file) is ".key" or ".pem").Order(StringComparer.Ordinal).Prepend(folder).Where(IsOpen)];
        }

        return open.Length == 0 ? Finding.Good(subject, "hanya pengguna program yang dapat membaca (folder 0700, berkas 0600)")
            : Finding.Bad(subject, $"dapat dibaca pengguna lain: {string.Join(", ", open)}", $"Jalankan: chmod 700 {folder} && chmod 600 {folder}/*.key {folder}/*.pem");
    }

    private static bool IsOpen(string path) => !OperatingSystem.IsWindows() && (File.GetUnixFileMode(path) & Others) != 0;

    private static Finding Ring(string folder, bool hasData)
    {
        var ring = Path.Combine(folder, "data-protection");
        var count = Directory.Exists(ring) ? Directory.EnumerateFiles(ring, "key-*.xml").Count() : 0;
        return count > 0 ? Finding.Good("Kunci sesi", $"{count} berkas; petugas tetap masuk setelah layanan dimulai ulang")
            : Finding.Warning("Kunci sesi", hasData ? "hilang, semua petugas harus masuk lagi" : "belum dibuat", "Dibuat sendiri saat layanan dimulai; bila hilang, pulihkan folder keys dari cadangan.");
    }

    private static Finding Signing(string folder, DateTime now, bool real)
    {
        const string subject = "Sertifikat tanda tangan";
        const string toDo = "Minta sertifikat baru, lalu taruh signing.key (chmod 600) dan signing.crt di folder keys; lihat docs/signing.md.";
        var own = Path.Combine(folder, "signing.crt");
        var sample = Path.Combine(folder, "sample-signing.crt");
        var file = File.Exists(own) || File.Exists(Path.Combine(folder, "signing.key")) ? own : sample;
        if (!File.Exists(file))
        {
            return file == own ? Finding.Bad(subject, "ada signing.key tanpa signing.crt", toDo) : Finding.Good(subject, "belum ada dokumen yang ditandatangani dengan kunci sendiri");
        }

        try
        {
            using var certificate = X509Certificate2.CreateFromPem(File.ReadAllText(file));
            var finding = Certificate(subject, certificate, now, toDo);
            return file == sample && real && finding.Health == Health.Good
                ? Finding.Warning(subject, "sertifikat contoh, tidak berkekuatan hukum", toDo)
                : finding;
        }
        catch (CryptographicException)
        {
            return Finding.Bad(subject, $"{file} bukan sertifikat PEM", toDo);
        }
    }
}
