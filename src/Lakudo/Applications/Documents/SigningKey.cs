using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;

namespace Lakudo.Applications.Documents;

/// <summary>The installation's signing key and its certificate, from a directory that only the program's own user may read.</summary>
/// <remarks>
/// <c>signing.key</c> and <c>signing.crt</c> (PEM) are the real pair, put there by the IT officer. Without them the first start makes
/// <c>sample-signing.key</c> and <c>.crt</c>: RSA 3072 with a certificate of its own that says it has no legal force.
/// </remarks>
public sealed class SigningKey : IDisposable
{
    private const int KeyBits = 3072;

    private SigningKey(RSA key, X509Certificate2 certificate, bool isSample)
    {
        Key = key;
        Certificate = certificate;
        IsSample = isSample;
    }

    /// <summary>The certificate that signatures carry.</summary>
    public X509Certificate2 Certificate { get; }

    /// <summary>Whether the pair was made here and has no legal force.</summary>
    public bool IsSample { get; }

    /// <summary>The private key; it never leaves this object.</summary>
    internal RSA Key { get; }

    /// <summary>Opens the real pair if there is one, otherwise the sample pair, which is made the first time.</summary>
    /// <param name="directory">The key directory; made with mode 0700 when it does not exist.</param>
    /// <param name="now">UTC; a new sample certificate is valid for ten years from it.</param>
    /// <exception cref="InvalidOperationException">A key may be read by others than its owner, or key and certificate do not belong together.</exception>
    public static SigningKey Open(string directory, DateTime now)
    {
        OwnerOnly.CreateDirectory(directory);
        var real = Path.Combine(directory, "signing.key");
        if (File.Exists(real)) return Read(real, isSample: false);
        var sample = Path.Combine(directory, "sample-signing.key");
        if (!File.Exists(sample)) MakeSample(sample, now);
        return Read(sample, isSample: true);
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        Key.Dispose();
        Certificate.Dispose();
    }

    private static SigningKey Read(string keyPath, bool isSample)
    {
        if (!OwnerOnly.Holds(keyPath))
            throw new InvalidOperationException($"{keyPath} may be read or changed by others than its owner. Run: chmod 600 {keyPath}");
        var key = RSA.Create();
        key.ImportFromPem(File.ReadAllText(keyPath));
        var certificate = X509Certificate2.CreateFromPem(File.ReadAllText(Path.ChangeExtension(keyPath, ".crt")));
        using var publicKey = certificate.GetRSAPublicKey();
        if (publicKey is null || !publicKey.ExportSubjectPublicKeyInfo().AsSpan().SequenceEqual(key.ExportSubjectPublicKeyInfo()))
            throw new InvalidOperationException($"The certificate beside {keyPath} does not belong to that key.");
        return new SigningKey(key, certificate, isSample);
    }

    private static void MakeSample(string keyPath, DateTime now)
    {
        using var key = RSA.Create(KeyBits);
        var request = new CertificateRequest(
            "CN=Contoh Lakudo - tidak berkekuatan hukum, O=Contoh, C=ID", key, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1);
        request.CertificateExtensions.Add(new X509KeyUsageExtension(X509KeyUsageFlags.DigitalSignature | X509KeyUsageFlags.NonRepudiation, critical: true));
        request.CertificateExtensions.Add(new X509BasicConstraintsExtension(false, false, 0, critical: true));
        request.CertificateExtensions.Add(new X509SubjectKeyIdentifierExtension(request.PublicKey, critical: false));
        using var certificate = request.CreateSelfSigned(now.AddMinutes(-5), now.AddYears(10));

        // The certificate first: once the key's name exists, the pair is complete, also after a power cut in between.
        Write(Path.ChangeExtension(keyPath, ".crt"), certificate.ExportCertificatePem());
        Write(keyPath, key.ExportPkcs8PrivateKeyPem());
    }

    private static void Write(string path, string pem)
    {
        var draft = path + ".new";
        File.Delete(draft);
        using (var stream = OwnerOnly.CreateFile(draft))
        {
            stream.Write(System.Text.Encoding.ASCII.GetBytes(pem));
            stream.Flush(flushToDisk: true);
        }

        File.Move(draft, path, overwrite: true);
    }
}
