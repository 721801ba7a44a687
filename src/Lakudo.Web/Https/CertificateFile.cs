using System.Net.Security;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using Lakudo.Kernel;

namespace Lakudo.Web.Https;

/// <summary>A certificate with its key and chain, ready to be shown to whoever connects.</summary>
/// <param name="Leaf">The site's certificate, with its private key.</param>
/// <param name="Context">The same with its chain, as connections take it.</param>
public sealed record ServedCertificate(X509Certificate2 Leaf, SslStreamCertificateContext Context);

/// <summary>Reads a certificate and its key from files: PEM with a chain and a key, one PEM with all of it, or PFX.</summary>
public static class CertificateFile
{
    /// <summary>
    /// Reads. Refused with T-005, T-006 or T-007. One that has ended is not refused: see <c>docs/decisions/https.md</c>.
    /// </summary>
    /// <param name="certificate">The file of the certificate.</param>
    /// <param name="key">The file of the key; empty when it is in the same file.</param>
    /// <param name="password">Of the PFX or the encrypted key; empty for none.</param>
    public static Outcome<ServedCertificate> Read(string certificate, string key, string password)
    {
        var read = Bytes(certificate, HttpsRefusals.CertificateUnreadable);
        if (read.IsRefused) return read.Refusal;
        var text = System.Text.Encoding.ASCII.GetString(read.Value);
        if (!text.Contains("-----BEGIN ", StringComparison.Ordinal)) return Pfx(certificate, read.Value, password);
        var all = new X509Certificate2Collection();
        try
        {
            all.ImportFromPem(text);
        }
        catch (CryptographicException e)
        {
            return HttpsRefusals.CertificateUnreadable.With(certificate, e.Message);
        }

        if (all.Count == 0) return HttpsRefusals.CertificateUnreadable.With(certificate, "tidak ada sertifikat di dalamnya");
        var keyFile = key.Length > 0 ? key : certificate;
        var pem = key.Length > 0 ? Bytes(key, HttpsRefusals.KeyUnreadable).Then(System.Text.Encoding.ASCII.GetString) : text;
        if (pem.IsRefused) return pem.Refusal;
        return WithKey(all[0], pem.Value, password, keyFile, certificate).Then(leaf => Serve(leaf, all.Skip(1)));
    }

    private static Outcome<ServedCertificate> Pfx(string file, byte[] bytes, string password)
    {
        try
        {
            var all = X509CertificateLoader.LoadPkcs12Collection(bytes, password, X509KeyStorageFlags.EphemeralKeySet);
            return all.FirstOrDefault(c => c.HasPrivateKey) is { } leaf ? Serve(leaf, all.Where(c => c != leaf)) : HttpsRefusals.KeyUnreadable.With(file, "tidak ada kunci di dalamnya");
        }
        catch (CryptographicException e)
        {
            return HttpsRefusals.CertificateUnreadable.With(file, e.Message);
        }
    }

    private static Outcome<X509Certificate2> WithKey(X509Certificate2 leaf, string pem, string password, string keyFile, string certificateFile)
    {
        using var rsa = RSA.Create();
        using var ecdsa = ECDsa.Create();
        AsymmetricAlgorithm? key = Import(rsa, pem, password) ? rsa : Import(ecdsa, pem, password) ? ecdsa : null;
        if (key is null) return HttpsRefusals.KeyUnreadable.With(keyFile, "bukan kunci PEM, atau sandinya salah");
        if (!key.ExportSubjectPublicKeyInfo().AsSpan().SequenceEqual(leaf.PublicKey.ExportSubjectPublicKeyInfo())) return HttpsRefusals.KeyDoesNotMatch.With(keyFile, certificateFile);
        return key is RSA ? leaf.CopyWithPrivateKey(rsa) : leaf.CopyWithPrivateKey(ecdsa);
    }

    /// <summary>Takes the one private key among whatever else a PEM holds.</summary>
    private static bool Import(AsymmetricAlgorithm key, string pem, string password)
    {
        var rest = pem.AsSpan();
        while (PemEncoding.TryFind(rest, out var block))
        {
            var label = rest[block.Label];
            if (label.EndsWith("PRIVATE KEY", StringComparison.Ordinal))
            {
                try
                {
                    if (label.StartsWith("ENCRYPTED", StringComparison.Ordinal)) key.ImportFromEncryptedPem(rest[block.Location], password);
                    else key.ImportFromPem(rest[block.Location]);
                    return true;
                }
                catch (Exception e) when (e is CryptographicException or ArgumentException)
                {
                    return false;
                }
            }

            rest = rest[block.Location.End..];
        }

        return false;
    }

    private static ServedCertificate Serve(X509Certificate2 leaf, IEnumerable<X509Certificate2> chain) =>
        new(leaf, SslStreamCertificateContext.Create(leaf, [.. chain], offline: true));

    private static Outcome<byte[]> Bytes(string file, Refusal refusal)
    {
        try
        {
            return File.ReadAllBytes(file);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or ArgumentException)
        {
            return refusal.With(file.Length == 0 ? "(kosong)" : file, e is UnauthorizedAccessException ? $"pengguna {Environment.UserName} tidak boleh membacanya" : "berkas tidak ada atau tidak terbaca");
        }
    }
}
