using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;

namespace Lakudo.Web.Tests.Https;

/// <summary>A certificate for a name, made on the spot under a root and an issuer of its own.</summary>
internal sealed class MadeCertificate
{
    private readonly ECDsa _key = ECDsa.Create(ECCurve.NamedCurves.nistP256);

    private MadeCertificate(X509Certificate2 root, X509Certificate2 issuer) => (Leaf, Issuer, Root) = (issuer, issuer, root);

    public X509Certificate2 Leaf { get; private set; }

    public X509Certificate2 Issuer { get; }

    public X509Certificate2 Root { get; }

    /// <summary>The certificate and its chain.</summary>
    public string Pem => Leaf.ExportCertificatePem() + "\n" + Issuer.ExportCertificatePem() + "\n";

    public string KeyPem => _key.ExportPkcs8PrivateKeyPem() + "\n";

    public ECDsa Key => _key;

    /// <summary>One good from some days to some days from now.</summary>
    public static MadeCertificate For(string name, double from = -10, double until = 80)
    {
        var now = TimeProvider.System.GetUtcNow();
        using var rootKey = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var root = Authority("CN=Akar Uji", rootKey).CreateSelfSigned(now.AddDays(-1000), now.AddDays(1000));
        using var issuerKey = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var issuer = Authority("CN=Penerbit Uji", issuerKey).Create(root, now.AddDays(-999), now.AddDays(999), RandomNumberGenerator.GetBytes(8));
        var made = new MadeCertificate(root, issuer);
        var request = new CertificateRequest($"CN={name}", made._key, HashAlgorithmName.SHA256);
        var names = new SubjectAlternativeNameBuilder();
        names.AddDnsName(name);
        names.AddIpAddress(System.Net.IPAddress.Loopback);
        request.CertificateExtensions.Add(names.Build());
        made.Leaf = request.Create(issuer.CopyWithPrivateKey(issuerKey), now.AddDays(from), now.AddDays(until), RandomNumberGenerator.GetBytes(8));
        return made;
    }

    private static CertificateRequest Authority(string name, ECDsa key)
    {
        var request = new CertificateRequest(name, key, HashAlgorithmName.SHA256);
        request.CertificateExtensions.Add(new X509BasicConstraintsExtension(true, false, 0, true));
        return request;
    }

    /// <summary>Writes certificate and key beside each other.</summary>
    public (string Certificate, string Key) Write(string folder, string name = "situs")
    {
        var (certificate, key) = (Path.Combine(folder, name + ".pem"), Path.Combine(folder, name + ".kunci"));
        File.WriteAllText(certificate, Pem);
        File.WriteAllText(key, KeyPem);
        File.SetUnixFileMode(key, UnixFileMode.UserRead | UnixFileMode.UserWrite);
        return (certificate, key);
    }
}
