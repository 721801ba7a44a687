using System.Security.Cryptography;
using Lakudo.Web.Host;

namespace Lakudo.Web.Https;

/// <summary>What is kept of an authority in the folder of keys, mode 0600: our account, and the certificate in use with key and chain in one file, so that they never part.</summary>
/// <param name="keys">The folder.</param>
public sealed class AcmeFiles(KeyFiles keys)
{
    /// <summary>The certificate's file.</summary>
    public const string CertificateName = "acme-certificate.pem";

    private const string AccountName = "acme-account.key";

    /// <summary>The certificate; null when there is none that can be used.</summary>
    public ServedCertificate? Certificate() => CertificateFile.Read(keys.PathOf(CertificateName), "", "") is { IsRefused: false } read ? read.Value : null;

    /// <summary>The account's key, made at first.</summary>
    internal ECDsa Account()
    {
        var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        if (File.Exists(keys.PathOf(AccountName))) key.ImportFromPem(File.ReadAllText(keys.PathOf(AccountName)));
        else keys.Write(AccountName, System.Text.Encoding.ASCII.GetBytes(key.ExportPkcs8PrivateKeyPem()));
        return key;
    }

    /// <summary>Puts a new certificate in the old one's place, in one step.</summary>
    /// <param name="chain">PEM of the site's certificate and its chain.</param>
    /// <param name="key">Its key.</param>
    internal void Keep(string chain, ECDsa key)
    {
        const string next = CertificateName + ".new";
        File.Delete(keys.PathOf(next));
        keys.Write(next, System.Text.Encoding.ASCII.GetBytes($"{chain.Trim()}\n{key.ExportPkcs8PrivateKeyPem()}\n"));
        File.Move(keys.PathOf(next), keys.PathOf(CertificateName), overwrite: true);
    }
}
