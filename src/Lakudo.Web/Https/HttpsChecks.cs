using System.Net.Security;
using System.Net.Sockets;
using System.Security.Authentication;
using System.Security.Cryptography.X509Certificates;
using Lakudo.Kernel;
using Lakudo.Web.Host;
using Lakudo.Web.Operations;

namespace Lakudo.Web.Https;

/// <summary>What the doctor asks of HTTPS: the certificate's end and names, where it comes from, and whose headers are believed.</summary>
public static class HttpsChecks
{
    private const string Subject = "Sertifikat HTTPS";

    private const UnixFileMode Others = UnixFileMode.GroupRead | UnixFileMode.GroupWrite | UnixFileMode.OtherRead | UnixFileMode.OtherWrite;

    /// <summary>Looks. Behind a proxy it connects to the public address as a citizen would, and waits five seconds at most.</summary>
    /// <param name="https">How HTTPS is set up.</param>
    /// <param name="settings">The public address and where the folder of keys is.</param>
    /// <param name="now">The world's time, UTC; not a sample's.</param>
    /// <param name="ct">Stops.</param>
    public static async Task<IReadOnlyList<Finding>> All(HttpsSettings https, Settings settings, DateTime now, CancellationToken ct)
    {
        if (!Uri.TryCreate(settings.PublicAddress, UriKind.Absolute, out var address)) return [];
        if (https.KnownProxies() is { IsRefused: true } proxies) return [Finding.Bad("Proxy", proxies.Refusal.Message, "Perbaiki Https:Proxies; layanan tidak dapat dimulai.")];
        return https.Kind switch
        {
            HttpsWay.Certificate => Own(https, address, now),
            HttpsWay.Acme => [Acme(settings, address, now)],
            HttpsWay.Proxy => [Proxies(https), await Seen(address, now, ct)],
            HttpsWay.None when address.Scheme == Uri.UriSchemeHttps => [Finding.Warning(Subject, "alamat publik memakai https, tetapi Https:Way kosong", "Isi Https:Way (certificate, acme atau proxy), supaya yang datang lewat http dialihkan dan peramban mengingat https; lihat docs/operate.md.")],
            HttpsWay.None => [],
            _ => [Finding.Bad(Subject, $"Https:Way={https.Way} tidak dikenal", "Isi dengan certificate, acme, proxy, atau kosongkan.")],
        };
    }

    /// <summary>A certificate held against the name and the day.</summary>
    public static Finding Certificate(X509Certificate2 certificate, string host, DateTime now, string toDo) => certificate.MatchesHostname(host, allowWildcards: true, allowCommonName: false)
        ? KeyChecks.Certificate(Subject, certificate, now, toDo)
        : Finding.Bad(Subject, $"untuk {Names(certificate)}, bukan untuk {host}", "Peramban menolaknya. Minta sertifikat untuk nama itu, atau perbaiki Lakudo:PublicAddress.");

    private static List<Finding> Own(HttpsSettings https, Uri address, DateTime now)
    {
        var read = CertificateFile.Read(https.Certificate, https.Key, https.Password);
        if (read.IsRefused) return [Finding.Bad(Subject, read.Refusal.Message, "Layanan yang berjalan masih memakai yang lama, tetapi tidak dapat dimulai ulang. Taruh berkas yang benar; tidak perlu mulai ulang.")];
        List<Finding> findings = [Certificate(read.Value.Leaf, address.IdnHost, now, "Taruh sertifikat baru di tempat yang lama; layanan memakainya dalam beberapa detik tanpa mulai ulang.")];
        var key = https.Key.Length > 0 ? https.Key : https.Certificate;
        if (!OperatingSystem.IsWindows() && (File.GetUnixFileMode(key) & Others & ~UnixFileMode.GroupRead) != 0)
        {
            findings.Add(Finding.Bad("Kunci HTTPS", $"{key} dapat dibaca atau diubah pengguna lain", $"Jalankan: chmod 640 {key}"));
        }

        return findings;
    }

    private static Finding Acme(Settings settings, Uri address, DateTime now)
    {
        var state = AcmeState.Read(settings);
        var failed = state.Failure is { } why ? $"; pengambilan terakhir gagal {state.Failures} kali: {why}" : "";
        const string toDo = "Pintu 80 harus terbuka dari internet ke server ini dan nama itu menunjuk ke alamatnya. Dicoba lagi sendiri; sebab lengkap di journalctl -u lakudo.";
        if (new AcmeFiles(new KeyFiles(settings)).Certificate() is not { } kept) return Finding.Bad(Subject, $"belum ada{failed}", "Diambil sendiri saat layanan berjalan. " + toDo);
        var finding = Certificate(kept.Leaf, address.IdnHost, now, toDo);
        return failed.Length == 0 ? finding : finding with { Health = finding.Health == Health.Good ? Health.Warning : finding.Health, Found = finding.Found + failed, ToDo = finding.ToDo ?? toDo };
    }

    private static Finding Proxies(HttpsSettings https)
    {
        var known = https.KnownProxies().Value;
        return known.Count == 0
            ? Finding.Bad("Proxy", "tidak satu pun dikenal (Https:Proxies kosong), jadi setiap warga terlihat beralamat proxy", "Isi Https:Proxies dengan alamat proxy itu, atau hapus agar mesin ini sendiri dikenal.")
            : Finding.Good("Proxy", $"X-Forwarded-For dan -Proto hanya dipercaya dari {string.Join(", ", known)}");
    }

    /// <summary>The certificate that citizens are shown, whoever holds it.</summary>
    private static async Task<Finding> Seen(Uri address, DateTime now, CancellationToken ct)
    {
        using var soon = CancellationTokenSource.CreateLinkedTokenSource(ct);
        soon.CancelAfter(TimeSpan.FromSeconds(5));
        try
        {
            using var tcp = new TcpClient();
            await tcp.ConnectAsync(address.IdnHost, address.Port, soon.Token);
            X509Certificate2? shown = null;
            await using var tls = new SslStream(tcp.GetStream());
            // Looked at, not relied on: what is wrong with it is what we want to know.
            var look = new SslClientAuthenticationOptions { TargetHost = address.IdnHost, RemoteCertificateValidationCallback = (_, certificate, _, _) => (shown = (X509Certificate2?)certificate) is not null };
            await tls.AuthenticateAsClientAsync(look, soon.Token);
            return Certificate(shown!, address.IdnHost, now, "Perbarui sertifikat pada proxy.");
        }
        catch (Exception e) when (e is SocketException or IOException or AuthenticationException || (e is OperationCanceledException && !ct.IsCancellationRequested))
        {
            return Finding.Warning(Subject, $"{address} tidak dapat dibuka dari server ini", "Buka dari telepon dengan data seluler dan lihat gemboknya. Bila terbuka di sana, jaringan hanya tidak memantulkan ke dalam.");
        }
    }

    private static string Names(X509Certificate2 certificate)
    {
        var names = certificate.Extensions.OfType<X509SubjectAlternativeNameExtension>().SelectMany(n => n.EnumerateDnsNames()).ToList();
        return names.Count > 0 ? string.Join(", ", names) : "nama yang tidak disebut";
    }
}
