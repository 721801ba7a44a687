using Lakudo.Kernel;

namespace Lakudo.Web.Https;

/// <summary>Why HTTPS cannot be served as it is set up.</summary>
public static class HttpsRefusals
{
    /// <summary>A setting cannot be read.</summary>
    public static readonly Refusal SettingWrong = new("T-001", RefusalKind.Invalid,
        "Pengaturan {0} tidak dimengerti: {1}. Lihat bab HTTPS pada docs/operate.md.",
        "The setting {0} is not understood: {1}. See the chapter on HTTPS of docs/operate.en.md.");

    /// <summary>The public address is not HTTPS.</summary>
    public static readonly Refusal AddressNotHttps = new("T-002", RefusalKind.Invalid,
        "Https:Way diisi, tetapi Lakudo:PublicAddress masih {0}. Isi dengan alamat https yang dibuka warga, misalnya https://mpp.contoh.go.id",
        "Https:Way is set but Lakudo:PublicAddress still is {0}. Name the https address citizens open, for example https://mpp.contoh.go.id");

    /// <summary>No HTTPS address is listened on.</summary>
    public static readonly Refusal NoHttpsListener = new("T-003", RefusalKind.Invalid,
        "Https:Way={0} memerlukan alamat https pada --urls, misalnya --urls \"http://*:80;https://*:443\". Yang diberikan: {1}",
        "Https:Way={0} needs an https address in --urls, for example --urls \"http://*:80;https://*:443\". Given: {1}");

    /// <summary>An HTTPS address is listened on without a certificate.</summary>
    public static readonly Refusal NoCertificate = new("T-004", RefusalKind.Invalid,
        "--urls memuat alamat https ({0}), tetapi tidak ada sertifikat: isi Https:Way dengan certificate atau acme.",
        "--urls has an https address ({0}) but there is no certificate: set Https:Way to certificate or acme.");

    /// <summary>The certificate cannot be read.</summary>
    public static readonly Refusal CertificateUnreadable = new("T-005", RefusalKind.Invalid,
        "Sertifikat {0} tidak dapat dibaca: {1}. Perlu PEM (sertifikat situs di atas, rantainya di bawah) atau PFX beserta Https:Password.",
        "The certificate {0} cannot be read: {1}. It must be PEM (the site's on top, its chain below) or PFX with Https:Password.");

    /// <summary>The key cannot be read.</summary>
    public static readonly Refusal KeyUnreadable = new("T-006", RefusalKind.Invalid,
        "Kunci {0} tidak dapat dibaca: {1}. Perlu kunci PEM (RSA atau EC) yang dapat dibaca pengguna program; bila terenkripsi, isi Https:Password.",
        "The key {0} cannot be read: {1}. It must be a PEM key (RSA or EC) the program's user can read; if it is encrypted, set Https:Password.");

    /// <summary>The key is another certificate's.</summary>
    public static readonly Refusal KeyDoesNotMatch = new("T-007", RefusalKind.Invalid,
        "Kunci {0} bukan pasangan sertifikat {1}. Periksa apakah keduanya dari permintaan yang sama.",
        "The key {0} does not belong to the certificate {1}. Check that both are of the same request.");

    /// <summary>The authority could not reach port 80.</summary>
    public static readonly Refusal NoHttpListener = new("T-008", RefusalKind.Invalid,
        "Https:Way=acme memerlukan juga alamat http pada --urls (pintu 80 dari internet), karena penerbit memeriksa nama lewat sana. Yang diberikan: {0}",
        "Https:Way=acme also needs an http address in --urls (port 80 from the internet), because the authority checks the name there. Given: {0}");

    /// <summary>The name is none an authority can certify.</summary>
    public static readonly Refusal NameNotPublic = new("T-009", RefusalKind.Invalid,
        "{0} bukan nama yang dapat disertifikatkan lewat ACME: perlu nama domain, bukan angka IP atau localhost.",
        "{0} is no name ACME can certify: it takes a domain name, not an IP address or localhost.");

    /// <summary>The authority said no.</summary>
    public static readonly Refusal AuthorityRefused = new("T-010", RefusalKind.Unavailable,
        "Penerbit sertifikat menolak: {0}",
        "The certificate authority refused: {0}");

    /// <summary>The authority cannot be reached.</summary>
    public static readonly Refusal AuthorityUnreachable = new("T-011", RefusalKind.Unavailable,
        "Penerbit sertifikat tidak dapat dihubungi atau tidak menjawab sebagaimana mestinya: {0}",
        "The certificate authority cannot be reached or does not answer as it should: {0}");
}
