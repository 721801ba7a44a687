using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using Lakudo.Applications.Documents;
using Lakudo.Kernel;

namespace Lakudo.Web.Simulators.Bsre;

/// <summary>
/// The simulator's certificate authority: its own root, a timestamp service and one certificate for each signer, in files that only the program's user may read.
/// Every certificate says in its name that it has no legal force.
/// </summary>
/// <param name="folder">Where the files lie; made when it does not exist.</param>
/// <param name="clock">Now.</param>
public sealed class BsreAuthority(string folder, Clock clock) : IDisposable
{
    private const string Organisation = "O=Simulator Lakudo, C=ID";
    private readonly Lock _gate = new();
    private Pair? _root;
    private Pair? _stamper;

    /// <summary>A certificate and its key.</summary>
    internal sealed record Pair(X509Certificate2 Certificate, RSA Key) : IDisposable
    {
        public void Dispose()
        {
            Key.Dispose();
            Certificate.Dispose();
        }
    }

    /// <summary>The root that everything hangs on.</summary>
    internal Pair Root()
    {
        lock (_gate)
        {
            return _root ??= Open("ca", null, key => Request($"CN=CA simulator BSrE ({BsreSigner.NoLegalForce})", key, X509KeyUsageFlags.KeyCertSign | X509KeyUsageFlags.CrlSign, isAuthority: true)
                .CreateSelfSigned(clock.Now.AddYears(-1), clock.Now.AddYears(20)));
        }
    }

    /// <summary>Who stamps times.</summary>
    internal Pair Stamper()
    {
        var root = Root();
        lock (_gate)
        {
            return _stamper ??= Open("tsa", null, key =>
            {
                var request = Request($"CN=Penanda waktu simulator BSrE ({BsreSigner.NoLegalForce})", key, X509KeyUsageFlags.DigitalSignature, isAuthority: false);
                request.CertificateExtensions.Add(new X509EnhancedKeyUsageExtension([new Oid("1.3.6.1.5.5.7.3.8")], critical: true));
                return Issue(request, clock.Now.AddYears(-1), clock.Now.AddYears(15));
            });
        }
    }

    /// <summary>A signer's certificate, made at the first look; an expired signer's ended yesterday.</summary>
    internal X509Certificate2 CertificateOf(BsreAccount account)
    {
        using var pair = SignerPair(account, BsreSimulator.Passphrase);
        return X509CertificateLoader.LoadCertificate(pair!.Certificate.RawData);
    }

    /// <summary>A signer's pair; null when the passphrase does not open the key.</summary>
    internal Pair? SignerPair(BsreAccount account, string passphrase)
    {
        Root();
        lock (_gate)
        {
            try
            {
                return Open("signer-" + account.Nik, passphrase, key =>
                {
                    var (from, to) = account.Status == "EXPIRED" ? (clock.Now.AddYears(-3), clock.Now.AddDays(-1)) : (clock.Now.AddYears(-1), clock.Now.AddYears(2));
                    from = from < _root!.Certificate.NotBefore.ToUniversalTime() ? _root.Certificate.NotBefore.ToUniversalTime() : from;
                    return Issue(Request($"CN={account.Name} ({BsreSigner.NoLegalForce})", key, X509KeyUsageFlags.DigitalSignature | X509KeyUsageFlags.NonRepudiation, isAuthority: false), from, to);
                });
            }
            catch (CryptographicException) when (File.Exists(PathOf("signer-" + account.Nik, "key")))
            {
                return null;
            }
        }
    }

    /// <inheritdoc />
    public void Dispose()
    {
        _root?.Dispose();
        _stamper?.Dispose();
    }

    private X509Certificate2 Issue(CertificateRequest request, DateTime from, DateTime to) =>
        request.Create(_root!.Certificate.SubjectName, X509SignatureGenerator.CreateForRSA(_root.Key, RSASignaturePadding.Pkcs1), from, to, RandomNumberGenerator.GetBytes(16));

    private static CertificateRequest Request(string name, RSA key, X509KeyUsageFlags usage, bool isAuthority)
    {
        var request = new CertificateRequest($"{name}, {Organisation}", key, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1);
        request.CertificateExtensions.Add(new X509BasicConstraintsExtension(isAuthority, false, 0, critical: true));
        request.CertificateExtensions.Add(new X509KeyUsageExtension(usage, critical: true));
        request.CertificateExtensions.Add(new X509SubjectKeyIdentifierExtension(request.PublicKey, critical: false));
        return request;
    }

    /// <summary>Reads a pair, making it at first. A signer's key is kept encrypted under the passphrase, so that a wrong one opens nothing.</summary>
    private Pair Open(string name, string? passphrase, Func<RSA, X509Certificate2> certify)
    {
        if (!File.Exists(PathOf(name, "key"))) Make(name, passphrase is null ? null : BsreSimulator.Passphrase, certify);
        var key = RSA.Create();
        var pem = File.ReadAllText(PathOf(name, "key"));
        if (passphrase is null) key.ImportFromPem(pem);
        else key.ImportFromEncryptedPem(pem, passphrase);
        return new Pair(X509Certificate2.CreateFromPem(File.ReadAllText(PathOf(name, "crt"))), key);
    }

    private void Make(string name, string? passphrase, Func<RSA, X509Certificate2> certify)
    {
        using var key = RSA.Create(2048);
        using var certificate = certify(key);
        var encryption = new PbeParameters(PbeEncryptionAlgorithm.Aes256Cbc, HashAlgorithmName.SHA256, 100_000);
        Write(PathOf(name, "crt"), certificate.ExportCertificatePem());
        Write(PathOf(name, "key"), passphrase is null ? key.ExportPkcs8PrivateKeyPem() : key.ExportEncryptedPkcs8PrivateKeyPem(passphrase, encryption));
    }

    private void Write(string path, string pem)
    {
        if (OperatingSystem.IsWindows()) Directory.CreateDirectory(folder);
        else Directory.CreateDirectory(folder, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
        var options = new FileStreamOptions { Mode = FileMode.Create, Access = FileAccess.Write };
        if (!OperatingSystem.IsWindows()) options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        using var stream = new FileStream(path, options);
        stream.Write(System.Text.Encoding.ASCII.GetBytes(pem));
        stream.Flush(flushToDisk: true);
    }

    private string PathOf(string name, string ending) => Path.Combine(folder, $"{name}.{ending}");
}
